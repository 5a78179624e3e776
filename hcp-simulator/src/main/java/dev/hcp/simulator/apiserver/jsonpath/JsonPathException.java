package dev.hcp.simulator.apiserver.jsonpath;

/** A path that cannot be parsed, or not be followed. Thrown for single cells of tables, so it has no stack trace. */
public final class JsonPathException extends RuntimeException {
    private static final long serialVersionUID = 1;

    JsonPathException(String message) {
        super(message, null, false, false);
    }
}
