package dev.hcp.samples.cli;

import dev.hcp.client.CreateAwsNodePool;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code hcp create nodepool aws}. */
@Command
final class CreateNodePoolAws extends CreateNodePoolCommand<CreateAwsNodePool> {
    @Mixin
    private final AwsMachineFlags machines = new AwsMachineFlags();

    @Option(names = "--subnet-id", paramLabel = "ID", description = "Subnet of the nodes. Default: the cluster's.")
    private String subnetId = "";

    @Option(
            names = "--securitygroup-id",
            paramLabel = "ID",
            description = "Security group of the nodes. Default: the cluster's own.")
    private String securityGroupId = "";

    @Option(
            names = "--instance-profile",
            paramLabel = "NAME",
            description = "Instance profile of the nodes. Default: INFRA_ID-worker.")
    private String instanceProfile = "";

    CreateNodePoolAws(Session session) {
        super(session);
    }

    @Override
    CreateAwsNodePool builder(String namespace, String name) {
        CreateAwsNodePool pool = session.hcp()
                .awsNodePool(namespace, name)
                .subnetId(subnetId)
                .securityGroupId(securityGroupId)
                .instanceProfile(instanceProfile);
        machines.applyTo(pool);
        return pool;
    }
}
