package dev.hcp.reconcilers.controlplane;

import dev.hcp.api.json.JsonObject;
import dev.hcp.platforms.World;
import dev.hcp.reconcilers.Conditions;
import dev.hcp.reconcilers.ReconciliationActive;
import dev.hcp.reconcilers.controlplane.PublishedEndpoints.Endpoints;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Works out the status of a HostedControlPlane. */
final class ControlPlaneStatus {
    private static final String HEALTHY = "All is well";

    private final ControlPlane controlPlane;
    private final World world;
    private final Conditions conditions;
    private JsonObject status;

    ControlPlaneStatus(ControlPlane controlPlane, World world) {
        this.controlPlane = controlPlane;
        this.world = world;
        this.conditions = Conditions.of(controlPlane.object(), world.now());
        this.status = controlPlane.object().object("status");
    }

    /** The object with the status worked out so far. */
    JsonObject object() {
        return controlPlane.object().with("status", status.with("conditions", conditions.toTree()));
    }

    /** Everything that can be said before anything is wanted in this pass. */
    void compute(Endpoints endpoints, Iterable<Component> deployments) {
        configuration();
        etcd();
        apiServer();
        degraded(deployments);
        infrastructure(endpoints);
        externalDns();
        available();
        status = status.with("initialized", true).with("ready", conditions.is("Available", Conditions.TRUE));
    }

    /** Whether reconciliation rests. */
    boolean computePause() {
        return ReconciliationActive.set(
                conditions, Optional.ofNullable(controlPlane.spec().text("pausedUntil")), world.now());
    }

    boolean configurationIsValid() {
        return !conditions.is("ValidHostedControlPlaneConfiguration", Conditions.FALSE);
    }

    private void configuration() {
        String type = "ValidHostedControlPlaneConfiguration";
        Optional<String> routed = world.managementCluster().routes() ? Optional.empty() : firstRouted();
        if (routed.isPresent()) {
            conditions.set(
                    type,
                    false,
                    "InsufficientClusterCapabilities",
                    "cluster does not support Routes, but service \"" + routed.get() + "\" is exposed via a Route");
        } else {
            conditions.set(type, true, "AsExpected", "Configuration passes validation");
        }
    }

    private Optional<String> firstRouted() {
        for (Object item : controlPlane.spec().array("services")) {
            if (item instanceof JsonObject mapping
                    && "Route".equals(mapping.text("servicePublishingStrategy", "type"))) {
                return Optional.ofNullable(mapping.text("service"));
            }
        }
        return Optional.empty();
    }

    private void etcd() {
        String type = "EtcdAvailable";
        if ("Unmanaged".equals(controlPlane.spec().text("etcd", "managementType"))) {
            conditions.set(type, true, "EtcdRunning", "Etcd cluster is assumed to be running in unmanaged state");
            return;
        }
        Optional<JsonObject> members = world.tree(StatefulSet.class, controlPlane.namespace(), "etcd");
        if (members.isEmpty()) {
            conditions.set(type, false, "StatefulSetNotFound", "");
        } else if (members.get().integer(0, "status", "readyReplicas")
                >= members.get().integer(1, "spec", "replicas") / 2 + 1) {
            conditions.set(type, true, "QuorumAvailable", "");
        } else {
            conditions.set(type, false, "EtcdWaitingForQuorum", "Waiting for etcd to reach quorum");
        }
    }

    private void apiServer() {
        String type = "KubeAPIServerAvailable";
        Optional<JsonObject> deployment = world.tree(Deployment.class, controlPlane.namespace(), "kube-apiserver");
        if (deployment.isEmpty()) {
            conditions.set(type, false, "NotFound", "Kube APIServer deployment not found");
            return;
        }
        String available = Conditions.of(deployment.get(), world.now()).status("Available");
        if (available == null) {
            conditions.set(type, false, "StatusUnknown", "");
        } else if (available.equals(Conditions.TRUE)) {
            conditions.set(type, true, "AsExpected", "Kube APIServer deployment is available");
        } else {
            conditions.set(
                    type, false, "WaitingForAvailable", "Waiting for Kube APIServer deployment to become available");
        }
    }

    private void degraded(Iterable<Component> deployments) {
        Set<String> names = new TreeSet<>();
        for (Component component : deployments) {
            if (!component.stateful) {
                names.add(component.name);
            }
        }
        List<String> complaints = new ArrayList<>();
        for (String name : names) {
            long unavailable = world.tree(Deployment.class, controlPlane.namespace(), name)
                    .map(deployment -> deployment.integer(0, "status", "unavailableReplicas"))
                    .orElse(0L);
            if (unavailable > 0) {
                complaints.add(name + " deployment has " + unavailable + " unavailable replicas");
            }
        }
        if (complaints.isEmpty()) {
            conditions.set("Degraded", false, "AsExpected", "");
        } else {
            conditions.set(
                    "Degraded",
                    true,
                    "UnavailableReplicas",
                    complaints.size() == 1 ? complaints.get(0) : "[" + String.join(", ", complaints) + "]");
        }
    }

    private void infrastructure(Endpoints endpoints) {
        if (!endpoints.areReady()) {
            conditions.set("InfrastructureReady", false, "WaitingOnInfrastructureReady", endpoints.message());
            if (status.get("controlPlaneEndpoint") == null) {
                status = status.with("controlPlaneEndpoint", JsonObject.of("host", "", "port", 0));
            }
            return;
        }
        conditions.set("InfrastructureReady", true, "AsExpected", HEALTHY);
        status = status.with(
                "controlPlaneEndpoint",
                JsonObject.of(
                        "host", endpoints.api().host(), "port", endpoints.api().port()));
        if (endpoints.oauthNeeded()) {
            status = status.with(
                    "oauthCallbackURLTemplate",
                    "https://" + endpoints.oauth().host() + ":"
                            + endpoints.oauth().port() + "/oauth2callback/[identity-provider-name]");
        }
    }

    private void externalDns() {
        JsonObject strategy = controlPlane.strategy("APIServer");
        boolean named = !ControlPlane.text(strategy, "route", "hostname").isEmpty()
                || !ControlPlane.text(strategy, "loadBalancer", "hostname").isEmpty();
        if (named) {
            conditions.set("ExternalDNSReachable", true, "AsExpected", HEALTHY);
        } else {
            conditions.set(
                    "ExternalDNSReachable", Conditions.UNKNOWN, "StatusUnknown", "External DNS is not configured");
        }
    }

    /** The first of what it takes that is not there. */
    private void available() {
        for (String type : List.of("InfrastructureReady", "", "EtcdAvailable", "KubeAPIServerAvailable")) {
            if (type.isEmpty()) {
                if (status.object("kubeConfig").isEmpty()) {
                    conditions.set(
                            "Available",
                            false,
                            "KubeconfigWaitingForCreate",
                            "Waiting for hosted control plane kubeconfig to be created");
                    return;
                }
            } else if (conditions.is(type, Conditions.FALSE)) {
                conditions.set("Available", false, conditions.reason(type), conditions.message(type));
                return;
            }
        }
        conditions.set("Available", true, "AsExpected", "");
    }

    /** Images that components of this pass needed and the payload lacks. */
    void releaseInfo(Set<String> missingImages) {
        if (missingImages.isEmpty()) {
            conditions.set("ValidReleaseInfo", true, "AsExpected", HEALTHY);
        } else {
            conditions.set("ValidReleaseInfo", false, "MissingReleaseImages", String.join(", ", missingImages));
        }
    }

    void identityProvidersAreValid() {
        conditions.set(
                "ValidIDPConfiguration", true, "IDPConfigurationValid", "Identity provider configuration is valid");
    }

    /** The administrator's kubeconfig is there. */
    void kubeconfig() {
        status = status.with("kubeConfig", JsonObject.of("key", "kubeconfig", "name", "admin-kubeconfig"));
    }

    /** The administrator's password is there, or the cluster has other ways to log in. */
    void kubeadminPassword(boolean exists) {
        status = exists
                ? status.with("kubeadminPassword", JsonObject.of("name", "kubeadmin-password"))
                : status.without("kubeadminPassword");
    }
}
