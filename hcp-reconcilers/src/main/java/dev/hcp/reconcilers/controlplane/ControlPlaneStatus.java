package dev.hcp.reconcilers.controlplane;

import dev.hcp.api.HcpException;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.names.ConditionReasons;
import dev.hcp.api.names.ConditionTypes;
import dev.hcp.api.names.Labels;
import dev.hcp.platforms.World;
import dev.hcp.reconcilers.Conditions;
import dev.hcp.reconcilers.ReconciliationActive;
import dev.hcp.reconcilers.controlplane.PublishedEndpoints.Endpoints;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Works out the status of a HostedControlPlane. */
final class ControlPlaneStatus {
    private static final String HEALTHY = "All is well";
    private static final String OPERATOR = "control-plane-operator";

    private final ControlPlane controlPlane;
    private final World world;
    private final Conditions conditions;
    private JsonObject status;
    private Optional<Endpoints> endpoints = Optional.empty();

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
    void compute() {
        configuration();
        new EtcdStatus(controlPlane, world, conditions).compute();
        apiServer();
        degraded();
        infrastructure();
        externalDns();
        available();
        keyService("AWS", ConditionTypes.VALID_AWS_KMS_CONFIG);
        keyService("Azure", ConditionTypes.VALID_AZURE_KMS_CONFIG);
        status = status.with("initialized", true).with("ready", isAvailable());
    }

    /** Where the control plane is published now; empty where that cannot be told. */
    Optional<Endpoints> endpoints() {
        return endpoints;
    }

    /** Whether reconciliation rests. */
    boolean computePause() {
        return ReconciliationActive.set(
                conditions, Optional.ofNullable(controlPlane.spec().text("pausedUntil")), world.now());
    }

    boolean configurationIsValid() {
        return !conditions.is(ConditionTypes.VALID_HOSTED_CONTROL_PLANE_CONFIGURATION, Conditions.FALSE);
    }

    private void configuration() {
        String type = ConditionTypes.VALID_HOSTED_CONTROL_PLANE_CONFIGURATION;
        Optional<String> routed = world.managementCluster().routes() ? Optional.empty() : firstRouted();
        if (routed.isPresent()) {
            conditions.set(
                    type,
                    false,
                    ConditionReasons.INSUFFICIENT_CLUSTER_CAPABILITIES,
                    "cluster does not support Routes, but service \"" + routed.get() + "\" is exposed via a Route");
        } else {
            conditions.set(type, true, ConditionReasons.AS_EXPECTED, "Configuration passes validation");
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

    private void apiServer() {
        String type = ConditionTypes.KUBE_API_SERVER_AVAILABLE;
        Optional<JsonObject> deployment = world.tree(Deployment.class, controlPlane.namespace(), "kube-apiserver");
        if (deployment.isEmpty()) {
            conditions.set(type, false, ConditionReasons.NOT_FOUND, "Kube APIServer deployment not found");
            return;
        }
        String available = Conditions.of(deployment.get(), world.now()).status(ConditionTypes.AVAILABLE);
        if (available == null) {
            conditions.set(type, false, ConditionReasons.STATUS_UNKNOWN, "");
        } else if (available.equals(Conditions.TRUE)) {
            conditions.set(type, true, ConditionReasons.AS_EXPECTED, "Kube APIServer deployment is available");
        } else {
            conditions.set(
                    type,
                    false,
                    ConditionReasons.WAITING_FOR_AVAILABLE,
                    "Waiting for Kube APIServer deployment to become available");
        }
    }

    private void degraded() {
        List<String> complaints = new ArrayList<>();
        for (JsonObject deployment : world.trees(Deployment.class, controlPlane.namespace())) {
            long unavailable = deployment.integer(0, "status", "unavailableReplicas");
            if (unavailable > 0
                    && OPERATOR.equals(deployment.object("metadata", "labels").get(Labels.MANAGED_BY))) {
                complaints.add(deployment.text("metadata", "name") + " deployment has " + unavailable
                        + " unavailable replicas");
            }
        }
        if (complaints.isEmpty()) {
            conditions.set(ConditionTypes.DEGRADED, false, ConditionReasons.AS_EXPECTED, "");
        } else {
            conditions.set(
                    ConditionTypes.DEGRADED,
                    true,
                    ConditionReasons.UNAVAILABLE_REPLICAS,
                    complaints.size() == 1 ? complaints.get(0) : "[" + String.join(", ", complaints) + "]");
        }
    }

    private void infrastructure() {
        String type = ConditionTypes.INFRASTRUCTURE_READY;
        if (status.get("controlPlaneEndpoint") == null) {
            status = status.with("controlPlaneEndpoint", JsonObject.of("host", "", "port", 0));
        }
        Endpoints found;
        try {
            found = new PublishedEndpoints(controlPlane, world).endpoints();
        } catch (HcpException e) {
            conditions.set(
                    type, Conditions.UNKNOWN, ConditionReasons.INFRA_STATUS_FAILURE, String.valueOf(e.getMessage()));
            return;
        }
        endpoints = Optional.of(found);
        if (!found.areReady()) {
            conditions.set(type, false, ConditionReasons.WAITING_ON_INFRASTRUCTURE_READY, found.message());
            return;
        }
        conditions.set(type, true, ConditionReasons.AS_EXPECTED, HEALTHY);
        status = status.with(
                "controlPlaneEndpoint",
                JsonObject.of("host", found.api().host(), "port", found.api().port()));
        found.oauth()
                .ifPresent(oauth -> status = status.with(
                        "oauthCallbackURLTemplate",
                        "https://" + oauth.host() + ":" + oauth.port() + "/oauth2callback/[identity-provider-name]"));
    }

    private void externalDns() {
        String type = ConditionTypes.EXTERNAL_DNS_REACHABLE;
        String hostname = new Publishing(controlPlane).externalHostname(Publishing.API_SERVER);
        if (hostname.isEmpty()) {
            conditions.set(type, Conditions.UNKNOWN, ConditionReasons.STATUS_UNKNOWN, "External DNS is not configured");
            return;
        }
        world.reachability()
                .resolutionProblem(hostname)
                .ifPresentOrElse(
                        problem ->
                                conditions.set(type, false, ConditionReasons.EXTERNAL_DNS_HOST_NOT_REACHABLE, problem),
                        () -> conditions.set(type, true, ConditionReasons.AS_EXPECTED, HEALTHY));
    }

    /** The first of what it takes that is not there. */
    private void available() {
        for (String type : List.of(
                ConditionTypes.INFRASTRUCTURE_READY,
                "",
                ConditionTypes.ETCD_AVAILABLE,
                ConditionTypes.KUBE_API_SERVER_AVAILABLE)) {
            if (type.isEmpty()) {
                if (status.object("kubeConfig").isEmpty()) {
                    unavailable(
                            ConditionReasons.KUBECONFIG_WAITING_FOR_CREATE,
                            "Waiting for hosted control plane kubeconfig to be created");
                    return;
                }
            } else if (conditions.is(type, Conditions.FALSE)) {
                unavailable(conditions.reason(type), conditions.message(type));
                return;
            }
        }
        new ApiServerHealth(controlPlane, world)
                .problem()
                .ifPresentOrElse(
                        problem -> unavailable(ConditionReasons.KAS_LOAD_BALANCER_NOT_REACHABLE, problem),
                        () -> conditions.set(ConditionTypes.AVAILABLE, true, ConditionReasons.AS_EXPECTED, ""));
    }

    /** Nobody can try the key service from here, so what is configured is taken to be right. */
    private void keyService(String platform, String type) {
        if (!controlPlane.onPlatform(platform)) {
            return;
        }
        boolean configured = platform.equals(controlPlane.spec().text("secretEncryption", "kms", "provider"));
        if (configured) {
            conditions.set(type, true, ConditionReasons.AS_EXPECTED, HEALTHY);
        } else {
            conditions.set(
                    type, Conditions.UNKNOWN, ConditionReasons.STATUS_UNKNOWN, platform + " KMS is not configured");
        }
    }

    private void unavailable(String reason, String message) {
        conditions.set(ConditionTypes.AVAILABLE, false, reason, message);
    }

    private boolean isAvailable() {
        return conditions.is(ConditionTypes.AVAILABLE, Conditions.TRUE);
    }

    /** Whether its name resolves and its API server, when it runs, answers where it is published. */
    boolean isReachable() {
        return !conditions.reason(ConditionTypes.AVAILABLE).equals(ConditionReasons.KAS_LOAD_BALANCER_NOT_REACHABLE)
                && !conditions.is(ConditionTypes.EXTERNAL_DNS_REACHABLE, Conditions.FALSE);
    }

    /** Images that components of this pass needed and the payload lacks. */
    void releaseInfo(Set<String> missingImages) {
        if (missingImages.isEmpty()) {
            conditions.set(ConditionTypes.VALID_RELEASE_INFO, true, ConditionReasons.AS_EXPECTED, HEALTHY);
        } else {
            conditions.set(
                    ConditionTypes.VALID_RELEASE_INFO,
                    false,
                    ConditionReasons.MISSING_RELEASE_IMAGES,
                    String.join(", ", missingImages));
        }
    }

    /** What is wrong with the identity providers, if anything. */
    void identityProviders(Optional<String> problem) {
        String type = ConditionTypes.VALID_IDP_CONFIGURATION;
        problem.ifPresentOrElse(
                message -> conditions.set(type, false, ConditionReasons.IDP_CONFIGURATION_ERROR, message),
                () -> conditions.set(
                        type,
                        true,
                        ConditionReasons.IDP_CONFIGURATION_VALID,
                        "Identity provider configuration is valid"));
    }

    /** The administrator's kubeconfig is there. */
    void kubeconfig() {
        ExternalKubeconfig kubeconfig = ExternalKubeconfig.of(controlPlane);
        status = status.with("kubeConfig", JsonObject.of("key", kubeconfig.key(), "name", kubeconfig.secret()));
    }

    /** The administrator's password is there, or the cluster has other ways to log in. */
    void kubeadminPassword(boolean exists) {
        status = exists
                ? status.with("kubeadminPassword", JsonObject.of("name", "kubeadmin-password"))
                : status.without("kubeadminPassword");
    }
}
