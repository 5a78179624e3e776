package dev.hcp.simulator.apiserver;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.json.JsonSyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * What a continue token says: go on at this revision, or at the newest when it is negative.
 *
 * @param start the first key that may follow, within the scope of the list
 */
record ContinueToken(long revision, String start) {
    private static final String VERSION = "meta.k8s.io/v1";

    String encode() {
        // In the reference's order: some look into tokens.
        String json = "{\"v\":\"" + VERSION + "\",\"rv\":" + revision + ",\"start\":" + Json.write(start) + "}";
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    /** The token that goes on from here with the objects as they are by then. */
    ContinueToken atNewest() {
        return new ContinueToken(-1, start);
    }

    /** Reads a token; a text that is none is a 400. */
    static ContinueToken decode(String text) {
        JsonObject token = parse(bytes(text));
        String version = text(token, "v");
        if (!version.equals(VERSION)) {
            throw invalid("server does not recognize this encoded version " + version);
        }
        Object revision = token.get("rv");
        if (revision != null && !(revision instanceof Long)) {
            throw invalid("json: cannot unmarshal " + type(revision)
                    + " into Go struct field continueToken.rv of type int64");
        }
        if (revision == null || revision.equals(0L)) {
            throw invalid("incorrect encoded start resourceVersion (version " + VERSION + ")");
        }
        String start = text(token, "start");
        if (start.isEmpty()) {
            throw invalid("encoded start key empty (version " + VERSION + ")");
        }
        if (leavesItsPlace(start)) {
            throw invalid(start);
        }
        return new ContinueToken((Long) revision, start.startsWith("/") ? start.substring(1) : start);
    }

    private static byte[] bytes(String text) {
        try {
            return Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw invalid("illegal base64 data at input byte " + illegalByte(text));
        }
    }

    private static int illegalByte(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean legal = c < 128 && Character.isLetterOrDigit(c) || c == '-' || c == '_';
            if (!legal) {
                return i;
            }
        }
        return text.length() / 4 * 4;
    }

    private static JsonObject parse(byte[] json) {
        Object value;
        try {
            value = Json.parse(json);
        } catch (JsonSyntaxException e) {
            throw invalid(
                    e.getCause() instanceof JsonProcessingException
                            ? GoJson.problem(json)
                            : String.valueOf(e.getMessage()));
        }
        if (value == null) {
            return JsonObject.EMPTY;
        }
        if (value instanceof JsonObject object) {
            return object;
        }
        throw invalid("json: cannot unmarshal " + type(value) + " into Go value of type storage.continueToken");
    }

    private static String text(JsonObject token, String field) {
        Object value = token.get(field);
        if (value != null && !(value instanceof String)) {
            throw invalid("json: cannot unmarshal " + type(value) + " into Go struct field continueToken." + field
                    + " of type string");
        }
        return value == null ? "" : (String) value;
    }

    private static String type(@Nullable Object value) {
        if (value instanceof JsonArray) {
            return "array";
        }
        if (value instanceof JsonObject) {
            return "object";
        }
        return value instanceof String ? "string" : value instanceof Boolean ? "bool" : "number";
    }

    /** Whether a key is not as short as it could be, such as one that climbs to where other objects are. */
    private static boolean leavesItsPlace(String start) {
        String path = start.startsWith("/") ? start.substring(1) : start;
        for (String segment : path.split("/", -1)) {
            if (segment.isEmpty() || segment.equals(".") || segment.equals("..")) {
                return true;
            }
        }
        return false;
    }

    private static ApiException invalid(String why) {
        return Failures.badRequest("invalid continue token: continue key is not valid: " + why);
    }
}
