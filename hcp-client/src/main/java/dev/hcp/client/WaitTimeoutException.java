package dev.hcp.client;

import dev.hcp.api.HcpException;

/** What was waited for did not happen in time. The message has the last known state. */
public final class WaitTimeoutException extends HcpException {
    private static final long serialVersionUID = 1L;

    WaitTimeoutException(String message) {
        super(message);
    }
}
