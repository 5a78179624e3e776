package dev.hcp.client;

import dev.hcp.api.hypershift.DnsSpec;
import dev.hcp.api.hypershift.HostedClusterSpec;
import dev.hcp.api.hypershift.NodePoolPlatform;
import dev.hcp.api.hypershift.PlatformType;
import dev.hcp.platforms.OptionProblem;
import dev.hcp.platforms.ServicePublishing;
import dev.hcp.platforms.agent.AgentPoolOptions;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.rbac.RoleBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A hosted cluster on bare metal or other machines that boot as agents, with the defaults of {@code hcp create cluster
 * agent} (documentation, "Creating a hosted cluster on bare metal"). The base domain is {@code example.com} when not set.
 * Not thread-safe.
 */
public final class CreateAgentCluster extends CreateCluster<CreateAgentCluster> {
    private final AgentPoolOptions pool = new AgentPoolOptions();
    private String agentNamespace = "";
    private String apiServerAddress = "";

    CreateAgentCluster(HcpClient client, String namespace, String name) {
        super(client, namespace, name);
    }

    /** Namespace of the agents, {@code --agent-namespace}. Required. */
    public CreateAgentCluster agentNamespace(String namespace) {
        this.agentNamespace = namespace;
        return this;
    }

    /** Where node ports are reached, {@code --api-server-address}. An address of the first node when not set. */
    public CreateAgentCluster apiServerAddress(String address) {
        this.apiServerAddress = address;
        return this;
    }

    /** Which agents become nodes, {@code --agentLabelSelector}, such as {@code size=large,zone in (a,b)}. Any by default. */
    public CreateAgentCluster agentLabelSelector(String selector) {
        pool.agentLabelSelector(selector);
        return this;
    }

    /** Addresses of both IP families for pods and services, {@code --default-dual}. */
    public CreateAgentCluster defaultDual() {
        return clusterCidr(List.of("10.132.0.0/14", "fd01::/48")).serviceCidr(List.of("172.31.0.0/16", "fd02::/112"));
    }

    @Override
    CreateAgentCluster self() {
        return this;
    }

    @Override
    PlatformType platformType() {
        return PlatformType.AGENT;
    }

    @Override
    void lookUp() {
        if (apiServerAddress.isEmpty()) {
            apiServerAddress = addressOfANode();
        }
    }

    @Override
    List<OptionProblem> platformRefusals() {
        List<OptionProblem> problems = new ArrayList<>(pool.refusals());
        if (agentNamespace.isEmpty()) {
            problems.add(new OptionProblem("agentNamespace", "is required"));
        }
        return problems;
    }

    @Override
    List<OptionProblem> platformProblems() {
        return platformRefusals();
    }

    @Override
    List<OptionProblem> managementProblems() {
        return agentNamespace.equals(namespace) || exists(agentNamespace)
                ? List.of()
                : List.of(new OptionProblem(
                        "agentNamespace",
                        "'" + agentNamespace + "' does not exist; create it, and let hosts register there first"));
    }

    private boolean exists(String namespace) {
        try {
            return Failures.explain(
                    "read namespace " + namespace,
                    () -> client.kubernetes().namespaces().withName(namespace).get() != null);
        } catch (PermissionDeniedException e) {
            // Who may create clusters need not see namespaces; if it is missing, that is told later.
            return true;
        }
    }

    @Override
    DnsSpec dns() {
        return Domains.orExample(baseDomain);
    }

    @Override
    void describe(HostedClusterSpec.Builder spec) {
        spec.platform(platform ->
                        platform.type(PlatformType.AGENT).agent(agent -> agent.agentNamespace(agentNamespace)))
                .services(ServicePublishing.byNodePort(apiServerAddress));
    }

    @Override
    List<HasMetadata> platformObjects() {
        return List.of(new RoleBuilder()
                .withNewMetadata()
                .withNamespace(agentNamespace)
                .withName("capi-provider-role")
                .endMetadata()
                .addNewRule()
                .withApiGroups("agent-install.openshift.io")
                .withResources("agents")
                .withVerbs("*")
                .endRule()
                .build());
    }

    @Override
    Map<String, NodePoolPlatform> pools() {
        return Map.of("", pool.platform(false));
    }
}
