package dev.hcp.simulator.apiserver;

import dev.hcp.api.HcpException;
import dev.hcp.api.json.JsonObject;

/** A request that the API server refuses, with the {@code Status} object a client gets. */
public sealed class ApiException extends HcpException permits FutureRevisionException {
    private static final long serialVersionUID = 1L;

    private final transient JsonObject status;

    /**
     * @param status the {@code Status} object: its message becomes the exception's
     */
    public ApiException(JsonObject status) {
        super(String.valueOf(status.text("message")));
        this.status = status;
    }

    /** The {@code Status} object. */
    public JsonObject status() {
        return status;
    }

    /** The HTTP status code. */
    public int code() {
        return (int) status.integer(500, "code");
    }

    /** The machine-readable reason, such as {@code NotFound}; empty where the server gives none. */
    public String reason() {
        String reason = status.text("reason");
        return reason == null ? "" : reason;
    }
}
