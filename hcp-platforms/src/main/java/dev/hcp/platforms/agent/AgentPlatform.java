package dev.hcp.platforms.agent;

import dev.hcp.api.capi.AgentCluster;
import dev.hcp.api.capi.AgentMachineTemplate;
import dev.hcp.api.hypershift.HostedCluster;
import dev.hcp.api.hypershift.HostedControlPlane;
import dev.hcp.api.hypershift.NodePoolPlatform;
import dev.hcp.api.hypershift.UpgradeType;
import dev.hcp.api.hypershift.agent.AgentNodePoolPlatform;
import dev.hcp.api.json.GoJson;
import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonObject;
import dev.hcp.platforms.Access;
import dev.hcp.platforms.CapiProvider;
import dev.hcp.platforms.MachineTemplate;
import dev.hcp.platforms.NodePoolContext;
import dev.hcp.platforms.NodePoolPreparation;
import dev.hcp.platforms.Permissions;
import dev.hcp.platforms.PlatformProvider;
import dev.hcp.platforms.ReleaseMetadata;
import dev.hcp.platforms.World;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.rbac.ClusterRole;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Platform {@code Agent}.
 *
 * <p>Mirrors {@code spec.platform.agent} of HostedCluster and NodePool: nodes are taken from the Agents of {@code
 * agentNamespace} that a pool's {@code agentLabelSelector} matches.
 */
public final class AgentPlatform implements PlatformProvider {
    /** The order in which Go declares the fields of an AgentMachineTemplate's spec; the template's name depends on it. */
    private static final GoJson TEMPLATE = GoJson.ofStruct(
            "template(spec(providerID agentLabelSelector(matchLabels matchExpressions(key operator values))))");

    @Override
    public String platformType() {
        return "Agent";
    }

    @Override
    public Permissions permissions() {
        return Permissions.builder()
                .reads(Namespace.class)
                // The provider's right to agents, in their namespace.
                .management(RoleBinding.class, Access.APPLY, Access.DELETE)
                .management(ClusterRole.class, Access.GRANT)
                .management(AgentCluster.class, Access.APPLY)
                .management(AgentMachineTemplate.class, Access.APPLY, Access.DELETE)
                .build();
    }

    @Override
    public String controlPlanePlatformType() {
        return "None";
    }

    @Override
    public List<String> validate(HostedCluster cluster, World world) {
        Optional<String> namespace = AgentObjects.agentNamespace(cluster);
        if (namespace.isEmpty()) {
            return List.of("agentcluster needs .spec.platform.agent to be filled");
        }
        return world.tree(Namespace.class, "", namespace.get()).isPresent()
                ? List.of()
                : List.of("failed to get agent namespace: namespaces \"" + namespace.get() + "\" not found");
    }

    @Override
    public Optional<HasMetadata> infrastructure(
            HostedCluster cluster, Optional<HostedControlPlane> controlPlane, World world) {
        return AgentObjects.infrastructure(cluster, controlPlane, world);
    }

    @Override
    public List<HasMetadata> credentials(HostedCluster cluster, World world) {
        return List.of(AgentObjects.roleBinding(cluster));
    }

    @Override
    public Optional<CapiProvider> capiProvider(HostedCluster cluster, ReleaseMetadata release, World world) {
        return Optional.of(AgentObjects.capiProvider(cluster));
    }

    @Override
    public List<HasMetadata> credentialsToDelete(HostedCluster cluster, World world) {
        HasMetadata binding = AgentObjects.roleBinding(cluster);
        String namespace = binding.getMetadata().getNamespace();
        String name = binding.getMetadata().getName();
        return world.tree(binding.getClass(), namespace, name).isPresent() ? List.of(binding) : List.of();
    }

    @Override
    public Set<String> architectures() {
        return Set.of("amd64", "arm64", "ppc64le");
    }

    /** In place: machines that somebody racked are not thrown away. */
    @Override
    public UpgradeType defaultUpgradeType() {
        return UpgradeType.IN_PLACE;
    }

    @Override
    public Optional<Class<? extends HasMetadata>> machineTemplateType() {
        return Optional.of(AgentMachineTemplate.class);
    }

    @Override
    public Optional<MachineTemplate> machineTemplate(NodePoolContext context, NodePoolPreparation preparation) {
        NodePoolPlatform platform = context.pool().getSpec().getPlatform();
        AgentNodePoolPlatform settings = platform == null ? null : platform.getAgent();
        JsonObject machine = JsonObject.EMPTY;
        if (settings != null && settings.getAgentLabelSelector() != null) {
            machine = machine.with("agentLabelSelector", Json.toTree(settings.getAgentLabelSelector()));
        }
        JsonObject spec = JsonObject.of("template", JsonObject.of("spec", machine));
        return Optional.of(new MachineTemplate(spec, TEMPLATE.write(spec)));
    }
}
