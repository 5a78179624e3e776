package dev.hcp.api.hypershift;

import dev.hcp.api.configuration.ClusterConfiguration;
import dev.hcp.api.hypershift.autonode.AutoNode;
import dev.hcp.api.hypershift.operators.OperatorConfiguration;
import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Default;
import dev.hcp.api.schema.Edition;
import dev.hcp.api.schema.Format;
import dev.hcp.api.schema.OneOf;
import dev.hcp.api.schema.Pattern;
import dev.hcp.api.schema.Required;
import dev.hcp.api.schema.Rule;
import dev.hcp.api.schema.Since;
import dev.hcp.api.schema.Size;
import dev.hcp.api.value.PausedUntil;
import io.fabric8.kubernetes.api.model.LocalObjectReference;
import io.fabric8.kubernetes.api.model.Toleration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What a hosted cluster should be.
 *
 * <p>CRD field: HostedCluster {@code spec}.
 */
@Value.Immutable
@HcpModel
@Rule(
        value = "self.platform.type != 'IBMCloud' ? self.services == oldSelf.services : true",
        message = "Services is immutable. Changes might result in unpredictable and disruptive behavior.",
        until = Edition.V4_17)
@Rule(
        value =
                "self.platform.type == 'Azure' ? self.services.exists(s, s.service == 'APIServer' && s.servicePublishingStrategy.type == 'Route' && s.servicePublishingStrategy.route.hostname != '') : true",
        message = "Azure platform requires APIServer Route service with a hostname to be defined",
        until = Edition.V4_17)
@Rule(
        value =
                "self.platform.type == 'Azure' ? self.services.exists(s, s.service == 'OAuthServer' && s.servicePublishingStrategy.type == 'Route' && s.servicePublishingStrategy.route.hostname != '') : true",
        message = "Azure platform requires OAuthServer Route service with a hostname to be defined",
        until = Edition.V4_17)
@Rule(
        value =
                "self.platform.type == 'Azure' ? self.services.exists(s, s.service == 'Konnectivity' && s.servicePublishingStrategy.type == 'Route' && s.servicePublishingStrategy.route.hostname != '') : true",
        message = "Azure platform requires Konnectivity Route service with a hostname to be defined",
        until = Edition.V4_17)
@Rule(
        value =
                "self.platform.type == 'Azure' ? self.services.exists(s, s.service == 'Ignition' && s.servicePublishingStrategy.type == 'Route' && s.servicePublishingStrategy.route.hostname != '') : true",
        message = "Azure platform requires Ignition Route service with a hostname to be defined",
        until = Edition.V4_17)
@Rule(
        value = "self.platform.type == 'IBMCloud' ? size(self.services) >= 3 : size(self.services) >= 4",
        message = "spec.services in body should have at least 4 items or 3 for IBMCloud",
        since = Edition.LATEST)
@Rule(
        value = "self.platform.type != \"IBMCloud\" ? self.services == oldSelf.services : true",
        message = "Services is immutable. Changes might result in unpredictable and disruptive behavior.",
        since = Edition.LATEST)
@Rule(
        value =
                "self.platform.type != \"Azure\" || self.platform.?azure.azureAuthenticationConfig.azureAuthenticationConfigType.orValue(\"\") == \"WorkloadIdentities\" || self.services.exists(s, s.service == \"OAuthServer\" && s.servicePublishingStrategy.type == \"Route\")",
        message = "Azure managed platform (ARO HCP) requires OAuthServer to use Route",
        since = Edition.LATEST)
@Rule(
        value =
                "self.platform.type != \"Azure\" || self.platform.?azure.azureAuthenticationConfig.azureAuthenticationConfigType.orValue(\"\") != \"WorkloadIdentities\" || self.services.exists(s, s.service == \"OAuthServer\" && (s.servicePublishingStrategy.type == \"Route\" || s.servicePublishingStrategy.type == \"LoadBalancer\"))",
        message = "Self-managed Azure requires OAuthServer to use Route or LoadBalancer",
        since = Edition.LATEST)
@Rule(
        value =
                "self.platform.type == \"Azure\" ? self.services.exists(s, s.service == \"Konnectivity\" && s.servicePublishingStrategy.type == \"Route\") : true",
        message = "Azure platform requires Konnectivity to use Route service publishing strategy",
        since = Edition.LATEST)
@Rule(
        value =
                "self.platform.type == \"Azure\" ? self.services.exists(s, s.service == \"Ignition\" && s.servicePublishingStrategy.type == \"Route\") : true",
        message = "Azure platform requires Ignition to use Route service publishing strategy",
        since = Edition.LATEST)
@Rule(
        value = "has(self.issuerURL) || !has(self.serviceAccountSigningKey)",
        message = "If serviceAccountSigningKey is set, issuerURL must be set",
        since = Edition.LATEST)
@Rule(
        value =
                "!self.services.exists(s, s.service == 'APIServer' && has(s.servicePublishingStrategy.loadBalancer) && s.servicePublishingStrategy.loadBalancer.hostname != \"\" && has(self.configuration) && has(self.configuration.apiServer) && has(self.configuration.apiServer.servingCerts) && has(self.configuration.apiServer.servingCerts.namedCertificates) && self.configuration.apiServer.servingCerts.namedCertificates.exists(cert, has(cert.names) && cert.names.exists(n, n == s.servicePublishingStrategy.loadBalancer.hostname)))",
        message =
                "APIServer loadBalancer hostname cannot be in ClusterConfiguration.apiserver.servingCerts.namedCertificates[]",
        since = Edition.LATEST)
@Rule(
        value =
                "!has(self.operatorConfiguration) || !has(self.operatorConfiguration.clusterNetworkOperator) || !has(self.operatorConfiguration.clusterNetworkOperator.disableMultiNetwork) || !self.operatorConfiguration.clusterNetworkOperator.disableMultiNetwork || self.networking.networkType == 'Other'",
        message = "disableMultiNetwork can only be set to true when networkType is 'Other'",
        since = Edition.LATEST)
@Rule(
        value =
                "self.networking.networkType == 'OVNKubernetes' || !has(self.operatorConfiguration) || !has(self.operatorConfiguration.clusterNetworkOperator) || !has(self.operatorConfiguration.clusterNetworkOperator.ovnKubernetesConfig)",
        message = "ovnKubernetesConfig is forbidden when networkType is not OVNKubernetes",
        since = Edition.LATEST)
@Rule(
        value = "!has(oldSelf.secretEncryption) || has(self.secretEncryption)",
        message = "secretEncryption cannot be removed once configured",
        since = Edition.LATEST)
public interface HostedClusterSpec extends Model {
    /**
     * ConfigMap with certificates, under {@code ca-bundle.crt}, that control plane and nodes trust besides the usual
     * ones.
     */
    @Nullable
    LocalObjectReference getAdditionalTrustBundle();

    /** Secret with the kubeconfig of a webhook that gets the audit log. */
    @Nullable
    LocalObjectReference getAuditWebhook();

    /** Whether and how nodes come and go by themselves, beside the node pools. */
    @Since(Edition.LATEST)
    @Nullable
    AutoNode getAutoNode();

    /** Limits of the cluster autoscaler, for all node pools together. */
    @Nullable
    ClusterAutoscaling getAutoscaling();

    /** Optional parts of OpenShift to have or to do without; immutable. */
    @Since(Edition.LATEST)
    @Default("{}")
    @Nullable
    Capabilities getCapabilities();

    /** The update channel, such as {@code stable-4.17}. */
    @Size(min = 1, max = 100, since = Edition.LATEST)
    @Nullable
    String getChannel();

    /** The UUID by which the cluster is known; generated when absent. */
    @Pattern(
            value = "[a-fA-F0-9]{8}-[a-fA-F0-9]{4}-[a-fA-F0-9]{4}-[a-fA-F0-9]{4}-[a-fA-F0-9]{12}",
            until = Edition.V4_17)
    @Size(min = 36, max = 36, since = Edition.LATEST)
    @Rule(
            value = "self.matches('[a-fA-F0-9]{8}-[a-fA-F0-9]{4}-[a-fA-F0-9]{4}-[a-fA-F0-9]{4}-[a-fA-F0-9]{12}')",
            message =
                    "clusterID must be an RFC4122 UUID value (xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx in hexadecimal digits)",
            since = Edition.LATEST)
    @Rule(value = "oldSelf == \"\" || self == oldSelf", message = "clusterID is immutable", since = Edition.LATEST)
    @Nullable
    String getClusterID();

    /** Configuration of the OpenShift cluster: a member per kind of {@code config.openshift.io}. */
    @Nullable
    ClusterConfiguration getConfiguration();

    /** The release of the control plane where it differs from that of the nodes. */
    @Nullable
    Release getControlPlaneRelease();

    /** How many copies of control plane components run; HighlyAvailable by default. */
    @Default("\"HighlyAvailable\"")
    @OneOf(
            value = {},
            until = Edition.V4_17)
    @Rule(value = "self == oldSelf", message = "ControllerAvailabilityPolicy is immutable", since = Edition.LATEST)
    @Nullable
    AvailabilityPolicy getControllerAvailabilityPolicy();

    /** The domains of the cluster. */
    @Nullable
    DnsSpec getDns();

    /** Where the cluster keeps its state; a managed etcd with 8Gi volumes by default. */
    @Required(since = Edition.LATEST)
    @Default(
            "{\"managed\": {\"storage\": {\"persistentVolume\": {\"size\": \"8Gi\"}, \"type\": \"PersistentVolume\"}}, \"managementType\": \"Managed\"}")
    @Nullable
    EtcdSpec getEtcd();

    /** Whether nodes run in FIPS mode; immutable in effect. */
    @Rule(value = "self == oldSelf", message = "fips is immutable", since = Edition.LATEST)
    @Nullable
    Boolean getFips();

    /** Mirrors from which images are pulled. */
    @Size(max = 255, since = Edition.LATEST)
    List<ImageContentSource> getImageContentSources();

    /** The prefix of everything made for the cluster in its infrastructure; generated when absent. */
    @Size(min = 1, max = 253, since = Edition.LATEST)
    @Rule(
            value = "self.matches('^[a-z0-9]([-a-z0-9]*[a-z0-9])?$')",
            message =
                    "infraID must consist of lowercase alphanumeric characters or '-', start and end with an alphanumeric character, and be between 1 and 253 characters",
            since = Edition.LATEST)
    @Rule(value = "oldSelf == \"\" || self == oldSelf", message = "infraID is immutable", since = Edition.LATEST)
    @Nullable
    String getInfraID();

    /** How many copies of components on nodes run; SingleReplica by default. */
    @Default("\"SingleReplica\"")
    @OneOf(
            value = {},
            until = Edition.V4_17)
    @Nullable
    AvailabilityPolicy getInfrastructureAvailabilityPolicy();

    /** The issuer of service account tokens. */
    @Default("\"https://kubernetes.default.svc\"")
    @Format(value = "uri", until = Edition.V4_17)
    @Size(max = 255, since = Edition.LATEST)
    @Rule(value = "self == oldSelf", message = "issuerURL is immutable", since = Edition.LATEST)
    @Rule(value = "isURL(self)", message = "issuerURL must be a valid absolute URL", since = Edition.LATEST)
    @Nullable
    String getIssuerURL();

    /**
     * A further host name of the API server, for which a kubeconfig is made and a certificate expected in the
     * configuration.
     */
    @Since(Edition.LATEST)
    @Size(max = 253)
    @Rule(
            value = "self == \"\" || self.matches('^(?:(?:[a-zA-Z0-9-]+\\\\.)+[a-zA-Z]{2,}|[a-zA-Z0-9-]+)$')",
            message = "kubeAPIServerDNSName must be a valid URL name (e.g., api.example.com)")
    @Nullable
    String getKubeAPIServerDNSName();

    /** Labels of all control plane pods, at most 20; a change rolls the pods out anew. */
    @Since(Edition.LATEST)
    @Size(max = 20)
    Map<String, String> getLabels();

    /** Which metrics of the control plane are collected, and whether the cluster's own monitoring gets them. */
    @Since(Edition.LATEST)
    @Nullable
    MonitoringSpec getMonitoring();

    /** The networks of the cluster. */
    @Required
    @Default(
            "{\"clusterNetwork\": [{\"cidr\": \"10.132.0.0/14\"}], \"networkType\": \"OVNKubernetes\", \"serviceNetwork\": [{\"cidr\": \"172.31.0.0/16\"}]}")
    @Nullable
    ClusterNetworking getNetworking();

    /** Labels of the management nodes on which the control plane runs. */
    @Rule(value = "size(self) <= 20", message = "nodeSelector map can have at most 20 entries", since = Edition.LATEST)
    Map<String, String> getNodeSelector();

    /** Where operator catalogues run; {@code management} by default, immutable. */
    @Default("\"management\"")
    @Rule(value = "self == oldSelf", message = "OLMCatalogPlacement is immutable")
    @Nullable
    OlmCatalogPlacement getOlmCatalogPlacement();

    /** Settings of single operators of the cluster. */
    @Since(Edition.LATEST)
    @Nullable
    OperatorConfiguration getOperatorConfiguration();

    /** Stops reconciliation: {@code true}, or a time until which. */
    @Size(min = 4, max = 35, since = Edition.LATEST)
    @Rule(
            value =
                    "self.matches('^\\\\d{4}-\\\\d{2}-\\\\d{2}T\\\\d{2}:\\\\d{2}:\\\\d{2}.*$') || self in ['true', 'false', 'True', 'False']",
            message = "PausedUntil must be a date in RFC3339 format or 'True', 'true', 'False' or 'false'",
            since = Edition.LATEST)
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

    /** The release that control plane and, by default, nodes run. */
    @Required
    @Nullable
    Release getRelease();

    /** How secrets are encrypted in etcd. */
    @Nullable
    SecretEncryptionSpec getSecretEncryption();

    /** Secret with the private key, under {@code key}, that signs service account tokens; needs an issuer URL. */
    @Nullable
    LocalObjectReference getServiceAccountSigningKey();

    /** How each control plane service is published. */
    @Required
    @Size(max = 6, since = Edition.LATEST)
    List<ServicePublishingStrategyMapping> getServices();

    /** Secret with the public key, under {@code id_rsa.pub}, that may log in to nodes. */
    @Required(until = Edition.V4_17)
    @Nullable
    LocalObjectReference getSshKey();

    /** Tolerations of control plane pods. */
    @Size(max = 25, since = Edition.LATEST)
    List<Toleration> getTolerations();

    /** Where available updates are asked for, instead of the usual service. */
    @Rule(value = "isURL(self)", message = "updateService must be a valid absolute URL", since = Edition.LATEST)
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

        /** Sets {@code autoNode} from a builder. */
        public Builder autoNode(UnaryOperator<AutoNode.Builder> edit) {
            return autoNode(edit.apply(AutoNode.builder()).build());
        }

        /** Sets {@code autoscaling} from a builder. */
        public Builder autoscaling(UnaryOperator<ClusterAutoscaling.Builder> edit) {
            return autoscaling(edit.apply(ClusterAutoscaling.builder()).build());
        }

        /** Sets {@code capabilities} from a builder. */
        public Builder capabilities(UnaryOperator<Capabilities.Builder> edit) {
            return capabilities(edit.apply(Capabilities.builder()).build());
        }

        /** Sets {@code configuration} from a builder. */
        public Builder configuration(UnaryOperator<ClusterConfiguration.Builder> edit) {
            return configuration(edit.apply(ClusterConfiguration.builder()).build());
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

        /** Sets {@code monitoring} from a builder. */
        public Builder monitoring(UnaryOperator<MonitoringSpec.Builder> edit) {
            return monitoring(edit.apply(MonitoringSpec.builder()).build());
        }

        /** Sets {@code networking} from a builder. */
        public Builder networking(UnaryOperator<ClusterNetworking.Builder> edit) {
            return networking(edit.apply(ClusterNetworking.builder()).build());
        }

        /** Sets {@code operatorConfiguration} from a builder. */
        public Builder operatorConfiguration(UnaryOperator<OperatorConfiguration.Builder> edit) {
            return operatorConfiguration(
                    edit.apply(OperatorConfiguration.builder()).build());
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
