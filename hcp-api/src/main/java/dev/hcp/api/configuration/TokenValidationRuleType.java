package dev.hcp.api.configuration;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.hcp.api.model.OpenEnum;
import dev.hcp.api.schema.Edition;
import dev.hcp.api.schema.Since;

/** A kind of rule that tokens must pass. */
public final class TokenValidationRuleType extends OpenEnum {
    public static final TokenValidationRuleType REQUIRED_CLAIM = new TokenValidationRuleType("RequiredClaim");

    @Since(Edition.LATEST)
    public static final TokenValidationRuleType CEL = new TokenValidationRuleType("CEL");

    private TokenValidationRuleType(String value) {
        super(value);
    }

    /** The constant of a text, or a value that keeps a text this version does not know. */
    @JsonCreator
    public static TokenValidationRuleType of(String value) {
        return new TokenValidationRuleType(value);
    }
}
