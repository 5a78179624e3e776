package dev.hcp.simulator.apiserver.patch;

import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.json.JsonSyntaxException;
import dev.hcp.api.validation.schema.Schema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Who owns which fields of an object: {@code metadata.managedFields}. Mutable while one write is worked out.
 */
public final class ManagedFields {
    private static final int MOST_UPDATERS = 10;
    private static final String ANCIENT = "ancient-changes";

    private final TreeMap<FieldManager, OwnedFields> entries = new TreeMap<>();

    private ManagedFields() {}

    /** Nobody owns anything. */
    public static ManagedFields none() {
        return new ManagedFields();
    }

    /** The owners that a list from the store names; nobody when an entry is malformed. */
    public static ManagedFields stored(JsonArray list) {
        ManagedFields owners = read(list, true);
        return owners == null ? none() : owners;
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
            FieldManager manager = new FieldManager(
                    text(entry, "manager"),
                    operation,
                    operation.equals("Apply") ? "" : apiVersion,
                    text(entry, "subresource"));
            owners.entries.put(
                    manager,
                    new OwnedFields(manager, apiVersion, text(entry, "time"), entry.object("fieldsV1"), entry));
        }
        return owners;
    }

    private static boolean isSet(JsonObject node) {
        for (int i = 0; i < node.size(); i++) {
            if (!isStep(node.keyAt(i)) || !(node.valueAt(i) instanceof JsonObject child) || !isSet(child)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isStep(String step) {
        if (step.equals(".")) {
            return true;
        }
        if (step.length() < 2 || step.charAt(1) != ':') {
            return false;
        }
        return switch (step.charAt(0)) {
            case 'f' -> true;
            case 'k' -> isJson(step.substring(2), true);
            case 'v', 'i' -> isJson(step.substring(2), false);
            default -> false;
        };
    }

    private static boolean isJson(String text, boolean object) {
        try {
            Object value = Json.parse(text);
            return !object || value instanceof JsonObject;
        } catch (JsonSyntaxException e) {
            return false;
        }
    }

    private static String text(JsonObject object, String name) {
        String text = object.text(name);
        return text == null ? "" : text;
    }

    /** Whether a list asks for all ownership to be forgotten: {@code [{}]}. */
    public static boolean isReset(JsonArray list) {
        return list.size() == 1 && list.object(0).isEmpty();
    }

    /** Whether nobody owns anything. */
    public boolean isEmpty() {
        return entries.isEmpty();
    }

    /** The same owners, to be changed by themselves. */
    public ManagedFields copy() {
        ManagedFields copy = new ManagedFields();
        copy.entries.putAll(entries);
        return copy;
    }

    /** What a manager owns; the empty set when it is not known. */
    public JsonObject of(FieldManager manager) {
        OwnedFields entry = entries.get(manager);
        return entry == null ? JsonObject.EMPTY : entry.fields();
    }

    /** What a manager owns, with the version it wrote in and the time; null when it is not known. */
    public @Nullable OwnedFields entry(FieldManager manager) {
        return entries.get(manager);
    }

    /** All entries, ordered by manager. */
    public List<OwnedFields> entries() {
        return new ArrayList<>(entries.values());
    }

    /** Sets what a manager owns; with nothing to own it is forgotten. */
    public void set(FieldManager manager, String apiVersion, String time, JsonObject fields) {
        if (fields.isEmpty()) {
            entries.remove(manager);
            return;
        }
        OwnedFields old = entries.get(manager);
        if (old == null
                || !old.apiVersion().equals(apiVersion)
                || !old.time().equals(time)
                || !old.fields().equals(fields)) {
            entries.put(manager, OwnedFields.of(manager, apiVersion, time, fields));
        }
    }

    /** Forgets a manager. */
    public void forget(FieldManager manager) {
        entries.remove(manager);
    }

    /** The time of a manager's last change, or empty. */
    public String timeOf(FieldManager manager) {
        OwnedFields entry = entries.get(manager);
        return entry == null ? "" : entry.time();
    }

    /**
     * Brings what is owned in line with schemas that changed since.
     *
     * @param schemas the schema of an apiVersion, or null when it is no longer known
     */
    public void reconcile(Function<String, @Nullable Schema> schemas) {
        for (OwnedFields entry : entries()) {
            Schema schema = schemas.apply(entry.apiVersion());
            if (schema != null) {
                set(
                        entry.manager(),
                        entry.apiVersion(),
                        entry.time(),
                        SchemaChanges.reconciled(entry.fields(), schema));
            }
        }
    }

    /** Merges the oldest updaters of each version into one entry until there are not too many. */
    public void capUpdaters() {
        if (entries.size() <= MOST_UPDATERS) {
            return;
        }
        List<OwnedFields> updaters = new ArrayList<>();
        for (OwnedFields entry : entries.values()) {
            if (entry.manager().isUpdater()) {
                updaters.add(entry);
            }
        }
        updaters.sort(OwnedFields.BY_AGE);
        int left = updaters.size();
        Map<String, FieldManager> firsts = new HashMap<>();
        for (OwnedFields entry : updaters) {
            if (left <= MOST_UPDATERS) {
                return;
            }
            String version = entry.apiVersion();
            FieldManager first = firsts.putIfAbsent(version, entry.manager());
            if (first == null) {
                continue;
            }
            FieldManager bucket = FieldManager.updater(ANCIENT, version, null);
            if (!entries.containsKey(bucket)) {
                JsonObject fields = of(first);
                entries.remove(first);
                set(bucket, version, entry.time(), fields);
            }
            JsonObject merged = FieldSets.union(entry.fields(), of(bucket));
            entries.remove(entry.manager());
            // The time of what was merged last, which is the most recent.
            set(bucket, version, entry.time(), merged);
            left--;
        }
    }

    /** The list as {@code metadata.managedFields} holds it. */
    public JsonArray list() {
        return OwnedFields.list(entries());
    }
}
