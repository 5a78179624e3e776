package dev.hcp.api.hypershift.aws;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Edition;
import dev.hcp.api.schema.Pattern;
import dev.hcp.api.schema.Required;
import dev.hcp.api.schema.Size;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * The roles in the account that owns a shared network, by ARN.
 *
 * <p>CRD field: HostedCluster {@code spec.platform.aws.sharedVPC.rolesRef}, HostedControlPlane {@code
 * spec.platform.aws.sharedVPC.rolesRef}.
 */
@Value.Immutable
@HcpModel
public interface AwsSharedVpcRolesRef extends Model {
    /** The role for private link endpoints. */
    @Required
    @Pattern("^arn:(aws|aws-cn|aws-us-gov):iam::[0-9]{12}:role\\/.*$")
    @Size(max = 2048, since = Edition.LATEST)
    @Nullable
    String getControlPlaneARN();

    /** The role for records of ingress. */
    @Required
    @Pattern("^arn:(aws|aws-cn|aws-us-gov):iam::[0-9]{12}:role\\/.*$")
    @Size(max = 2048, since = Edition.LATEST)
    @Nullable
    String getIngressARN();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link AwsSharedVpcRolesRef}. Not thread-safe. */
    final class Builder extends ImmutableAwsSharedVpcRolesRef.Builder {
        Builder() {}
    }
}
