package dev.hcp.api.json;

import dev.hcp.api.HcpException;
import org.jspecify.annotations.Nullable;

/** A text that is not the YAML that was expected. */
public final class YamlSyntaxException extends HcpException {
    private static final long serialVersionUID = 1L;

    YamlSyntaxException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
