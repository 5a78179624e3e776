package dev.hcp.api.hypershift.powervs;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Edition;
import dev.hcp.api.schema.Pattern;
import dev.hcp.api.schema.Required;
import dev.hcp.api.schema.Size;
import io.fabric8.kubernetes.api.model.LocalObjectReference;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A cluster on IBM Power Virtual Server. All of it is immutable.
 *
 * <p>CRD field: HostedCluster {@code spec.platform.powervs}, HostedControlPlane {@code spec.platform.powervs}.
 */
@Value.Immutable
@HcpModel
public interface PowerVsPlatformSpec extends Model {
    /** The IBM Cloud account. */
    @Required
    @Size(max = 255, since = Edition.LATEST)
    @Nullable
    String getAccountID();

    /** The DNS service instance, by its cloud resource name. */
    @Required
    @Pattern("^crn:")
    @Size(max = 255, since = Edition.LATEST)
    @Nullable
    String getCisInstanceCRN();

    /** Secret with the credentials of the image registry operator. */
    @Required
    @Nullable
    LocalObjectReference getImageRegistryOperatorCloudCreds();

    /** Secret with the credentials of the ingress operator. */
    @Required
    @Nullable
    LocalObjectReference getIngressOperatorCloudCreds();

    /** Secret with the credentials of the cloud controller manager. */
    @Required
    @Nullable
    LocalObjectReference getKubeCloudControllerCreds();

    /** Secret with the credentials of the machine controller. */
    @Required
    @Nullable
    LocalObjectReference getNodePoolManagementCreds();

    /** The region. */
    @Required
    @Size(max = 255, since = Edition.LATEST)
    @Nullable
    String getRegion();

    /** The resource group. */
    @Required
    @Size(max = 255, since = Edition.LATEST)
    @Nullable
    String getResourceGroup();

    /** The Power service instance in which virtual machines run. */
    @Required
    @Size(max = 255, since = Edition.LATEST)
    @Nullable
    String getServiceInstanceID();

    /** Secret with the credentials of the storage operator. */
    @Required
    @Nullable
    LocalObjectReference getStorageOperatorCloudCreds();

    /** The subnet of control plane resources. */
    @Required
    @Nullable
    PowerVsResourceReference getSubnet();

    /** The network of load balancers. */
    @Required
    @Nullable
    PowerVsVpc getVpc();

    /** The zone of control plane resources. */
    @Required
    @Size(max = 255, since = Edition.LATEST)
    @Nullable
    String getZone();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link PowerVsPlatformSpec}. Not thread-safe. */
    final class Builder extends ImmutablePowerVsPlatformSpec.Builder {
        Builder() {}

        /** Sets {@code subnet} from a builder. */
        public Builder subnet(UnaryOperator<PowerVsResourceReference.Builder> edit) {
            return subnet(edit.apply(PowerVsResourceReference.builder()).build());
        }

        /** Sets {@code vpc} from a builder. */
        public Builder vpc(UnaryOperator<PowerVsVpc.Builder> edit) {
            return vpc(edit.apply(PowerVsVpc.builder()).build());
        }
    }
}
