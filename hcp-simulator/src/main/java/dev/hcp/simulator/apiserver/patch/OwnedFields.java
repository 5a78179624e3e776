package dev.hcp.simulator.apiserver.patch;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What one manager owns.
 *
 * @param apiVersion the version it last wrote in, in which the fields are named
 * @param time when it last changed something; empty when that is not known
 * @param fields the set of fields
 * @param tree the entry of {@code metadata.managedFields}
 */
public record OwnedFields(FieldManager manager, String apiVersion, String time, JsonObject fields, JsonObject tree) {
    /** Older first, then as managers are told apart. */
    static final Comparator<OwnedFields> BY_AGE = ((Comparator<OwnedFields>) OwnedFields::compareTimes)
            .thenComparing(entry -> entry.manager().identity());

    private static final Comparator<OwnedFields> ORDER = Comparator.comparing(
                    (OwnedFields entry) -> entry.manager().operation())
            .thenComparing(OwnedFields::compareTimes)
            .thenComparing(entry -> entry.manager().name())
            .thenComparing(OwnedFields::apiVersion)
            .thenComparing(entry -> entry.manager().subresource());

    /** What a manager owns from now on. */
    public static OwnedFields of(FieldManager manager, String apiVersion, String time, JsonObject fields) {
        JsonObject.Builder tree = JsonObject.builder(7)
                .put("manager", manager.name())
                .put("operation", manager.operation())
                .put("apiVersion", apiVersion)
                .put("fieldsType", "FieldsV1")
                .put("fieldsV1", fields);
        if (!time.isEmpty()) {
            tree.put("time", time);
        }
        if (!manager.subresource().isEmpty()) {
            tree.put("subresource", manager.subresource());
        }
        return new OwnedFields(manager, apiVersion, time, fields, tree.build());
    }

    /** Entries as {@code metadata.managedFields} holds them, in its order. */
    public static JsonArray list(List<OwnedFields> entries) {
        List<OwnedFields> sorted = new ArrayList<>(entries);
        sorted.sort(ORDER);
        List<Object> trees = new ArrayList<>(sorted.size());
        for (OwnedFields entry : sorted) {
            trees.add(entry.tree());
        }
        return JsonArray.copyOf(trees);
    }

    /** Times that the server wrote all have one form, whose order as text is their order in time. */
    private static int compareTimes(OwnedFields a, OwnedFields b) {
        return isPlain(a.time) && isPlain(b.time) ? a.time.compareTo(b.time) : Long.compare(a.seconds(), b.seconds());
    }

    private static boolean isPlain(String time) {
        return time.length() == "2006-01-02T15:04:05Z".length() && time.endsWith("Z");
    }

    private long seconds() {
        try {
            return time.isEmpty() ? 0 : Instant.parse(time).getEpochSecond();
        } catch (DateTimeParseException e) {
            return 0;
        }
    }
}
