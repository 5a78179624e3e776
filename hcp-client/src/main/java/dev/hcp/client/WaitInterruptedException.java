package dev.hcp.client;

import dev.hcp.api.HcpException;
import org.jspecify.annotations.Nullable;

/** A call or a wait ended because its thread was interrupted. The thread's interrupt flag is set. */
public final class WaitInterruptedException extends HcpException {
    private static final long serialVersionUID = 1L;

    WaitInterruptedException() {
        super("interrupted while waiting; what was waited for may still happen on the cluster");
    }

    WaitInterruptedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
