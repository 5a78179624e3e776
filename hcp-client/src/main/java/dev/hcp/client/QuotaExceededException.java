package dev.hcp.client;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A resource quota of the namespace does not leave room for the object. */
public final class QuotaExceededException extends RequestFailedException {
    private static final long serialVersionUID = 1L;

    QuotaExceededException(String message, List<String> applied, @Nullable Throwable cause) {
        super(message, applied, cause);
    }
}
