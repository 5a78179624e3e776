package dev.hcp.client.dump;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes what is secret out of objects that are not Secrets: keys, passwords and tokens that somebody wrote into a ConfigMap,
 * an environment variable, an argument, an annotation, the user data of a machine or an address. What is secret is known by
 * its form, by the name of what holds it, or by what it is once it is decoded.
 */
final class Redaction {
    static final String REMOVED = "[removed]";

    private static final String NAMES =
            "password|passwd|password_?hash|token|secret|secret_?key|secret_?access_?key|session_?token|private_?key"
                    + "|api_?key|client_?secret|client-key-data|identitytoken|auth|pull_?secret";

    private static final List<Pattern> WHOLE = List.of(
            Pattern.compile(
                    "-----BEGIN [A-Z ]*PRIVATE KEY-----.*?(-----END [A-Z ]*PRIVATE KEY-----|$)", Pattern.DOTALL),
            Pattern.compile("eyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]*"),
            Pattern.compile("sha256~[A-Za-z0-9_-]{20,}"));

    /** What follows the first group is secret. */
    private static final List<Pattern> VALUES = List.of(
            Pattern.compile("(://[^/\\s:@\"']*:)[^@/\\s\"']+(?=@)"),
            Pattern.compile("([?&](?:image_token|access_token|token|api_key|password|secret)=)[^&\\s\"']+"),
            Pattern.compile("((?i:authorization)\"?: *\"?(?:Bearer|Basic) )[^\\s\"']+"),
            Pattern.compile("(?i)(\"(?:[a-z0-9_-]*[_-])?(?:" + NAMES + ")\" *: *\")[^\"]+"),
            Pattern.compile("(?im)(^[ \\t]*(?:- )?(?:[a-z0-9_-]*[_-])?(?:" + NAMES + "): +\"?)[^\\s{\\[\"]+"),
            Pattern.compile("(?i)(\\s(?:password|passwd): +\"?)[^\\s{\\[\"]+"),
            Pattern.compile("(?i)((?:^|[\\s\"';-])(?:[a-z0-9_-]*[_-])?(?:" + NAMES + ") ?= ?\"?)[^\\s\"'&;]+"));

    private static final Pattern ENCODED = Pattern.compile("[A-Za-z0-9+/]{24,}={0,2}");

    /** Environment variables. */
    private static final Pattern SECRET_NAME =
            Pattern.compile("(?i).*(password|passwd|token|secret_?key|secret_access_key|private_?key|api_?key).*");

    /** Members that are secret as a whole when they are texts. */
    private static final Pattern SECRET_MEMBER = Pattern.compile("(?i)(?:.*[-_./])?(?:" + NAMES
            + "|authorization|accessToken|bearerToken|userData|userDataBase64|networkData|networkDataBase64"
            + "|ignitionConfigOverrides?|internalRegistryPullSecret|\\.dockerconfigjson)");

    /** Members whose texts are all secret. */
    private static final Set<String> SECRET_PARTS = Set.of("ignitionEndpointHTTPHeaders", "additionalSecrets");

    /** Arguments after which the secret stands in the next one. */
    private static final Pattern SECRET_FLAG = Pattern.compile("(?i)--?(?:[a-z0-9-]*-)?(?:" + NAMES + "|api-key)");

    private Redaction() {}

    /** The object without secrets. */
    static JsonObject of(JsonObject object) {
        String name = object.text("name");
        boolean variable = name != null && SECRET_NAME.matcher(name).matches();
        JsonObject.Builder clean = JsonObject.builder(object.size());
        object.forEach((key, member) -> clean.put(key, member(key, member, variable)));
        return clean.build();
    }

    /** A text, such as a log, without secrets. */
    static String of(String text) {
        return plain(ENCODED.matcher(text).replaceAll(found -> Matcher.quoteReplacement(decoded(found))));
    }

    private static String plain(String text) {
        String clean = text;
        for (Pattern pattern : WHOLE) {
            clean = pattern.matcher(clean).replaceAll(REMOVED);
        }
        for (Pattern pattern : VALUES) {
            clean = pattern.matcher(clean).replaceAll("$1" + Matcher.quoteReplacement(REMOVED));
        }
        return clean;
    }

    /** What is encoded stays unless it is secret once it is read. */
    private static String decoded(MatchResult encoded) {
        try {
            String text = new String(Base64.getDecoder().decode(encoded.group()), StandardCharsets.ISO_8859_1);
            return plain(text).equals(text) ? encoded.group() : REMOVED;
        } catch (IllegalArgumentException e) {
            // It only looked like that.
            return encoded.group();
        }
    }

    private static @Nullable Object member(String key, @Nullable Object value, boolean variable) {
        if (value instanceof String text && !text.isEmpty()) {
            return variable && key.equals("value") || SECRET_MEMBER.matcher(key).matches() ? REMOVED : of(text);
        }
        return SECRET_PARTS.contains(key) ? withoutTexts(value) : value(value);
    }

    private static @Nullable Object value(@Nullable Object value) {
        if (value instanceof JsonObject object) {
            return of(object);
        }
        if (value instanceof JsonArray array) {
            return items(array);
        }
        return value instanceof String text ? of(text) : value;
    }

    private static JsonArray items(JsonArray array) {
        List<@Nullable Object> clean = new ArrayList<>(array.size());
        boolean secret = false;
        for (Object item : array) {
            clean.add(secret && item instanceof String ? REMOVED : value(item));
            secret = item instanceof String flag && SECRET_FLAG.matcher(flag).matches();
        }
        return JsonArray.copyOf(clean);
    }

    private static @Nullable Object withoutTexts(@Nullable Object value) {
        if (value instanceof JsonObject object && object.values().stream().allMatch(String.class::isInstance)) {
            JsonObject.Builder changed = JsonObject.builder(object.size());
            object.forEach((key, member) -> changed.put(key, REMOVED));
            return changed.build();
        }
        if (value instanceof JsonArray array) {
            List<@Nullable Object> changed = new ArrayList<>(array.size());
            array.forEach(item -> changed.add(item instanceof String ? REMOVED : value(item)));
            return JsonArray.copyOf(changed);
        }
        return value(value);
    }
}
