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

        /** Sets {@code agent} from a builder. */
        public Builder agent(UnaryOperator<AgentPlatformSpec.Builder> edit) {
            return agent(edit.apply(AgentPlatformSpec.builder()).build());
        }

        /** Sets {@code aws} from a builder. */
        public Builder aws(UnaryOperator<AwsPlatformSpec.Builder> edit) {
            return aws(edit.apply(AwsPlatformSpec.builder()).build());
        }

        /** Sets {@code azure} from a builder. */
        public Builder azure(UnaryOperator<AzurePlatformSpec.Builder> edit) {
            return azure(edit.apply(AzurePlatformSpec.builder()).build());
        }

        /** Sets {@code ibmcloud} from a builder. */
        public Builder ibmcloud(UnaryOperator<IbmCloudPlatformSpec.Builder> edit) {
            return ibmcloud(edit.apply(IbmCloudPlatformSpec.builder()).build());
        }

        /** Sets {@code kubevirt} from a builder. */
        public Builder kubevirt(UnaryOperator<KubevirtPlatformSpec.Builder> edit) {
            return kubevirt(edit.apply(KubevirtPlatformSpec.builder()).build());
        }

        /** Sets {@code openstack} from a builder. */
        public Builder openstack(UnaryOperator<OpenStackPlatformSpec.Builder> edit) {
            return openstack(edit.apply(OpenStackPlatformSpec.builder()).build());
        }

        /** Sets {@code powervs} from a builder. */
        public Builder powervs(UnaryOperator<PowerVsPlatformSpec.Builder> edit) {
            return powervs(edit.apply(PowerVsPlatformSpec.builder()).build());
        }
    }
}
