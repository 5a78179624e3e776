package dev.hcp.simulator.world;

import dev.hcp.platforms.KeyMaterial;
import dev.hcp.platforms.ManagementCluster;
import dev.hcp.platforms.ReleaseCatalogue;
import dev.hcp.platforms.World;
import dev.hcp.reconcilers.Reconciler;
import dev.hcp.reconcilers.hostedconfig.HostedClusterConfigReconciler;
import dev.hcp.reconcilers.hostedconfig.InPlaceUpgradeReconciler;
import dev.hcp.simulator.apiserver.Objects;
import dev.hcp.simulator.apiserver.WriteGate;
import dev.hcp.simulator.kernel.Kernel;
import dev.hcp.simulator.kernel.Seed;
import dev.hcp.simulator.transport.GuestApis;
import dev.hcp.simulator.world.autoscaling.ClusterAutoscaler;
import dev.hcp.simulator.world.capi.ClusterApi;
import dev.hcp.simulator.world.kubevirt.KubeVirt;
import dev.hcp.simulator.world.scheduling.Scheduler;
import dev.hcp.simulator.world.tuning.NodeTuningOperator;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sets the world of a management cluster going: who acts in it is decided here and nowhere else. */
public final class SimulatedWorld {
    /** Reconcilers that act for a control plane while a Deployment in its namespace is available, which runs them. */
    private static final Map<String, String> IN_CONTROL_PLANE = Map.of(
            HostedClusterConfigReconciler.NAME, HostedClusterConfigReconciler.NAME,
            InPlaceUpgradeReconciler.NAME, HostedClusterConfigReconciler.NAME);

    private final Kernel kernel;
    private final Objects objects;
    private final HostedClusters clusters;
    private final TypedObjects typed;
    private final FieldIndex index;
    private final World view;
    private final EventRecorder events;
    private final Adversities adversities = new Adversities();
    private final FaultInjector faults;
    private final ReleaseCatalogue releases;
    private final PlanExecution execution;

    /**
     * What the world is made of.
     *
     * @param objects the management cluster's objects; every kind the actors deal with is served
     * @param certificateAuthority PEM of the authority of the management cluster's API server
     * @param hyperShift whether HyperShift's controllers are in it
     */
    public record Parts(
            Kernel kernel,
            Objects objects,
            Timings timings,
            ReleaseCatalogue releases,
            KeyMaterial keyMaterial,
            ManagementCluster managementCluster,
            HostedApis hostedApis,
            GuestApiServers guestApiServers,
            String certificateAuthority,
            List<Reconciler<?>> reconcilers) {}

    /** Starts all actors. */
    public SimulatedWorld(Parts parts) {
        this.kernel = parts.kernel();
        this.objects = parts.objects();
        this.clusters = new HostedClusters(parts.hostedApis());
        this.typed = new TypedObjects(objects);
        this.index = new FieldIndex(objects);
        this.faults = new FaultInjector(adversities, kernel);
        this.releases = new FaultyReleases(parts.releases(), adversities);
        HostedViews hostedViews = new HostedViews(clusters, kernel.clock());
        this.view = new ManagementView(
                objects,
                typed,
                index,
                kernel.clock(),
                releases,
                parts.keyMaterial(),
                parts.managementCluster(),
                new SimulatedReachability(objects, adversities),
                (namespace, name) -> Optional.of(parts.hostedApis().access(namespace, name)),
                hostedViews);
        this.events = new EventRecorder(objects, kernel.clock());
        this.execution = new PlanExecution(objects, typed, events, hostedViews);
        startKubernetes(parts);
        startHostedClusters(parts);
        parts.reconcilers()
                .forEach(reconciler -> start(reconciler, parts.timings().of(Stage.RECONCILE)));
    }

    /** The API servers of the hosted clusters, for transports. */
    public GuestApis guestApis() {
        return clusters;
    }

    /** The hosted clusters. */
    public GuestClusters guests() {
        return clusters;
    }

    /** Breaks and mends things in this world. */
    public FaultInjector faults() {
        return faults;
    }

    /** Refuses writes to the management cluster's API server while faults say so. */
    public WriteGate writeGate() {
        return new FaultyWrites(adversities);
    }

    private void startKubernetes(Parts parts) {
        Timings timings = parts.timings();
        Seed seed = kernel.seed();
        kernel.start(faults);
        kernel.start(new NodeLifecycle(objects, index, events, adversities));
        kernel.start(new TaintEviction(objects, index, events));
        kernel.start(new OrphanedPods(objects, index));
        kernel.start(new DisruptionBudgets(objects));
        kernel.start(new GarbageCollector(objects));
        kernel.start(new EventExpiry(objects, clusters));
        kernel.start(new NamespaceController(objects));
        kernel.start(new NamespaceDefaults(objects, parts.certificateAuthority()));
        kernel.start(new DeploymentController(objects));
        kernel.start(new ReplicaSetController(objects));
        kernel.start(new StatefulSetController(objects));
        kernel.start(new DaemonSetController(objects, set -> true));
        kernel.start(new JobController(objects, events));
        kernel.start(new VolumeProvisioner(objects, events, adversities, timings, seed));
        kernel.start(new Scheduler(objects, events, seed));
        kernel.start(new PodLifecycle(objects, events, adversities, timings, seed));
        kernel.start(new LoadBalancers(objects, events, adversities, timings, seed));
        parts.managementCluster()
                .defaultIngressDomain()
                .ifPresent(domain -> kernel.start(new RouteAdmission(objects, timings, seed, domain)));
    }

    private void startHostedClusters(Parts parts) {
        Timings timings = parts.timings();
        Seed seed = kernel.seed();
        kernel.start(new HostedApiLifecycle(objects, kernel, clusters, parts.guestApiServers(), adversities));
        kernel.start(new ClusterVersionOperator(objects, clusters, releases, adversities, timings, seed));
        kernel.start(new HostedCleanup(clusters, adversities, timings));
        kernel.start(new HostedVolumes(objects, clusters, kernel.clock()));
        kernel.start(new HostedLoadBalancers(objects, clusters, kernel.clock()));
        kernel.start(new IgnitionServer(objects, timings, seed, parts.keyMaterial()));
        new HostedKubernetes(kernel, clusters, adversities, timings).start();
        kernel.start(new MachineConfigDaemon(objects, clusters, adversities, timings, seed));
        kernel.start(new ClusterAutoscaler(objects, clusters, seed));
        kernel.start(new NodeTuningOperator(objects, clusters));
        ClusterApi.start(kernel, objects, index, clusters, timings);
        KubeVirt.start(kernel, objects, index, clusters, timings, adversities);
    }

    private <R extends HasMetadata> void start(Reconciler<R> reconciler, Duration latency) {
        Optional<String> deployment = Optional.ofNullable(IN_CONTROL_PLANE.get(reconciler.name()));
        kernel.start(new ReconcilerActor<>(reconciler, view, typed, execution, latency, deployment));
    }
}
