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

    /** Bare metal hosts with agents: sets both {@code type} and {@code agent}. */
    static NodePoolPlatform agent(UnaryOperator<AgentNodePoolPlatform.Builder> edit) {
        return builder().agent(edit).build();
    }

    /** AWS: sets both {@code type} and {@code aws}. */
    static NodePoolPlatform aws(UnaryOperator<AwsNodePoolPlatform.Builder> edit) {
        return builder().aws(edit).build();
    }

    /** Azure: sets both {@code type} and {@code azure}. */
    static NodePoolPlatform azure(UnaryOperator<AzureNodePoolPlatform.Builder> edit) {
        return builder().azure(edit).build();
    }

    /** IBM Cloud: sets both {@code type} and {@code ibmcloud}. */
    static NodePoolPlatform ibmcloud(UnaryOperator<IbmCloudPlatformSpec.Builder> edit) {
        return builder().ibmcloud(edit).build();
    }

    /** Virtual machines of KubeVirt: sets both {@code type} and {@code kubevirt}. */
    static NodePoolPlatform kubevirt(UnaryOperator<KubevirtNodePoolPlatform.Builder> edit) {
        return builder().kubevirt(edit).build();
    }

    /** OpenStack: sets both {@code type} and {@code openstack}. */
    static NodePoolPlatform openstack(UnaryOperator<OpenStackNodePoolPlatform.Builder> edit) {
        return builder().openstack(edit).build();
    }

    /** IBM Power Virtual Server: sets both {@code type} and {@code powervs}. */
    static NodePoolPlatform powervs(UnaryOperator<PowerVsNodePoolPlatform.Builder> edit) {
        return builder().powervs(edit).build();
    }

    /** No machines are made: nodes are joined by hand. */
    static NodePoolPlatform none() {
        return builder().type(PlatformType.NONE).build();
    }

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

        /** Sets {@code type} and {@code agent}, that from a builder; removes what belongs to others. */
        public Builder agent(UnaryOperator<AgentNodePoolPlatform.Builder> edit) {
            return only(PlatformType.AGENT)
                    .agent(edit.apply(AgentNodePoolPlatform.builder()).build());
        }

        /** Sets {@code type} and {@code aws}, that from a builder; removes what belongs to others. */
        public Builder aws(UnaryOperator<AwsNodePoolPlatform.Builder> edit) {
            return only(PlatformType.AWS)
                    .aws(edit.apply(AwsNodePoolPlatform.builder()).build());
        }

        /** Sets {@code type} and {@code azure}, that from a builder; removes what belongs to others. */
        public Builder azure(UnaryOperator<AzureNodePoolPlatform.Builder> edit) {
            return only(PlatformType.AZURE)
                    .azure(edit.apply(AzureNodePoolPlatform.builder()).build());
        }

        /** Sets {@code type} and {@code ibmcloud}, that from a builder; removes what belongs to others. */
        public Builder ibmcloud(UnaryOperator<IbmCloudPlatformSpec.Builder> edit) {
            return only(PlatformType.IBM_CLOUD)
                    .ibmcloud(edit.apply(IbmCloudPlatformSpec.builder()).build());
        }

        /** Sets {@code type} and {@code kubevirt}, that from a builder; removes what belongs to others. */
        public Builder kubevirt(UnaryOperator<KubevirtNodePoolPlatform.Builder> edit) {
            return only(PlatformType.KUBEVIRT)
                    .kubevirt(edit.apply(KubevirtNodePoolPlatform.builder()).build());
        }

        /** Sets {@code type} and {@code openstack}, that from a builder; removes what belongs to others. */
        public Builder openstack(UnaryOperator<OpenStackNodePoolPlatform.Builder> edit) {
            return only(PlatformType.OPENSTACK)
                    .openstack(edit.apply(OpenStackNodePoolPlatform.builder()).build());
        }

        /** Sets {@code type} and {@code powervs}, that from a builder; removes what belongs to others. */
        public Builder powervs(UnaryOperator<PowerVsNodePoolPlatform.Builder> edit) {
            return only(PlatformType.POWER_VS)
                    .powervs(edit.apply(PowerVsNodePoolPlatform.builder()).build());
        }

        private Builder only(PlatformType chosen) {
            return type(chosen)
                    .agent((AgentNodePoolPlatform) null)
                    .aws((AwsNodePoolPlatform) null)
                    .azure((AzureNodePoolPlatform) null)
                    .ibmcloud((IbmCloudPlatformSpec) null)
                    .kubevirt((KubevirtNodePoolPlatform) null)
                    .openstack((OpenStackNodePoolPlatform) null)
                    .powervs((PowerVsNodePoolPlatform) null);
        }
    }
}
