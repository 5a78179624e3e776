package dev.hcp.platforms.aws;

import dev.hcp.api.hypershift.aws.AwsNodePoolPlatform;
import dev.hcp.api.hypershift.aws.AwsResourceReference;
import dev.hcp.api.hypershift.aws.AwsVolume;
import dev.hcp.platforms.OptionProblem;
import java.util.ArrayList;
import java.util.List;

/**
 * What can be chosen of the EC2 instances of a new node pool, and what they are like when nothing is. Mirrors {@code
 * spec.platform.aws} of NodePool. Not thread-safe.
 */
public final class AwsMachineOptions {
    private String instanceType = "";
    private String rootVolumeType = "gp3";
    private long rootVolumeSize = 120;
    private long rootVolumeIops;
    private String rootVolumeKmsKey = "";
    private String securityGroupId = "";

    /** Instance type. {@code m5.large} by default, {@code m6g.large} on arm64. */
    public void instanceType(String type) {
        this.instanceType = type;
    }

    /** Type of the root volume. {@code gp3} by default. */
    public void rootVolumeType(String type) {
        this.rootVolumeType = type;
    }

    /** Size of the root volume in GiB, at least 8. 120 by default. */
    public void rootVolumeSize(long gibibytes) {
        this.rootVolumeSize = gibibytes;
    }

    /** Operations per second of the root volume. 0, the default, for what its type gives. */
    public void rootVolumeIops(long iops) {
        this.rootVolumeIops = iops;
    }

    /** Key that encrypts the root volume. The account's own when not set. */
    public void rootVolumeKmsKey(String arn) {
        this.rootVolumeKmsKey = arn;
    }

    /** Security group of the instances. The one that the control plane makes when not set. */
    public void securityGroupId(String id) {
        this.securityGroupId = id;
    }

    /** What cannot work as a node pool. */
    public List<OptionProblem> problems() {
        List<OptionProblem> problems = new ArrayList<>();
        if (rootVolumeSize < 8) {
            problems.add(new OptionProblem("rootVolumeSize", "must be 8 GiB or more, not " + rootVolumeSize));
        }
        if (rootVolumeIops < 0) {
            problems.add(new OptionProblem("rootVolumeIops", "must be 0 or more, not " + rootVolumeIops));
        }
        return problems;
    }

    /**
     * The platform's part of a NodePool's specification.
     *
     * @param architecture architecture of the nodes, as in {@code spec.arch}
     * @param subnetId subnet of the instances
     * @param instanceProfile instance profile of the instances
     */
    public AwsNodePoolPlatform platform(String architecture, String subnetId, String instanceProfile) {
        AwsNodePoolPlatform.Builder platform = AwsNodePoolPlatform.builder();
        platform.instanceType(instanceType.isEmpty() ? defaultType(architecture) : instanceType)
                .instanceProfile(instanceProfile)
                .subnet(subnet -> subnet.id(subnetId))
                .rootVolume(rootVolume());
        if (!securityGroupId.isEmpty()) {
            platform.addSecurityGroups(
                    AwsResourceReference.builder().id(securityGroupId).build());
        }
        return platform.build();
    }

    private static String defaultType(String architecture) {
        return architecture.equals("arm64") ? "m6g.large" : "m5.large";
    }

    private AwsVolume rootVolume() {
        AwsVolume.Builder volume = AwsVolume.builder();
        volume.type(rootVolumeType).size(rootVolumeSize);
        if (rootVolumeIops != 0) {
            volume.iops(rootVolumeIops);
        }
        if (!rootVolumeKmsKey.isEmpty()) {
            volume.encryptionKey(rootVolumeKmsKey);
        }
        return volume.build();
    }
}
