package dev.hcp.api.validation;

import dev.hcp.api.HcpException;
import dev.hcp.api.validation.schema.FieldError;
import java.util.List;

/** An object that an API server would refuse. Carries every error, not only the first. */
public final class InvalidObjectException extends HcpException {
    private static final long serialVersionUID = 1L;

    private final transient List<FieldError> errors;

    InvalidObjectException(ValidationResult result) {
        super(result.message());
        this.errors = result.errors();
    }

    /** What is wrong, field by field. */
    public List<FieldError> errors() {
        return errors;
    }
}
