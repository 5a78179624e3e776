package dev.hcp.api.capi.aws;

import dev.hcp.api.capi.CapiApiEndpoint;
import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What the AWS side of a cluster should be.
 *
 * <p>CRD field: AWSCluster {@code spec}.
 */
@Value.Immutable
@HcpModel
public interface AwsClusterSpec extends Model {
    /** Tags of everything that is made. */
    Map<String, String> getAdditionalTags();

    /** The host through which others are reached; there is none for hosted clusters. */
    @Nullable
    AwsBastionSpec getBastion();

    /** Where the API server is reached. */
    @Nullable
    CapiApiEndpoint getControlPlaneEndpoint();

    /** The load balancer of the API server; HyperShift has its own. */
    @Nullable
    AwsLoadBalancerSpec getControlPlaneLoadBalancer();

    /** The identity that the provider works under. */
    @Nullable
    AwsIdentityReference getIdentityRef();

    /** The operating system of images that are looked up. */
    @Nullable
    String getImageLookupBaseOS();

    /** The form of the names of images that are looked up. */
    @Nullable
    String getImageLookupFormat();

    /** The account that owns images that are looked up. */
    @Nullable
    String getImageLookupOrg();

    /** The network. */
    @Nullable
    AwsNetworkSpec getNetwork();

    /** The partition, such as {@code aws}. */
    @Nullable
    String getPartition();

    /** The region. */
    @Nullable
    String getRegion();

    /** The bucket for first configurations that are too long for user data. */
    @Nullable
    AwsS3Bucket getS3Bucket();

    /** One more load balancer of the API server. */
    @Nullable
    AwsLoadBalancerSpec getSecondaryControlPlaneLoadBalancer();

    /** The EC2 key pair that may log in. */
    @Nullable
    String getSshKeyName();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link AwsClusterSpec}. Not thread-safe. */
    final class Builder extends ImmutableAwsClusterSpec.Builder {
        Builder() {}

        /** Sets {@code bastion} from a builder. */
        public Builder bastion(UnaryOperator<AwsBastionSpec.Builder> edit) {
            return bastion(edit.apply(AwsBastionSpec.builder()).build());
        }

        /** Sets {@code controlPlaneEndpoint} from a builder. */
        public Builder controlPlaneEndpoint(UnaryOperator<CapiApiEndpoint.Builder> edit) {
            return controlPlaneEndpoint(edit.apply(CapiApiEndpoint.builder()).build());
        }

        /** Sets {@code controlPlaneLoadBalancer} from a builder. */
        public Builder controlPlaneLoadBalancer(UnaryOperator<AwsLoadBalancerSpec.Builder> edit) {
            return controlPlaneLoadBalancer(
                    edit.apply(AwsLoadBalancerSpec.builder()).build());
        }

        /** Sets {@code identityRef} from a builder. */
        public Builder identityRef(UnaryOperator<AwsIdentityReference.Builder> edit) {
            return identityRef(edit.apply(AwsIdentityReference.builder()).build());
        }

        /** Sets {@code network} from a builder. */
        public Builder network(UnaryOperator<AwsNetworkSpec.Builder> edit) {
            return network(edit.apply(AwsNetworkSpec.builder()).build());
        }

        /** Sets {@code s3Bucket} from a builder. */
        public Builder s3Bucket(UnaryOperator<AwsS3Bucket.Builder> edit) {
            return s3Bucket(edit.apply(AwsS3Bucket.builder()).build());
        }

        /** Sets {@code secondaryControlPlaneLoadBalancer} from a builder. */
        public Builder secondaryControlPlaneLoadBalancer(UnaryOperator<AwsLoadBalancerSpec.Builder> edit) {
            return secondaryControlPlaneLoadBalancer(
                    edit.apply(AwsLoadBalancerSpec.builder()).build());
        }
    }
}
