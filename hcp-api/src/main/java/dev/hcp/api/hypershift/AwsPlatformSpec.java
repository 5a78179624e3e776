package dev.hcp.api.hypershift;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Default;
import dev.hcp.api.schema.Required;
import dev.hcp.api.schema.Size;
import java.util.List;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * AwsPlatformSpec.
 *
 * <p>CRD field: HostedCluster {@code spec.platform.aws}, HostedControlPlane {@code spec.platform.aws}.
 */
@Value.Immutable
@HcpModel
public interface AwsPlatformSpec extends Model {
    /** {@code additionalAllowedPrincipals}. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    List<String> getAdditionalAllowedPrincipals();

    /** {@code cloudProviderConfig}. */
    @Nullable
    AwsCloudProviderConfig getCloudProviderConfig();

    /** {@code endpointAccess}. */
    @Default("\"Public\"")
    @Nullable
    AwsEndpointAccess getEndpointAccess();

    /** {@code multiArch}. */
    @Default("false")
    @Nullable
    Boolean getMultiArch();

    /** {@code region}. */
    @Required
    @Nullable
    String getRegion();

    /** {@code resourceTags}. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    @Size(max = 25)
    List<AwsResourceTag> getResourceTags();

    /** {@code rolesRef}. */
    @Required
    @Nullable
    AwsRolesRef getRolesRef();

    /** {@code serviceEndpoints}. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    List<AwsServiceEndpoint> getServiceEndpoints();

    /** {@code sharedVPC}. */
    @Nullable
    AwsSharedVpc getSharedVPC();

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
