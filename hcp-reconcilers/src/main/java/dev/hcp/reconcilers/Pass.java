package dev.hcp.reconcilers;

import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.platforms.World;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One pass of a reconciler in the making: collects intents and is itself the {@link World} that already shows them.
 *
 * <p>An intent whose result the world shows is dropped. Used by one thread for one pass.
 */
public final class Pass extends SamePorts {
    private final World world;
    private final String manager;
    private final List<Intent> intents = new ArrayList<>();
    /** Where the intents of a pass within a hosted cluster go, too: in order into those of the pass around it. */
    private final Consumer<Intent> outer;

    private final Map<String, Pass> hosted = new HashMap<>();
    /** What this pass wrote, by kind and key; an empty value is a deletion. */
    private final Map<Class<?>, Map<ObjectKey, Optional<JsonObject>>> overlay = new LinkedHashMap<>();

    private @Nullable Duration requeueAfter;

    /**
     * @param world the view underneath
     * @param manager the reconciler's field manager: what it applied before and drops now counts as a change
     */
    public Pass(World world, String manager) {
        this(world, manager, intent -> {});
    }

    private Pass(World world, String manager, Consumer<Intent> outer) {
        super(world);
        this.world = world;
        this.manager = manager;
        this.outer = outer;
    }

    private void want(Intent intent) {
        intents.add(intent);
        outer.accept(intent);
    }

    /** Wants the fields of this object to have these values; see {@link Intent.Apply}. */
    public void apply(HasMetadata object) {
        apply(object.getClass(), Json.toTree(object));
    }

    /** Wants the fields of this object, given as a tree, to have these values; see {@link Intent.Apply}. */
    public void apply(Class<? extends HasMetadata> type, JsonObject object) {
        ObjectKey key = ObjectKey.of(object);
        JsonObject desired = object.without("status");
        Optional<JsonObject> live = tree(type, key.namespace(), key.name());
        if (live.isPresent() && Shown.shows(live.get(), desired, manager)) {
            return;
        }
        want(new Intent.Apply(type, key, desired));
        write(type, key, live.map(tree -> Shown.merge(tree, desired)).orElse(desired));
    }

    /**
     * As {@link #apply(Class, JsonObject)}, but builds the object only when the live one is not known to be as wanted.
     *
     * @param memory what is remembered of the primary, for inputs that determine the object
     */
    public void apply(
            Memory.OfPrimary memory, Class<? extends HasMetadata> type, ObjectKey key, Supplier<JsonObject> object) {
        apply(memory, "", type, key, object);
    }

    /**
     * As {@link #apply(Memory.OfPrimary, Class, ObjectKey, Supplier)}, of an object that depends on more.
     *
     * @param source what determines the object besides the inputs, compared with {@code equals}
     */
    public void apply(
            Memory.OfPrimary memory,
            Object source,
            Class<? extends HasMetadata> type,
            ObjectKey key,
            Supplier<JsonObject> object) {
        Optional<JsonObject> live = tree(type, key.namespace(), key.name());
        if (live.isPresent() && memory.saw(type, key, live.get(), source)) {
            return;
        }
        int before = intents.size();
        apply(type, object.get());
        if (live.isPresent() && intents.size() == before) {
            memory.see(type, key, live.get(), source);
        }
    }

    /**
     * Does a part of this pass, unless it had nothing to do the last time and nothing that it read has changed since.
     *
     * @param quiet what is remembered of the part, for everything it depends on besides the world
     * @param narrow says of which objects only parts count
     * @param part answers whether it did all it had to; if not, it is done again the next time
     * @return what the part answered
     */
    public boolean unlessQuiet(
            QuietPasses quiet, ObjectKey primary, Consumer<QuietPasses.Reads> narrow, Predicate<Pass> part) {
        if (quiet.stillQuiet(primary, this)) {
            return true;
        }
        QuietPasses.Reads reads = new QuietPasses.Reads(this);
        narrow.accept(reads);
        Pass inner = new Pass(reads, manager, this::want);
        boolean complete;
        try {
            complete = part.test(inner);
        } finally {
            inner.overlay.forEach((type, written) ->
                    overlay.computeIfAbsent(type, t -> new LinkedHashMap<>()).putAll(written));
            if (inner.requeueAfter != null) {
                requeueAfter(inner.requeueAfter);
            }
        }
        if (complete) {
            quiet.after(primary, reads, inner.done());
        }
        return complete;
    }

    /** Wants the whole object to be like this; see {@link Intent.Replace}. */
    public void replace(HasMetadata object) {
        replace(object.getClass(), Json.toTree(object));
    }

    /** Wants the whole object, given as a tree, to be like this; see {@link Intent.Replace}. */
    public void replace(Class<? extends HasMetadata> type, JsonObject desired) {
        ObjectKey key = ObjectKey.of(desired);
        Optional<JsonObject> live = tree(type, key.namespace(), key.name());
        if (live.isPresent() && Shown.equal(live.get().without("status"), desired.without("status"))) {
            return;
        }
        want(new Intent.Replace(type, key, desired));
        write(
                type,
                key,
                live.map(tree -> desired.with("status", tree.get("status"))).orElse(desired));
    }

    /**
     * Wants an object to be as an edit makes it, as a client does that reads, changes and writes back: what the edit leaves
     * alone stays. An object that does not exist is made from one without contents.
     */
    public void edit(Class<? extends HasMetadata> type, ObjectKey key, UnaryOperator<JsonObject> edit) {
        Optional<JsonObject> live = tree(type, key.namespace(), key.name());
        if (live.isPresent()) {
            replace(type, edit.apply(live.get()));
        } else {
            createIfAbsent(type, edit.apply(blank(type, key)));
        }
    }

    /** An object without contents. */
    public static JsonObject blank(Class<? extends HasMetadata> type, ObjectKey key) {
        JsonObject metadata = JsonObject.of("name", key.name());
        return JsonObject.of(
                "apiVersion",
                HasMetadata.getApiVersion(type),
                "kind",
                HasMetadata.getKind(type),
                "metadata",
                key.namespace().isEmpty() ? metadata : metadata.with("namespace", key.namespace()));
    }

    /** Wants an object of that name to exist; see {@link Intent.CreateIfAbsent}. */
    public void createIfAbsent(HasMetadata object) {
        createIfAbsent(object.getClass(), Json.toTree(object));
    }

    /** Wants an object of that name to exist, given as a tree; see {@link Intent.CreateIfAbsent}. */
    public void createIfAbsent(Class<? extends HasMetadata> type, JsonObject object) {
        ObjectKey key = ObjectKey.of(object);
        if (tree(type, key.namespace(), key.name()).isPresent()) {
            return;
        }
        want(new Intent.CreateIfAbsent(type, key, object));
        write(type, key, object);
    }

    /** Wants a merge patch of the main resource; see {@link Intent.MergePatch}. Nothing happens when the object is absent. */
    public <T extends HasMetadata> void patch(Class<T> type, ObjectKey key, JsonObject patch) {
        mergePatch(type, key, patch, false);
    }

    /** Wants a merge patch of the status; see {@link Intent.MergePatch}. Nothing happens when the object is absent. */
    public <T extends HasMetadata> void patchStatus(Class<T> type, ObjectKey key, JsonObject patch) {
        mergePatch(type, key, patch, true);
    }

    private <T extends HasMetadata> void mergePatch(Class<T> type, ObjectKey key, JsonObject patch, boolean status) {
        Optional<JsonObject> live = tree(type, key.namespace(), key.name());
        if (live.isEmpty()) {
            return;
        }
        JsonObject merged = Shown.mergePatch(live.get(), patch);
        if (merged.equals(live.get())) {
            return;
        }
        want(new Intent.MergePatch(type, key, status, patch));
        write(type, key, merged);
    }

    /** Wants a finalizer on an object. */
    public <T extends HasMetadata> void addFinalizer(Class<T> type, ObjectKey key, String finalizer) {
        Optional<JsonObject> live = tree(type, key.namespace(), key.name());
        if (live.isEmpty() || live.get().array("metadata", "finalizers").contains(finalizer)) {
            return;
        }
        want(new Intent.AddFinalizer(type, key, finalizer));
        List<@Nullable Object> finalizers = new ArrayList<>(live.get().array("metadata", "finalizers"));
        finalizers.add(finalizer);
        write(type, key, live.get().withAt(JsonArray.copyOf(finalizers), "metadata", "finalizers"));
    }

    /** Wants a finalizer gone from an object. */
    public <T extends HasMetadata> void removeFinalizer(Class<T> type, ObjectKey key, String finalizer) {
        Optional<JsonObject> live = tree(type, key.namespace(), key.name());
        if (live.isEmpty() || !live.get().array("metadata", "finalizers").contains(finalizer)) {
            return;
        }
        want(new Intent.RemoveFinalizer(type, key, finalizer));
        List<@Nullable Object> finalizers = new ArrayList<>(live.get().array("metadata", "finalizers"));
        finalizers.remove(finalizer);
        boolean gone = finalizers.isEmpty() && live.get().at("metadata", "deletionTimestamp") != null;
        if (gone) {
            writeAbsent(type, key);
        } else {
            write(type, key, live.get().withAt(JsonArray.copyOf(finalizers), "metadata", "finalizers"));
        }
    }

    /** Wants an object gone. Dropped when it is, or is already being deleted. */
    public <T extends HasMetadata> void delete(Class<T> type, ObjectKey key) {
        Optional<JsonObject> live = tree(type, key.namespace(), key.name());
        if (live.isEmpty() || live.get().at("metadata", "deletionTimestamp") != null) {
            return;
        }
        want(new Intent.Delete(type, key, Optional.ofNullable(live.get().text("metadata", "uid"))));
        if (live.get().array("metadata", "finalizers").isEmpty()) {
            writeAbsent(type, key);
        } else {
            write(type, key, live.get().withAt(now().toString(), "metadata", "deletionTimestamp"));
        }
    }

    /** Wants a pod to leave its node; see {@link Intent.Evict}. Dropped when it is gone, or is already on its way. */
    public void evict(ObjectKey pod) {
        Optional<JsonObject> live = tree(Pod.class, pod.namespace(), pod.name());
        if (live.isPresent() && live.get().at("metadata", "deletionTimestamp") == null) {
            // It may be refused, so it is still there as far as this pass knows.
            want(new Intent.Evict(pod));
        }
    }

    /** Wants the status to be that of this object; see {@link Intent.Status}. */
    public void status(HasMetadata object) {
        status(object.getClass(), Json.toTree(object));
    }

    /** Wants the status to be that of this object, given as a tree; see {@link Intent.Status}. */
    public void status(Class<? extends HasMetadata> type, JsonObject object) {
        ObjectKey key = ObjectKey.of(object);
        Optional<JsonObject> live = tree(type, key.namespace(), key.name());
        JsonObject desired = object.object("status");
        if (live.isEmpty() || Shown.equal(live.get().object("status"), desired)) {
            return;
        }
        want(new Intent.Status(type, key, object));
        write(type, key, live.get().with("status", desired));
    }

    /** Wants an Event about an object recorded. */
    public void event(HasMetadata about, boolean warning, String reason, String message) {
        want(new Intent.Event(about.getClass(), ObjectKey.of(about), warning, reason, message));
    }

    /** Asks for another pass after a while; the shortest request of a pass counts. */
    public void requeueAfter(Duration delay) {
        if (requeueAfter == null || delay.compareTo(requeueAfter) < 0) {
            requeueAfter = delay;
        }
    }

    /** The plan of a pass that went through. */
    public Plan done() {
        return new Plan(intents, Optional.ofNullable(requeueAfter), Optional.empty());
    }

    /** The plan of a pass that failed: what was wanted so far takes effect, then it is retried with back-off. */
    public Plan failed(String message) {
        return new Plan(intents, Optional.ofNullable(requeueAfter), Optional.of(message));
    }

    @Override
    public <T extends HasMetadata> Optional<T> get(Class<T> type, String namespace, String name) {
        Map<ObjectKey, Optional<JsonObject>> written = overlay.get(type);
        if (written != null) {
            Optional<JsonObject> tree = written.get(new ObjectKey(namespace, name));
            if (tree != null) {
                return tree.map(object -> Json.toType(object, type));
            }
        }
        return world.get(type, namespace, name);
    }

    @Override
    public <T extends HasMetadata> List<T> list(Class<T> type, String namespace) {
        Map<ObjectKey, Optional<JsonObject>> written = overlay.get(type);
        if (written == null) {
            return world.list(type, namespace);
        }
        Map<String, T> byKey = new TreeMap<>();
        for (T object : world.list(type, namespace)) {
            ObjectKey key = ObjectKey.of(object);
            byKey.put(key.namespace() + "\0" + key.name(), object);
        }
        written.forEach((key, tree) -> {
            if (namespace.isEmpty() || namespace.equals(key.namespace())) {
                String sortKey = key.namespace() + "\0" + key.name();
                if (tree.isPresent()) {
                    byKey.put(sortKey, Json.toType(tree.get(), type));
                } else {
                    byKey.remove(sortKey);
                }
            }
        });
        return List.copyOf(byKey.values());
    }

    @Override
    public <T extends HasMetadata> List<T> listWhere(Class<T> type, String namespace, String text, String... path) {
        return overlay.containsKey(type)
                ? super.listWhere(type, namespace, text, path)
                : world.listWhere(type, namespace, text, path);
    }

    @Override
    public <T extends HasMetadata> List<JsonObject> trees(Class<T> type, String namespace) {
        Map<ObjectKey, Optional<JsonObject>> written = overlay.get(type);
        return written == null
                ? world.trees(type, namespace)
                : laidOver(world.trees(type, namespace), namespace, written);
    }

    private static List<JsonObject> laidOver(
            List<JsonObject> stored, String namespace, Map<ObjectKey, Optional<JsonObject>> written) {
        List<JsonObject> result = new ArrayList<>(stored.size());
        Map<ObjectKey, Optional<JsonObject>> created = new LinkedHashMap<>(written);
        for (JsonObject object : stored) {
            Optional<JsonObject> newer = created.remove(ObjectKey.of(object));
            if (newer == null) {
                result.add(object);
            } else {
                newer.ifPresent(result::add);
            }
        }
        int before = result.size();
        created.forEach((key, tree) -> {
            if (namespace.isEmpty() || namespace.equals(key.namespace())) {
                tree.ifPresent(result::add);
            }
        });
        if (result.size() > before) {
            result.sort(Comparator.comparing(
                            (JsonObject object) -> ObjectKey.of(object).namespace())
                    .thenComparing(object -> ObjectKey.of(object).name()));
        }
        return result;
    }

    @Override
    public <T extends HasMetadata> Optional<JsonObject> tree(Class<T> type, String namespace, String name) {
        Map<ObjectKey, Optional<JsonObject>> written = overlay.get(type);
        if (written != null) {
            Optional<JsonObject> tree = written.get(new ObjectKey(namespace, name));
            if (tree != null) {
                return tree;
            }
        }
        return world.tree(type, namespace, name);
    }

    /** Whether this pass changes an object, so that its status does not speak of what it is going to be. */
    public boolean changes(Class<? extends HasMetadata> type, ObjectKey key) {
        Map<ObjectKey, Optional<JsonObject>> written = overlay.get(type);
        return written != null && written.containsKey(key);
    }

    @Override
    public Optional<World> hosted(String controlPlaneNamespace) {
        return within(controlPlaneNamespace).map(pass -> pass);
    }

    /** The part of this pass within a hosted cluster, while its API server answers; see {@link Intent.Hosted}. */
    public Optional<Pass> within(String controlPlaneNamespace) {
        Pass known = hosted.get(controlPlaneNamespace);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<Pass> made = world.hosted(controlPlaneNamespace)
                .map(inside ->
                        new Pass(inside, manager, intent -> want(new Intent.Hosted(controlPlaneNamespace, intent))));
        made.ifPresent(pass -> hosted.put(controlPlaneNamespace, pass));
        return made;
    }

    private void write(Class<? extends HasMetadata> type, ObjectKey key, JsonObject tree) {
        overlay.computeIfAbsent(type, t -> new LinkedHashMap<>()).put(key, Optional.of(tree));
    }

    private void writeAbsent(Class<? extends HasMetadata> type, ObjectKey key) {
        overlay.computeIfAbsent(type, t -> new LinkedHashMap<>()).put(key, Optional.empty());
    }
}
