package dev.hcp.api.hypershift;

import dev.hcp.api.hypershift.autonode.AutoNodeStatus;
import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Default;
import dev.hcp.api.schema.Edition;
import dev.hcp.api.schema.Format;
import dev.hcp.api.schema.ListType;
import dev.hcp.api.schema.Required;
import dev.hcp.api.schema.Since;
import dev.hcp.api.schema.Size;
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
    /** What automatic provisioning has done. */
    @Since(Edition.LATEST)
    @Nullable
    AutoNodeStatus getAutoNode();

    /** What is observed, by condition type. */
    @Size(max = 100, since = Edition.LATEST)
    @ListType(value = "map", keys = "type")
    List<Condition> getConditions();

    /** What the cluster reports of its configuration. */
    @Since(Edition.LATEST)
    @Nullable
    ConfigurationStatus getConfiguration();

    /** Where the API server is reached. */
    @Nullable
    ApiEndpoint getControlPlaneEndpoint();

    /** The release of the components on the management cluster, which may be ahead of the nodes. */
    @Since(Edition.LATEST)
    @Nullable
    ControlPlaneVersionStatus getControlPlaneVersion();

    /** Secret and key with the kubeconfig for {@code spec.kubeAPIServerDNSName}. */
    @Since(Edition.LATEST)
    @Nullable
    KubeconfigSecretRef getCustomKubeconfig();

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
    @Size(max = 255, since = Edition.LATEST)
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
    @Size(max = 255, since = Edition.LATEST)
    @Nullable
    String getReleaseImage();

    /** Where the rotation of the key that encrypts secrets stands. */
    @Since(Edition.LATEST)
    @Nullable
    SecretEncryptionStatus getSecretEncryption();

    /** The version in use. */
    @Size(max = 255, since = Edition.LATEST)
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

        /** Sets {@code autoNode} from a builder. */
        public Builder autoNode(UnaryOperator<AutoNodeStatus.Builder> edit) {
            return autoNode(edit.apply(AutoNodeStatus.builder()).build());
        }

        /** Sets {@code configuration} from a builder. */
        public Builder configuration(UnaryOperator<ConfigurationStatus.Builder> edit) {
            return configuration(edit.apply(ConfigurationStatus.builder()).build());
        }

        /** Sets {@code controlPlaneEndpoint} from a builder. */
        public Builder controlPlaneEndpoint(UnaryOperator<ApiEndpoint.Builder> edit) {
            return controlPlaneEndpoint(edit.apply(ApiEndpoint.builder()).build());
        }

        /** Sets {@code controlPlaneVersion} from a builder. */
        public Builder controlPlaneVersion(UnaryOperator<ControlPlaneVersionStatus.Builder> edit) {
            return controlPlaneVersion(
                    edit.apply(ControlPlaneVersionStatus.builder()).build());
        }

        /** Sets {@code customKubeconfig} from a builder. */
        public Builder customKubeconfig(UnaryOperator<KubeconfigSecretRef.Builder> edit) {
            return customKubeconfig(edit.apply(KubeconfigSecretRef.builder()).build());
        }

        /** Sets {@code kubeConfig} from a builder. */
        public Builder kubeConfig(UnaryOperator<KubeconfigSecretRef.Builder> edit) {
            return kubeConfig(edit.apply(KubeconfigSecretRef.builder()).build());
        }

        /** Sets {@code platform} from a builder. */
        public Builder platform(UnaryOperator<PlatformStatus.Builder> edit) {
            return platform(edit.apply(PlatformStatus.builder()).build());
        }

        /** Sets {@code secretEncryption} from a builder. */
        public Builder secretEncryption(UnaryOperator<SecretEncryptionStatus.Builder> edit) {
            return secretEncryption(edit.apply(SecretEncryptionStatus.builder()).build());
        }

        /** Sets {@code versionStatus} from a builder. */
        public Builder versionStatus(UnaryOperator<ClusterVersionStatus.Builder> edit) {
            return versionStatus(edit.apply(ClusterVersionStatus.builder()).build());
        }
    }
}
