package dev.hcp.api.validation.cel;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.cel.common.exceptions.CelBadFormatException;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.hcp.api.validation.cel.FunctionLibrary.Overload;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Regular expressions in the dialect of RE2, which match in time linear in the text: matches, find, findAll. */
final class RegexFunctions {
    /** Expressions written in rules. Bounded, should somebody make up rules without end. */
    private static final Map<String, Pattern> KNOWN = new ConcurrentHashMap<>();

    private static final int MAX_KNOWN = 20_000;

    private RegexFunctions() {}

    static void addTo(FunctionLibrary library) {
        library.function(
                "find",
                Overload.member(
                        "string_find_string",
                        SimpleType.STRING,
                        SimpleType.STRING,
                        SimpleType.STRING,
                        String.class,
                        String.class,
                        RegexFunctions::find));
        library.function(
                "findAll",
                Overload.member(
                        "string_find_all_string",
                        ListType.create(SimpleType.STRING),
                        SimpleType.STRING,
                        SimpleType.STRING,
                        String.class,
                        String.class,
                        (text, regex) -> findAll(text, regex, -1)),
                Overload.member(
                        "string_find_all_string_int",
                        ListType.create(SimpleType.STRING),
                        List.of(SimpleType.STRING, SimpleType.STRING, SimpleType.INT),
                        List.of(String.class, String.class, Long.class),
                        args -> findAll((String) args[0], (String) args[1], (Long) args[2])));
    }

    static boolean matches(String text, String regex) {
        Pattern pattern = KNOWN.get(regex);
        return (pattern == null ? compile(regex) : pattern).matcher(text).find();
    }

    private static String find(String text, String regex) {
        Matcher matcher = pattern(regex).matcher(text);
        return matcher.find() ? matcher.group() : "";
    }

    private static List<String> findAll(String text, String regex, long limit) {
        List<String> found = new ArrayList<>();
        Matcher matcher = pattern(regex).matcher(text);
        while ((limit < 0 || found.size() < limit) && matcher.find()) {
            found.add(matcher.group());
        }
        return List.copyOf(found);
    }

    private static Pattern pattern(String regex) {
        Pattern pattern = KNOWN.get(regex);
        return pattern == null ? compile(regex) : pattern;
    }

    private static Pattern compile(String regex) {
        try {
            return Pattern.compile(regex);
        } catch (PatternSyntaxException e) {
            throw new CelBadFormatException(RegexSyntax.words(e));
        }
    }

    /** Keeps the compiled form of an expression that is written in a rule; fails when it is none. */
    static void prepare(String regex) {
        Pattern compiled = compile(regex);
        if (KNOWN.size() < MAX_KNOWN) {
            KNOWN.putIfAbsent(regex, compiled);
        }
    }
}
