package dev.hcp.client.dump;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes what is secret out of objects that are not Secrets: keys and tokens that somebody wrote into a ConfigMap, an
 * environment variable, an annotation or an address.
 */
final class Redaction {
    static final String REMOVED = "[removed]";

    private static final List<Pattern> WHOLE = List.of(
            Pattern.compile(
                    "-----BEGIN [A-Z ]*PRIVATE KEY-----.*?(-----END [A-Z ]*PRIVATE KEY-----|$)", Pattern.DOTALL),
            Pattern.compile("eyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]*"));

    /** What follows the first group is secret. */
    private static final List<Pattern> VALUES = List.of(
            Pattern.compile("([?&](?:image_token|access_token|token|api_key|password|secret)=)[^&\\s\"']+"),
            Pattern.compile("((?:Authorization|authorization)\"?: *\"?(?:Bearer|Basic) )[^\\s\"']+"),
            Pattern.compile("(\"(?:auth|password|token|client-key-data|identitytoken)\" *: *\")[^\"]+"),
            Pattern.compile("((?:^|\\s)(?:password|token|client-key-data|clientSecret): +)[^\\s{\\[]+"));

    private static final Pattern SECRET_NAME =
            Pattern.compile("(?i).*(password|passwd|token|secret_?key|private_?key|api_?key).*");

    private Redaction() {}

    /** The object without secrets. */
    static JsonObject of(JsonObject object) {
        return (JsonObject) value(object);
    }

    /** A text, such as a log, without secrets. */
    static String of(String text) {
        String clean = text;
        for (Pattern pattern : WHOLE) {
            clean = pattern.matcher(clean).replaceAll(REMOVED);
        }
        for (Pattern pattern : VALUES) {
            clean = pattern.matcher(clean).replaceAll("$1" + Matcher.quoteReplacement(REMOVED));
        }
        return clean;
    }

    private static Object value(Object value) {
        if (value instanceof JsonObject object) {
            JsonObject.Builder clean = JsonObject.builder(object.size());
            String name = object.text("name");
            boolean variable = name != null && SECRET_NAME.matcher(name).matches();
            object.forEach(
                    (key, member) -> clean.put(key, variable && key.equals("value") ? REMOVED : nullable(member)));
            return clean.build();
        }
        if (value instanceof JsonArray array) {
            List<@Nullable Object> clean = new ArrayList<>(array.size());
            array.forEach(item -> clean.add(nullable(item)));
            return JsonArray.copyOf(clean);
        }
        return value instanceof String text ? of(text) : value;
    }

    private static @Nullable Object nullable(@Nullable Object value) {
        return value == null ? null : value(value);
    }
}
