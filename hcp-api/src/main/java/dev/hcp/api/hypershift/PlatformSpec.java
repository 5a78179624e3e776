package dev.hcp.api.hypershift;

import dev.hcp.api.hypershift.agent.AgentPlatformSpec;
import dev.hcp.api.hypershift.aws.AwsPlatformSpec;
import dev.hcp.api.hypershift.azure.AzurePlatformSpec;
import dev.hcp.api.hypershift.ibmcloud.IbmCloudPlatformSpec;
import dev.hcp.api.hypershift.kubevirt.KubevirtPlatformSpec;
import dev.hcp.api.hypershift.openstack.OpenStackPlatformSpec;
import dev.hcp.api.hypershift.powervs.PowerVsPlatformSpec;
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
 * The infrastructure of a cluster; the member of the chosen type holds the details.
 *
 * <p>CRD field: HostedCluster {@code spec.platform}, HostedControlPlane {@code spec.platform}.
 */
@Value.Immutable
@HcpModel
public interface PlatformSpec extends Model {
    /** Details of bare metal with agents. */
    @Nullable
    AgentPlatformSpec getAgent();

    /** Details of AWS. */
    @Nullable
    AwsPlatformSpec getAws();

    /** Details of Azure. */
    @Nullable
    AzurePlatformSpec getAzure();

    /** Details of IBM Cloud. */
    @Nullable
    IbmCloudPlatformSpec getIbmcloud();

    /** Details of KubeVirt. */
    @Nullable
    KubevirtPlatformSpec getKubevirt();

    /** Details of OpenStack. */
    @Until(Edition.V4_17)
    @Nullable
    OpenStackPlatformSpec getOpenstack();

    /** Details of PowerVS; immutable. */
    @Nullable
    PowerVsPlatformSpec getPowervs();

    /** The platform. */
    @Required
    @Size(max = 100, since = Edition.LATEST)
    @Rule(value = "self == oldSelf", message = "Type is immutable", since = Edition.LATEST)
    @Nullable
    PlatformType getType();

    /** Bare metal hosts with agents: sets both {@code type} and {@code agent}. */
    static PlatformSpec agent(UnaryOperator<AgentPlatformSpec.Builder> edit) {
        return builder().agent(edit).build();
    }

    /** AWS: sets both {@code type} and {@code aws}. */
    static PlatformSpec aws(UnaryOperator<AwsPlatformSpec.Builder> edit) {
        return builder().aws(edit).build();
    }

    /** Azure: sets both {@code type} and {@code azure}. */
    static PlatformSpec azure(UnaryOperator<AzurePlatformSpec.Builder> edit) {
        return builder().azure(edit).build();
    }

    /** IBM Cloud: sets both {@code type} and {@code ibmcloud}. */
    static PlatformSpec ibmcloud(UnaryOperator<IbmCloudPlatformSpec.Builder> edit) {
        return builder().ibmcloud(edit).build();
    }

    /** Virtual machines of KubeVirt: sets both {@code type} and {@code kubevirt}. */
    static PlatformSpec kubevirt(UnaryOperator<KubevirtPlatformSpec.Builder> edit) {
        return builder().kubevirt(edit).build();
    }

    /** OpenStack: sets both {@code type} and {@code openstack}. */
    static PlatformSpec openstack(UnaryOperator<OpenStackPlatformSpec.Builder> edit) {
        return builder().openstack(edit).build();
    }

    /** IBM Power Virtual Server: sets both {@code type} and {@code powervs}. */
    static PlatformSpec powervs(UnaryOperator<PowerVsPlatformSpec.Builder> edit) {
        return builder().powervs(edit).build();
    }

    /** No integration with any platform: machines are nobody's business but the user's. */
    static PlatformSpec none() {
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

    /** Builds {@link PlatformSpec}. Not thread-safe. */
    final class Builder extends ImmutablePlatformSpec.Builder {
        Builder() {}

        /** Sets {@code type} and {@code agent}, that from a builder; removes what belongs to others. */
        public Builder agent(UnaryOperator<AgentPlatformSpec.Builder> edit) {
            return only(PlatformType.AGENT)
                    .agent(edit.apply(AgentPlatformSpec.builder()).build());
        }

        /** Sets {@code type} and {@code aws}, that from a builder; removes what belongs to others. */
        public Builder aws(UnaryOperator<AwsPlatformSpec.Builder> edit) {
            return only(PlatformType.AWS)
                    .aws(edit.apply(AwsPlatformSpec.builder()).build());
        }

        /** Sets {@code type} and {@code azure}, that from a builder; removes what belongs to others. */
        public Builder azure(UnaryOperator<AzurePlatformSpec.Builder> edit) {
            return only(PlatformType.AZURE)
                    .azure(edit.apply(AzurePlatformSpec.builder()).build());
        }

        /** Sets {@code type} and {@code ibmcloud}, that from a builder; removes what belongs to others. */
        public Builder ibmcloud(UnaryOperator<IbmCloudPlatformSpec.Builder> edit) {
            return only(PlatformType.IBM_CLOUD)
                    .ibmcloud(edit.apply(IbmCloudPlatformSpec.builder()).build());
        }

        /** Sets {@code type} and {@code kubevirt}, that from a builder; removes what belongs to others. */
        public Builder kubevirt(UnaryOperator<KubevirtPlatformSpec.Builder> edit) {
            return only(PlatformType.KUBEVIRT)
                    .kubevirt(edit.apply(KubevirtPlatformSpec.builder()).build());
        }

        /** Sets {@code type} and {@code openstack}, that from a builder; removes what belongs to others. */
        public Builder openstack(UnaryOperator<OpenStackPlatformSpec.Builder> edit) {
            return only(PlatformType.OPENSTACK)
                    .openstack(edit.apply(OpenStackPlatformSpec.builder()).build());
        }

        /** Sets {@code type} and {@code powervs}, that from a builder; removes what belongs to others. */
        public Builder powervs(UnaryOperator<PowerVsPlatformSpec.Builder> edit) {
            return only(PlatformType.POWER_VS)
                    .powervs(edit.apply(PowerVsPlatformSpec.builder()).build());
        }

        private Builder only(PlatformType chosen) {
            return type(chosen)
                    .agent((AgentPlatformSpec) null)
                    .aws((AwsPlatformSpec) null)
                    .azure((AzurePlatformSpec) null)
                    .ibmcloud((IbmCloudPlatformSpec) null)
                    .kubevirt((KubevirtPlatformSpec) null)
                    .openstack((OpenStackPlatformSpec) null)
                    .powervs((PowerVsPlatformSpec) null);
        }
    }
}
