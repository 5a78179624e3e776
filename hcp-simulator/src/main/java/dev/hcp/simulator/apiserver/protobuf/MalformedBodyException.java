package dev.hcp.simulator.apiserver.protobuf;

import dev.hcp.api.HcpException;

/** A body that is not what its encoding asks for; the message is the reference decoder's. */
public final class MalformedBodyException extends HcpException {
    private static final long serialVersionUID = 1L;

    MalformedBodyException(String message) {
        super(message);
    }

    static MalformedBodyException endOfInput() {
        return new MalformedBodyException("unexpected EOF");
    }
}
