package dev.hcp.api.hypershift.aws;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Edition;
import dev.hcp.api.schema.Required;
import dev.hcp.api.schema.Rule;
import dev.hcp.api.schema.Since;
import dev.hcp.api.schema.Size;
import java.util.List;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What instances become nodes of a pool.
 *
 * <p>CRD field: NodePool {@code spec.platform.aws}.
 */
@Value.Immutable
@HcpModel
public interface AwsNodePoolPlatform extends Model {
    /** The machine image; that of the release when absent. */
    @Size(max = 255, since = Edition.LATEST)
    @Nullable
    String getAmi();

    /** The operating system of the image that the release provides; Linux by default. */
    @Since(Edition.LATEST)
    @Nullable
    AwsImageType getImageType();

    /** The profile that gives instances their role. */
    @Size(max = 255, since = Edition.LATEST)
    @Nullable
    String getInstanceProfile();

    /** The instance type, such as {@code m5.large}. */
    @Required
    @Size(max = 255, since = Edition.LATEST)
    @Nullable
    String getInstanceType();

    /** On what hardware and terms instances run. */
    @Since(Edition.LATEST)
    @Nullable
    AwsPlacementOptions getPlacement();

    /** Tags for all resources that are made. */
    @Size(max = 25)
    List<AwsResourceTag> getResourceTags();

    /** The root volume. */
    @Nullable
    AwsVolume getRootVolume();

    /** More security groups; the default one of the cluster is always used. */
    @Size(max = 50, since = Edition.LATEST)
    List<AwsResourceReference> getSecurityGroups();

    /** The subnet: an identifier, or filters that find it. */
    @Required
    @Rule(
            value = "has(self.id) && self.id.startsWith('subnet-') ? !has(self.filters) : size(self.filters) > 0",
            message = "subnet is invalid, a valid subnet id or filters must be set, but not both")
    @Nullable
    AwsResourceReference getSubnet();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link AwsNodePoolPlatform}. Not thread-safe. */
    final class Builder extends ImmutableAwsNodePoolPlatform.Builder {
        Builder() {}

        /** Sets {@code placement} from a builder. */
        public Builder placement(UnaryOperator<AwsPlacementOptions.Builder> edit) {
            return placement(edit.apply(AwsPlacementOptions.builder()).build());
        }

        /** Sets {@code rootVolume} from a builder. */
        public Builder rootVolume(UnaryOperator<AwsVolume.Builder> edit) {
            return rootVolume(edit.apply(AwsVolume.builder()).build());
        }

        /** Sets {@code subnet} from a builder. */
        public Builder subnet(UnaryOperator<AwsResourceReference.Builder> edit) {
            return subnet(edit.apply(AwsResourceReference.builder()).build());
        }
    }
}
