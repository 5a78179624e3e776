package dev.hcp.client;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The management cluster does not have the kind that was asked for: HyperShift is not installed there. */
public final class MissingDefinitionsException extends RequestFailedException {
    private static final long serialVersionUID = 1L;

    MissingDefinitionsException(String message, List<String> applied, @Nullable Throwable cause) {
        super(message, applied, cause);
    }
}
