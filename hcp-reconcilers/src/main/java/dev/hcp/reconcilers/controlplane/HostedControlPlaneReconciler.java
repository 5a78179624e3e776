package dev.hcp.reconcilers.controlplane;

import dev.hcp.api.HcpException;
import dev.hcp.api.hypershift.HostedControlPlane;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.openshift.Route;
import dev.hcp.platforms.Permissions;
import dev.hcp.platforms.ReleaseMetadata;
import dev.hcp.platforms.ReleaseNotFoundException;
import dev.hcp.platforms.World;
import dev.hcp.reconcilers.ClusterReleases;
import dev.hcp.reconcilers.Memory;
import dev.hcp.reconcilers.ObjectKey;
import dev.hcp.reconcilers.Pass;
import dev.hcp.reconcilers.Plan;
import dev.hcp.reconcilers.Reconciler;
import dev.hcp.reconcilers.Watch;
import dev.hcp.reconcilers.controlplane.PublishedEndpoints.Endpoints;
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
    public Permissions permissions() {
        return ControlPlanePermissions.ALL;
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
    public Optional<Duration> lookAgainEvery() {
        return Optional.of(Duration.ofMinutes(1));
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
        ControlPlane plain = new ControlPlane(status.object(), release(status.object(), pass));
        ControlPlane controlPlane = plain.with(References.of(plain, pass));
        Object inputs = memoryInputs(controlPlane, status.endpoints(), pass);
        ControlPlaneObjects objects =
                new ControlPlaneObjects(pass, memory.of(ObjectKey.of(object), inputs), controlPlane);
        new Infrastructure(objects).reconcile();
        Endpoints endpoints = status.endpoints()
                .filter(Endpoints::areReady)
                .orElseGet(() -> new PublishedEndpoints(controlPlane, pass).endpoints());
        if (!endpoints.areReady()) {
            pass.requeueAfter(INFRASTRUCTURE_RETRY);
            return;
        }
        new Rollout(objects, status, endpoints).proceed();
        status.releaseInfo(objects.missingImages());
        if (!status.isReachable()) {
            pass.requeueAfter(REACHABILITY_RETRY);
        }
    }

    private static ReleaseMetadata release(JsonObject object, Pass pass) {
        try {
            return ClusterReleases.of(pass, ObjectKey.of(object).namespace(), object.object("spec"))
                    .lookup(new ControlPlane(object, UNKNOWN_RELEASE).releaseImage());
        } catch (ReleaseNotFoundException e) {
            throw new HcpException("failed to look up release metadata: " + e.getMessage(), e);
        }
    }

    private static final ReleaseMetadata UNKNOWN_RELEASE =
            new ReleaseMetadata("", "", "", Map.of(), Optional.empty(), Map.of(), Map.of(), JsonObject.EMPTY);

    /** What the objects depend on, of the object, of where it is reached, and of the time. */
    private static Object memoryInputs(ControlPlane controlPlane, Optional<Endpoints> endpoints, Pass pass) {
        JsonObject status = controlPlane.object().object("status");
        List<Object> inputs = new ArrayList<>();
        inputs.add(controlPlane.inputs());
        inputs.add(status.object("controlPlaneEndpoint"));
        inputs.add(ControlPlane.text(status, "oauthCallbackURLTemplate"));
        inputs.add(status.object("kubeConfig"));
        inputs.add(endpoints);
        CertificateLifetime lifetime = CertificateLifetime.in(pass, controlPlane.namespace());
        inputs.add(lifetime);
        inputs.add(
                pass.now().getEpochSecond() / Math.max(1, lifetime.lookEvery().toSeconds()));
        return inputs;
    }
}
