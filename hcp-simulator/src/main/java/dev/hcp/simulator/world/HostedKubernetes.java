package dev.hcp.simulator.world;

import static dev.hcp.simulator.world.InHostedClusters.Kind.circumstance;
import static dev.hcp.simulator.world.InHostedClusters.Kind.work;

import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.apiserver.Objects;
import dev.hcp.simulator.kernel.Actor;
import dev.hcp.simulator.kernel.Kernel;
import dev.hcp.simulator.world.scheduling.Scheduler;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/**
 * Kubernetes in hosted clusters: workloads that users create there get pods, pods get nodes and run on them, and budgets
 * protect them. The same controllers as in the management cluster, each in those clusters that have work for it.
 */
final class HostedKubernetes {
    private final Kernel kernel;
    private final GuestClusters guests;
    private final Adversities adversities;
    private final Timings timings;

    HostedKubernetes(Kernel kernel, GuestClusters guests, Adversities adversities, Timings timings) {
        this.adversities = adversities;
        this.kernel = kernel;
        this.guests = guests;
        this.timings = timings;
    }

    void start() {
        start(
                "deployment-controller",
                DeploymentController::new,
                work("apps", "Deployment"),
                work("apps", "ReplicaSet"));
        start("replicaset-controller", ReplicaSetController::new, work("apps", "ReplicaSet"), circumstance("", "Pod"));
        start(
                "statefulset-controller",
                StatefulSetController::new,
                work("apps", "StatefulSet"),
                circumstance("", "PersistentVolumeClaim"),
                circumstance("", "Pod"));
        start(
                "daemonset-controller",
                objects -> new DaemonSetController(objects, HostedKubernetes::ofUsers),
                work("apps", "DaemonSet", HostedKubernetes::ofUsers),
                circumstance("", "Node"),
                circumstance("", "Pod"));
        start(
                "job-controller",
                objects -> new JobController(objects, events(objects)),
                work("batch", "Job"),
                circumstance("", "Pod"));
        start(
                "disruption-controller",
                DisruptionBudgets::new,
                work("policy", "PodDisruptionBudget"),
                circumstance("", "Pod"));
        start(
                "garbage-collector",
                GarbageCollector::new,
                work("apps", "Deployment"),
                work("apps", "ReplicaSet"),
                work("apps", "StatefulSet"),
                work("apps", "DaemonSet", HostedKubernetes::ofUsers),
                work("batch", "Job"),
                circumstance("", "Pod"));
        // What holds a namespace up as a rule: other objects go at once.
        start(
                "namespace-controller",
                NamespaceController::new,
                work("", "Namespace", Meta::deleting),
                circumstance("", "Pod"),
                circumstance("", "PersistentVolumeClaim"),
                circumstance("", "Service"));
        start(
                Scheduler.NAME,
                objects -> new Scheduler(objects, events(objects), kernel.seed()),
                work("", "Pod"),
                circumstance("", "Node"),
                circumstance("", "PersistentVolumeClaim"));
        startIn(
                "kubelet",
                guest -> new HostedKubelet(guest, events(guest.objects()), adversities, timings, kernel.seed()),
                work("", "Pod"),
                circumstance("", "Node"),
                circumstance("apps", "StatefulSet"));
        start(
                "pod-garbage-collector",
                objects -> new OrphanedPods(objects, new FieldIndex(objects)),
                work("", "Pod"),
                circumstance("", "Node"));
        start(
                "taint-eviction-controller",
                objects -> new TaintEviction(objects, new FieldIndex(objects), events(objects)),
                work("", "Pod"),
                circumstance("", "Node"));
    }

    /** What the platform itself runs on nodes is not there, daemons no more than anything else of it. */
    private static boolean ofUsers(JsonObject object) {
        String namespace = Meta.namespace(object);
        return !namespace.startsWith("openshift-") && !namespace.startsWith("kube-");
    }

    private EventRecorder events(Objects objects) {
        return new EventRecorder(objects, kernel.clock());
    }

    private <K> void start(String name, Function<Objects, Actor<K>> controller, InHostedClusters.Kind... kinds) {
        startIn(name, guest -> controller.apply(guest.objects()), kinds);
    }

    private <K> void startIn(
            String name, Function<GuestClusters.Guest, Actor<K>> controller, InHostedClusters.Kind... kinds) {
        kernel.start(new InHostedClusters<>(name, Duration.ZERO, guests, List.of(kinds), controller));
    }
}
