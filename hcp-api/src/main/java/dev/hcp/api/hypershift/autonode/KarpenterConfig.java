package dev.hcp.api.hypershift.autonode;

import dev.hcp.api.hypershift.PlatformType;
import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.OneOf;
import dev.hcp.api.schema.Required;
import dev.hcp.api.schema.Rule;
import dev.hcp.api.schema.Size;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * How Karpenter provisions nodes; the member of the platform holds the details.
 *
 * <p>CRD field: HostedCluster {@code spec.autoNode.provisionerConfig.karpenter}, HostedControlPlane {@code
 * spec.autoNode.provisionerConfig.karpenter}.
 */
@Value.Immutable
@HcpModel
@Rule(
        value = "self.platform == 'AWS' ? has(self.aws) : !has(self.aws)",
        message = "aws is required when platform is AWS, and forbidden otherwise")
public interface KarpenterConfig extends Model {
    /** Details of AWS. */
    @Nullable
    KarpenterAwsConfig getAws();

    /** The platform; AWS is the only one. */
    @Required
    @OneOf("AWS")
    @Size(max = 100)
    @Nullable
    PlatformType getPlatform();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link KarpenterConfig}. Not thread-safe. */
    final class Builder extends ImmutableKarpenterConfig.Builder {
        Builder() {}

        /** Sets {@code aws} from a builder. */
        public Builder aws(UnaryOperator<KarpenterAwsConfig.Builder> edit) {
            return aws(edit.apply(KarpenterAwsConfig.builder()).build());
        }
    }
}
