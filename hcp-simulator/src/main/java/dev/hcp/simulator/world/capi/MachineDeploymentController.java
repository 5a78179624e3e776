package dev.hcp.simulator.world.capi;

import dev.hcp.api.json.JsonObject;
import dev.hcp.reconcilers.ObjectKey;
import dev.hcp.simulator.kernel.Actor;
import dev.hcp.simulator.kernel.ActorContext;
import dev.hcp.simulator.kernel.Turn;
import dev.hcp.simulator.world.Meta;
import dev.hcp.simulator.world.ProportionalScaling;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Rolls the machines of a MachineDeployment from one machine set to the next. */
final class MachineDeploymentController implements Actor<ObjectKey> {
    static final String SOURCE = "machinedeployment-controller";

    private static final String NO_CREATE = "cluster.x-k8s.io/disable-machine-create";
    private static final String PREFIX = "machinedeployment.clusters.x-k8s.io/";
    private static final String DESIRED = PREFIX + "desired-replicas";
    private static final String MAXIMUM = PREFIX + "max-replicas";

    private final CapiObjects capi;

    MachineDeploymentController(CapiObjects capi) {
        this.capi = capi;
    }

    @Override
    public String name() {
        return SOURCE;
    }

    @Override
    public void start(ActorContext<ObjectKey> context) {
        context.watch(CapiObjects.GROUP, "MachineDeployment", change -> List.of(ObjectKey.of(change.object())));
        context.watch(
                CapiObjects.GROUP, "MachineSet", change -> CapiObjects.owners(change.object(), "MachineDeployment"));
        capi.watchManager(context, capi.machineDeployments);
    }

    @Override
    public Turn act(ObjectKey key, ActorContext<ObjectKey> context) {
        Optional<JsonObject> found =
                capi.get(capi.machineDeployments, key).filter(deployment -> !Meta.deleting(deployment));
        if (found.isEmpty() || !capi.runs(key.namespace()) || capi.paused(found.get())) {
            return Turn.done();
        }
        JsonObject deployment = found.get();
        List<JsonObject> sets = new ArrayList<>(capi.owned(deployment, "MachineSet"));
        sets.removeIf(Meta::deleting);
        int desired = (int) deployment.integer(1, "spec", "replicas");
        JsonObject limits = deployment.object("spec", "strategy", "rollingUpdate");
        Rollout rollout = Rollout.of(desired, limits.get("maxSurge"), limits.get("maxUnavailable"));
        boolean onDelete = "OnDelete".equals(deployment.at("spec", "strategy", "type"));
        Revisions.Step step = onDelete ? rollout::onDelete : rollout::rolling;
        Revisions revisions = new Revisions(capi, deployment, sets);
        boolean paused = deployment.isTrue("spec", "paused");
        JsonObject current =
                paused ? revisions.find(context.now()).orElse(JsonObject.EMPTY) : revisions.current(step, context);
        List<JsonObject> old = new ArrayList<>();
        for (JsonObject set : sets) {
            if (!Meta.name(set).equals(Meta.name(current))) {
                old.add(set);
            }
        }
        Map<String, Integer> changes = paused
                ? proportional(deployment, rollout, !onDelete, current, old)
                : step.next(size(current, old.size()), sizes(old));
        if (!current.isEmpty()) {
            current = scale(current, changes, rollout, deployment, null);
        }
        for (int i = 0; i < old.size(); i++) {
            // Without this an old set would make up for the machines that somebody deletes.
            boolean frozen = onDelete && old.get(i).integer(0, "spec", "replicas") > 0;
            old.set(i, scale(old.get(i), changes, rollout, deployment, frozen ? "true" : noCreate(old.get(i))));
        }
        JsonObject reported = new DeploymentStatus(deployment, current, old, rollout).build(context.now());
        capi.get(capi.machineDeployments, key)
                .ifPresent(newest -> capi.writeStatus(capi.machineDeployments, newest, reported));
        if (!paused && complete(reported, desired)) {
            revisions.cleanUp(old);
        }
        return revisions
                .rolloutAfter()
                .filter(time -> time.isAfter(context.now()))
                .map(time -> Turn.resyncAfter(Duration.between(context.now(), time)))
                .orElseGet(Turn::done);
    }

    /** A deployment that is paused keeps its templates and follows the number wanted. */
    private static Map<String, Integer> proportional(
            JsonObject deployment, Rollout rollout, boolean shares, JsonObject current, List<JsonObject> old) {
        ProportionalScaling scaling = new ProportionalScaling(
                rollout.desired(), rollout.surge(), (int) deployment.integer(0, "status", "replicas"), shares);
        return scaling.next(
                current.isEmpty() ? Optional.empty() : Optional.of(member(current)),
                old.stream().map(MachineDeploymentController::member).toList());
    }

    private static ProportionalScaling.Member member(JsonObject set) {
        return ProportionalScaling.Member.of(set, PREFIX);
    }

    private static @Nullable String noCreate(JsonObject set) {
        return set.text("metadata", "annotations", NO_CREATE);
    }

    private List<Rollout.Size> sizes(List<JsonObject> sets) {
        List<JsonObject> oldestFirst = new ArrayList<>(sets);
        oldestFirst.sort(
                Comparator.comparing((JsonObject set) -> String.valueOf(set.text("metadata", "creationTimestamp")))
                        .thenComparing(Meta::name));
        List<Rollout.Size> sizes = new ArrayList<>();
        for (int i = 0; i < oldestFirst.size(); i++) {
            sizes.add(size(oldestFirst.get(i), i));
        }
        return sizes;
    }

    private Rollout.Size size(JsonObject set, long age) {
        // Whole sets are the rule, and none of them needs its machines looked at.
        int deleting = noCreate(set) == null
                ? 0
                : (int) capi.owned(set, "Machine").stream()
                        .filter(Meta::deleting)
                        .count();
        return new Rollout.Size(
                Meta.name(set),
                age,
                (int) set.integer(0, "spec", "replicas"),
                (int) set.integer(0, "status", "replicas"),
                (int) set.integer(0, "status", "availableReplicas"),
                deleting);
    }

    /**
     * @param noCreate value of the annotation that keeps a set from making machines; null for none
     */
    private JsonObject scale(
            JsonObject set,
            Map<String, Integer> changes,
            Rollout rollout,
            JsonObject deployment,
            @Nullable String noCreate) {
        int before = (int) set.integer(0, "spec", "replicas");
        int after = changes.getOrDefault(Meta.name(set), before);
        JsonObject annotations = JsonObject.of(
                DESIRED,
                String.valueOf(rollout.desired()),
                MAXIMUM,
                String.valueOf(rollout.desired() + rollout.surge()));
        if (!java.util.Objects.equals(noCreate, noCreate(set))) {
            annotations = annotations.with(NO_CREATE, noCreate);
        }
        boolean annotated = set.object("metadata", "annotations").entrySet().containsAll(annotations.entrySet());
        if (after == before && annotated) {
            return set;
        }
        JsonObject patch = JsonObject.of("metadata", JsonObject.of("annotations", annotations));
        if (after != before) {
            patch = patch.with("spec", JsonObject.of("replicas", after));
            capi.event(
                    capi.machineDeployments,
                    deployment,
                    false,
                    "SuccessfulScale",
                    "Scaled " + (after > before ? "up" : "down") + " MachineSet " + Meta.namespace(set) + "/"
                            + Meta.name(set) + ": " + before + " -> " + after,
                    SOURCE);
        }
        return capi.patch(capi.machineSets, set, patch);
    }

    private static boolean complete(JsonObject status, int desired) {
        return status.integer(0, "updatedReplicas") == desired
                && status.integer(0, "replicas") == desired
                && status.integer(0, "availableReplicas") == desired;
    }
}
