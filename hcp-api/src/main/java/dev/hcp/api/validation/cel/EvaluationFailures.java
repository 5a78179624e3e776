package dev.hcp.api.validation.cel;

import dev.cel.runtime.CelEvaluationException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Failures of evaluation in the words of the reference, whose CEL is another implementation. */
final class EvaluationFailures {
    private static final Pattern PREFIX = Pattern.compile("^evaluation error(?: at [^ ]*:\\d+)?: ");
    private static final Pattern MISSING_KEY = Pattern.compile("key '(.*)' is not present in map\\.", Pattern.DOTALL);

    private EvaluationFailures() {}

    static String words(CelEvaluationException failure) {
        String message = failure.getMessage() == null ? "" : failure.getMessage();
        message = PREFIX.matcher(message).replaceFirst("");
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ClassCastException) {
                return "no such overload";
            }
            if (cause instanceof NumberFormatException) {
                return "type conversion error from 'string' to 'int'";
            }
        }
        return switch (failure.getErrorCode()) {
            case ATTRIBUTE_NOT_FOUND -> missing(message);
            case INDEX_OUT_OF_BOUNDS -> message.replace("Index out of bounds", "index out of bounds");
            case DIVIDE_BY_ZERO -> "division by zero";
            case NUMERIC_OVERFLOW -> message.contains("unsigned") ? "unsigned integer overflow" : "integer overflow";
            case OVERLOAD_NOT_FOUND -> "no such overload";
            default -> message;
        };
    }

    private static String missing(String message) {
        Matcher key = MISSING_KEY.matcher(message);
        return "no such key: " + (key.matches() ? key.group(1) : message);
    }
}
