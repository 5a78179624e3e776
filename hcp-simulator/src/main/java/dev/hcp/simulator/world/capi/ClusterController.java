package dev.hcp.simulator.world.capi;

import dev.hcp.api.json.JsonObject;
import dev.hcp.reconcilers.ObjectKey;
import dev.hcp.simulator.apiserver.ResourceType;
import dev.hcp.simulator.kernel.Actor;
import dev.hcp.simulator.kernel.ActorContext;
import dev.hcp.simulator.kernel.Turn;
import dev.hcp.simulator.world.Meta;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Follows infrastructure and control plane of a Cluster, and takes all apart in order when it is deleted. */
final class ClusterController implements Actor<ObjectKey> {
    private static final String FINALIZER = "cluster.cluster.x-k8s.io";
    private static final String INFRASTRUCTURE_READY = "InfrastructureReady";
    private static final String CONTROL_PLANE_READY = "ControlPlaneReady";
    private static final String CONTROL_PLANE_INITIALIZED = "ControlPlaneInitialized";

    private final CapiObjects capi;

    ClusterController(CapiObjects capi) {
        this.capi = capi;
    }

    @Override
    public String name() {
        return "cluster-controller";
    }

    @Override
    public void start(ActorContext<ObjectKey> context) {
        context.watch(CapiObjects.GROUP, "Cluster", change -> List.of(ObjectKey.of(change.object())));
        for (String kind : List.of("MachineDeployment", "MachineSet", "Machine")) {
            // Only that something is gone matters, to a cluster that waits for it.
            context.watch(
                    CapiObjects.GROUP, kind, change -> change.after() == null ? ofChild(change.object()) : List.of());
        }
        context.watch(
                "hypershift.openshift.io",
                "HostedControlPlane",
                change -> CapiObjects.owners(change.object(), "Cluster"));
        CapiObjects.watchKinds(
                context, CapiObjects.CLUSTER_KINDS, change -> CapiObjects.owners(change.object(), "Cluster"));
        capi.watchManager(context, capi.clusters);
    }

    private static List<ObjectKey> ofChild(JsonObject child) {
        String cluster = child.text("spec", "clusterName");
        return cluster == null ? List.of() : List.of(new ObjectKey(Meta.namespace(child), cluster));
    }

    @Override
    public Turn act(ObjectKey key, ActorContext<ObjectKey> context) {
        Optional<JsonObject> found = capi.get(capi.clusters, key);
        if (found.isEmpty() || !capi.runs(key.namespace())) {
            return Turn.done();
        }
        JsonObject cluster = found.get();
        if (Meta.deleting(cluster)) {
            return delete(cluster, context);
        }
        if (cluster.isTrue("spec", "paused") || capi.paused(cluster)) {
            return Turn.done();
        }
        cluster = capi.addFinalizer(capi.clusters, cluster, FINALIZER);
        Optional<CapiObjects.Referenced> infrastructure = follow(cluster, "infrastructureRef");
        Optional<CapiObjects.Referenced> controlPlane = follow(cluster, "controlPlaneRef");
        boolean infrastructureReady =
                infrastructure.filter(r -> r.object().isTrue("status", "ready")).isPresent();
        boolean controlPlaneReady =
                controlPlane.filter(r -> r.object().isTrue("status", "ready")).isPresent();
        boolean initialized = controlPlane
                .filter(r -> r.object().isTrue("status", "initialized"))
                .isPresent();
        CapiConditions conditions = CapiConditions.of(cluster, context.now());
        mark(conditions, INFRASTRUCTURE_READY, infrastructureReady, "WaitingForInfrastructure", "Info");
        mark(conditions, CONTROL_PLANE_READY, controlPlaneReady, "WaitingForControlPlane", "Info");
        if (initialized || !conditions.isTrue(CONTROL_PLANE_INITIALIZED)) {
            mark(
                    conditions,
                    CONTROL_PLANE_INITIALIZED,
                    initialized,
                    "WaitingForControlPlaneProviderInitialized",
                    "Info");
        }
        conditions.summarize(List.of(), CONTROL_PLANE_READY, INFRASTRUCTURE_READY);
        boolean reachable = cluster.integer(0, "spec", "controlPlaneEndpoint", "port") > 0;
        String phase = infrastructureReady && reachable ? "Provisioned" : "Provisioning";
        JsonObject status = cluster.object("status").toBuilder()
                .put("conditions", conditions.build())
                .put("controlPlaneReady", controlPlaneReady)
                .put("infrastructureReady", infrastructureReady)
                .put("observedGeneration", Meta.generation(cluster))
                .put("phase", phase)
                .build();
        capi.writeStatus(capi.clusters, cluster, status);
        return Turn.done();
    }

    /** The object a reference points to, owned by the cluster from now on. */
    private Optional<CapiObjects.Referenced> follow(JsonObject cluster, String field) {
        return capi.referenced(cluster.object("spec", field), Meta.namespace(cluster))
                .map(found -> new CapiObjects.Referenced(
                        found.type(), capi.adopt(found.type(), found.object(), cluster, Meta.name(cluster))));
    }

    private static void mark(CapiConditions conditions, String type, boolean status, String reason, String severity) {
        if (status) {
            conditions.markTrue(type);
        } else {
            conditions.markFalse(type, reason, severity, "");
        }
    }

    private Turn delete(JsonObject cluster, ActorContext<ObjectKey> context) {
        JsonObject status =
                cluster.object("status").with("phase", "Deleting").with("observedGeneration", Meta.generation(cluster));
        JsonObject current = capi.writeStatus(capi.clusters, cluster, status);
        List<JsonObject> children = new ArrayList<>();
        for (ResourceType type : List.of(capi.machineDeployments, capi.machineSets, capi.machines)) {
            for (JsonObject child : capi.objects.list(type, Meta.namespace(current))) {
                if (Meta.name(current).equals(child.text("spec", "clusterName"))) {
                    children.add(child);
                    capi.delete(type, child);
                }
            }
        }
        if (!children.isEmpty()) {
            return Turn.done();
        }
        for (String field : List.of("controlPlaneRef", "infrastructureRef")) {
            Optional<CapiObjects.Referenced> reference =
                    capi.referenced(current.object("spec", field), Meta.namespace(current));
            if (reference.isPresent()) {
                capi.delete(reference.get().type(), reference.get().object());
                return Turn.done();
            }
        }
        capi.removeFinalizer(capi.clusters, current, FINALIZER);
        return Turn.done();
    }
}
