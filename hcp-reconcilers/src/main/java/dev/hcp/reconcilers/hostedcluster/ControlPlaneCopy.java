package dev.hcp.reconcilers.hostedcluster;

import dev.hcp.api.hypershift.HostedControlPlane;
import dev.hcp.api.hypershift.NodePool;
import dev.hcp.api.json.JsonObject;
import dev.hcp.platforms.PlatformProvider;
import dev.hcp.reconcilers.Pass;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps the HostedControlPlane what the HostedCluster says. */
final class ControlPlaneCopy {
    /** Annotations of HyperShift's prefix that the control plane operator needs to see. */
    private static final List<String> MIRRORED = List.of(
            "disable-pki-reconciliation",
            "control-plane-priority-class",
            "api-critical-priority-class",
            "etcd-priority-class",
            "konnectivity-server-image",
            "konnectivity-agent-image",
            "control-plane-operator-image",
            "control-plane-operator-image-labels",
            "restart-date",
            "aws-kms-provider-image",
            "ibmcloud-kms-provider-image",
            "portieris-image",
            "private-ingress-controller",
            "ingress-controller-load-balancer-scope",
            "certified-operators-catalog-image",
            "community-operators-catalog-image",
            "redhat-marketplace-catalog-image",
            "redhat-operators-catalog-image",
            "olm-catalogs-is-registry-overrides",
            "disable-profiling",
            "cleanup-cloud-resources",
            "ensureexists-pullsecret-reconcile",
            "topology",
            "request-serving-node-additional-selector",
            "disable-machine-management",
            "kube-apiserver-gogc",
            "kube-apiserver-gomemlimit",
            "kube-apiserver-verbosity-level",
            "aws-load-balancer-subnets",
            "management-platform",
            "debug-deployments");

    private static final List<String> MIRRORED_PREFIXES =
            List.of("idpoverrides.hypershift.openshift.io/", "resource-request-override.hypershift.openshift.io");

    private static final String LOGIN_URL_OVERRIDE = "oauth.hypershift.openshift.io/login-url-override";

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

    private ControlPlaneCopy() {}

    /** The control plane as it shall be. */
    static JsonObject desired(ClusterView cluster, Optional<JsonObject> live, PlatformProvider platform, Pass pass) {
        JsonObject base = live.orElseGet(() -> JsonObject.of(
                "apiVersion",
                "hypershift.openshift.io/v1beta1",
                "kind",
                "HostedControlPlane",
                "metadata",
                cluster.plainMetadata(cluster.name())));
        JsonObject.Builder labels = base.object("metadata", "labels").toBuilder();
        cluster.labels().forEach((key, value) -> {
            if (key.startsWith("api.openshift.com")) {
                labels.put(key, value);
            }
        });
        JsonObject result = base.withAt(annotations(cluster, pass), "metadata", "annotations");
        JsonObject allLabels = labels.build();
        if (!allLabels.isEmpty()) {
            result = result.withAt(allLabels, "metadata", "labels");
        }
        return result.with("spec", spec(cluster, base.object("spec"), platform));
    }

    private static JsonObject annotations(ClusterView cluster, Pass pass) {
        JsonObject.Builder builder =
                JsonObject.builder(8).put(ClusterView.CLUSTER, cluster.key().toString());
        cluster.annotations().forEach((key, value) -> {
            boolean ours =
                    key.startsWith(ClusterView.PREFIX) && MIRRORED.contains(key.substring(ClusterView.PREFIX.length()));
            if (ours
                    || key.equals(LOGIN_URL_OVERRIDE)
                    || MIRRORED_PREFIXES.stream().anyMatch(key::startsWith)) {
                builder.put(key, value);
            }
        });
        if (!anyPoolScalesItself(cluster, pass)) {
            builder.put(ClusterView.PREFIX + "disable-cluster-autoscaler", "true");
        }
        return builder.build();
    }

    private static boolean anyPoolScalesItself(ClusterView cluster, Pass pass) {
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
        spec.put("pullSecret", JsonObject.of("name", "pull-secret"));
        if (!cluster.text("sshKey", "name").isEmpty()) {
            spec.put("sshKey", JsonObject.of("name", "ssh-key"));
        } else {
            spec.put("sshKey", live.object("sshKey"));
        }
        if (!cluster.text("additionalTrustBundle", "name").isEmpty()) {
            spec.put("additionalTrustBundle", JsonObject.of("name", "user-ca-bundle"));
        }
        spec.putIfPresent("auditWebhook", theirs.get("auditWebhook"));
        spec.putIfPresent("secretEncryption", theirs.get("secretEncryption"));
        spec.put("etcd", etcd(theirs.object("etcd"), live.object("etcd")));
        return spec.build();
    }

    /** The parts of either way to manage etcd stay when they are not set any more. */
    private static JsonObject etcd(JsonObject theirs, JsonObject live) {
        JsonObject.Builder etcd = JsonObject.builder(3);
        for (String part : List.of("managed", "unmanaged")) {
            @Nullable Object value = theirs.get(part);
            etcd.putIfPresent(part, value == null ? live.get(part) : value);
        }
        return etcd.putIfPresent("managementType", theirs.get("managementType")).build();
    }

    /** Brings the control plane in line. */
    static void reconcile(ClusterView cluster, Optional<JsonObject> live, PlatformProvider platform, Pass pass) {
        JsonObject desired = desired(cluster, live, platform, pass);
        if (live.isEmpty()) {
            pass.createIfAbsent(HostedControlPlane.class, desired);
        } else {
            pass.replace(HostedControlPlane.class, desired);
        }
    }
}
