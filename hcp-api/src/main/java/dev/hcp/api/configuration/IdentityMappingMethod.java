package dev.hcp.api.configuration;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.hcp.api.model.OpenEnum;

/** How an identity becomes a user of the cluster. */
public final class IdentityMappingMethod extends OpenEnum {
    public static final IdentityMappingMethod LOOKUP = new IdentityMappingMethod("lookup");

    public static final IdentityMappingMethod CLAIM = new IdentityMappingMethod("claim");

    public static final IdentityMappingMethod GENERATE = new IdentityMappingMethod("generate");

    public static final IdentityMappingMethod ADD = new IdentityMappingMethod("add");

    private IdentityMappingMethod(String value) {
        super(value);
    }

    /** The constant of a text, or a value that keeps a text this version does not know. */
    @JsonCreator
    public static IdentityMappingMethod of(String value) {
        return new IdentityMappingMethod(value);
    }
}
