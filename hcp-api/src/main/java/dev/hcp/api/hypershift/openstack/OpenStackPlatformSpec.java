package dev.hcp.api.hypershift.openstack;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Format;
import dev.hcp.api.schema.ListType;
import dev.hcp.api.schema.Required;
import dev.hcp.api.schema.Size;
import java.util.List;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A cluster on OpenStack.
 *
 * <p>CRD field: HostedCluster {@code spec.platform.openstack}, HostedControlPlane {@code spec.platform.openstack}.
 */
@Value.Immutable
@HcpModel
public interface OpenStackPlatformSpec extends Model {
    /** Whether the cluster stays without an external network; it gets one by default. */
    @Nullable
    Boolean getDisableExternalNetwork();

    /** The network that leads to the internet. */
    @Nullable
    OpenStackNetworkParam getExternalNetwork();

    /** The credentials for the OpenStack API. */
    @Required
    @Nullable
    OpenStackIdentityReference getIdentityRef();

    /** Subnets to make, in a network that is made too; at most one. */
    @Size(max = 1)
    @ListType("atomic")
    List<OpenStackSubnetSpec> getManagedSubnets();

    /** The existing network, where no subnets are made. */
    @Nullable
    OpenStackNetworkParam getNetwork();

    /** Bytes in a packet of the network that is made; immutable in effect. */
    @Format("")
    @Nullable
    Long getNetworkMTU();

    /** The existing router for subnets that are made; one is made when absent. */
    @Nullable
    OpenStackRouterParam getRouter();

    /** The existing subnets, all of the one network; at most one of each IP version. */
    @Size(max = 2)
    @ListType("atomic")
    List<OpenStackSubnetParam> getSubnets();

    /** Tags of everything that is made and can have tags. */
    @ListType("set")
    List<String> getTags();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link OpenStackPlatformSpec}. Not thread-safe. */
    final class Builder extends ImmutableOpenStackPlatformSpec.Builder {
        Builder() {}

        /** Sets {@code externalNetwork} from a builder. */
        public Builder externalNetwork(UnaryOperator<OpenStackNetworkParam.Builder> edit) {
            return externalNetwork(edit.apply(OpenStackNetworkParam.builder()).build());
        }

        /** Sets {@code identityRef} from a builder. */
        public Builder identityRef(UnaryOperator<OpenStackIdentityReference.Builder> edit) {
            return identityRef(edit.apply(OpenStackIdentityReference.builder()).build());
        }

        /** Sets {@code network} from a builder. */
        public Builder network(UnaryOperator<OpenStackNetworkParam.Builder> edit) {
            return network(edit.apply(OpenStackNetworkParam.builder()).build());
        }

        /** Sets {@code router} from a builder. */
        public Builder router(UnaryOperator<OpenStackRouterParam.Builder> edit) {
            return router(edit.apply(OpenStackRouterParam.builder()).build());
        }
    }
}
