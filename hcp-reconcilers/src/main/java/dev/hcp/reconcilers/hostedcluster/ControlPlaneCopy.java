package dev.hcp.reconcilers.hostedcluster;

import dev.hcp.api.hypershift.HostedControlPlane;
import dev.hcp.api.hypershift.NodePool;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.names.Annotations;
import dev.hcp.api.names.SecretNames;
import dev.hcp.platforms.PlatformProvider;
import dev.hcp.reconcilers.Pass;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Keeps the HostedControlPlane what the HostedCluster says. */
final class ControlPlaneCopy {
    /** Annotations that the control plane operator needs to see. */
    private static final Set<String> MIRRORED = Set.of(
            Annotations.DISABLE_PKI_RECONCILIATION,
            Annotations.LOGIN_URL_OVERRIDE,
            Annotations.CONTROL_PLANE_PRIORITY_CLASS,
            Annotations.API_CRITICAL_PRIORITY_CLASS,
            Annotations.ETCD_PRIORITY_CLASS,
            Annotations.KONNECTIVITY_SERVER_IMAGE,
            Annotations.KONNECTIVITY_AGENT_IMAGE,
            Annotations.RESTART_DATE,
            Annotations.AWS_KMS_PROVIDER_IMAGE,
            Annotations.IBMCLOUD_KMS_PROVIDER_IMAGE,
            Annotations.PORTIERIS_IMAGE,
            Annotations.PRIVATE_INGRESS_CONTROLLER,
            Annotations.INGRESS_CONTROLLER_LOAD_BALANCER_SCOPE,
            Annotations.CERTIFIED_OPERATORS_CATALOG_IMAGE,
            Annotations.COMMUNITY_OPERATORS_CATALOG_IMAGE,
            Annotations.REDHAT_MARKETPLACE_CATALOG_IMAGE,
            Annotations.REDHAT_OPERATORS_CATALOG_IMAGE,
            Annotations.OLM_CATALOGS_IS_REGISTRY_OVERRIDES,
            Annotations.DISABLE_PROFILING,
            Annotations.CLEANUP_CLOUD_RESOURCES,
            Annotations.ENSUREEXISTS_PULLSECRET_RECONCILE,
            Annotations.TOPOLOGY,
            Annotations.REQUEST_SERVING_NODE_ADDITIONAL_SELECTOR,
            Annotations.DISABLE_MACHINE_MANAGEMENT,
            Annotations.KUBE_APISERVER_GOGC,
            Annotations.KUBE_APISERVER_GOMEMLIMIT,
            Annotations.KUBE_APISERVER_VERBOSITY_LEVEL,
            Annotations.AWS_LOAD_BALANCER_SUBNETS,
            Annotations.MANAGEMENT_PLATFORM,
            Annotations.DEBUG_DEPLOYMENTS);

    private static final List<String> MIRRORED_PREFIXES =
            List.of(Annotations.IDP_OVERRIDES_PREFIX, "resource-request-override.hypershift.openshift.io");

    private static final String MIRRORED_LABELS = "api.openshift.com";

    /** Fields that have the same name and meaning in both. */
    private static final List<String> SAME = List.of(
            "updateService",
            "channel",
            "issuerURL",
            "serviceAccountSigningKey",
            "networking",
            "clusterID",
            "infraID",
            "dns",
            "controllerAvailabilityPolicy",
            "infrastructureAvailabilityPolicy",
            "fips",
            "services",
            "olmCatalogPlacement",
            "autoscaling",
            "nodeSelector",
            "tolerations",
            "imageContentSources",
            "configuration",
            "pausedUntil");

    private static final String PULL_SECRET = "pullSecret";
    private static final String SSH_KEY = "sshKey";
    private static final String AUDIT_WEBHOOK = "auditWebhook";

    private ControlPlaneCopy() {}

    /**
     * The control plane as it shall be.
     *
     * @param scales whether any of the cluster's pools scales itself
     */
    static JsonObject desired(
            ClusterView cluster, Optional<JsonObject> live, PlatformProvider platform, boolean scales) {
        JsonObject base = live.orElseGet(() -> JsonObject.of(
                "apiVersion",
                "hypershift.openshift.io/v1beta1",
                "kind",
                "HostedControlPlane",
                "metadata",
                cluster.plainMetadata(cluster.name())));
        JsonObject.Builder labels = base.object("metadata", "labels").toBuilder();
        cluster.labels().forEach((key, value) -> {
            if (key.startsWith(MIRRORED_LABELS)) {
                labels.put(key, value);
            }
        });
        JsonObject result = base.withAt(annotations(cluster, scales), "metadata", "annotations");
        JsonObject allLabels = labels.build();
        if (!allLabels.isEmpty()) {
            result = result.withAt(allLabels, "metadata", "labels");
        }
        return result.with("spec", spec(cluster, base.object("spec"), platform));
    }

    private static JsonObject annotations(ClusterView cluster, boolean scales) {
        JsonObject.Builder builder =
                JsonObject.builder(8).put(ClusterView.CLUSTER, cluster.key().toString());
        cluster.annotations().forEach((key, value) -> {
            if (MIRRORED.contains(key) || MIRRORED_PREFIXES.stream().anyMatch(key::startsWith)) {
                builder.put(key, value);
            }
        });
        if (!scales) {
            builder.put(Annotations.DISABLE_CLUSTER_AUTOSCALER, "true");
        }
        return builder.build();
    }

    /** Whether the cluster autoscaler has work. */
    static boolean anyPoolScalesItself(ClusterView cluster, Pass pass) {
        for (NodePool pool :
                pass.listWhere(NodePool.class, cluster.namespace(), cluster.name(), "spec", "clusterName")) {
            if (pool.getSpec() != null && pool.getSpec().getAutoScaling() != null) {
                return true;
            }
        }
        return false;
    }

    private static JsonObject spec(ClusterView cluster, JsonObject live, PlatformProvider platform) {
        JsonObject theirs = cluster.spec();
        JsonObject.Builder spec = JsonObject.builder(32);
        live.forEach((key, value) -> {
            if (!SAME.contains(key) && !key.equals("controlPlaneReleaseImage")) {
                spec.put(key, value);
            }
        });
        SAME.forEach(field -> spec.putIfPresent(field, theirs.get(field)));
        spec.put("releaseImage", cluster.releaseImage());
        if (theirs.at("controlPlaneRelease", "image") instanceof String own) {
            spec.put("controlPlaneReleaseImage", own);
        }
        spec.put("platform", theirs.object("platform").with("type", platform.controlPlanePlatformType()));
        spec.put(PULL_SECRET, name(SecretNames.PULL_SECRET));
        if (!cluster.text(SSH_KEY, "name").isEmpty()) {
            spec.put(SSH_KEY, name(SecretNames.SSH_KEY));
        } else {
            spec.put(SSH_KEY, live.object(SSH_KEY));
        }
        if (theirs.get("additionalTrustBundle") != null) {
            spec.put("additionalTrustBundle", name(ClusterSecrets.TRUST_BUNDLE));
        }
        if (!cluster.text(AUDIT_WEBHOOK, "name").isEmpty()) {
            spec.put(AUDIT_WEBHOOK, theirs.get(AUDIT_WEBHOOK));
        }
        spec.putIfPresent("secretEncryption", theirs.get("secretEncryption"));
        spec.put("etcd", etcd(theirs.object("etcd"), live.object("etcd")));
        return spec.build();
    }

    private static JsonObject name(String name) {
        return JsonObject.of("name", name);
    }

    /** How etcd was managed before stays written down. */
    private static JsonObject etcd(JsonObject theirs, JsonObject live) {
        String type = theirs.text("managementType");
        JsonObject.Builder etcd = live.toBuilder().putIfPresent("managementType", type);
        if ("Managed".equals(type)) {
            etcd.putIfPresent("managed", theirs.get("managed"));
        } else if ("Unmanaged".equals(type)) {
            etcd.putIfPresent("unmanaged", theirs.get("unmanaged"));
        }
        return etcd.build();
    }

    /** Brings the control plane in line. */
    static void reconcile(
            ClusterView cluster, Optional<JsonObject> live, PlatformProvider platform, boolean scales, Pass pass) {
        JsonObject desired = desired(cluster, live, platform, scales);
        if (live.isEmpty()) {
            pass.createIfAbsent(HostedControlPlane.class, desired);
        } else {
            pass.replace(HostedControlPlane.class, desired);
        }
    }
}
