package dev.hcp.reconcilers.controlplane;

import dev.hcp.api.HcpException;
import dev.hcp.api.hypershift.HostedControlPlane;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.openshift.Route;
import dev.hcp.platforms.ManagementCluster;
import dev.hcp.platforms.ReleaseMetadata;
import dev.hcp.platforms.ReleaseNotFoundException;
import dev.hcp.platforms.World;
import dev.hcp.reconcilers.Memory;
import dev.hcp.reconcilers.ObjectKey;
import dev.hcp.reconcilers.Pass;
import dev.hcp.reconcilers.Plan;
import dev.hcp.reconcilers.PrometheusRule;
import dev.hcp.reconcilers.Reconciler;
import dev.hcp.reconcilers.Watch;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The control plane operator: brings up a hosted control plane in the order etcd, API server, its core controllers, all
 * the rest, each once the former is ready, and reports how far it is.
 *
 * <p>Use one instance for one management cluster. Thread-safe.
 */
public final class HostedControlPlaneReconciler implements Reconciler<HostedControlPlane> {
    private static final String OWNER = "HostedControlPlane";
    private static final String FINALIZER = "hypershift.openshift.io/finalizer";
    private static final Duration INFRASTRUCTURE_RETRY = Duration.ofMinutes(1);
    /** Nothing tells when an address begins to answer or a name to resolve. */
    private static final Duration REACHABILITY_RETRY = Duration.ofSeconds(15);

    private final Memory memory = new Memory();

    @Override
    public String name() {
        return "control-plane-operator";
    }

    @Override
    public Class<HostedControlPlane> primaryType() {
        return HostedControlPlane.class;
    }

    @Override
    public List<Watch<?>> watches() {
        return List.of(
                Watch.owned(Deployment.class, OWNER),
                Watch.owned(StatefulSet.class, OWNER),
                Watch.owned(Service.class, OWNER),
                Watch.owned(Route.class, OWNER),
                Watch.owned(Secret.class, OWNER));
    }

    @Override
    public Plan reconcile(HostedControlPlane primary, World world) {
        ObjectKey key = ObjectKey.of(primary);
        Pass pass = new Pass(world, name());
        Optional<JsonObject> object = pass.tree(HostedControlPlane.class, key.namespace(), key.name());
        if (object.isEmpty()) {
            memory.forget(key);
            return pass.done();
        }
        if (object.get().at("metadata", "deletionTimestamp") != null) {
            return ControlPlaneDeletion.reconcile(object.get(), pass, () -> memory.forget(key));
        }
        pass.addFinalizer(HostedControlPlane.class, key, FINALIZER);
        try {
            return reconcile(object.get(), pass);
        } catch (HcpException e) {
            return pass.failed("failed to update control plane: " + e.getMessage());
        }
    }

    private Plan reconcile(JsonObject object, Pass pass) {
        ControlPlane before = new ControlPlane(object, UNKNOWN_RELEASE);
        ControlPlaneStatus status = new ControlPlaneStatus(before, pass);
        status.compute();
        boolean paused = status.computePause();
        try {
            if (!paused && status.configurationIsValid()) {
                update(object, pass, status);
            }
        } finally {
            pass.status(HostedControlPlane.class, status.object());
        }
        return pass.done();
    }

    private void update(JsonObject object, Pass pass, ControlPlaneStatus status) {
        ControlPlane controlPlane = new ControlPlane(status.object(), release(status.object(), pass));
        ControlPlaneObjects objects = new ControlPlaneObjects(
                pass, memory.of(ObjectKey.of(object), memoryInputs(controlPlane)), controlPlane);
        new Infrastructure(objects).reconcile();
        PublishedEndpoints.Endpoints endpoints = new PublishedEndpoints(controlPlane, pass).endpoints();
        if (!endpoints.areReady()) {
            pass.requeueAfter(INFRASTRUCTURE_RETRY);
            return;
        }
        rollOut(objects, status, endpoints);
        status.releaseInfo(objects.missingImages());
        if (!status.isReachable()) {
            pass.requeueAfter(REACHABILITY_RETRY);
        }
    }

    private static ReleaseMetadata release(JsonObject object, Pass pass) {
        try {
            return pass.releases().lookup(new ControlPlane(object, UNKNOWN_RELEASE).releaseImage());
        } catch (ReleaseNotFoundException e) {
            throw new HcpException("failed to look up release metadata: " + e.getMessage(), e);
        }
    }

    private static final ReleaseMetadata UNKNOWN_RELEASE =
            new ReleaseMetadata("", "", "", Map.of(), Optional.empty(), Map.of(), Map.of(), JsonObject.EMPTY);

    /** What the objects depend on, of the object and of where it is reached. */
    private static Object memoryInputs(ControlPlane controlPlane) {
        JsonObject status = controlPlane.object().object("status");
        List<Object> inputs = new ArrayList<>();
        inputs.add(controlPlane.inputs());
        inputs.add(status.object("controlPlaneEndpoint"));
        inputs.add(ControlPlane.text(status, "oauthCallbackURLTemplate"));
        inputs.add(status.object("kubeConfig"));
        return inputs;
    }

    /** Stage by stage; a stage that is not ready holds back those after it. */
    private void rollOut(
            ControlPlaneObjects objects, ControlPlaneStatus status, PublishedEndpoints.Endpoints endpoints) {
        ControlPlane controlPlane = objects.controlPlane();
        Pki pki = new Pki(objects);
        objects.identity(ServiceIdentities.DEFAULT);
        if (controlPlane
                .annotation("hypershift.openshift.io/disable-pki-reconciliation")
                .isEmpty()) {
            pki.reconcile();
        }
        objects.identity(ServiceIdentities.PKI_OPERATOR);
        objects.component(EtcdComponents.PKI_OPERATOR);
        if (!"Unmanaged".equals(controlPlane.spec().text("etcd", "managementType"))) {
            if (ServiceIdentities.ETCD_DEFRAG.when().test(controlPlane)) {
                objects.identity(ServiceIdentities.ETCD_DEFRAG);
            }
            ControlPlaneServices.ETCD.forEach(objects::service);
            objects.component(EtcdComponents.ETCD);
            if (!objects.ready(EtcdComponents.ETCD)) {
                return;
            }
        }
        ControlPlaneConfigMaps.KUBE_API_SERVER.forEach(objects::configMap);
        new Kubeconfigs(objects).ofApiServer();
        if (objects.pass().managementCluster().serves(ManagementCluster.MONITORING)) {
            objects.apply(
                    PrometheusRule.class, RecordingRules.NAME, () -> RecordingRules.render(objects.controlPlane()));
        }
        status.kubeconfig();
        objects.component(ApiComponents.KUBE_API_SERVER);
        if (!objects.ready(ApiComponents.KUBE_API_SERVER)) {
            return;
        }
        core(objects);
        for (Component component : Groups.CORE) {
            if (!objects.ready(component)) {
                return;
            }
        }
        admitRoutes(objects, endpoints);
        operators(objects, pki, status);
    }

    private static void admitRoutes(ControlPlaneObjects objects, PublishedEndpoints.Endpoints endpoints) {
        if (objects.controlPlane().usesRouter()) {
            new PublishedRoutes(objects)
                    .admit(
                            endpoints
                                    .publicRouter()
                                    .map(PublishedEndpoints.Endpoint::host)
                                    .orElse(""),
                            endpoints
                                    .privateRouter()
                                    .map(PublishedEndpoints.Endpoint::host)
                                    .orElse(""));
        }
    }

    private static void core(ControlPlaneObjects objects) {
        ControlPlaneConfigMaps.CORE.forEach(objects::configMap);
        new Kubeconfigs(objects).ofControllers();
        objects.service(ControlPlaneServices.KUBE_CONTROLLER_MANAGER);
        Groups.CORE.forEach(objects::component);
    }

    private static void operators(ControlPlaneObjects objects, Pki pki, ControlPlaneStatus status) {
        ControlPlane controlPlane = objects.controlPlane();
        new IgnitionServer(objects).reconcile();
        ControlPlaneServices.OPERATORS.forEach(objects::service);
        for (ServiceIdentities.Identity identity : ServiceIdentities.OPERATORS) {
            if (identity.when().test(controlPlane)) {
                objects.identity(identity);
            }
        }
        ControlPlaneConfigMaps.OPERATORS.forEach(objects::configMap);
        new IgnitionConfigs(objects).reconcile();
        new Kubeconfigs(objects).ofOperators(pki);
        pki.leaf(Certificates.PPROF);
        Groups.OPERATORS.forEach(objects::component);
        if (controlPlane.oauthEnabled()) {
            OAuthSecrets.reconcile(objects);
            objects.component(ApiComponents.OAUTH_SERVER);
            status.identityProvidersAreValid();
        }
        Catalogs.reconcile(objects);
        if (controlPlane.onPlatform("KubeVirt")) {
            ControlPlaneConfigMaps.KUBEVIRT.forEach(objects::configMap);
        }
        KubevirtComponents.ALL.forEach(objects::component);
        objects.identity(ServiceIdentities.AUTOSCALER);
        objects.component(OperatorComponents.AUTOSCALER);
        objects.identity(ServiceIdentities.MACHINE_APPROVER);
        objects.configMap(ControlPlaneConfigMaps.MACHINE_APPROVER);
        objects.component(OperatorComponents.MACHINE_APPROVER);
        kubeadminPassword(objects, status);
    }

    private static void kubeadminPassword(ControlPlaneObjects objects, ControlPlaneStatus status) {
        String name = "kubeadmin-password";
        boolean ownLogin = objects.controlPlane().spec().at("configuration", "oauth") != null;
        if (ownLogin) {
            objects.pass().delete(Secret.class, objects.key(name));
        } else {
            objects.secretOnce(
                    name,
                    Map.of(),
                    () -> Map.of(
                            "password",
                            objects.pass()
                                    .keyMaterial()
                                    .password(objects.controlPlane().namespace() + "/" + name)));
        }
        status.kubeadminPassword(!ownLogin);
    }
}
