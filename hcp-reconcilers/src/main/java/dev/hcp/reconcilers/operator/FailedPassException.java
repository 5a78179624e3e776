package dev.hcp.reconcilers.operator;

import dev.hcp.api.HcpException;

/** A reconciler said that its pass failed; it is retried with back-off. The message is the reconciler's. */
public final class FailedPassException extends HcpException {
    private static final long serialVersionUID = 1L;

    FailedPassException(String message) {
        super(message);
    }

    /** None: it is thrown where the plan is carried out, which tells nothing of where it was decided. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
