package dev.hcp.api.hypershift;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hcp.api.configuration.ClusterConfiguration;
import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Default;
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
 * What a control plane should be: the cluster's spec with flat release images, in the control plane namespace.
 *
 * <p>CRD field: HostedControlPlane {@code spec}.
 */
@Value.Immutable
@HcpModel
public interface HostedControlPlaneSpec extends Model {
    /**
     * ConfigMap with certificates, under {@code ca-bundle.crt}, that control plane and nodes trust besides the usual
     * ones.
     */
    @Nullable
    LocalObjectReference getAdditionalTrustBundle();

    /** Secret with the kubeconfig of a webhook that gets the audit log. */
    @Nullable
    LocalObjectReference getAuditWebhook();

    /** Limits of the cluster autoscaler, for all node pools together. */
    @Nullable
    ClusterAutoscaling getAutoscaling();

    /** The update channel, such as {@code stable-4.17}. */
    @Nullable
    String getChannel();

    /** The UUID by which the cluster is known; generated when absent. */
    @Nullable
    String getClusterID();

    /** Configuration of the OpenShift cluster: a member per kind of {@code config.openshift.io}. */
    @Nullable
    ClusterConfiguration getConfiguration();

    /** The release image of the control plane where it differs from that of the nodes. */
    @Nullable
    String getControlPlaneReleaseImage();

    /** How many copies of control plane components run; SingleReplica by default. */
    @Default("\"SingleReplica\"")
    @Rule(value = "self == oldSelf", message = "ControllerAvailabilityPolicy is immutable")
    @OneOf({})
    @Nullable
    AvailabilityPolicy getControllerAvailabilityPolicy();

    /** The domains of the cluster. */
    @Required
    @Nullable
    DnsSpec getDns();

    /** Where the cluster keeps its state; a managed etcd with 8Gi volumes by default. */
    @Required
    @Nullable
    EtcdSpec getEtcd();

    /** Whether nodes run in FIPS mode; immutable in effect. */
    @Nullable
    Boolean getFips();

    /** Mirrors from which images are pulled. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    List<ImageContentSource> getImageContentSources();

    /** The prefix of everything made for the cluster in its infrastructure; generated when absent. */
    @Required
    @Nullable
    String getInfraID();

    /** How many copies of components on nodes run; SingleReplica by default. */
    @Default("\"SingleReplica\"")
    @OneOf({})
    @Nullable
    AvailabilityPolicy getInfrastructureAvailabilityPolicy();

    /** The issuer of service account tokens. */
    @Required
    @Nullable
    String getIssuerURL();

    /** The secret into which the administrator's kubeconfig goes. */
    @Nullable
    KubeconfigSecretRef getKubeconfig();

    /** The networks of the cluster. */
    @Nullable
    ClusterNetworking getNetworking();

    /** Labels of the management nodes on which the control plane runs. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    Map<String, String> getNodeSelector();

    /** Where operator catalogues run; {@code management} by default, immutable. */
    @Default("\"management\"")
    @Nullable
    OlmCatalogPlacement getOlmCatalogPlacement();

    /** Stops reconciliation: {@code true}, or a time until which. */
    @Nullable
    PausedUntil getPausedUntil();

    /** The infrastructure of the cluster. */
    @Required
    @Nullable
    PlatformSpec getPlatform();

    /** Secret with the credentials for pulling images, under {@code .dockerconfigjson}. */
    @Required
    @Nullable
    LocalObjectReference getPullSecret();

    /** The release image of the cluster. */
    @Required
    @Nullable
    String getReleaseImage();

    /** How secrets are encrypted in etcd. */
    @Nullable
    SecretEncryptionSpec getSecretEncryption();

    /** Secret with the private key, under {@code key}, that signs service account tokens; needs an issuer URL. */
    @Nullable
    LocalObjectReference getServiceAccountSigningKey();

    /** How each control plane service is published. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    @Required
    List<ServicePublishingStrategyMapping> getServices();

    /** Secret with the public key, under {@code id_rsa.pub}, that may log in to nodes. */
    @Required
    @Nullable
    LocalObjectReference getSshKey();

    /** Tolerations of control plane pods. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    List<Toleration> getTolerations();

    /** Where available updates are asked for, instead of the usual service. */
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

        /** Sets {@code configuration} from a builder. */
        public Builder configuration(UnaryOperator<ClusterConfiguration.Builder> edit) {
            return configuration(edit.apply(ClusterConfiguration.builder()).build());
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
