package dev.hcp.reconcilers.hostedcluster;

import static dev.hcp.api.names.ConditionReasons.STATUS_UNKNOWN;

import dev.hcp.api.hypershift.HostedCluster;
import dev.hcp.api.hypershift.HostedControlPlane;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.names.Annotations;
import dev.hcp.api.names.ConditionTypes;
import dev.hcp.platforms.PlatformProvider;
import dev.hcp.reconcilers.Conditions;
import dev.hcp.reconcilers.Pass;
import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.Secret;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a HostedCluster says of its control plane, most of which that says of itself. */
final class ControlPlaneReport {
    private static final String NOT_FOUND = "The hosted control plane is not found";

    /** Types that a HostedCluster takes over from its control plane as they are. */
    private static final List<String> COPIED = List.of(
            ConditionTypes.ETCD_AVAILABLE,
            ConditionTypes.KUBE_API_SERVER_AVAILABLE,
            ConditionTypes.INFRASTRUCTURE_READY,
            ConditionTypes.EXTERNAL_DNS_REACHABLE,
            ConditionTypes.VALID_HOSTED_CONTROL_PLANE_CONFIGURATION,
            ConditionTypes.VALID_RELEASE_INFO,
            ConditionTypes.VALID_IDP_CONFIGURATION);

    private static final List<String> FROM_CLUSTER_VERSION = List.of(
            ConditionTypes.CLUSTER_VERSION_PROGRESSING,
            ConditionTypes.CLUSTER_VERSION_RELEASE_ACCEPTED,
            ConditionTypes.CLUSTER_VERSION_UPGRADEABLE,
            ConditionTypes.CLUSTER_VERSION_AVAILABLE);

    /** Types that are taken over once the control plane has them, by platform. */
    private static final Map<String, String> OF_PLATFORM = Map.of("Azure", ConditionTypes.VALID_AZURE_KMS_CONFIG);

    private final ClusterView cluster;
    private final Optional<JsonObject> controlPlane;
    private final Optional<Conditions> theirs;
    private final ClusterStatus status;
    private final Pass pass;

    ControlPlaneReport(ClusterView cluster, Optional<JsonObject> controlPlane, ClusterStatus status, Pass pass) {
        this.cluster = cluster;
        this.controlPlane = controlPlane;
        this.theirs = controlPlane.map(hcp -> Conditions.of(hcp, pass.now()));
        this.status = status;
        this.pass = pass;
    }

    private Conditions conditions() {
        return status.conditions();
    }

    /** All but where the control plane is reached. */
    void compute(HostedCluster typed, PlatformProvider platform) {
        access();
        status.set("version", VersionStatus.of(cluster, status.version(), controlPlane, pass.now()));
        clusterVersion();
        degraded();
        Optional<HostedControlPlane> typedControlPlane =
                pass.get(HostedControlPlane.class, cluster.controlPlaneNamespace(), cluster.name());
        for (Condition condition : platform.conditions(typed, typedControlPlane, pass)) {
            conditions().set(condition);
        }
        COPIED.forEach(this::copy);
        controlPlane.ifPresent(hcp -> status.set("platform", hcp.at("status", "platform")));
        Optional.ofNullable(OF_PLATFORM.get(cluster.platformType()))
                .flatMap(this::theirs)
                .ifPresent(condition -> conditions().copy(String.valueOf(condition.text("type")), condition));
        UnmanagedEtcd.report(cluster, conditions(), pass);
        available();
    }

    /** A name stays when its secret vanishes; the reference does not look back. */
    private void access() {
        String kubeconfig = cluster.name() + "-admin-kubeconfig";
        if (exists(kubeconfig)) {
            status.set("kubeconfig", JsonObject.of("name", kubeconfig));
        }
        String password = cluster.name() + "-kubeadmin-password";
        if (cluster.spec().at("configuration", "oauth") != null) {
            status.set("kubeadminPassword", null);
        } else if (exists(password)) {
            status.set("kubeadminPassword", JsonObject.of("name", password));
        }
    }

    private boolean exists(String secret) {
        return pass.tree(Secret.class, cluster.namespace(), secret).isPresent();
    }

    private void clusterVersion() {
        Optional<JsonObject> failing = theirs(ConditionTypes.CLUSTER_VERSION_FAILING);
        if (failing.isPresent()) {
            conditions().copy(ConditionTypes.CLUSTER_VERSION_SUCCEEDING, inverse(failing.get()));
        } else {
            notInClusterVersion(ConditionTypes.CLUSTER_VERSION_SUCCEEDING);
        }
        for (String type : FROM_CLUSTER_VERSION) {
            Optional<JsonObject> condition = theirs(type);
            if (condition.isPresent()) {
                conditions().copy(type, condition.get());
            } else {
                notInClusterVersion(type);
            }
        }
    }

    private static JsonObject inverse(JsonObject condition) {
        String before = condition.text("status");
        String after = Conditions.TRUE.equals(before)
                ? Conditions.FALSE
                : Conditions.FALSE.equals(before) ? Conditions.TRUE : Conditions.UNKNOWN;
        return condition.with("status", after);
    }

    private void notInClusterVersion(String type) {
        conditions().set(type, Conditions.UNKNOWN, STATUS_UNKNOWN, "Condition not found in the CVO.");
    }

    private void degraded() {
        String type = ConditionTypes.DEGRADED;
        Optional<JsonObject> degraded = theirs(type);
        if (degraded.isEmpty()) {
            conditions().set(type, Conditions.UNKNOWN, STATUS_UNKNOWN, NOT_FOUND);
        } else if (Conditions.FALSE.equals(degraded.get().text("status"))) {
            conditions().copy(type, degraded.get().with("message", "The hosted cluster is not degraded"));
        } else {
            conditions().copy(type, degraded.get());
        }
    }

    private void copy(String type) {
        Optional<JsonObject> condition = theirs(type);
        if (condition.isPresent()) {
            conditions().copy(type, condition.get());
        } else {
            String message = controlPlane.isEmpty() ? NOT_FOUND : "Condition not found in the HCP";
            conditions().set(type, Conditions.UNKNOWN, STATUS_UNKNOWN, message);
        }
    }

    private void available() {
        String type = ConditionTypes.AVAILABLE;
        Optional<JsonObject> available = theirs(type);
        if (available.isEmpty()) {
            boolean blocked = "Blocked".equals(conditions().reason(ConditionTypes.PROGRESSING));
            String message = blocked
                    ? conditions().message(ConditionTypes.PROGRESSING)
                    : "Waiting for hosted control plane to be healthy";
            conditions().set(type, false, "WaitingForAvailable", message);
        } else if (Conditions.TRUE.equals(available.get().text("status"))) {
            conditions().set(type, true, "AsExpected", "The hosted control plane is available");
            rememberAvailability();
        } else {
            String theirStatus = String.valueOf(available.get().text("status"));
            String message = available.get().text("message");
            conditions().set(type, theirStatus, "WaitingForAvailable", message == null ? "" : message);
        }
    }

    /**
     * Marks the cluster the first time. The answer to that write takes the place of what the pass found so far, so the
     * cluster shows itself available one pass later.
     */
    private void rememberAvailability() {
        if (cluster.annotation(Annotations.HAS_BEEN_AVAILABLE).isEmpty()) {
            pass.patch(
                    HostedCluster.class,
                    cluster.key(),
                    JsonObject.of(
                            "metadata",
                            JsonObject.of("annotations", JsonObject.of(Annotations.HAS_BEEN_AVAILABLE, "true"))));
            status.reload();
        }
    }

    /** How the API server and the login page are reached. */
    void endpoints() {
        if (controlPlane.isEmpty()) {
            return;
        }
        JsonObject theirStatus = controlPlane.get().object("status");
        JsonObject endpoint = theirStatus.object("controlPlaneEndpoint");
        String host = endpoint.text("host");
        // Routes end at the ingress controller, whatever port an older control plane reports.
        long port = cluster.publishes("APIServer", "Route") ? 443 : endpoint.integer(0, "port");
        status.set("controlPlaneEndpoint", JsonObject.of("host", host == null ? "" : host, "port", port));
        String template = theirStatus.text("oauthCallbackURLTemplate");
        status.set("oauthCallbackURLTemplate", template == null || template.isEmpty() ? null : template);
    }

    private Optional<JsonObject> theirs(String type) {
        return theirs.flatMap(conditions -> conditions.get(type));
    }
}
