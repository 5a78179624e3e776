package dev.hcp.api.capi.aws;

import dev.hcp.api.capi.MachineAddress;
import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Maximum;
import dev.hcp.api.schema.Minimum;
import dev.hcp.api.schema.OneOf;
import dev.hcp.api.schema.Required;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * An EC2 instance.
 *
 * <p>CRD field: AWSCluster {@code status.bastion}.
 */
@Value.Immutable
@HcpModel
public interface AwsInstance extends Model {
    /** The addresses. */
    List<MachineAddress> getAddresses();

    /** The availability zone. */
    @Nullable
    String getAvailabilityZone();

    /** Whether it has bandwidth for volumes alone. */
    @Nullable
    Boolean getEbsOptimized();

    /** Whether it has enhanced networking. */
    @Nullable
    Boolean getEnaSupport();

    /** The instance profile. */
    @Nullable
    String getIamProfile();

    /** The identifier. */
    @Required
    @Nullable
    String getId();

    /** The image. */
    @Nullable
    String getImageId();

    /** How it reaches its metadata. */
    @Nullable
    AwsInstanceMetadataOptions getInstanceMetadataOptions();

    /** The state. */
    @OneOf({})
    @Nullable
    AwsInstanceState getInstanceState();

    /** The network interfaces. */
    List<String> getNetworkInterfaces();

    /** The volumes besides the root volume. */
    List<AwsMachineVolume> getNonRootVolumes();

    /** The placement group. */
    @Nullable
    String getPlacementGroupName();

    /** The partition of the placement group. */
    @Minimum(1)
    @Maximum(7)
    @Nullable
    Long getPlacementGroupPartition();

    /** How private host names are made. */
    @Nullable
    AwsPrivateDnsName getPrivateDnsName();

    /** The private IPv4 address. */
    @Nullable
    String getPrivateIp();

    /** Whether it gets a public address. */
    @Nullable
    Boolean getPublicIPOnLaunch();

    /** The public IPv4 address. */
    @Nullable
    String getPublicIp();

    /** The root volume. */
    @Nullable
    AwsMachineVolume getRootVolume();

    /** The security groups. */
    List<String> getSecurityGroupIds();

    /** Present for a spot instance. */
    @Nullable
    AwsSpotMarketOptions getSpotMarketOptions();

    /** The EC2 key pair that may log in. */
    @Nullable
    String getSshKeyName();

    /** The subnet. */
    @Nullable
    String getSubnetId();

    /** The tags. */
    Map<String, String> getTags();

    /** Whether the hardware is shared. */
    @Nullable
    String getTenancy();

    /** The instance type. */
    @Nullable
    String getType();

    /** What it is first configured with, in base64. */
    @Value.Redacted
    @Nullable
    String getUserData();

    /** The volumes. */
    List<String> getVolumeIDs();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link AwsInstance}. Not thread-safe. */
    final class Builder extends ImmutableAwsInstance.Builder {
        Builder() {}

        /** Sets {@code instanceMetadataOptions} from a builder. */
        public Builder instanceMetadataOptions(UnaryOperator<AwsInstanceMetadataOptions.Builder> edit) {
            return instanceMetadataOptions(
                    edit.apply(AwsInstanceMetadataOptions.builder()).build());
        }

        /** Sets {@code privateDnsName} from a builder. */
        public Builder privateDnsName(UnaryOperator<AwsPrivateDnsName.Builder> edit) {
            return privateDnsName(edit.apply(AwsPrivateDnsName.builder()).build());
        }

        /** Sets {@code rootVolume} from a builder. */
        public Builder rootVolume(UnaryOperator<AwsMachineVolume.Builder> edit) {
            return rootVolume(edit.apply(AwsMachineVolume.builder()).build());
        }

        /** Sets {@code spotMarketOptions} from a builder. */
        public Builder spotMarketOptions(UnaryOperator<AwsSpotMarketOptions.Builder> edit) {
            return spotMarketOptions(edit.apply(AwsSpotMarketOptions.builder()).build());
        }
    }
}
