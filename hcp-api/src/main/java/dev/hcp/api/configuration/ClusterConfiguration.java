package dev.hcp.api.configuration;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Configuration of the OpenShift cluster: a member per kind of {@code config.openshift.io} that the control plane is
 * responsible for. What is absent has the defaults of OpenShift. ConfigMaps and secrets that are named here lie in
 * the namespace of the HostedCluster; they are copied to the control plane's namespace and to the cluster.
 *
 * <p>CRD field: HostedCluster {@code spec.configuration}, HostedControlPlane {@code spec.configuration}.
 */
@Value.Immutable
@HcpModel
public interface ClusterConfiguration extends Model {
    /** Certificates, auditing, encryption and TLS of the API server. */
    @Nullable
    ApiServerConfig getApiServer();

    /** Who issues identities and tokens. */
    @Nullable
    AuthenticationConfig getAuthentication();

    /** The features that are switched on or off. */
    @Nullable
    FeatureGateConfig getFeatureGate();

    /** Which registries images come from and how they are trusted. */
    @Nullable
    ImageConfig getImage();

    /** Domains, component routes and load balancers of the ingress. */
    @Nullable
    IngressConfig getIngress();

    /**
     * Networks. Hosted clusters take their ranges from {@code spec.networking} instead; external addresses and
     * diagnostics are set here.
     */
    @Nullable
    NetworkConfig getNetwork();

    /** The integrated OAuth server. When this is present, no kubeadmin password is made. */
    @Nullable
    OauthConfig getOauth();

    /** The catalogue sources that come with OpenShift. */
    @Nullable
    OperatorHubConfig getOperatorhub();

    /** The proxy through which control plane and nodes reach the outside. */
    @Nullable
    ProxyConfig getProxy();

    /** How pods are placed on nodes. */
    @Nullable
    SchedulerConfig getScheduler();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link ClusterConfiguration}. Not thread-safe. */
    final class Builder extends ImmutableClusterConfiguration.Builder {
        Builder() {}

        /** Sets {@code apiServer} from a builder. */
        public Builder apiServer(UnaryOperator<ApiServerConfig.Builder> edit) {
            return apiServer(edit.apply(ApiServerConfig.builder()).build());
        }

        /** Sets {@code authentication} from a builder. */
        public Builder authentication(UnaryOperator<AuthenticationConfig.Builder> edit) {
            return authentication(edit.apply(AuthenticationConfig.builder()).build());
        }

        /** Sets {@code featureGate} from a builder. */
        public Builder featureGate(UnaryOperator<FeatureGateConfig.Builder> edit) {
            return featureGate(edit.apply(FeatureGateConfig.builder()).build());
        }

        /** Sets {@code image} from a builder. */
        public Builder image(UnaryOperator<ImageConfig.Builder> edit) {
            return image(edit.apply(ImageConfig.builder()).build());
        }

        /** Sets {@code ingress} from a builder. */
        public Builder ingress(UnaryOperator<IngressConfig.Builder> edit) {
            return ingress(edit.apply(IngressConfig.builder()).build());
        }

        /** Sets {@code network} from a builder. */
        public Builder network(UnaryOperator<NetworkConfig.Builder> edit) {
            return network(edit.apply(NetworkConfig.builder()).build());
        }

        /** Sets {@code oauth} from a builder. */
        public Builder oauth(UnaryOperator<OauthConfig.Builder> edit) {
            return oauth(edit.apply(OauthConfig.builder()).build());
        }

        /** Sets {@code operatorhub} from a builder. */
        public Builder operatorhub(UnaryOperator<OperatorHubConfig.Builder> edit) {
            return operatorhub(edit.apply(OperatorHubConfig.builder()).build());
        }

        /** Sets {@code proxy} from a builder. */
        public Builder proxy(UnaryOperator<ProxyConfig.Builder> edit) {
            return proxy(edit.apply(ProxyConfig.builder()).build());
        }

        /** Sets {@code scheduler} from a builder. */
        public Builder scheduler(UnaryOperator<SchedulerConfig.Builder> edit) {
            return scheduler(edit.apply(SchedulerConfig.builder()).build());
        }
    }
}
