package dev.hcp.samples.cli;

import dev.hcp.client.AwsMachines;
import picocli.CommandLine.Option;

/** The flags of EC2 instances, of new clusters and of new node pools. */
final class AwsMachineFlags {
    @Option(
            names = "--instance-type",
            paramLabel = "TYPE",
            description = "Instance type of nodes. Default: m5.large, on arm64 m6g.large.")
    private String instanceType = "";

    @Option(names = "--root-volume-type", paramLabel = "TYPE", description = "Type of the root volume. Default: gp3.")
    private String rootVolumeType = "gp3";

    @Option(
            names = "--root-volume-size",
            paramLabel = "GIB",
            description = "Size of the root volume in GiB. Default: 120.")
    private long rootVolumeSize = 120;

    @Option(
            names = "--root-volume-iops",
            paramLabel = "N",
            description = "Operations per second of the root volume. Default: 0, what its type gives.")
    private long rootVolumeIops;

    @Option(names = "--root-volume-kms-key", paramLabel = "ARN", description = "Key that encrypts the root volume.")
    private String rootVolumeKmsKey = "";

    /** Sets what the flags say. */
    void applyTo(AwsMachines<?> machines) {
        machines.instanceType(instanceType);
        machines.rootVolumeType(rootVolumeType);
        machines.rootVolumeSize(rootVolumeSize);
        machines.rootVolumeIops(rootVolumeIops);
        machines.rootVolumeKmsKey(rootVolumeKmsKey);
    }
}
