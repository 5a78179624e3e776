package dev.hcp.client;

import dev.hcp.api.hypershift.HostedCluster;
import dev.hcp.api.hypershift.NodePoolPlatform;
import dev.hcp.api.hypershift.PlatformType;
import dev.hcp.api.json.Json;
import dev.hcp.platforms.OptionProblem;
import dev.hcp.platforms.aws.AwsMachineOptions;
import java.util.ArrayList;
import java.util.List;

/** A node pool on AWS to be added to a cluster, {@code hcp create nodepool aws}. Not thread-safe. */
public final class CreateAwsNodePool extends CreateNodePool<CreateAwsNodePool>
        implements AwsMachines<CreateAwsNodePool> {
    private final AwsMachineOptions machines = new AwsMachineOptions();
    private String subnetId = "";
    private String instanceProfile = "";

    CreateAwsNodePool(HcpClient client, String namespace, String name) {
        super(client, namespace, name);
    }

    /** Subnet of the instances, {@code --subnet-id}. The cluster's by default. */
    public CreateAwsNodePool subnetId(String id) {
        this.subnetId = id;
        return this;
    }

    /** Security group of the instances, {@code --securitygroup-id}. The cluster's own by default. */
    public CreateAwsNodePool securityGroupId(String id) {
        machines.securityGroupId(id);
        return this;
    }

    /** Instance profile of the instances, {@code --instance-profile}. {@code <infraID>-worker} by default. */
    public CreateAwsNodePool instanceProfile(String name) {
        this.instanceProfile = name;
        return this;
    }

    @Override
    public AwsMachineOptions machines() {
        return machines;
    }

    @Override
    public CreateAwsNodePool builder() {
        return this;
    }

    @Override
    CreateAwsNodePool self() {
        return this;
    }

    @Override
    PlatformType platformType() {
        return PlatformType.AWS;
    }

    @Override
    List<OptionProblem> platformRefusals(HostedCluster cluster) {
        return subnet(cluster).isEmpty()
                ? List.of(new OptionProblem("subnetId", "is required: the cluster does not name a subnet"))
                : List.of();
    }

    @Override
    List<OptionProblem> platformProblems(HostedCluster cluster) {
        List<OptionProblem> problems = new ArrayList<>(platformRefusals(cluster));
        problems.addAll(machines.problems());
        return problems;
    }

    @Override
    NodePoolPlatform platform(HostedCluster cluster) {
        String profile = instanceProfile.isEmpty() ? infraId(cluster) + "-worker" : instanceProfile;
        NodePoolPlatform.Builder platform = NodePoolPlatform.builder();
        platform.type(PlatformType.AWS).aws(machines.platform(arch, subnet(cluster), profile));
        return platform.build();
    }

    private String subnet(HostedCluster cluster) {
        if (!subnetId.isEmpty()) {
            return subnetId;
        }
        String ofCluster = Json.toTree(cluster).text("spec", "platform", "aws", "cloudProviderConfig", "subnet", "id");
        return ofCluster == null ? "" : ofCluster;
    }

    private static String infraId(HostedCluster cluster) {
        String id = cluster.getSpec() == null ? null : cluster.getSpec().getInfraID();
        return id == null ? "" : id;
    }
}
