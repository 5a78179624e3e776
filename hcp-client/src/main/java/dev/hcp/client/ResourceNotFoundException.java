package dev.hcp.client;

import dev.hcp.api.HcpException;

/** An object that the call is about does not exist. */
public final class ResourceNotFoundException extends HcpException {
    private static final long serialVersionUID = 1L;

    ResourceNotFoundException(String message) {
        super(message);
    }
}
