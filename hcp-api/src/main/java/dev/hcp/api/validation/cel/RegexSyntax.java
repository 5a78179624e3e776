package dev.hcp.api.validation.cel;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Optional;

/** The regular expressions that the reference takes: RE2's. */
public final class RegexSyntax {
    private RegexSyntax() {}

    /** What is wrong with an expression, in the words of the reference; nothing when it is fine. */
    public static Optional<String> problem(String regex) {
        try {
            Pattern.compile(regex);
            return Optional.empty();
        } catch (PatternSyntaxException e) {
            return Optional.of(words(e));
        }
    }

    static String words(PatternSyntaxException e) {
        return "error parsing regexp: " + e.getDescription() + ": `" + e.getPattern() + "`";
    }
}
