package dev.hcp.client;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The management cluster does not answer: wrong address, no network, or it is down. */
public final class UnreachableException extends RequestFailedException {
    private static final long serialVersionUID = 1L;

    UnreachableException(String message, List<String> applied, @Nullable Throwable cause) {
        super(message, applied, cause);
    }
}
