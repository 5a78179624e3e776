package dev.hcp.platforms.agent;

import dev.hcp.api.capi.AgentCluster;
import dev.hcp.api.hypershift.HostedCluster;
import dev.hcp.api.hypershift.HostedControlPlane;
import dev.hcp.api.hypershift.PlatformSpec;
import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.names.Annotations;
import dev.hcp.api.names.Naming;
import dev.hcp.api.names.SecretNames;
import dev.hcp.platforms.CapiManager;
import dev.hcp.platforms.CapiProvider;
import dev.hcp.platforms.ControlPlaneEndpoint;
import dev.hcp.platforms.World;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import io.fabric8.kubernetes.api.model.rbac.RoleBindingBuilder;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The objects of a hosted cluster whose nodes are agents. */
final class AgentObjects {
    /** Role in the agents' namespace that the command line creates with a cluster. */
    private static final String ROLE = "capi-provider-role";

    private static final String BINDING_PREFIX = "cluster-api-agent-";
    private static final String SERVICE_ACCOUNT = "capi-provider";
    private static final String IMAGE = "quay.io/edge-infrastructure/cluster-api-provider-agent:latest";

    private AgentObjects() {}

    /** The namespace of the agents; empty when the cluster does not say. */
    static Optional<String> agentNamespace(HostedCluster cluster) {
        PlatformSpec platform =
                cluster.getSpec() == null ? null : cluster.getSpec().getPlatform();
        return platform == null || platform.getAgent() == null
                ? Optional.empty()
                : Optional.of(
                        platform.getAgent().getAgentNamespace() == null
                                ? ""
                                : platform.getAgent().getAgentNamespace());
    }

    /** The Cluster API infrastructure, once it is known where agents fetch their configuration; also since this pass. */
    static Optional<HasMetadata> infrastructure(
            HostedCluster cluster, Optional<HostedControlPlane> controlPlane, World world) {
        String ignition = world.tree(
                        HostedCluster.class,
                        cluster.getMetadata().getNamespace(),
                        cluster.getMetadata().getName())
                .map(current -> current.text("status", "ignitionEndpoint"))
                .orElse("");
        if (ignition.isEmpty()) {
            return Optional.empty();
        }
        String namespace = controlPlaneNamespace(cluster);
        JsonObject certificate = JsonObject.of("name", SecretNames.IGNITION_SERVER_CA_CERT, "namespace", namespace);
        return Optional.of(Json.toType(
                JsonObject.of(
                        "apiVersion",
                        HasMetadata.getApiVersion(AgentCluster.class),
                        "kind",
                        HasMetadata.getKind(AgentCluster.class),
                        "metadata",
                        JsonObject.of("name", cluster.getMetadata().getName(), "namespace", namespace),
                        "spec",
                        JsonObject.of(
                                "controlPlaneEndpoint",
                                ControlPlaneEndpoint.of(controlPlane),
                                "ignitionEndpoint",
                                JsonObject.of(
                                        "caCertificateReference",
                                        certificate,
                                        "url",
                                        "https://" + ignition + "/ignition"))),
                AgentCluster.class));
    }

    /** Lets the cluster's provider work with the agents. */
    static RoleBinding roleBinding(HostedCluster cluster) {
        String namespace = controlPlaneNamespace(cluster);
        return new RoleBindingBuilder()
                .withNewMetadata()
                .withName(BINDING_PREFIX + namespace)
                .withNamespace(agentNamespace(cluster).orElse(""))
                .endMetadata()
                .addNewSubject()
                .withKind("ServiceAccount")
                .withName(SERVICE_ACCOUNT)
                .withNamespace(namespace)
                .endSubject()
                .withNewRoleRef("rbac.authorization.k8s.io", "Role", ROLE)
                .build();
    }

    /** The Cluster API provider for agents. */
    static CapiProvider capiProvider(HostedCluster cluster) {
        Map<String, String> annotations = cluster.getMetadata().getAnnotations();
        String override = annotations == null ? null : annotations.get(Annotations.CAPI_PROVIDER_AGENT_IMAGE);
        JsonObject manager = CapiManager.container(
                        override == null ? IMAGE : override,
                        "/manager",
                        List.of(
                                "--namespace",
                                "$(MY_NAMESPACE)",
                                "--health-probe-bind-address=:8081",
                                "--metrics-bind-address=127.0.0.1:8080",
                                "--leader-elect",
                                "--agent-namespace",
                                agentNamespace(cluster).orElse("")))
                .with("livenessProbe", probe("/healthz", 15, 20))
                .with("readinessProbe", probe("/readyz", 5, 10));
        JsonObject pod = JsonObject.of("containers", List.of(manager), "terminationGracePeriodSeconds", 10);
        return new CapiProvider(Json.toType(pod, PodSpec.class), rules());
    }

    private static JsonObject probe(String path, int delay, int period) {
        return JsonObject.of(
                "httpGet",
                JsonObject.of("path", path, "port", 8081),
                "initialDelaySeconds",
                delay,
                "periodSeconds",
                period);
    }

    private static List<PolicyRule> rules() {
        return List.of(
                CapiManager.rule("extensions.hive.openshift.io", List.of("agentclusterinstalls"), "*"),
                CapiManager.rule("hive.openshift.io", List.of("clusterdeployments"), "*"),
                CapiManager.rule("capi-provider.agent-install.openshift.io", List.of("*"), "*"),
                CapiManager.rule("agent-install.openshift.io", List.of("agents"), "*"));
    }

    private static String controlPlaneNamespace(HostedCluster cluster) {
        return Naming.controlPlaneNamespace(
                cluster.getMetadata().getNamespace(), cluster.getMetadata().getName());
    }
}
