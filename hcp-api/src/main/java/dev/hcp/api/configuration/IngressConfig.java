package dev.hcp.api.configuration;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Edition;
import dev.hcp.api.schema.ListType;
import dev.hcp.api.schema.Rule;
import dev.hcp.api.schema.Size;
import java.util.List;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * How applications are reached.
 *
 * <p>CRD field: HostedCluster {@code spec.configuration.ingress}.
 */
@Value.Immutable
@HcpModel
public interface IngressConfig extends Model {
    /** The domain of users' routes where it is to differ from that of the platform's. */
    @Nullable
    String getAppsDomain();

    /** Routes of platform components with names and certificates of one's own. */
    @Size(max = 250, since = Edition.LATEST)
    @ListType(
            value = "map",
            keys = {"namespace", "name"})
    List<ComponentRoute> getComponentRoutes();

    /** The domain of routes; made from the DNS names of the cluster when absent. */
    @Rule(value = "self == oldSelf", message = "domain is immutable once set", since = Edition.LATEST)
    @Nullable
    String getDomain();

    /** The load balancer before the ingress controllers. */
    @Nullable
    IngressLoadBalancer getLoadBalancer();

    /** Demands on the strict transport security of routes; the first that matches counts. */
    List<RequiredHstsPolicy> getRequiredHSTSPolicies();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link IngressConfig}. Not thread-safe. */
    final class Builder extends ImmutableIngressConfig.Builder {
        Builder() {}

        /** Sets {@code loadBalancer} from a builder. */
        public Builder loadBalancer(UnaryOperator<IngressLoadBalancer.Builder> edit) {
            return loadBalancer(edit.apply(IngressLoadBalancer.builder()).build());
        }
    }
}
