package dev.hcp.reconcilers.hostedcluster;

import dev.hcp.api.hypershift.HostedCluster;
import dev.hcp.api.hypershift.HostedControlPlane;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.value.PausedUntil;
import dev.hcp.platforms.PlatformProvider;
import dev.hcp.reconcilers.Conditions;
import dev.hcp.reconcilers.Pass;
import dev.hcp.reconcilers.ReconciliationActive;
import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Works out the status of a HostedCluster, in the order its conditions build on each other. */
final class ClusterStatus {
    private static final String NOT_FOUND = "The hosted control plane is not found";

    /** Types that a HostedCluster takes over from its control plane as they are. */
    private static final List<String> COPIED = List.of(
            "EtcdAvailable",
            "KubeAPIServerAvailable",
            "InfrastructureReady",
            "ExternalDNSReachable",
            "ValidHostedControlPlaneConfiguration",
            "ValidReleaseInfo",
            "ValidIDPConfiguration");

    private static final List<String> FROM_CLUSTER_VERSION = List.of(
            "ClusterVersionProgressing",
            "ClusterVersionReleaseAccepted",
            "ClusterVersionUpgradeable",
            "ClusterVersionAvailable");

    private final ClusterView cluster;
    private final Pass pass;
    private final Optional<JsonObject> controlPlane;
    private final Conditions conditions;
    private final @Nullable Conditions theirs;
    private JsonObject status;

    ClusterStatus(ClusterView cluster, Optional<JsonObject> controlPlane, Pass pass) {
        this.cluster = cluster;
        this.controlPlane = controlPlane;
        this.pass = pass;
        this.conditions = Conditions.of(cluster.object(), pass.now());
        this.theirs = controlPlane.map(hcp -> Conditions.of(hcp, pass.now())).orElse(null);
        this.status = cluster.object().object("status");
    }

    Conditions conditions() {
        return conditions;
    }

    JsonObject version() {
        return status.object("version");
    }

    /** The object with the status worked out so far. */
    JsonObject object() {
        return cluster.object().with("status", status.with("conditions", conditions.toTree()));
    }

    /** Everything up to and including the validity of the configuration. */
    void computeFromControlPlane(HostedCluster typed, PlatformProvider platform, List<String> networkProblems) {
        copyAccess();
        status = status.with("version", VersionStatus.of(cluster, controlPlane, pass.now()));
        clusterVersion();
        degraded();
        Optional<HostedControlPlane> typedControlPlane = controlPlane.isEmpty()
                ? Optional.empty()
                : pass.get(HostedControlPlane.class, cluster.controlPlaneNamespace(), cluster.name());
        for (Condition condition : platform.conditions(typed, typedControlPlane, pass)) {
            conditions.set(condition.getType(), condition.getStatus(), condition.getReason(), condition.getMessage());
        }
        COPIED.forEach(this::copy);
        copyPlatformStatus();
        unmanagedEtcd();
        available();
        Optional<String> problem = ConfigurationChecks.problem(cluster, typed, platform, networkProblems, pass);
        conditions.set(
                "ValidConfiguration",
                problem.isEmpty(),
                problem.isEmpty() ? "AsExpected" : "InvalidConfiguration",
                problem.orElse("Configuration passes validation"));
        conditions.set(
                "SupportedHostedCluster", true, "AsExpected", "HostedCluster is supported by operator configuration");
    }

    private void copyAccess() {
        reference("kubeconfig", cluster.name() + "-admin-kubeconfig", true);
        boolean ownLogin = cluster.spec().at("configuration", "oauth") != null;
        reference("kubeadminPassword", cluster.name() + "-kubeadmin-password", !ownLogin);
    }

    private void reference(String field, String secret, boolean wanted) {
        boolean exists =
                wanted && pass.tree(Secret.class, cluster.namespace(), secret).isPresent();
        status = exists ? status.with(field, JsonObject.of("name", secret)) : status.without(field);
    }

    private void clusterVersion() {
        Optional<JsonObject> failing = theirs("ClusterVersionFailing");
        if (failing.isPresent()) {
            String status = failing.get().text("status");
            String inverse = "True".equals(status) ? "False" : "False".equals(status) ? "True" : "Unknown";
            conditions.copy("ClusterVersionSucceeding", failing.get().with("status", inverse));
        } else {
            notInClusterVersion("ClusterVersionSucceeding");
        }
        for (String type : FROM_CLUSTER_VERSION) {
            Optional<JsonObject> condition = theirs(type);
            if (condition.isPresent()) {
                conditions.copy(type, condition.get());
            } else {
                notInClusterVersion(type);
            }
        }
    }

    private void notInClusterVersion(String type) {
        conditions.set(type, Conditions.UNKNOWN, "StatusUnknown", "Condition not found in the CVO.");
    }

    private void degraded() {
        Optional<JsonObject> degraded = theirs("Degraded");
        if (degraded.isEmpty()) {
            conditions.set("Degraded", Conditions.UNKNOWN, "StatusUnknown", NOT_FOUND);
        } else if ("False".equals(degraded.get().text("status"))) {
            conditions.copy("Degraded", degraded.get().with("message", "The hosted cluster is not degraded"));
        } else {
            conditions.copy("Degraded", degraded.get());
        }
    }

    private void copy(String type) {
        Optional<JsonObject> condition = theirs(type);
        if (condition.isPresent()) {
            conditions.copy(type, condition.get());
        } else {
            conditions.set(
                    type,
                    Conditions.UNKNOWN,
                    "StatusUnknown",
                    controlPlane.isEmpty() ? NOT_FOUND : "Condition not found in the HCP");
        }
    }

    private void copyPlatformStatus() {
        JsonObject platform = controlPlane.orElse(JsonObject.EMPTY).object("status", "platform");
        if (!platform.isEmpty()) {
            status = status.with("platform", platform);
        }
    }

    private void unmanagedEtcd() {
        if (!cluster.text("etcd", "managementType").equals("Unmanaged")) {
            return;
        }
        Optional<String> problem = unmanagedEtcdProblem();
        conditions.set(
                "UnmanagedEtcdAvailable",
                problem.isEmpty(),
                problem.isEmpty() ? "UnmanagedEtcdAsExpected" : "UnmanagedEtcdMisconfigured",
                problem.orElse(""));
    }

    private Optional<String> unmanagedEtcdProblem() {
        String secret = cluster.text("etcd", "unmanaged", "tls", "clientSecret", "name");
        if (secret.isEmpty()) {
            return Optional.of("etcd metadata not specified for unmanaged deployment");
        }
        Optional<JsonObject> found = pass.tree(Secret.class, cluster.namespace(), secret);
        if (found.isEmpty()) {
            return Optional.of("missing TLS client secret " + secret);
        }
        JsonObject data = found.get().object("data");
        String prefix = "etcd secret " + secret + " does not have client ";
        if (!data.containsKey("etcd-client.crt")) {
            return Optional.of(prefix + "cert");
        }
        if (!data.containsKey("etcd-client.key")) {
            return Optional.of(prefix + "key");
        }
        return data.containsKey("etcd-client-ca.crt") ? Optional.empty() : Optional.of(prefix + "ca");
    }

    private void available() {
        Optional<JsonObject> available = theirs("Available");
        if (available.isEmpty()) {
            boolean blocked = "Blocked".equals(conditions.reason("Progressing"));
            conditions.set(
                    "Available",
                    false,
                    "WaitingForAvailable",
                    blocked ? conditions.message("Progressing") : "Waiting for hosted control plane to be healthy");
        } else if ("True".equals(available.get().text("status"))) {
            conditions.set("Available", true, "AsExpected", "The hosted control plane is available");
            if (!cluster.hasAnnotation("HasBeenAvailable")) {
                pass.patch(
                        HostedCluster.class,
                        cluster.key(),
                        JsonObject.of(
                                "metadata",
                                JsonObject.of(
                                        "annotations",
                                        JsonObject.of(ClusterView.PREFIX + "HasBeenAvailable", "true"))));
            }
        } else {
            String message = available.get().text("message");
            conditions.set("Available", false, "WaitingForAvailable", message == null ? "" : message);
        }
    }

    /** Where nodes fetch their configuration; false when the cluster does not say how that is published. */
    boolean computeIgnitionEndpoint() {
        Optional<Optional<String>> endpoint = IgnitionEndpoint.of(cluster, pass);
        if (endpoint.isEmpty()) {
            return false;
        }
        endpoint.get().ifPresent(host -> status = status.with("ignitionEndpoint", host));
        return true;
    }

    /** How the API server and the login page are reached, and whether nodes can fetch their configuration. */
    void computeEndpoints() {
        JsonObject theirStatus = controlPlane.orElse(JsonObject.EMPTY).object("status");
        JsonObject endpoint = theirStatus.object("controlPlaneEndpoint");
        String host = endpoint.text("host");
        long port = endpoint.integer(0, "port");
        if (host != null && !host.isEmpty() && cluster.publishes("APIServer", "Route")) {
            port = 443;
        }
        status = status.with("controlPlaneEndpoint", JsonObject.of("host", host == null ? "" : host, "port", port));
        String template = theirStatus.text("oauthCallbackURLTemplate");
        status = template == null || template.isEmpty()
                ? status.without("oauthCallbackURLTemplate")
                : status.with("oauthCallbackURLTemplate", template);
        Optional<JsonObject> server = pass.tree(Deployment.class, cluster.controlPlaneNamespace(), "ignition-server");
        if (server.isEmpty()) {
            conditions.set("IgnitionEndpointAvailable", false, "NotFound", "Ignition server deployment not found");
        } else if ("True".equals(Conditions.of(server.get(), pass.now()).status("Available"))) {
            conditions.set("IgnitionEndpointAvailable", true, "AsExpected", "Ignition server deployment is available");
        } else {
            conditions.set(
                    "IgnitionEndpointAvailable",
                    false,
                    "WaitingForAvailable",
                    "Ignition server deployment is not yet available");
        }
    }

    /** Whether reconciliation rests. */
    boolean computePause() {
        return ReconciliationActive.set(conditions, cluster.text("pausedUntil"), pass.now());
    }

    /** Whether the release is one the cluster may have; an error of the pass when that cannot be said. */
    Optional<String> computeRelease(ReleaseCheck release) {
        long generation = cluster.object().integer(0, "metadata", "generation");
        if (!conditions.is("ValidReleaseImage", Conditions.TRUE)
                || conditions.observedGeneration("ValidReleaseImage") != generation) {
            Optional<String> problem = release.problem(version());
            String reason = problem.isEmpty()
                    ? "AsExpected"
                    : release.pullSecretProblem().isPresent() ? "SecretNotFound" : "InvalidImage";
            conditions.set("ValidReleaseImage", problem.isEmpty(), reason, problem.orElse("Release image is valid"));
        }
        if (release.pullSecretProblem().isPresent()) {
            String problem = release.pullSecretProblem().get();
            conditions.set("ValidReleaseImage", false, "PayloadArchNotFound", problem);
            return Optional.of(problem);
        }
        release.release().ifPresent(found -> status = status.with("payloadArch", found.payloadArch()));
        return release.lookupProblem();
    }

    /** Whether a change of release is under way, or what blocks the cluster. */
    void computeProgressing(String requestedVersion) {
        for (String type :
                List.of("SupportedHostedCluster", "ValidConfiguration", "ValidReleaseImage", "ReconciliationActive")) {
            if (conditions.is(type, Conditions.FALSE)) {
                conditions.set(
                        "Progressing", false, "Blocked", type + " condition is false: " + conditions.message(type));
                return;
            }
        }
        Optional<String> objection = UpgradeGate.objection(cluster, version(), conditions, requestedVersion);
        if (objection.isPresent()) {
            conditions.set(
                    "Progressing",
                    false,
                    "Blocked",
                    "ClusterVersionUpgradeable condition is false: " + objection.get());
        } else if (version().isEmpty() || UpgradeGate.isUpgrading(cluster, version())) {
            conditions.set(
                    "Progressing", true, "Progressing", "HostedCluster is deploying, upgrading, or reconfiguring");
        } else {
            conditions.set("Progressing", false, "AsExpected", "HostedCluster is at expected version");
        }
    }

    private Optional<JsonObject> theirs(String type) {
        return theirs == null ? Optional.empty() : theirs.get(type);
    }

    /** When the pause ends, as a requeue, if it ends by itself. */
    void requeueAtEndOfPause() {
        PausedUntil.of(cluster.text("pausedUntil")).remainingAt(pass.now()).ifPresent(pass::requeueAfter);
    }
}
