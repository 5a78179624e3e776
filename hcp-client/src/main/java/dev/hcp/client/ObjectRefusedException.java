package dev.hcp.client;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The API server refused the object: it breaks the rules of its kind (400, 422). */
public final class ObjectRefusedException extends RequestFailedException {
    private static final long serialVersionUID = 1L;

    ObjectRefusedException(String message, List<String> applied, @Nullable Throwable cause) {
        super(message, applied, cause);
    }
}
