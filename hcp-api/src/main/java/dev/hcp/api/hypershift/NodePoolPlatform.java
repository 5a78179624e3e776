package dev.hcp.api.hypershift;

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
 * NodePoolPlatform.
 *
 * <p>CRD field: NodePool {@code spec.platform}.
 */
@Value.Immutable
@HcpModel
public interface NodePoolPlatform extends Model {
    /** {@code agent}. */
    @Nullable
    AgentNodePoolPlatform getAgent();

    /** {@code aws}. */
    @Nullable
    AwsNodePoolPlatform getAws();

    /** {@code azure}. */
    @FreeForm
    @Nullable
    JsonObject getAzure();

    /** {@code ibmcloud}. */
    @FreeForm
    @Nullable
    JsonObject getIbmcloud();

    /** {@code kubevirt}. */
    @Nullable
    KubevirtNodePoolPlatform getKubevirt();

    /** {@code openstack}. */
    @FreeForm
    @Nullable
    JsonObject getOpenstack();

    /** {@code powervs}. */
    @FreeForm
    @Nullable
    JsonObject getPowervs();

    /** {@code type}. */
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
