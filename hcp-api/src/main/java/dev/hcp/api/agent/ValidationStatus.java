package dev.hcp.api.agent;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.hcp.api.model.OpenEnum;

/** The result of a check. */
public final class ValidationStatus extends OpenEnum {
    public static final ValidationStatus SUCCESS = new ValidationStatus("success");

    public static final ValidationStatus FAILURE = new ValidationStatus("failure");

    public static final ValidationStatus PENDING = new ValidationStatus("pending");

    public static final ValidationStatus ERROR = new ValidationStatus("error");

    public static final ValidationStatus DISABLED = new ValidationStatus("disabled");

    private ValidationStatus(String value) {
        super(value);
    }

    /** The constant of a text, or a value that keeps a text this version does not know. */
    @JsonCreator
    public static ValidationStatus of(String value) {
        return new ValidationStatus(value);
    }
}
