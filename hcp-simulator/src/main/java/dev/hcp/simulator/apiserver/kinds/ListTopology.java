package dev.hcp.simulator.apiserver.kinds;

import dev.hcp.api.validation.schema.Schema;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the lists of built-in types merge, in server-side apply and in a strategic merge patch; lists that are not named
 * here are replaced as a whole by both.
 */
final class ListTopology {
    /** Structures that apply replaces as a whole. */
    private static final Set<String> ATOMIC_STRUCTURES = Set.of(
            "ConfigMapKeySelector",
            "EndpointAddress",
            "EndpointPort",
            "LocalObjectReference",
            "NodeSelector",
            "NodeSelectorTerm",
            "ObjectFieldSelector",
            "ObjectReference",
            "ResourceFieldSelector",
            "ScopeSelector",
            "SecretKeySelector",
            "SecretReference",
            "TopologySelectorTerm",
            "TypedLocalObjectReference",
            "ServiceBackendPort",
            "RoleRef",
            "Subject",
            "LabelSelector",
            "MatchResources",
            "NamedRuleWithOperations",
            "OwnerReference",
            "ParamKind",
            "ParamRef");

    /** Maps that apply replaces as a whole, by {@code Type.field}. */
    private static final Set<String> ATOMIC_MAPS = Set.of(
            "PodSpec.nodeSelector",
            "ReplicationControllerSpec.selector",
            "Scheduling.nodeSelector",
            "ServiceSpec.selector");

    private static final Map<String, Rule> RULES = new HashMap<>();

    static {
        mergedBy("name", "ValidatingWebhook.matchConditions", "ValidatingWebhookConfiguration.webhooks");
        mergedBy("name", "MutatingWebhook.matchConditions", "MutatingWebhookConfiguration.webhooks");
        mergedBy("name", "ValidatingAdmissionPolicySpec.matchConditions", "ValidatingAdmissionPolicySpec.variables");
        mergedBy("name", "CSINodeSpec.drivers");
        mergedBy(
                "type",
                "DeploymentStatus.conditions",
                "ReplicaSetStatus.conditions",
                "StatefulSetStatus.conditions",
                "DaemonSetStatus.conditions",
                "NamespaceStatus.conditions",
                "NodeStatus.addresses",
                "NodeStatus.conditions",
                "PersistentVolumeClaimStatus.conditions",
                "PodStatus.conditions",
                "ServiceStatus.conditions",
                "PodDisruptionBudgetStatus.conditions",
                "HorizontalPodAutoscalerStatus.conditions",
                "ReplicationControllerStatus.conditions",
                "ComponentStatus.conditions",
                "FlowSchemaStatus.conditions",
                "PriorityLevelConfigurationStatus.conditions",
                "CustomResourceDefinitionStatus.conditions",
                "APIServiceStatus.conditions");
        for (String container : List.of("Container", "EphemeralContainer")) {
            mergedBy("name", container + ".env");
            rule(container + ".ports", List.of("containerPort", "protocol"), "containerPort", Set.of("merge"));
            mergedBy("devicePath", container + ".volumeDevices");
            mergedBy("mountPath", container + ".volumeMounts");
        }
        mergedBy("name", "ContainerStatus.allocatedResourcesStatus");
        mergedBy("mountPath", "ContainerStatus.volumeMounts");
        mergedBy(
                "name",
                "PodSpec.containers",
                "PodSpec.ephemeralContainers",
                "PodSpec.imagePullSecrets",
                "PodSpec.initContainers",
                "PodSpec.schedulingGates",
                "ServiceAccount.secrets");
        mergedBy("ip", "PodSpec.hostAliases", "PodStatus.podIPs");
        rule("PodSpec.volumes", List.of("name"), "name", Set.of("merge", "retainKeys"));
        rule("PodSpec.resourceClaims", List.of("name"), "name", Set.of("merge", "retainKeys"));
        rule("PodStatus.resourceClaimStatuses", List.of("name"), "name", Set.of("merge", "retainKeys"));
        rule(
                "PodSpec.topologySpreadConstraints",
                List.of("topologyKey", "whenUnsatisfiable"),
                "topologyKey",
                Set.of("merge"));
        rule("ServiceSpec.ports", List.of("port", "protocol"), "port", Set.of("merge"));
        rule("ResourceRequirements.claims", List.of("name"), "", Set.of());
        rule("ResourceStatus.resources", List.of("resourceID"), "", Set.of());
        rule("CertificateSigningRequestStatus.conditions", List.of("type"), "", Set.of());
        rule("ValidatingAdmissionPolicyStatus.conditions", List.of("type"), "", Set.of());
        // Merged by patches, replaced by apply.
        rule("JobStatus.conditions", List.of(), "type", Set.of("merge"));
        rule("PodStatus.hostIPs", List.of(), "ip", Set.of("merge"));
        rule("DeploymentSpec.strategy", List.of(), "", Set.of("retainKeys"));
        set("NodeSpec.podCIDRs", Set.of("merge"));
        set("PodFailurePolicyOnExitCodesRequirement.values", Set.of());
        set("UncountedTerminatedPods.failed", Set.of());
        set("UncountedTerminatedPods.succeeded", Set.of());
        set("Endpoint.addresses", Set.of());
        set("CSIDriverSpec.volumeLifecycleModes", Set.of());
        set("ValidatingAdmissionPolicyBindingSpec.validationActions", Set.of());
    }

    private ListTopology() {}

    private static void mergedBy(String key, String... fields) {
        for (String field : fields) {
            rule(field, List.of(key), key, Set.of("merge"));
        }
    }

    private static void rule(String field, List<String> applyKeys, String mergeKey, Set<String> strategy) {
        Schema.ListType type = applyKeys.isEmpty() ? Schema.ListType.ATOMIC : Schema.ListType.MAP;
        RULES.put(field, new Rule(type, applyKeys, mergeKey, strategy));
    }

    private static void set(String field, Set<String> strategy) {
        RULES.put(field, new Rule(Schema.ListType.SET, List.of(), "", strategy));
    }

    static boolean isAtomic(String type) {
        return ATOMIC_STRUCTURES.contains(type);
    }

    static boolean isAtomicMap(String type, String field) {
        return ATOMIC_MAPS.contains(type + "." + field);
    }

    static @Nullable Rule rule(String type, String field) {
        return RULES.get(type + "." + field);
    }

    /** How one list merges. */
    record Rule(Schema.ListType type, List<String> applyKeys, String mergeKey, Set<String> strategy) {}
}
