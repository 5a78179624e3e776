package dev.hcp.reconcilers.hostedconfig;

import dev.hcp.api.capi.Machine;
import dev.hcp.api.hypershift.HostedControlPlane;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.names.Annotations;
import dev.hcp.api.names.SecretNames;
import dev.hcp.api.openshift.ClusterVersion;
import dev.hcp.api.openshift.ImageDigestMirrorSet;
import dev.hcp.api.value.PausedUntil;
import dev.hcp.platforms.Permissions;
import dev.hcp.platforms.ReleaseMetadata;
import dev.hcp.platforms.ReleaseNotFoundException;
import dev.hcp.platforms.World;
import dev.hcp.reconcilers.ClusterReleases;
import dev.hcp.reconcilers.HostedWatch;
import dev.hcp.reconcilers.Intent;
import dev.hcp.reconcilers.Memory;
import dev.hcp.reconcilers.ObjectKey;
import dev.hcp.reconcilers.Pass;
import dev.hcp.reconcilers.Plan;
import dev.hcp.reconcilers.QuietPasses;
import dev.hcp.reconcilers.Reconciler;
import dev.hcp.reconcilers.Watch;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.storage.StorageClass;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * The hosted cluster config operator: makes a hosted cluster's configuration what its HostedControlPlane says, and reports
 * the cluster's version and nodes. It does nothing while the hosted API server does not answer.
 *
 * <p>Use one instance for one management cluster. Thread-safe.
 */
public final class HostedClusterConfigReconciler implements Reconciler<HostedControlPlane> {
    /** Its name, which is also that of its Deployment in the namespace of a control plane. */
    public static final String NAME = "hosted-cluster-config-operator";

    /** Secrets and ConfigMaps of the control plane that are carried into the cluster. */
    private static final Set<String> SOURCES = Set.of(
            SecretNames.PULL_SECRET,
            SecretNames.KUBEADMIN_PASSWORD,
            "root-ca",
            "kubelet-client-ca",
            "oauth-server-crt",
            "ingress-crt",
            "konnectivity-agent",
            "konnectivity-ca-bundle");

    /** Namespaces of the cluster in which Secrets and ConfigMaps are kept as they should be. */
    private static final Set<String> WATCHED_NAMESPACES = Set.of(
            ClusterCredentials.CONFIG,
            ClusterCredentials.MANAGED_CONFIG,
            ClusterOperators.INGRESS_NAMESPACE,
            "kube-system",
            "openshift");

    private static final Duration RETRY = Duration.ofSeconds(30);

    private final Memory memory = new Memory();
    private final QuietPasses configured = new QuietPasses();
    private final QuietPasses reported = new QuietPasses();

    /** What it wants in every hosted cluster, whatever the HostedControlPlane says, in order. */
    public static List<Intent.Apply> constants() {
        return ConstantObjects.ALL;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<HostedControlPlane> primaryType() {
        return HostedControlPlane.class;
    }

    @Override
    public Permissions permissions() {
        return HostedConfigPermissions.ALL;
    }

    @Override
    public List<Watch<?>> watches() {
        return List.of(
                new Watch<>(
                        Deployment.class,
                        (object, world) -> "kube-apiserver".equals(object.text("metadata", "name"))
                                ? primaries(ObjectKey.of(object).namespace(), world)
                                : List.of()),
                new Watch<>(
                        Machine.class,
                        (object, world) -> object.array("status", "addresses").isEmpty()
                                ? List.of()
                                : primaries(ObjectKey.of(object).namespace(), world)),
                source(Secret.class),
                source(ConfigMap.class));
    }

    /** What is carried into clusters: some objects that the control plane makes, and all that others make for it. */
    private static <T extends HasMetadata> Watch<T> source(Class<T> type) {
        return new Watch<>(type, (object, world) -> {
            boolean carried = SOURCES.contains(object.text("metadata", "name"))
                    || object.array("metadata", "ownerReferences").isEmpty();
            return carried ? primaries(ObjectKey.of(object).namespace(), world) : List.of();
        });
    }

    @Override
    public List<HostedWatch<?>> hostedWatches() {
        List<HostedWatch<?>> watches = new ArrayList<>();
        for (Class<? extends HasMetadata> type : List.of(
                ClusterVersion.class,
                Node.class,
                ImageDigestMirrorSet.class,
                OperatorKinds.CatalogSource.class,
                OperatorKinds.IngressController.class,
                OperatorKinds.ImageRegistry.class,
                DaemonSet.class,
                StorageClass.class)) {
            watches.add(hosted(type));
        }
        ConfigKinds.ALL.forEach(type -> watches.add(hosted(type)));
        watches.add(configuration(Secret.class));
        watches.add(configuration(ConfigMap.class));
        watches.add(configuration(Service.class));
        return List.copyOf(watches);
    }

    private static <T extends HasMetadata> HostedWatch<T> configuration(Class<T> type) {
        return new HostedWatch<>(
                type,
                (namespace, object, world) ->
                        WATCHED_NAMESPACES.contains(ObjectKey.of(object).namespace())
                                ? primaries(namespace, world)
                                : List.of());
    }

    private static <T extends HasMetadata> HostedWatch<T> hosted(Class<T> type) {
        return new HostedWatch<>(type, (namespace, object, world) -> primaries(namespace, world));
    }

    private static Collection<ObjectKey> primaries(String controlPlaneNamespace, World world) {
        List<ObjectKey> keys = new ArrayList<>(1);
        for (JsonObject controlPlane : world.trees(HostedControlPlane.class, controlPlaneNamespace)) {
            keys.add(ObjectKey.of(controlPlane));
        }
        return keys;
    }

    @Override
    public Plan reconcile(HostedControlPlane primary, World world) {
        ObjectKey key = ObjectKey.of(primary);
        Plan configuration = unlessQuiet(configured, key, world, this::configure);
        return configuration.then(unlessQuiet(reported, key, world, this::report));
    }

    private static Plan unlessQuiet(
            QuietPasses quiet, ObjectKey key, World world, BiFunction<ObjectKey, Pass, Plan> work) {
        if (quiet.stillQuiet(key, world)) {
            return Plan.NOTHING;
        }
        QuietPasses.Reads reads = new QuietPasses.Reads(world);
        reads.only(HostedControlPlane.class, key.namespace(), key.name(), HostedPass::relevant);
        reads.only(Deployment.class, key.namespace(), ClusterCredentials.LOGIN, ClusterCredentials::loginTemplate);
        return quiet.after(key, reads, work.apply(key, new Pass(reads, NAME)));
    }

    /** Makes the cluster's configuration what it should be. */
    private Plan configure(ObjectKey key, Pass pass) {
        Optional<HostedPass> hosted = begin(key, pass);
        if (hosted.isEmpty()) {
            return pass.done();
        }
        ReleaseMetadata release;
        try {
            release = ClusterReleases.of(pass, key.namespace(), hosted.get().spec())
                    .lookup(HostedPass.text(hosted.get().spec(), "releaseImage"));
        } catch (ReleaseNotFoundException e) {
            return pass.failed("failed to look up release metadata: " + e.getMessage());
        }
        ConstantObjects.reconcile(hosted.get());
        ClusterInfrastructure.reconcile(hosted.get());
        new ClusterSettings(hosted.get()).reconcile();
        new ClusterOperators(hosted.get()).reconcile();
        new ClusterCredentials(hosted.get()).reconcile();
        OperatorCatalogs.reconcile(hosted.get(), release.version());
        new KonnectivityAgent(hosted.get())
                .reconcile(hosted.get()
                        .annotation(Annotations.KONNECTIVITY_AGENT_IMAGE)
                        .orElseGet(() -> image(release, "apiserver-network-proxy")));
        if (hosted.get().onPlatform("KubeVirt")) {
            new KubevirtVolumes(hosted.get()).reconcile(image(release, "kubevirt-csi-driver"));
        }
        return pass.done();
    }

    private static String image(ReleaseMetadata release, String component) {
        return release.componentImages().getOrDefault(component, release.image());
    }

    /** Deals with what changes as the cluster lives: its version, its nodes, and in the end what it made in the cloud. */
    private Plan report(ObjectKey key, Pass pass) {
        Optional<JsonObject> goes = pass.tree(HostedControlPlane.class, key.namespace(), key.name())
                .filter(found -> found.at("metadata", "deletionTimestamp") != null)
                .filter(found -> CloudResources.areToGo(found, pass));
        goes.ifPresent(controlPlane ->
                pass.within(key.namespace()).ifPresent(inside -> CloudResources.remove(controlPlane, pass, inside)));
        begin(key, pass).ifPresent(hosted -> {
            ClusterRelease.reconcile(hosted);
            HostedNodes.reconcile(hosted);
            ControllerManagerAuthorities.reconcile(hosted);
            if (hosted.onPlatform("KubeVirt")) {
                new IngressPassthrough(hosted).reconcile();
            }
            ReportedStatus.reconcile(hosted);
        });
        return pass.done();
    }

    /** What there is to work on, unless the control plane is gone, paused, or its API server does not answer. */
    private Optional<HostedPass> begin(ObjectKey key, Pass pass) {
        Optional<JsonObject> controlPlane = pass.tree(HostedControlPlane.class, key.namespace(), key.name());
        if (controlPlane.isEmpty() || controlPlane.get().at("metadata", "deletionTimestamp") != null) {
            memory.forget(key);
            return Optional.empty();
        }
        String pausedUntil = controlPlane.get().text("spec", "pausedUntil");
        if (pausedUntil != null && PausedUntil.of(pausedUntil).isPausedAt(pass.now())) {
            PausedUntil.of(pausedUntil).remainingAt(pass.now()).ifPresent(pass::requeueAfter);
            return Optional.empty();
        }
        Optional<Pass> inside = pass.within(key.namespace());
        if (inside.isEmpty()) {
            pass.requeueAfter(RETRY);
            return Optional.empty();
        }
        return Optional.of(new HostedPass(controlPlane.get(), pass, inside.get(), memory));
    }
}
