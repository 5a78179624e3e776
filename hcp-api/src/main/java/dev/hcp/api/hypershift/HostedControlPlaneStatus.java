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
 * HostedControlPlaneStatus.
 *
 * <p>CRD field: HostedControlPlane {@code status}.
 */
@Value.Immutable
@HcpModel
public interface HostedControlPlaneStatus extends Model {
    /** {@code conditions}. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    @ListType(value = "map", keys = "type")
    List<Condition> getConditions();

    /** {@code controlPlaneEndpoint}. */
    @Nullable
    ApiEndpoint getControlPlaneEndpoint();

    /** {@code externalManagedControlPlane}. */
    @Default("true")
    @Nullable
    Boolean getExternalManagedControlPlane();

    /** {@code initialized}. */
    @Required
    @Default("false")
    @Nullable
    Boolean getInitialized();

    /** {@code kubeConfig}. */
    @Nullable
    KubeconfigSecretRef getKubeConfig();

    /** {@code kubeadminPassword}. */
    @Nullable
    LocalObjectReference getKubeadminPassword();

    /** {@code lastReleaseImageTransitionTime}. */
    @Format("date-time")
    @Nullable
    String getLastReleaseImageTransitionTime();

    /** {@code nodeCount}. */
    @Format("")
    @Nullable
    Integer getNodeCount();

    /** {@code oauthCallbackURLTemplate}. */
    @Nullable
    String getOauthCallbackURLTemplate();

    /** {@code platform}. */
    @Nullable
    PlatformStatus getPlatform();

    /** {@code ready}. */
    @Required
    @Default("false")
    @Nullable
    Boolean getReady();

    /** {@code releaseImage}. */
    @Nullable
    String getReleaseImage();

    /** {@code version}. */
    @Nullable
    String getVersion();

    /** {@code versionStatus}. */
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
