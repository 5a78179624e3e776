package dev.hcp.reconcilers;

import dev.hcp.api.json.JsonObject;
import dev.hcp.platforms.World;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Remembers what quiet passes read. A reconciler is a function of what it reads, so while all of that is as it was, the
 * next pass would be quiet, too, and need not run.
 *
 * <p>It never changes a decision. Objects are told apart by identity first, so looking is cheap with worlds that keep
 * trees. Only passes that ask for nothing, not even for a later pass, are remembered: time plays no part in them.
 * Thread-safe; passes over the same primary are not run at the same time.
 */
public final class QuietPasses {
    private final Map<ObjectKey, List<Predicate<World>>> remembered = new ConcurrentHashMap<>();

    /** Whether nothing that the last pass over a primary read has changed, and that pass was quiet. */
    public boolean stillQuiet(ObjectKey primary, World world) {
        List<Predicate<World>> reads = remembered.get(primary);
        if (reads == null) {
            return false;
        }
        for (Predicate<World> unchanged : reads) {
            if (!unchanged.test(world)) {
                remembered.remove(primary);
                return false;
            }
        }
        return true;
    }

    /** Takes note of a pass that is over. */
    public Plan after(ObjectKey primary, Reads reads, Plan plan) {
        boolean quiet = plan.isEmpty()
                && plan.failure().isEmpty()
                && plan.requeueAfter().isEmpty();
        if (quiet) {
            remembered.put(primary, List.copyOf(reads.unchanged));
        } else {
            remembered.remove(primary);
        }
        return plan;
    }

    /** A world that takes note of what is read from it. Used by one thread for one pass. */
    public static final class Reads extends SamePorts {
        private final World world;
        private final List<Predicate<World>> unchanged = new ArrayList<>();
        private final Set<List<Object>> known = new HashSet<>();
        private final Map<String, Reads> hosted = new HashMap<>();

        /** Takes note of what is read from this world. */
        public Reads(World world) {
            super(world);
            this.world = world;
        }

        /**
         * Of one object, lets only a part count: changes of others do not matter to the reconciler.
         *
         * @param part from the object's tree to what is compared
         */
        public <T extends HasMetadata> void only(
                Class<T> type, String namespace, String name, Function<JsonObject, Object> part) {
            if (known.add(List.of(type, namespace, name))) {
                Optional<Object> before = world.tree(type, namespace, name).map(part);
                unchanged.add(
                        later -> later.tree(type, namespace, name).map(part).equals(before));
            }
        }

        private <T extends HasMetadata> Optional<JsonObject> noteObject(Class<T> type, String namespace, String name) {
            Optional<JsonObject> tree = world.tree(type, namespace, name);
            if (known.add(List.of(type, namespace, name))) {
                unchanged.add(later -> same(tree, later.tree(type, namespace, name)));
            }
            return tree;
        }

        private static boolean same(Optional<JsonObject> before, Optional<JsonObject> now) {
            return before.isPresent() && now.isPresent()
                    ? before.get() == now.get() || before.get().equals(now.get())
                    : before.isEmpty() && now.isEmpty();
        }

        private <T extends HasMetadata> List<JsonObject> noteList(Class<T> type, String namespace) {
            List<JsonObject> trees = world.trees(type, namespace);
            if (known.add(List.of(type, namespace))) {
                unchanged.add(later -> same(trees, later.trees(type, namespace)));
            }
            return trees;
        }

        private static boolean same(List<JsonObject> before, List<JsonObject> now) {
            if (before.size() != now.size()) {
                return false;
            }
            for (int i = 0; i < before.size(); i++) {
                if (before.get(i) != now.get(i) && !before.get(i).equals(now.get(i))) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public <T extends HasMetadata> Optional<T> get(Class<T> type, String namespace, String name) {
            noteObject(type, namespace, name);
            return world.get(type, namespace, name);
        }

        @Override
        public <T extends HasMetadata> Optional<JsonObject> tree(Class<T> type, String namespace, String name) {
            return noteObject(type, namespace, name);
        }

        @Override
        public <T extends HasMetadata> List<T> list(Class<T> type, String namespace) {
            noteList(type, namespace);
            return world.list(type, namespace);
        }

        @Override
        public <T extends HasMetadata> List<T> list(Class<T> type, String namespace, Map<String, String> labels) {
            noteList(type, namespace);
            return world.list(type, namespace, labels);
        }

        @Override
        public <T extends HasMetadata> List<T> listWhere(Class<T> type, String namespace, String text, String... path) {
            List<T> found = world.listWhere(type, namespace, text, path);
            List<T> before = List.copyOf(found);
            unchanged.add(later -> Objects.equals(before, later.listWhere(type, namespace, text, path)));
            return found;
        }

        @Override
        public <T extends HasMetadata> List<JsonObject> trees(Class<T> type, String namespace) {
            return noteList(type, namespace);
        }

        @Override
        public Optional<World> hosted(String controlPlaneNamespace) {
            return within(controlPlaneNamespace).map(reads -> reads);
        }

        /** As {@link #hosted}; takes note of what is read there, too. */
        public Optional<Reads> within(String controlPlaneNamespace) {
            Reads known = hosted.get(controlPlaneNamespace);
            if (known != null) {
                return Optional.of(known);
            }
            Optional<Reads> made = world.hosted(controlPlaneNamespace).map(Reads::new);
            if (made.isEmpty()) {
                unchanged.add(later -> later.hosted(controlPlaneNamespace).isEmpty());
                return made;
            }
            Reads inside = made.get();
            hosted.put(controlPlaneNamespace, inside);
            unchanged.add(later ->
                    later.hosted(controlPlaneNamespace).filter(inside::stillSo).isPresent());
            return made;
        }

        private boolean stillSo(World later) {
            for (Predicate<World> each : unchanged) {
                if (!each.test(later)) {
                    return false;
                }
            }
            return true;
        }
    }
}
