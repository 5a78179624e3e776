package dev.hcp.simulator.apiserver.patch;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Who owns which fields of an object: {@code metadata.managedFields}. Mutable while one write is worked out.
 */
public final class ManagedFields {
    private static final int MOST_UPDATERS = 10;
    private static final String ANCIENT = "ancient-changes";
    private static final Comparator<Entry> ORDER = Comparator.comparing(
                    (Entry entry) -> entry.manager().operation())
            .thenComparing(Entry::compareTimes)
            .thenComparing(entry -> entry.manager().name())
            .thenComparing(Entry::apiVersion)
            .thenComparing(entry -> entry.manager().subresource());

    private final TreeMap<Manager, Entry> entries = new TreeMap<>();

    /**
     * One who writes.
     *
     * @param operation {@code Apply} or {@code Update}
     * @param apiVersion the version it wrote in; empty for Apply, which keeps one entry over all versions
     */
    public record Manager(String name, String operation, String apiVersion, String subresource)
            implements Comparable<Manager> {
        private static final Comparator<Manager> ORDER = Comparator.comparing(Manager::name)
                .thenComparing(Manager::operation)
                .thenComparing(Manager::apiVersion)
                .thenComparing(Manager::subresource);

        /** Who applies under a name. */
        public static Manager applier(String name, @Nullable String subresource) {
            return new Manager(name, "Apply", "", subresource == null ? "" : subresource);
        }

        /** Who creates, replaces or patches under a name. */
        public static Manager updater(String name, String apiVersion, @Nullable String subresource) {
            return new Manager(name, "Update", apiVersion, subresource == null ? "" : subresource);
        }

        @Override
        public int compareTo(Manager other) {
            return ORDER.compare(this, other);
        }

        /** As conflicts name it. */
        public String printed() {
            return "\"" + name + "\"" + (subresource.isEmpty() ? "" : " with subresource \"" + subresource + "\"")
                    + (operation.equals("Update") && !apiVersion.isEmpty() ? " using " + apiVersion : "");
        }
    }

    /** What one manager owns. */
    public record Entry(Manager manager, String apiVersion, String time, JsonObject fields) {
        /** Older first. Times that the server wrote all have one form, whose order as text is their order in time. */
        private static int compareTimes(Entry a, Entry b) {
            return isPlain(a.time) && isPlain(b.time)
                    ? a.time.compareTo(b.time)
                    : Long.compare(a.seconds(), b.seconds());
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

        private JsonObject tree() {
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
            return tree.build();
        }
    }

    private ManagedFields() {}

    /** Nobody owns anything. */
    public static ManagedFields none() {
        return new ManagedFields();
    }

    /** The owners that a list from the store names; null when an entry is malformed. */
    public static @Nullable ManagedFields stored(JsonArray list) {
        return read(list, true);
    }

    /** The owners that a list from a client names; null when an entry is malformed. */
    public static @Nullable ManagedFields parse(JsonArray list) {
        return read(list, false);
    }

    private static @Nullable ManagedFields read(JsonArray list, boolean checked) {
        ManagedFields owners = new ManagedFields();
        for (int i = 0; i < list.size(); i++) {
            JsonObject entry = list.object(i);
            String operation = text(entry, "operation");
            String apiVersion = text(entry, "apiVersion");
            boolean known = operation.equals("Apply") || operation.equals("Update");
            if (!known || !text(entry, "fieldsType").equals("FieldsV1") || apiVersion.isEmpty()) {
                return null;
            }
            if (!checked && !isSet(entry.object("fieldsV1"))) {
                return null;
            }
            Manager manager = new Manager(
                    text(entry, "manager"),
                    operation,
                    operation.equals("Apply") ? "" : apiVersion,
                    text(entry, "subresource"));
            owners.entries.put(manager, new Entry(manager, apiVersion, text(entry, "time"), entry.object("fieldsV1")));
        }
        return owners;
    }

    private static boolean isSet(JsonObject node) {
        for (int i = 0; i < node.size(); i++) {
            String step = node.keyAt(i);
            boolean known = step.equals(".")
                    || (step.length() > 1 && step.charAt(1) == ':' && "fkvi".indexOf(step.charAt(0)) >= 0);
            if (!known || !(node.valueAt(i) instanceof JsonObject child) || !isSet(child)) {
                return false;
            }
        }
        return true;
    }

    private static String text(JsonObject object, String name) {
        String text = object.text(name);
        return text == null ? "" : text;
    }

    /** Whether a list asks for all ownership to be forgotten: {@code [{}]}. */
    public static boolean isReset(JsonArray list) {
        return list.size() == 1 && list.object(0).isEmpty();
    }

    public boolean isEmpty() {
        return entries.isEmpty();
    }

    /** What a manager owns; the empty set when it is not known. */
    public JsonObject of(Manager manager) {
        Entry entry = entries.get(manager);
        return entry == null ? JsonObject.EMPTY : entry.fields();
    }

    /** All entries, ordered by manager. */
    public List<Entry> entries() {
        return new ArrayList<>(entries.values());
    }

    /** Sets what a manager owns; with nothing to own it is forgotten. */
    public void set(Manager manager, String apiVersion, String time, JsonObject fields) {
        if (fields.isEmpty()) {
            entries.remove(manager);
        } else {
            entries.put(manager, new Entry(manager, apiVersion, time, fields));
        }
    }

    /** The time of a manager's last change, or empty. */
    public String timeOf(Manager manager) {
        Entry entry = entries.get(manager);
        return entry == null ? "" : entry.time();
    }

    /** Everybody but one loses fields. */
    public void take(Manager except, JsonObject fields) {
        if (fields.isEmpty()) {
            return;
        }
        for (Entry entry : entries()) {
            if (!entry.manager().equals(except)) {
                JsonObject kept = FieldSets.difference(entry.fields(), fields);
                if (kept != entry.fields()) {
                    set(entry.manager(), entry.apiVersion(), entry.time(), kept);
                }
            }
        }
    }

    /** Merges the oldest updaters of a version into one when there are too many. */
    public void capUpdaters() {
        List<Entry> updaters = new ArrayList<>();
        for (Entry entry : entries.values()) {
            if (entry.manager().operation().equals("Update")) {
                updaters.add(entry);
            }
        }
        if (updaters.size() <= MOST_UPDATERS) {
            return;
        }
        updaters.sort(((Comparator<Entry>) Entry::compareTimes).thenComparing(Entry::manager));
        String version = updaters.get(0).apiVersion();
        Manager ancient = Manager.updater(ANCIENT, version, null);
        int excess = updaters.size() - MOST_UPDATERS;
        JsonObject merged = JsonObject.EMPTY;
        String time = "";
        List<Entry> gone = new ArrayList<>();
        for (Entry entry : updaters) {
            if (gone.size() <= excess && entry.apiVersion().equals(version)) {
                merged = FieldSets.union(merged, entry.fields());
                time = entry.time();
                gone.add(entry);
            }
        }
        if (gone.size() > 1) {
            gone.forEach(entry -> entries.remove(entry.manager()));
            entries.put(ancient, new Entry(ancient, version, time, merged));
        }
    }

    /** The list as {@code metadata.managedFields} holds it. */
    public JsonArray list() {
        List<Entry> sorted = entries();
        sorted.sort(ORDER);
        List<Object> trees = new ArrayList<>(sorted.size());
        for (Entry entry : sorted) {
            trees.add(entry.tree());
        }
        return JsonArray.copyOf(trees);
    }
}
