package dev.hcp.samples.cli;

import dev.hcp.api.HcpException;

/** Arguments that do not fit together, or name something that is not there. */
final class UsageException extends HcpException {
    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }
}
