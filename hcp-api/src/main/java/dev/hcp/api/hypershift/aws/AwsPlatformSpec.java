package dev.hcp.api.hypershift.aws;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Default;
import dev.hcp.api.schema.Edition;
import dev.hcp.api.schema.Items;
import dev.hcp.api.schema.Pattern;
import dev.hcp.api.schema.Required;
import dev.hcp.api.schema.Since;
import dev.hcp.api.schema.Size;
import java.util.List;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A cluster on AWS.
 *
 * <p>CRD field: HostedCluster {@code spec.platform.aws}, HostedControlPlane {@code spec.platform.aws}.
 */
@Value.Immutable
@HcpModel
public interface AwsPlatformSpec extends Model {
    /** Principals that may connect to the private link service. */
    @Size(max = 25, since = Edition.LATEST)
    @Items(size = @Size(max = 255), since = Edition.LATEST)
    List<String> getAdditionalAllowedPrincipals();

    /** The network in which load balancers are made. */
    @Nullable
    AwsCloudProviderConfig getCloudProviderConfig();

    /** From where the API server can be reached; Public by default. */
    @Default("\"Public\"")
    @Nullable
    AwsEndpointAccess getEndpointAccess();

    /** Whether node pools of several architectures are allowed; false by default. */
    @Default("false")
    @Nullable
    Boolean getMultiArch();

    /** The region. */
    @Required
    @Size(max = 255, since = Edition.LATEST)
    @Nullable
    String getRegion();

    /** Tags for all resources that are made. */
    @Size(max = 25)
    List<AwsClusterResourceTag> getResourceTags();

    /** The roles that control plane and nodes assume. */
    @Required
    @Nullable
    AwsRolesRef getRolesRef();

    /** Endpoints that replace those of AWS services. */
    @Size(max = 50, since = Edition.LATEST)
    List<AwsServiceEndpoint> getServiceEndpoints();

    /** A network that another account shares. */
    @Nullable
    AwsSharedVpc getSharedVPC();

    /** The SQS queue that announces the end of spot instances; required where a node pool has such. */
    @Since(Edition.LATEST)
    @Pattern("^https://sqs\\.[a-z0-9-]+\\.amazonaws\\.com/[0-9]{12}/[a-zA-Z0-9_-]+(\\.fifo)?$")
    @Size(max = 512)
    @Nullable
    String getTerminationHandlerQueueURL();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link AwsPlatformSpec}. Not thread-safe. */
    final class Builder extends ImmutableAwsPlatformSpec.Builder {
        Builder() {}

        /** Sets {@code cloudProviderConfig} from a builder. */
        public Builder cloudProviderConfig(UnaryOperator<AwsCloudProviderConfig.Builder> edit) {
            return cloudProviderConfig(
                    edit.apply(AwsCloudProviderConfig.builder()).build());
        }

        /** Sets {@code rolesRef} from a builder. */
        public Builder rolesRef(UnaryOperator<AwsRolesRef.Builder> edit) {
            return rolesRef(edit.apply(AwsRolesRef.builder()).build());
        }

        /** Sets {@code sharedVPC} from a builder. */
        public Builder sharedVPC(UnaryOperator<AwsSharedVpc.Builder> edit) {
            return sharedVPC(edit.apply(AwsSharedVpc.builder()).build());
        }
    }
}
