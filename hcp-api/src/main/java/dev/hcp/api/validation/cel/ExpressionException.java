package dev.hcp.api.validation.cel;

/** An expression that cannot be compiled, with the words of the reference. */
final class ExpressionException extends Exception {
    private static final long serialVersionUID = 1L;

    ExpressionException(String message) {
        super(message);
    }
}
