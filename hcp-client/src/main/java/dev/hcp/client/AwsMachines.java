package dev.hcp.client;

import dev.hcp.platforms.aws.AwsMachineOptions;

/**
 * The options of the EC2 instances of a node pool on AWS, wherever one is created.
 *
 * @param <B> the builder that has them
 */
public interface AwsMachines<B> {
    /** The options; change them through the methods of the builder. */
    AwsMachineOptions machines();

    /** The builder. */
    B builder();

    /** Instance type, {@code --instance-type}. {@code m5.large} by default, {@code m6g.large} on arm64. */
    default B instanceType(String type) {
        machines().instanceType(type);
        return builder();
    }

    /** Type of the root volume, {@code --root-volume-type}. {@code gp3} by default. */
    default B rootVolumeType(String type) {
        machines().rootVolumeType(type);
        return builder();
    }

    /** Size of the root volume in GiB, {@code --root-volume-size}. 120 by default. */
    default B rootVolumeSize(long gibibytes) {
        machines().rootVolumeSize(gibibytes);
        return builder();
    }

    /** Operations per second of the root volume, {@code --root-volume-iops}. 0, the default, for what its type gives. */
    default B rootVolumeIops(long iops) {
        machines().rootVolumeIops(iops);
        return builder();
    }

    /** Key that encrypts the root volume, {@code --root-volume-kms-key}. The account's own when not set. */
    default B rootVolumeKmsKey(String arn) {
        machines().rootVolumeKmsKey(arn);
        return builder();
    }
}
