package dev.hcp.api.hypershift;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Default;
import dev.hcp.api.schema.FreeForm;
import dev.hcp.api.schema.OneOf;
import dev.hcp.api.schema.Required;
import dev.hcp.api.schema.Rule;
import dev.hcp.api.value.PausedUntil;
import io.fabric8.kubernetes.api.model.LocalObjectReference;
import io.fabric8.kubernetes.api.model.Toleration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * HostedControlPlaneSpec.
 *
 * <p>CRD field: HostedControlPlane {@code spec}.
 */
@Value.Immutable
@HcpModel
public interface HostedControlPlaneSpec extends Model {
    /** {@code additionalTrustBundle}. */
    @Nullable
    LocalObjectReference getAdditionalTrustBundle();

    /** {@code auditWebhook}. */
    @Nullable
    LocalObjectReference getAuditWebhook();

    /** {@code autoscaling}. */
    @Nullable
    ClusterAutoscaling getAutoscaling();

    /** {@code channel}. */
    @Nullable
    String getChannel();

    /** {@code clusterID}. */
    @Nullable
    String getClusterID();

    /** {@code configuration}. */
    @FreeForm
    @Nullable
    JsonObject getConfiguration();

    /** {@code controlPlaneReleaseImage}. */
    @Nullable
    String getControlPlaneReleaseImage();

    /** {@code controllerAvailabilityPolicy}. */
    @Default("\"SingleReplica\"")
    @Rule(value = "self == oldSelf", message = "ControllerAvailabilityPolicy is immutable")
    @OneOf({})
    @Nullable
    AvailabilityPolicy getControllerAvailabilityPolicy();

    /** {@code dns}. */
    @Required
    @Nullable
    DnsSpec getDns();

    /** {@code etcd}. */
    @Required
    @Nullable
    EtcdSpec getEtcd();

    /** {@code fips}. */
    @Nullable
    Boolean getFips();

    /** {@code imageContentSources}. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    List<ImageContentSource> getImageContentSources();

    /** {@code infraID}. */
    @Required
    @Nullable
    String getInfraID();

    /** {@code infrastructureAvailabilityPolicy}. */
    @Default("\"SingleReplica\"")
    @OneOf({})
    @Nullable
    AvailabilityPolicy getInfrastructureAvailabilityPolicy();

    /** {@code issuerURL}. */
    @Required
    @Nullable
    String getIssuerURL();

    /** {@code kubeconfig}. */
    @Nullable
    KubeconfigSecretRef getKubeconfig();

    /** {@code networking}. */
    @Nullable
    ClusterNetworking getNetworking();

    /** {@code nodeSelector}. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    Map<String, String> getNodeSelector();

    /** {@code olmCatalogPlacement}. */
    @Default("\"management\"")
    @Nullable
    OlmCatalogPlacement getOlmCatalogPlacement();

    /** {@code pausedUntil}. */
    @Nullable
    PausedUntil getPausedUntil();

    /** {@code platform}. */
    @Required
    @Nullable
    PlatformSpec getPlatform();

    /** {@code pullSecret}. */
    @Required
    @Nullable
    LocalObjectReference getPullSecret();

    /** {@code releaseImage}. */
    @Required
    @Nullable
    String getReleaseImage();

    /** {@code secretEncryption}. */
    @Nullable
    SecretEncryptionSpec getSecretEncryption();

    /** {@code serviceAccountSigningKey}. */
    @Nullable
    LocalObjectReference getServiceAccountSigningKey();

    /** {@code services}. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    @Required
    List<ServicePublishingStrategyMapping> getServices();

    /** {@code sshKey}. */
    @Required
    @Nullable
    LocalObjectReference getSshKey();

    /** {@code tolerations}. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    List<Toleration> getTolerations();

    /** {@code updateService}. */
    @Nullable
    String getUpdateService();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link HostedControlPlaneSpec}. Not thread-safe. */
    final class Builder extends ImmutableHostedControlPlaneSpec.Builder {
        Builder() {}

        /** Sets {@code autoscaling} from a builder. */
        public Builder autoscaling(UnaryOperator<ClusterAutoscaling.Builder> edit) {
            return autoscaling(edit.apply(ClusterAutoscaling.builder()).build());
        }

        /** Sets {@code dns} from a builder. */
        public Builder dns(UnaryOperator<DnsSpec.Builder> edit) {
            return dns(edit.apply(DnsSpec.builder()).build());
        }

        /** Sets {@code etcd} from a builder. */
        public Builder etcd(UnaryOperator<EtcdSpec.Builder> edit) {
            return etcd(edit.apply(EtcdSpec.builder()).build());
        }

        /** Sets {@code kubeconfig} from a builder. */
        public Builder kubeconfig(UnaryOperator<KubeconfigSecretRef.Builder> edit) {
            return kubeconfig(edit.apply(KubeconfigSecretRef.builder()).build());
        }

        /** Sets {@code networking} from a builder. */
        public Builder networking(UnaryOperator<ClusterNetworking.Builder> edit) {
            return networking(edit.apply(ClusterNetworking.builder()).build());
        }

        /** Sets {@code platform} from a builder. */
        public Builder platform(UnaryOperator<PlatformSpec.Builder> edit) {
            return platform(edit.apply(PlatformSpec.builder()).build());
        }

        /** Sets {@code secretEncryption} from a builder. */
        public Builder secretEncryption(UnaryOperator<SecretEncryptionSpec.Builder> edit) {
            return secretEncryption(edit.apply(SecretEncryptionSpec.builder()).build());
        }
    }
}
