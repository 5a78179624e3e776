package dev.hcp.simulator.apiserver.openapi;

import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The definitions that all documents share: of object metadata, options, {@code Status} and the like. */
final class MetaDefinitions {
    private static final String FILE = "meta-definitions.json";
    private static final Map<Dialect, JsonObject> BY_DIALECT = new EnumMap<>(Dialect.class);

    static {
        JsonObject source = read();
        for (Dialect dialect : Dialect.values()) {
            BY_DIALECT.put(dialect, (JsonObject) Objects.requireNonNull(written(source, dialect)));
        }
    }

    private MetaDefinitions() {}

    static JsonObject in(Dialect dialect) {
        return Objects.requireNonNull(BY_DIALECT.get(dialect));
    }

    private static JsonObject read() {
        try (InputStream in = MetaDefinitions.class.getResourceAsStream(FILE)) {
            return (JsonObject) Objects.requireNonNull(
                    Json.parse(Objects.requireNonNull(in, FILE).readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + FILE, e);
        }
    }

    /** The source with its references, which are plain names, as the dialect writes them. */
    private static @Nullable Object written(@Nullable Object value, Dialect dialect) {
        if (value instanceof JsonArray array) {
            List<@Nullable Object> items = new ArrayList<>(array.size());
            for (Object item : array) {
                items.add(written(item, dialect));
            }
            return JsonArray.copyOf(items);
        }
        if (!(value instanceof JsonObject object)) {
            return value;
        }
        JsonObject.Builder out = JsonObject.builder(object.size());
        String reference = object.text("$ref");
        if (reference != null) {
            JsonObject named = object.size() == 1 ? dialect.reference(reference) : dialect.extensible(reference);
            named.forEach(out::put);
        }
        for (int i = 0; i < object.size(); i++) {
            if (dialect == Dialect.V2 && object.keyAt(i).equals("oneOf")) {
                // Version 2 has no choice of types.
                out.put("type", "string");
            } else if (!object.keyAt(i).equals("$ref")) {
                out.put(object.keyAt(i), written(object.valueAt(i), dialect));
            }
        }
        return out.build();
    }
}
