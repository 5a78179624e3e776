package dev.hcp.api.validation;

import dev.hcp.api.validation.schema.FieldError;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What an API server would say of an object.
 *
 * @param subject kind and name of the object, as {@code HostedCluster.hypershift.openshift.io "demo"}
 * @param errors why it would refuse it; empty when it would take it
 * @param warnings what it would warn of: fields it does not know, which it drops, and rules that fail for what has not
 *     changed
 */
public record ValidationResult(String subject, List<FieldError> errors, List<String> warnings) {
    public ValidationResult {
        errors = List.copyOf(errors);
        warnings = List.copyOf(warnings);
    }

    /** Whether an API server would take the object. */
    public boolean isValid() {
        return errors.isEmpty();
    }

    /** The message with which it would refuse the object, as the {@code Status} of the reference has it. */
    public String message() {
        List<String> messages =
                errors.stream().map(FieldError::message).distinct().toList();
        return subject + " is invalid: "
                + (messages.size() == 1
                        ? messages.get(0)
                        : messages.stream().collect(Collectors.joining(", ", "[", "]")));
    }

    /**
     * Ends quietly when the object is valid.
     *
     * @throws InvalidObjectException with all errors when it is not
     */
    public void orThrow() {
        if (!isValid()) {
            throw new InvalidObjectException(this);
        }
    }
}
