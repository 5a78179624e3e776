package dev.hcp.api;

import org.jspecify.annotations.Nullable;

/**
 * Root of the SDK's unchecked exceptions.
 *
 * <p>The message says what was asked, what was found, and what to do about it. Sub-classes exist only where callers
 * branch on them.
 */
public class HcpException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * @param message what was asked, what was found, what to do
     */
    public HcpException(String message) {
        super(message);
    }

    /**
     * @param message what was asked, what was found, what to do
     * @param cause the failure underneath, or null
     */
    public HcpException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
