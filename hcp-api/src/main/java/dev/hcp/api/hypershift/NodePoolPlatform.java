package dev.hcp.api.hypershift;

import dev.hcp.api.hypershift.agent.AgentNodePoolPlatform;
import dev.hcp.api.hypershift.aws.AwsNodePoolPlatform;
import dev.hcp.api.hypershift.azure.AzureNodePoolPlatform;
import dev.hcp.api.hypershift.ibmcloud.IbmCloudPlatformSpec;
import dev.hcp.api.hypershift.kubevirt.KubevirtNodePoolPlatform;
import dev.hcp.api.hypershift.openstack.OpenStackNodePoolPlatform;
import dev.hcp.api.hypershift.powervs.PowerVsNodePoolPlatform;
import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Edition;
import dev.hcp.api.schema.Required;
import dev.hcp.api.schema.Rule;
import dev.hcp.api.schema.Size;
import dev.hcp.api.schema.Until;
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

    /** What virtual machines to make. */
    @Nullable
    AzureNodePoolPlatform getAzure();

    /** What instances to make. */
    @Nullable
    IbmCloudPlatformSpec getIbmcloud();

    /** What virtual machines to make. */
    @Nullable
    KubevirtNodePoolPlatform getKubevirt();

    /** What instances to make. */
    @Until(Edition.V4_17)
    @Nullable
    OpenStackNodePoolPlatform getOpenstack();

    /** What virtual machines to make. */
    @Nullable
    PowerVsNodePoolPlatform getPowervs();

    /** The platform; that of the cluster, immutable. */
    @Required
    @Size(max = 100, since = Edition.LATEST)
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

        /** Sets {@code azure} from a builder. */
        public Builder azure(UnaryOperator<AzureNodePoolPlatform.Builder> edit) {
            return azure(edit.apply(AzureNodePoolPlatform.builder()).build());
        }

        /** Sets {@code ibmcloud} from a builder. */
        public Builder ibmcloud(UnaryOperator<IbmCloudPlatformSpec.Builder> edit) {
            return ibmcloud(edit.apply(IbmCloudPlatformSpec.builder()).build());
        }

        /** Sets {@code kubevirt} from a builder. */
        public Builder kubevirt(UnaryOperator<KubevirtNodePoolPlatform.Builder> edit) {
            return kubevirt(edit.apply(KubevirtNodePoolPlatform.builder()).build());
        }

        /** Sets {@code openstack} from a builder. */
        public Builder openstack(UnaryOperator<OpenStackNodePoolPlatform.Builder> edit) {
            return openstack(edit.apply(OpenStackNodePoolPlatform.builder()).build());
        }

        /** Sets {@code powervs} from a builder. */
        public Builder powervs(UnaryOperator<PowerVsNodePoolPlatform.Builder> edit) {
            return powervs(edit.apply(PowerVsNodePoolPlatform.builder()).build());
        }
    }
}
