package dev.hcp.platforms;

import dev.hcp.api.HcpException;

/** A release image that no catalogue knows. */
public final class ReleaseNotFoundException extends HcpException {
    private static final long serialVersionUID = 1L;

    /**
     * @param message what was looked up and why it failed; shown to users in a condition
     */
    public ReleaseNotFoundException(String message) {
        super(message);
    }
}
