package dev.hcp.reconcilers;

import dev.hcp.api.HcpException;
import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A plain map of objects that can execute plans: the smallest driver a reconciler can have, for its unit tests and for
 * whoever wants to see what it does without a server.
 *
 * <p>It does not default, validate, prune or collect garbage, and sets neither uid nor generation. Replacing an object
 * at an old resourceVersion is a conflict; deletion waits for finalizers. Not thread-safe.
 */
public final class PlainStore {
    private static final Map<Class<?>, String> KINDS = new ConcurrentHashMap<>();

    private final Map<String, Map<ObjectKey, Entry>> kinds = new TreeMap<>();
    private final Map<String, PlainStore> hosted = new TreeMap<>();
    private long revision;

    /** An object at a revision, with its typed form once somebody asked for it. */
    private static final class Entry {
        final JsonObject tree;
        private @Nullable HasMetadata typed;

        Entry(JsonObject tree) {
            this.tree = tree;
        }

        <T extends HasMetadata> T as(Class<T> type) {
            if (!type.isInstance(typed)) {
                typed = Json.toType(tree, type);
            }
            return type.cast(typed);
        }
    }

    /** {@code group/Kind} of a model class; the core group is empty. */
    public static String kindOf(Class<? extends HasMetadata> type) {
        return KINDS.computeIfAbsent(type, t -> HasMetadata.getGroup(type) + "/" + HasMetadata.getKind(type));
    }

    private static String kindOf(JsonObject object) {
        String apiVersion = object.text("apiVersion");
        String kind = object.text("kind");
        if (apiVersion == null || kind == null) {
            throw new HcpException(
                    "an object needs apiVersion and kind; got apiVersion " + apiVersion + ", kind " + kind);
        }
        int slash = apiVersion.indexOf('/');
        return (slash < 0 ? "" : apiVersion.substring(0, slash)) + "/" + kind;
    }

    /** Stores a new object. */
    public void create(JsonObject object) {
        put(kindOf(object), ObjectKey.of(object), object);
    }

    /** Applies a merge patch to an object that exists; one that waits to be deleted goes with its last finalizer. */
    public void patch(String kind, ObjectKey key, JsonObject patch) {
        put(kind, key, Shown.mergePatch(existing(kind, key), patch));
    }

    /** Deletes an object; with finalizers it stays, marked for deletion. */
    public void delete(String kind, ObjectKey key, Instant now) {
        JsonObject live = find(kind, key);
        if (live == null) {
            return;
        }
        if (live.array("metadata", "finalizers").isEmpty()) {
            remove(kind, key);
        } else if (live.at("metadata", "deletionTimestamp") == null) {
            put(kind, key, live.withAt(now.toString(), "metadata", "deletionTimestamp"));
        }
    }

    /** The tree of an object. */
    public Optional<JsonObject> tree(String kind, ObjectKey key) {
        return Optional.ofNullable(find(kind, key));
    }

    /** The typed form of an object. */
    public <T extends HasMetadata> Optional<T> get(Class<T> type, String namespace, String name) {
        Map<ObjectKey, Entry> ofKind = kinds.get(kindOf(type));
        Entry entry = ofKind == null ? null : ofKind.get(new ObjectKey(namespace, name));
        return Optional.ofNullable(entry).map(found -> found.as(type));
    }

    /** All objects of a kind in a namespace, or in all of them, ordered by namespace and name. */
    public <T extends HasMetadata> List<T> list(Class<T> type, String namespace) {
        List<T> found = new ArrayList<>();
        kinds.getOrDefault(kindOf(type), Map.of()).forEach((key, entry) -> {
            if (namespace.isEmpty() || namespace.equals(key.namespace())) {
                found.add(entry.as(type));
            }
        });
        return found;
    }

    /** The objects of a hosted cluster, by the namespace of its control plane; made when first asked for. */
    public PlainStore hosted(String controlPlaneNamespace) {
        return hosted.computeIfAbsent(controlPlaneNamespace, namespace -> new PlainStore());
    }

    /** Everything there is, by {@code group/Kind/namespace/name}. */
    public Map<String, JsonObject> everything() {
        Map<String, JsonObject> all = new LinkedHashMap<>();
        kinds.forEach((kind, objects) ->
                objects.forEach((key, entry) -> all.put(kind + "/" + key.namespace() + "/" + key.name(), entry.tree)));
        return all;
    }

    /**
     * Executes the intents of a plan, in order.
     *
     * @param manager name of the reconciler: what it applied before and applies no more goes
     * @return what went wrong, in order; an intent that fails does not stop those after it
     */
    public List<String> execute(Plan plan, String manager, Instant now) {
        List<String> problems = new ArrayList<>();
        for (Intent intent : plan.intents()) {
            try {
                execute(intent, manager, now);
            } catch (HcpException e) {
                problems.add(e.getMessage());
            }
        }
        return problems;
    }

    private void execute(Intent intent, String manager, Instant now) {
        if (intent instanceof Intent.Hosted inside) {
            hosted(inside.controlPlaneNamespace()).execute(inside.intent(), manager, now);
            return;
        }
        String kind = kindOf(intent.type());
        ObjectKey key = intent.key();
        JsonObject live = find(kind, key);
        if (intent instanceof Intent.Apply apply) {
            put(kind, key, applied(live, apply.tree(), manager));
        } else if (intent instanceof Intent.Replace replace) {
            put(kind, key, replaced(live, replace));
        } else if (intent instanceof Intent.CreateIfAbsent create) {
            if (live == null) {
                put(kind, key, create.tree());
            }
        } else if (intent instanceof Intent.MergePatch patch) {
            put(kind, key, Shown.mergePatch(existing(kind, key), patch.patch()));
        } else if (intent instanceof Intent.AddFinalizer add) {
            List<@Nullable Object> finalizers =
                    new ArrayList<>(existing(kind, key).array("metadata", "finalizers"));
            if (!finalizers.contains(add.finalizer())) {
                finalizers.add(add.finalizer());
                put(kind, key, existing(kind, key).withAt(JsonArray.copyOf(finalizers), "metadata", "finalizers"));
            }
        } else if (intent instanceof Intent.RemoveFinalizer drop) {
            removeFinalizer(kind, key, drop.finalizer());
        } else if (intent instanceof Intent.Delete || intent instanceof Intent.Evict) {
            delete(kind, key, now);
        } else if (intent instanceof Intent.Status status) {
            put(kind, key, existing(kind, key).with("status", status.tree().get("status")));
        }
    }

    private static JsonObject applied(@Nullable JsonObject live, JsonObject wanted, String manager) {
        JsonObject before = live == null ? JsonObject.EMPTY : live;
        List<@Nullable Object> managers = new ArrayList<>();
        for (Object entry : before.array("metadata", "managedFields")) {
            if (entry instanceof JsonObject fields && manager.equals(fields.text("manager"))) {
                before = Shown.without(before, fields.object("fieldsV1"), wanted);
            } else {
                managers.add(entry);
            }
        }
        managers.add(JsonObject.of("fieldsV1", Shown.fields(wanted), "manager", manager, "operation", "Apply"));
        return Shown.merge(before, wanted).withAt(JsonArray.copyOf(managers), "metadata", "managedFields");
    }

    private static JsonObject replaced(@Nullable JsonObject live, Intent.Replace replace) {
        JsonObject wanted = replace.tree();
        if (live == null) {
            return wanted;
        }
        String expected = wanted.text("metadata", "resourceVersion");
        if (expected != null && !expected.equals(live.text("metadata", "resourceVersion"))) {
            throw new HcpException("Operation cannot be fulfilled on " + live.text("kind") + " \""
                    + replace.key().name() + "\": the object has been modified");
        }
        Object status = live.get("status");
        return status == null ? wanted.without("status") : wanted.with("status", status);
    }

    private void removeFinalizer(String kind, ObjectKey key, String finalizer) {
        JsonObject live = find(kind, key);
        if (live == null) {
            return;
        }
        List<@Nullable Object> finalizers = new ArrayList<>(live.array("metadata", "finalizers"));
        finalizers.remove(finalizer);
        put(kind, key, live.withAt(JsonArray.copyOf(finalizers), "metadata", "finalizers"));
    }

    private JsonObject existing(String kind, ObjectKey key) {
        JsonObject live = find(kind, key);
        if (live == null) {
            throw new HcpException(kind + " " + key + " does not exist");
        }
        return live;
    }

    private @Nullable JsonObject find(String kind, ObjectKey key) {
        Map<ObjectKey, Entry> ofKind = kinds.get(kind);
        Entry entry = ofKind == null ? null : ofKind.get(key);
        return entry == null ? null : entry.tree;
    }

    private void put(String kind, ObjectKey key, JsonObject object) {
        JsonObject before = find(kind, key);
        if (before != null && before.equals(object)) {
            return;
        }
        if (before != null
                && object.at("metadata", "deletionTimestamp") != null
                && object.array("metadata", "finalizers").isEmpty()) {
            remove(kind, key);
            return;
        }
        JsonObject versioned = object.withAt(Long.toString(++revision), "metadata", "resourceVersion");
        kinds.computeIfAbsent(kind, k -> new TreeMap<>(PlainStore::compare)).put(key, new Entry(versioned));
    }

    private void remove(String kind, ObjectKey key) {
        Collection<ObjectKey> keys = kinds.getOrDefault(kind, Map.of()).keySet();
        keys.remove(key);
        revision++;
    }

    private static int compare(ObjectKey a, ObjectKey b) {
        int byNamespace = a.namespace().compareTo(b.namespace());
        return byNamespace != 0 ? byNamespace : a.name().compareTo(b.name());
    }
}
