package dev.hcp.client;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An object of that name exists already. */
public final class AlreadyExistsException extends RequestFailedException {
    private static final long serialVersionUID = 1L;

    AlreadyExistsException(String message, List<String> applied, @Nullable Throwable cause) {
        super(message, applied, cause);
    }
}
