package dev.hcp.simulator.world;

import dev.hcp.api.json.JsonObject;
import dev.hcp.reconcilers.ObjectKey;
import dev.hcp.simulator.apiserver.Objects;
import dev.hcp.simulator.apiserver.ResourceType;
import dev.hcp.simulator.kernel.Actor;
import dev.hcp.simulator.kernel.ActorContext;
import dev.hcp.simulator.kernel.Turn;
import dev.hcp.simulator.world.scheduling.DaemonPlacement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Keeps a pod of each DaemonSet on each node it is for; revisions are hashes, without ControllerRevisions. */
final class DaemonSetController implements Actor<ObjectKey> {
    private static final String NAME = "daemonset-controller";

    private final Objects objects;
    private final Predicate<JsonObject> mine;
    private final ResourceType daemonSets;
    private final ResourceType pods;
    private final ResourceType nodes;
    private final LastWords written = new LastWords();

    /** @param mine the sets to keep pods of; others are left without */
    DaemonSetController(Objects objects, Predicate<JsonObject> mine) {
        this.objects = objects;
        this.mine = mine;
        this.daemonSets = objects.resource("apps/v1", "DaemonSet");
        this.pods = objects.resource("v1", "Pod");
        this.nodes = objects.resource("v1", "Node");
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void start(ActorContext<ObjectKey> context) {
        context.watch(
                "apps",
                "DaemonSet",
                change -> written.isLeftBy(change) ? List.of() : List.of(ObjectKey.of(change.object())));
        context.watch("", "Pod", change -> Meta.controller(change.object())
                .filter(owner -> "DaemonSet".equals(owner.text("kind")))
                .map(owner ->
                        List.of(new ObjectKey(Meta.namespace(change.object()), String.valueOf(owner.text("name")))))
                .orElse(List.of()));
        context.watch(
                "",
                "Node",
                change -> movesPods(change)
                        ? objects.list(daemonSets, "").stream()
                                .map(ObjectKey::of)
                                .toList()
                        : List.of());
    }

    private static boolean movesPods(Objects.Change change) {
        JsonObject before = change.before();
        JsonObject after = change.after();
        return before == null
                || after == null
                || !before.object("metadata", "labels").equals(after.object("metadata", "labels"))
                || !before.array("spec", "taints").equals(after.array("spec", "taints"));
    }

    @Override
    public Turn act(ObjectKey key, ActorContext<ObjectKey> context) {
        Optional<JsonObject> found = objects.get(daemonSets, key.namespace(), key.name());
        if (found.isEmpty() || Meta.deleting(found.get()) || !mine.test(found.get())) {
            return Turn.done();
        }
        Look look = new Look(found.get(), context);
        look.place();
        look.roll();
        look.report();
        return Turn.done();
    }

    /** One look at a DaemonSet. */
    private final class Look {
        private final JsonObject set;
        private final ActorContext<ObjectKey> context;
        private final String revision;
        private final DaemonPlacement placement;
        /** The pods of each node there is, in the order in which they were made. */
        private final Map<String, List<JsonObject>> byNode = new TreeMap<>();

        private final List<String> wanted = new ArrayList<>();
        private int misplaced;

        Look(JsonObject set, ActorContext<ObjectKey> context) {
            this.set = set;
            this.context = context;
            this.revision = PodTemplates.hash(set.object("spec", "template"));
            this.placement = new DaemonPlacement(DaemonPods.template(set, Meta.name(set), revision));
        }

        void place() {
            Map<String, List<JsonObject>> all = podsByNode();
            for (JsonObject node : objects.list(nodes, "")) {
                String name = Meta.name(node);
                List<JsonObject> here = all.getOrDefault(name, new ArrayList<>());
                all.remove(name);
                boolean begins = placement.begins(node);
                if (begins) {
                    wanted.add(name);
                } else if (!here.isEmpty()) {
                    misplaced++;
                }
                byNode.put(name, here);
                for (JsonObject pod : List.copyOf(here)) {
                    boolean failed = "Failed".equals(pod.text("status", "phase"));
                    if (failed || !placement.goesOn(node)) {
                        delete(pod);
                    }
                }
                if (begins && here.isEmpty()) {
                    create(name);
                }
            }
            // Pods of nodes that are gone: those that run are the pod garbage collector's, who waits a while.
            all.values().forEach(orphans -> orphans.stream()
                    .filter(pod -> pod.text("spec", "nodeName") == null)
                    .forEach(this::delete));
        }

        private List<JsonObject> on(String node) {
            return byNode.computeIfAbsent(node, absent -> new ArrayList<>());
        }

        private Map<String, List<JsonObject>> podsByNode() {
            Map<String, List<JsonObject>> all = new TreeMap<>();
            List<JsonObject> owned = new ArrayList<>();
            for (JsonObject object : objects.ownedBy(Meta.uid(set))) {
                if ("Pod".equals(object.text("kind"))) {
                    owned.add(object);
                }
            }
            owned.sort(
                    Comparator.comparing((JsonObject pod) -> String.valueOf(pod.text("metadata", "creationTimestamp")))
                            .thenComparing(Meta::name));
            owned.forEach(pod -> all.computeIfAbsent(DaemonPods.nodeOf(pod), absent -> new ArrayList<>())
                    .add(pod));
            return all;
        }

        private void create(String node) {
            String prefix = Meta.name(set) + "-";
            String stream = Meta.namespace(set) + "/" + prefix + Meta.uid(set) + "/" + node + "/" + context.now();
            String name;
            int attempt = 0;
            do {
                name = prefix + PodTemplates.suffix(context.random(stream + "/" + attempt++));
            } while (objects.get(pods, Meta.namespace(set), name).isPresent());
            JsonObject pod = DaemonPods.on(DaemonPods.template(set, name, revision), node);
            on(node).add(objects.create(pods, pod, NAME));
        }

        private void delete(JsonObject pod) {
            if (!Meta.deleting(pod)) {
                objects.delete(pods, Meta.namespace(pod), Meta.name(pod), Objects.Deletion.BACKGROUND);
            }
        }

        private boolean isNew(JsonObject pod) {
            return revision.equals(pod.text("metadata", "labels", DaemonPods.REVISION));
        }

        private boolean isAvailable(JsonObject pod) {
            return PodTemplates.ready(pod) && !Meta.deleting(pod);
        }

        /** Replaces pods of old revisions as far as the limits of the update allow. */
        void roll() {
            if ("OnDelete".equals(set.text("spec", "updateStrategy", "type"))) {
                return;
            }
            JsonObject limits = set.object("spec", "updateStrategy", "rollingUpdate");
            int surge = IntOrPercent.of(limits.get("maxSurge"), wanted.size(), true, 0);
            int unavailable = IntOrPercent.of(limits.get("maxUnavailable"), wanted.size(), true, 1);
            if (surge > 0) {
                surge(surge);
                return;
            }
            int missing = (int) wanted.stream()
                    .filter(node -> on(node).stream().noneMatch(this::isAvailable))
                    .count();
            for (String node : wanted) {
                for (JsonObject pod : on(node)) {
                    if (isNew(pod) || Meta.deleting(pod)) {
                        continue;
                    }
                    boolean serves = isAvailable(pod);
                    // One that does not serve anyway costs nothing.
                    if (!serves || missing < unavailable) {
                        missing += serves ? 1 : 0;
                        delete(pod);
                    }
                }
            }
        }

        /** New pods come beside old ones, which go when those serve. */
        private void surge(int most) {
            int doubled =
                    (int) wanted.stream().filter(node -> on(node).size() > 1).count();
            for (String node : wanted) {
                List<JsonObject> here = on(node);
                List<JsonObject> old = here.stream().filter(pod -> !isNew(pod)).toList();
                boolean served = here.stream().anyMatch(pod -> isNew(pod) && isAvailable(pod));
                if (served) {
                    old.forEach(this::delete);
                } else if (!old.isEmpty() && old.size() == here.size() && doubled < most) {
                    doubled++;
                    create(node);
                }
            }
        }

        void report() {
            int scheduled = 0;
            int ready = 0;
            int updated = 0;
            for (String node : wanted) {
                List<JsonObject> here =
                        on(node).stream().filter(pod -> !Meta.deleting(pod)).toList();
                scheduled += here.isEmpty() ? 0 : 1;
                ready += here.stream().anyMatch(this::isAvailable) ? 1 : 0;
                updated += here.stream().anyMatch(this::isNew) ? 1 : 0;
            }
            int missing = wanted.size() - ready;
            JsonObject status = JsonObject.builder(8)
                    .put("currentNumberScheduled", scheduled)
                    .put("desiredNumberScheduled", wanted.size())
                    .put("numberAvailable", ready == 0 ? null : ready)
                    .put("numberMisscheduled", misplaced)
                    .put("numberReady", ready)
                    .put("numberUnavailable", missing == 0 ? null : missing)
                    .put("observedGeneration", Meta.generation(set))
                    .put("updatedNumberScheduled", updated == 0 ? null : updated)
                    .build();
            written.are(objects.mergePatch(
                    daemonSets, Meta.namespace(set), Meta.name(set), "status", JsonObject.of("status", status), NAME));
        }
    }
}
