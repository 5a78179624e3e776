package dev.hcp.api.hypershift;

import dev.hcp.api.hypershift.autonode.AutoNodeStatus;
import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Edition;
import dev.hcp.api.schema.ListType;
import dev.hcp.api.schema.Since;
import dev.hcp.api.schema.Size;
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

    /** Secret with the kubeconfig for {@code spec.kubeAPIServerDNSName}. */
    @Since(Edition.LATEST)
    @Nullable
    LocalObjectReference getCustomKubeconfig();

    /** The host name from which machines fetch their configuration. */
    @Size(max = 1024, since = Edition.LATEST)
    @Nullable
    String getIgnitionEndpoint();

    /** Secret with the first administrator's password. */
    @Nullable
    LocalObjectReference getKubeadminPassword();

    /** Secret with the administrator's kubeconfig, under {@code kubeconfig}. */
    @Nullable
    LocalObjectReference getKubeconfig();

    /** The callback URL for identity providers; {@code [identity-provider-name]} is to be replaced. */
    @Size(max = 1024, since = Edition.LATEST)
    @Nullable
    String getOauthCallbackURLTemplate();

    /** The architectures of the release image. */
    @Nullable
    PayloadArch getPayloadArch();

    /** What the platform adds. */
    @Nullable
    PlatformStatus getPlatform();

    /** Where the rotation of the key that encrypts secrets stands. */
    @Since(Edition.LATEST)
    @Nullable
    SecretEncryptionStatus getSecretEncryption();

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

        /** Sets {@code platform} from a builder. */
        public Builder platform(UnaryOperator<PlatformStatus.Builder> edit) {
            return platform(edit.apply(PlatformStatus.builder()).build());
        }

        /** Sets {@code secretEncryption} from a builder. */
        public Builder secretEncryption(UnaryOperator<SecretEncryptionStatus.Builder> edit) {
            return secretEncryption(edit.apply(SecretEncryptionStatus.builder()).build());
        }

        /** Sets {@code version} from a builder. */
        public Builder version(UnaryOperator<ClusterVersionStatus.Builder> edit) {
            return version(edit.apply(ClusterVersionStatus.builder()).build());
        }
    }
}
