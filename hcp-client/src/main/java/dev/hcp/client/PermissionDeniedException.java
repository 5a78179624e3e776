package dev.hcp.client;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who asks may not do that (403). */
public final class PermissionDeniedException extends RequestFailedException {
    private static final long serialVersionUID = 1L;

    PermissionDeniedException(String message, List<String> applied, @Nullable Throwable cause) {
        super(message, applied, cause);
    }
}
