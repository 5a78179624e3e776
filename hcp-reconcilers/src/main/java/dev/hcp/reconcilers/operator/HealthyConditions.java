package dev.hcp.reconcilers.operator;

import dev.hcp.api.json.JsonObject;
import dev.hcp.api.names.ConditionTypes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What conditions of healthy clusters and pools say, and which of an object say something else. */
final class HealthyConditions {
    private static final String KUBEVIRT = "KubeVirt";
    private static final List<String> TRUE_OF_CLUSTERS = List.of(
            ConditionTypes.AVAILABLE,
            ConditionTypes.INFRASTRUCTURE_READY,
            ConditionTypes.KUBE_API_SERVER_AVAILABLE,
            ConditionTypes.IGNITION_ENDPOINT_AVAILABLE,
            ConditionTypes.ETCD_AVAILABLE,
            ConditionTypes.VALID_RELEASE_INFO,
            ConditionTypes.VALID_CONFIGURATION,
            ConditionTypes.SUPPORTED_HOSTED_CLUSTER,
            ConditionTypes.CLUSTER_VERSION_SUCCEEDING,
            ConditionTypes.CLUSTER_VERSION_AVAILABLE,
            ConditionTypes.CLUSTER_VERSION_RELEASE_ACCEPTED,
            ConditionTypes.RECONCILIATION_ACTIVE,
            ConditionTypes.RECONCILIATION_SUCCEEDED,
            ConditionTypes.VALID_HOSTED_CONTROL_PLANE_CONFIGURATION,
            ConditionTypes.VALID_RELEASE_IMAGE,
            ConditionTypes.PLATFORM_CREDENTIALS_FOUND);
    private static final List<String> FALSE_OF_CLUSTERS =
            List.of(ConditionTypes.PROGRESSING, ConditionTypes.DEGRADED, ConditionTypes.CLUSTER_VERSION_PROGRESSING);
    private static final List<String> TRUE_ON_AWS = List.of(
            ConditionTypes.VALID_OIDC_CONFIGURATION,
            ConditionTypes.VALID_AWS_IDENTITY_PROVIDER,
            ConditionTypes.AWS_DEFAULT_SECURITY_GROUP_CREATED,
            ConditionTypes.AWS_ENDPOINT_AVAILABLE,
            ConditionTypes.AWS_ENDPOINT_SERVICE_AVAILABLE);
    private static final List<String> TRUE_OF_POOLS = List.of(
            ConditionTypes.READY,
            ConditionTypes.VALID_RELEASE_IMAGE,
            ConditionTypes.VALID_GENERATED_PAYLOAD,
            ConditionTypes.VALID_MACHINE_CONFIG,
            ConditionTypes.VALID_TUNING_CONFIG,
            ConditionTypes.ALL_MACHINES_READY,
            ConditionTypes.ALL_NODES_HEALTHY,
            ConditionTypes.RECONCILIATION_ACTIVE,
            ConditionTypes.REACHED_IGNITION_ENDPOINT,
            ConditionTypes.UPDATE_MANAGEMENT_ENABLED,
            ConditionTypes.VALID_ARCH_PLATFORM);
    private static final List<String> FALSE_OF_POOLS = List.of(
            ConditionTypes.UPDATING_VERSION,
            ConditionTypes.UPDATING_CONFIG,
            ConditionTypes.UPDATING_PLATFORM_MACHINE_TEMPLATE);

    private HealthyConditions() {}

    /** The conditions of a cluster that are not as they should be; see {@link #failures}. */
    static List<String> ofCluster(JsonObject cluster) {
        Map<String, Boolean> healthy = expected(TRUE_OF_CLUSTERS, FALSE_OF_CLUSTERS);
        if ("AWS".equals(cluster.text("spec", "platform", "type"))) {
            TRUE_ON_AWS.forEach(type -> healthy.put(type, true));
        }
        if ("Unmanaged".equals(cluster.text("spec", "etcd", "managementType"))) {
            healthy.put(ConditionTypes.UNMANAGED_ETCD_AVAILABLE, true);
        }
        return failures(cluster, healthy);
    }

    /** The conditions of a pool that are not as they should be; see {@link #failures}. */
    static List<String> ofPool(JsonObject pool) {
        Map<String, Boolean> healthy = expected(TRUE_OF_POOLS, FALSE_OF_POOLS);
        healthy.put(
                ConditionTypes.AUTOSCALING_ENABLED,
                !pool.object("spec", "autoScaling").isEmpty());
        healthy.put(
                ConditionTypes.AUTOREPAIR_ENABLED, Boolean.TRUE.equals(pool.at("spec", "management", "autoRepair")));
        String platform = String.valueOf(pool.text("spec", "platform", "type"));
        if (platform.equals("AWS") || platform.equals(KUBEVIRT)) {
            healthy.put(ConditionTypes.VALID_PLATFORM_IMAGE, true);
        }
        if (platform.equals("AWS")) {
            healthy.put(ConditionTypes.AWS_SECURITY_GROUP_AVAILABLE, true);
        }
        return failures(pool, healthy);
    }

    private static Map<String, Boolean> expected(List<String> toBeTrue, List<String> toBeFalse) {
        Map<String, Boolean> expected = new LinkedHashMap<>();
        toBeTrue.forEach(type -> expected.put(type, true));
        toBeFalse.forEach(type -> expected.put(type, false));
        return expected;
    }

    /** One that is there and should be true is named with {@code not_} before its type. */
    private static List<String> failures(JsonObject object, Map<String, Boolean> healthy) {
        List<String> failures = new ArrayList<>();
        for (Object item : object.array("status", "conditions")) {
            if (!(item instanceof JsonObject condition)) {
                continue;
            }
            String type = String.valueOf(condition.text("type"));
            Boolean expected = healthy.get(type);
            if (expected != null && !(expected ? "True" : "False").equals(condition.text("status"))) {
                failures.add(expected ? "not_" + type : type);
            }
        }
        return failures;
    }
}
