package dev.hcp.api.hypershift;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Default;
import dev.hcp.api.schema.Format;
import dev.hcp.api.schema.ListType;
import dev.hcp.api.schema.Required;
import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.LocalObjectReference;
import java.util.List;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What a control plane is.
 *
 * <p>CRD field: HostedControlPlane {@code status}.
 */
@Value.Immutable
@HcpModel
public interface HostedControlPlaneStatus extends Model {
    /** What is observed, by condition type. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    @ListType(value = "map", keys = "type")
    List<Condition> getConditions();

    /** Where the API server is reached. */
    @Nullable
    ApiEndpoint getControlPlaneEndpoint();

    /** Always true: tells Cluster API that no machines run the control plane. */
    @Default("true")
    @Nullable
    Boolean getExternalManagedControlPlane();

    /** Whether the API server has been reached once; part of Cluster API's contract. */
    @Required
    @Default("false")
    @Nullable
    Boolean getInitialized();

    /** The secret and key of the administrator's kubeconfig. */
    @Nullable
    KubeconfigSecretRef getKubeConfig();

    /** Secret with the first administrator's password. */
    @Nullable
    LocalObjectReference getKubeadminPassword();

    /** When the release image last changed, RFC 3339. */
    @Format("date-time")
    @Nullable
    String getLastReleaseImageTransitionTime();

    /** How many nodes the guest cluster has. */
    @Format("")
    @Nullable
    Integer getNodeCount();

    /** The callback URL for identity providers; {@code [identity-provider-name]} is to be replaced. */
    @Nullable
    String getOauthCallbackURLTemplate();

    /** What the platform adds. */
    @Nullable
    PlatformStatus getPlatform();

    /** Whether the API server answers; part of Cluster API's contract. */
    @Required
    @Default("false")
    @Nullable
    Boolean getReady();

    /** The release image in use. */
    @Nullable
    String getReleaseImage();

    /** The version in use. */
    @Nullable
    String getVersion();

    /** The release and how the cluster came to it. */
    @Nullable
    ClusterVersionStatus getVersionStatus();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link HostedControlPlaneStatus}. Not thread-safe. */
    final class Builder extends ImmutableHostedControlPlaneStatus.Builder {
        Builder() {}

        /** Sets {@code controlPlaneEndpoint} from a builder. */
        public Builder controlPlaneEndpoint(UnaryOperator<ApiEndpoint.Builder> edit) {
            return controlPlaneEndpoint(edit.apply(ApiEndpoint.builder()).build());
        }

        /** Sets {@code kubeConfig} from a builder. */
        public Builder kubeConfig(UnaryOperator<KubeconfigSecretRef.Builder> edit) {
            return kubeConfig(edit.apply(KubeconfigSecretRef.builder()).build());
        }

        /** Sets {@code platform} from a builder. */
        public Builder platform(UnaryOperator<PlatformStatus.Builder> edit) {
            return platform(edit.apply(PlatformStatus.builder()).build());
        }

        /** Sets {@code versionStatus} from a builder. */
        public Builder versionStatus(UnaryOperator<ClusterVersionStatus.Builder> edit) {
            return versionStatus(edit.apply(ClusterVersionStatus.builder()).build());
        }
    }
}
