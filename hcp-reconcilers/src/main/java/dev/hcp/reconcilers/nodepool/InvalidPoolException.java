package dev.hcp.reconcilers.nodepool;

import dev.hcp.api.HcpException;

/** Something the pool refers to or asks for is not right; the message is the reference operator's. */
final class InvalidPoolException extends HcpException {
    private static final long serialVersionUID = 1L;

    InvalidPoolException(String message) {
        super(message);
    }
}
