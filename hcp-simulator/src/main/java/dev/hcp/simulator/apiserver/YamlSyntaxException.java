package dev.hcp.simulator.apiserver;

import dev.hcp.api.HcpException;

/** A text that is not YAML. */
final class YamlSyntaxException extends HcpException {
    private static final long serialVersionUID = 1L;

    YamlSyntaxException(String message, Throwable cause) {
        super(message, cause);
    }
}
