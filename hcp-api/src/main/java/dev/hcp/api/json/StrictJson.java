package dev.hcp.api.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** JSON with a report of duplicate fields, of which the last one counts. */
public final class StrictJson {
    private static final JsonFactory FACTORY = new JsonFactory();

    private StrictJson() {}

    /**
     * Parses a body.
     *
     * @param duplicates takes {@code duplicate field "..."} for each field that is set twice
     * @throws JsonSyntaxException when it is not one JSON value
     */
    public static @Nullable Object parse(byte[] body, List<String> duplicates) {
        Object value = Json.parse(body);
        if (members(body) != members(value)) {
            find(body, duplicates);
        }
        return value;
    }

    /** How many members a tree has at all depths: fewer than its text has when fields are set twice. */
    private static int members(@Nullable Object value) {
        int count = 0;
        if (value instanceof JsonObject object) {
            count = object.size();
            for (int i = 0; i < object.size(); i++) {
                count += members(object.valueAt(i));
            }
        } else if (value instanceof List<?> items) {
            for (Object item : items) {
                count += members(item);
            }
        }
        return count;
    }

    private static int members(byte[] body) {
        try (JsonParser parser = FACTORY.createParser(body)) {
            int count = 0;
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                count += token == JsonToken.FIELD_NAME ? 1 : 0;
            }
            return count;
        } catch (JsonProcessingException e) {
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void find(byte[] body, List<String> duplicates) {
        Deque<Set<String>> seen = new ArrayDeque<>();
        Set<String> told = new HashSet<>();
        try (JsonParser parser = FACTORY.createParser(body)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                switch (token) {
                    case START_OBJECT -> seen.push(new HashSet<>());
                    case END_OBJECT -> seen.pop();
                    case FIELD_NAME -> {
                        if (!seen.getFirst().add(parser.currentName())) {
                            String path = path(parser);
                            if (told.add(path)) {
                                duplicates.add("duplicate field \"" + path + "\"");
                            }
                        }
                    }
                    default -> {}
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String path(JsonParser parser) {
        List<String> steps = new ArrayList<>();
        for (var context = parser.getParsingContext(); context != null; context = context.getParent()) {
            if (context.inObject()) {
                steps.add(0, (steps.isEmpty() && context.getParent() == null ? "" : ".") + context.getCurrentName());
            } else if (context.inArray()) {
                steps.add(0, "[" + context.getCurrentIndex() + "]");
            }
        }
        String path = String.join("", steps);
        return path.startsWith(".") ? path.substring(1) : path;
    }
}
