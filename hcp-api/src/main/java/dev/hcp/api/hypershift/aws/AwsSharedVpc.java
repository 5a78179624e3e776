package dev.hcp.api.hypershift.aws;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Required;
import dev.hcp.api.schema.Size;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A network that another account shares.
 *
 * <p>CRD field: HostedCluster {@code spec.platform.aws.sharedVPC}, HostedControlPlane {@code
 * spec.platform.aws.sharedVPC}.
 */
@Value.Immutable
@HcpModel
public interface AwsSharedVpc extends Model {
    /** The hosted zone of the cluster's local names. */
    @Required
    @Size(max = 32)
    @Nullable
    String getLocalZoneID();

    /** The roles in the account that owns the network. */
    @Required
    @Nullable
    AwsSharedVpcRolesRef getRolesRef();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link AwsSharedVpc}. Not thread-safe. */
    final class Builder extends ImmutableAwsSharedVpc.Builder {
        Builder() {}

        /** Sets {@code rolesRef} from a builder. */
        public Builder rolesRef(UnaryOperator<AwsSharedVpcRolesRef.Builder> edit) {
            return rolesRef(edit.apply(AwsSharedVpcRolesRef.builder()).build());
        }
    }
}
