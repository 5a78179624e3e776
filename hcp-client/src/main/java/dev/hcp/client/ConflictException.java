package dev.hcp.client;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Somebody else changed the object in between, or owns the field (409). */
public final class ConflictException extends RequestFailedException {
    private static final long serialVersionUID = 1L;

    ConflictException(String message, List<String> applied, @Nullable Throwable cause) {
        super(message, applied, cause);
    }
}
