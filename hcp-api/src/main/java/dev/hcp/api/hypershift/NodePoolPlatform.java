package dev.hcp.api.hypershift;

import dev.hcp.api.hypershift.agent.AgentNodePoolPlatform;
import dev.hcp.api.hypershift.aws.AwsNodePoolPlatform;
import dev.hcp.api.hypershift.kubevirt.KubevirtNodePoolPlatform;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.FreeForm;
import dev.hcp.api.schema.Required;
import dev.hcp.api.schema.Rule;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What nodes run on; the member of the chosen type holds the details.
 *
 * <p>CRD field: NodePool {@code spec.platform}.
 */
@Value.Immutable
@HcpModel
public interface NodePoolPlatform extends Model {
    /** Which agents to use. */
    @Nullable
    AgentNodePoolPlatform getAgent();

    /** What instances to make. */
    @Nullable
    AwsNodePoolPlatform getAws();

    /** What virtual machines to make; untyped. */
    @FreeForm
    @Nullable
    JsonObject getAzure();

    /** What instances to make; untyped. */
    @FreeForm
    @Nullable
    JsonObject getIbmcloud();

    /** What virtual machines to make. */
    @Nullable
    KubevirtNodePoolPlatform getKubevirt();

    /** What instances to make; untyped. */
    @FreeForm
    @Nullable
    JsonObject getOpenstack();

    /** What instances to make; untyped. */
    @FreeForm
    @Nullable
    JsonObject getPowervs();

    /** The platform; that of the cluster, immutable. */
    @Required
    @Rule(value = "self == oldSelf", message = "Type is immutable")
    @Nullable
    PlatformType getType();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link NodePoolPlatform}. Not thread-safe. */
    final class Builder extends ImmutableNodePoolPlatform.Builder {
        Builder() {}

        /** Sets {@code agent} from a builder. */
        public Builder agent(UnaryOperator<AgentNodePoolPlatform.Builder> edit) {
            return agent(edit.apply(AgentNodePoolPlatform.builder()).build());
        }

        /** Sets {@code aws} from a builder. */
        public Builder aws(UnaryOperator<AwsNodePoolPlatform.Builder> edit) {
            return aws(edit.apply(AwsNodePoolPlatform.builder()).build());
        }

        /** Sets {@code kubevirt} from a builder. */
        public Builder kubevirt(UnaryOperator<KubevirtNodePoolPlatform.Builder> edit) {
            return kubevirt(edit.apply(KubevirtNodePoolPlatform.builder()).build());
        }
    }
}
