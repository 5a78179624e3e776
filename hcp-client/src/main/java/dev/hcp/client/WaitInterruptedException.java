package dev.hcp.client;

import dev.hcp.api.HcpException;

/** A wait ended because its thread was interrupted. The thread's interrupt flag is set. */
public final class WaitInterruptedException extends HcpException {
    private static final long serialVersionUID = 1L;

    WaitInterruptedException() {
        super("interrupted while waiting; what was waited for may still happen on the cluster");
    }
}
