package dev.hcp.api.hypershift.azure;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.hcp.api.model.OpenEnum;

/** A way to reach an API server privately: by a private link service, or over Swift pod networking. */
public final class AzurePrivateType extends OpenEnum {
    public static final AzurePrivateType PRIVATE_LINK = new AzurePrivateType("PrivateLink");

    public static final AzurePrivateType SWIFT = new AzurePrivateType("Swift");

    private AzurePrivateType(String value) {
        super(value);
    }

    /** The constant of a text, or a value that keeps a text this version does not know. */
    @JsonCreator
    public static AzurePrivateType of(String value) {
        return new AzurePrivateType(value);
    }
}
