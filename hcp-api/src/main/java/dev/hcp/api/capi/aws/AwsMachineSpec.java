package dev.hcp.api.capi.aws;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Maximum;
import dev.hcp.api.schema.Minimum;
import dev.hcp.api.schema.Required;
import dev.hcp.api.schema.Size;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What an EC2 instance should be.
 *
 * <p>CRD field: AWSMachine {@code spec}, AWSMachineTemplate {@code spec.template.spec}.
 */
@Value.Immutable
@HcpModel
public interface AwsMachineSpec extends Model {
    /** Security groups besides those of the cluster. */
    List<AwsMachineResourceReference> getAdditionalSecurityGroups();

    /** Tags of the instance. */
    Map<String, String> getAdditionalTags();

    /** The image. */
    @Nullable
    AwsAmiReference getAmi();

    /** How the first configuration is handed over. */
    @Nullable
    AwsCloudInit getCloudInit();

    /** The instance profile. */
    @Nullable
    String getIamInstanceProfile();

    /** How Ignition configurations are handed over. */
    @Nullable
    AwsIgnition getIgnition();

    /** The operating system of images that are looked up. */
    @Nullable
    String getImageLookupBaseOS();

    /** The form of the names of images that are looked up. */
    @Nullable
    String getImageLookupFormat();

    /** The account that owns images that are looked up. */
    @Nullable
    String getImageLookupOrg();

    /** The identifier of the instance. */
    @Nullable
    String getInstanceID();

    /** How the instance reaches its metadata. */
    @Nullable
    AwsInstanceMetadataOptions getInstanceMetadataOptions();

    /** The instance type. */
    @Required
    @Size(min = 2)
    @Nullable
    String getInstanceType();

    /** Existing network interfaces to attach; two at most. */
    @Size(max = 2)
    List<String> getNetworkInterfaces();

    /** Volumes besides the root volume. */
    List<AwsMachineVolume> getNonRootVolumes();

    /** The placement group. */
    @Nullable
    String getPlacementGroupName();

    /** The partition of the placement group, 1 to 7. */
    @Minimum(1)
    @Maximum(7)
    @Nullable
    Long getPlacementGroupPartition();

    /** How private host names are made. */
    @Nullable
    AwsPrivateDnsName getPrivateDnsName();

    /** The name of the machine with its provider, as {@code aws:///ZONE/INSTANCE}. */
    @Nullable
    String getProviderID();

    /** Whether it gets a public address. */
    @Nullable
    Boolean getPublicIP();

    /** The root volume. */
    @Nullable
    AwsMachineVolume getRootVolume();

    /** Security groups in place of those of the cluster, by role. */
    Map<String, String> getSecurityGroupOverrides();

    /** Makes a spot instance, which AWS may take away. */
    @Nullable
    AwsSpotMarketOptions getSpotMarketOptions();

    /** The EC2 key pair that may log in. */
    @Nullable
    String getSshKeyName();

    /** The subnet. */
    @Nullable
    AwsMachineResourceReference getSubnet();

    /** Whether the hardware is shared. */
    @Nullable
    AwsTenancy getTenancy();

    /** Whether user data is not compressed; HyperShift sets it, as Ignition cannot read it otherwise. */
    @Nullable
    Boolean getUncompressedUserData();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link AwsMachineSpec}. Not thread-safe. */
    final class Builder extends ImmutableAwsMachineSpec.Builder {
        Builder() {}

        /** Sets {@code ami} from a builder. */
        public Builder ami(UnaryOperator<AwsAmiReference.Builder> edit) {
            return ami(edit.apply(AwsAmiReference.builder()).build());
        }

        /** Sets {@code cloudInit} from a builder. */
        public Builder cloudInit(UnaryOperator<AwsCloudInit.Builder> edit) {
            return cloudInit(edit.apply(AwsCloudInit.builder()).build());
        }

        /** Sets {@code ignition} from a builder. */
        public Builder ignition(UnaryOperator<AwsIgnition.Builder> edit) {
            return ignition(edit.apply(AwsIgnition.builder()).build());
        }

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

        /** Sets {@code subnet} from a builder. */
        public Builder subnet(UnaryOperator<AwsMachineResourceReference.Builder> edit) {
            return subnet(edit.apply(AwsMachineResourceReference.builder()).build());
        }
    }
}
