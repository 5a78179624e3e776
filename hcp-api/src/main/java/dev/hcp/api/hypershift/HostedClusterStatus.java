package dev.hcp.api.hypershift;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.ListType;
import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.LocalObjectReference;
import java.util.List;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What a hosted cluster is.
 *
 * <p>CRD field: HostedCluster {@code status}.
 */
@Value.Immutable
@HcpModel
public interface HostedClusterStatus extends Model {
    /** What is observed, by condition type. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    @ListType(value = "map", keys = "type")
    List<Condition> getConditions();

    /** Where the API server is reached. */
    @Nullable
    ApiEndpoint getControlPlaneEndpoint();

    /** The host name from which machines fetch their configuration. */
    @Nullable
    String getIgnitionEndpoint();

    /** Secret with the first administrator's password. */
    @Nullable
    LocalObjectReference getKubeadminPassword();

    /** Secret with the administrator's kubeconfig, under {@code kubeconfig}. */
    @Nullable
    LocalObjectReference getKubeconfig();

    /** The callback URL for identity providers; {@code [identity-provider-name]} is to be replaced. */
    @Nullable
    String getOauthCallbackURLTemplate();

    /** The architectures of the release image. */
    @Nullable
    PayloadArch getPayloadArch();

    /** What the platform adds. */
    @Nullable
    PlatformStatus getPlatform();

    /** The release and how the cluster came to it. */
    @Nullable
    ClusterVersionStatus getVersion();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link HostedClusterStatus}. Not thread-safe. */
    final class Builder extends ImmutableHostedClusterStatus.Builder {
        Builder() {}

        /** Sets {@code controlPlaneEndpoint} from a builder. */
        public Builder controlPlaneEndpoint(UnaryOperator<ApiEndpoint.Builder> edit) {
            return controlPlaneEndpoint(edit.apply(ApiEndpoint.builder()).build());
        }

        /** Sets {@code platform} from a builder. */
        public Builder platform(UnaryOperator<PlatformStatus.Builder> edit) {
            return platform(edit.apply(PlatformStatus.builder()).build());
        }

        /** Sets {@code version} from a builder. */
        public Builder version(UnaryOperator<ClusterVersionStatus.Builder> edit) {
            return version(edit.apply(ClusterVersionStatus.builder()).build());
        }
    }
}
