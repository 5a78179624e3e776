package dev.hcp.api.validation.cel;

import dev.hcp.api.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * A rule as a definition states it.
 *
 * @param rule the expression that must hold
 * @param message what to say when it does not; may be empty
 * @param messageExpression an expression that makes the message; may be empty
 * @param reason the kind of the error, or null for the usual one
 * @param fieldPath the field to blame, below the one with the rule; may be empty
 * @param optionalOldSelf whether the old value is an optional, and the rule evaluated also when there is none; null when
 *     that is not said
 */
record RuleText(
        String rule,
        String message,
        String messageExpression,
        @Nullable String reason,
        String fieldPath,
        @Nullable Boolean optionalOldSelf) {
    static RuleText of(JsonObject source) {
        return new RuleText(
                text(source, "rule"),
                text(source, "message"),
                text(source, "messageExpression"),
                source.text("reason"),
                text(source, "fieldPath"),
                source.get("optionalOldSelf") instanceof Boolean flag ? flag : null);
    }

    private static String text(JsonObject source, String name) {
        String text = source.text(name);
        return text == null ? "" : text;
    }

    boolean withOptionalOldSelf() {
        return Boolean.TRUE.equals(optionalOldSelf);
    }

    /** What errors call the rule: its message, else its text. */
    String name() {
        return message.isEmpty() ? rule.strip() : message.strip();
    }

    /** The message of a rule that makes none of its own. */
    String defaultMessage() {
        return message.isEmpty() ? "failed rule: " + rule.strip() : message.strip();
    }
}
