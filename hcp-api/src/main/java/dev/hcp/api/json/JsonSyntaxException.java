package dev.hcp.api.json;

import dev.hcp.api.HcpException;
import org.jspecify.annotations.Nullable;

/** A text that is not the JSON that was expected. */
public final class JsonSyntaxException extends HcpException {
    private static final long serialVersionUID = 1L;

    JsonSyntaxException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
