package dev.hcp.api.hypershift;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Default;
import dev.hcp.api.schema.Format;
import dev.hcp.api.schema.FreeForm;
import dev.hcp.api.schema.OneOf;
import dev.hcp.api.schema.Pattern;
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
 * HostedClusterSpec.
 *
 * <p>CRD field: HostedCluster {@code spec}.
 */
@Value.Immutable
@HcpModel
@Rule(
        value = "self.platform.type != 'IBMCloud' ? self.services == oldSelf.services : true",
        message = "Services is immutable. Changes might result in unpredictable and disruptive behavior.")
@Rule(
        value =
                "self.platform.type == 'Azure' ? self.services.exists(s, s.service == 'APIServer' && s.servicePublishingStrategy.type == 'Route' && s.servicePublishingStrategy.route.hostname != '') : true",
        message = "Azure platform requires APIServer Route service with a hostname to be defined")
@Rule(
        value =
                "self.platform.type == 'Azure' ? self.services.exists(s, s.service == 'OAuthServer' && s.servicePublishingStrategy.type == 'Route' && s.servicePublishingStrategy.route.hostname != '') : true",
        message = "Azure platform requires OAuthServer Route service with a hostname to be defined")
@Rule(
        value =
                "self.platform.type == 'Azure' ? self.services.exists(s, s.service == 'Konnectivity' && s.servicePublishingStrategy.type == 'Route' && s.servicePublishingStrategy.route.hostname != '') : true",
        message = "Azure platform requires Konnectivity Route service with a hostname to be defined")
@Rule(
        value =
                "self.platform.type == 'Azure' ? self.services.exists(s, s.service == 'Ignition' && s.servicePublishingStrategy.type == 'Route' && s.servicePublishingStrategy.route.hostname != '') : true",
        message = "Azure platform requires Ignition Route service with a hostname to be defined")
public interface HostedClusterSpec extends Model {
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
    @Pattern("[a-fA-F0-9]{8}-[a-fA-F0-9]{4}-[a-fA-F0-9]{4}-[a-fA-F0-9]{4}-[a-fA-F0-9]{12}")
    @Nullable
    String getClusterID();

    /** {@code configuration}. */
    @FreeForm
    @Nullable
    JsonObject getConfiguration();

    /** {@code controlPlaneRelease}. */
    @Nullable
    Release getControlPlaneRelease();

    /** {@code controllerAvailabilityPolicy}. */
    @Default("\"HighlyAvailable\"")
    @OneOf({})
    @Nullable
    AvailabilityPolicy getControllerAvailabilityPolicy();

    /** {@code dns}. */
    @Nullable
    DnsSpec getDns();

    /** {@code etcd}. */
    @Default(
            "{\"managed\": {\"storage\": {\"persistentVolume\": {\"size\": \"8Gi\"}, \"type\": \"PersistentVolume\"}}, \"managementType\": \"Managed\"}")
    @Nullable
    EtcdSpec getEtcd();

    /** {@code fips}. */
    @Nullable
    Boolean getFips();

    /** {@code imageContentSources}. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    List<ImageContentSource> getImageContentSources();

    /** {@code infraID}. */
    @Nullable
    String getInfraID();

    /** {@code infrastructureAvailabilityPolicy}. */
    @Default("\"SingleReplica\"")
    @OneOf({})
    @Nullable
    AvailabilityPolicy getInfrastructureAvailabilityPolicy();

    /** {@code issuerURL}. */
    @Default("\"https://kubernetes.default.svc\"")
    @Format("uri")
    @Nullable
    String getIssuerURL();

    /** {@code networking}. */
    @Required
    @Default(
            "{\"clusterNetwork\": [{\"cidr\": \"10.132.0.0/14\"}], \"networkType\": \"OVNKubernetes\", \"serviceNetwork\": [{\"cidr\": \"172.31.0.0/16\"}]}")
    @Nullable
    ClusterNetworking getNetworking();

    /** {@code nodeSelector}. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    Map<String, String> getNodeSelector();

    /** {@code olmCatalogPlacement}. */
    @Default("\"management\"")
    @Rule(value = "self == oldSelf", message = "OLMCatalogPlacement is immutable")
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

    /** {@code release}. */
    @Required
    @Nullable
    Release getRelease();

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

    /** Builds {@link HostedClusterSpec}. Not thread-safe. */
    final class Builder extends ImmutableHostedClusterSpec.Builder {
        Builder() {}

        /** Sets {@code autoscaling} from a builder. */
        public Builder autoscaling(UnaryOperator<ClusterAutoscaling.Builder> edit) {
            return autoscaling(edit.apply(ClusterAutoscaling.builder()).build());
        }

        /** Sets {@code controlPlaneRelease} from a builder. */
        public Builder controlPlaneRelease(UnaryOperator<Release.Builder> edit) {
            return controlPlaneRelease(edit.apply(Release.builder()).build());
        }

        /** Sets {@code dns} from a builder. */
        public Builder dns(UnaryOperator<DnsSpec.Builder> edit) {
            return dns(edit.apply(DnsSpec.builder()).build());
        }

        /** Sets {@code etcd} from a builder. */
        public Builder etcd(UnaryOperator<EtcdSpec.Builder> edit) {
            return etcd(edit.apply(EtcdSpec.builder()).build());
        }

        /** Sets {@code networking} from a builder. */
        public Builder networking(UnaryOperator<ClusterNetworking.Builder> edit) {
            return networking(edit.apply(ClusterNetworking.builder()).build());
        }

        /** Sets {@code platform} from a builder. */
        public Builder platform(UnaryOperator<PlatformSpec.Builder> edit) {
            return platform(edit.apply(PlatformSpec.builder()).build());
        }

        /** Sets {@code release} from a builder. */
        public Builder release(UnaryOperator<Release.Builder> edit) {
            return release(edit.apply(Release.builder()).build());
        }

        /** Sets {@code secretEncryption} from a builder. */
        public Builder secretEncryption(UnaryOperator<SecretEncryptionSpec.Builder> edit) {
            return secretEncryption(edit.apply(SecretEncryptionSpec.builder()).build());
        }
    }
}
