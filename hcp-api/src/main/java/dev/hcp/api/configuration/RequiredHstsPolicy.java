package dev.hcp.api.configuration;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Required;
import dev.hcp.api.schema.Size;
import io.fabric8.kubernetes.api.model.LabelSelector;
import java.util.List;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A demand on the {@code haproxy.router.openshift.io/hsts_header} annotation of routes.
 *
 * <p>CRD field: HostedCluster {@code spec.configuration.ingress.requiredHSTSPolicies[]}.
 */
@Value.Immutable
@HcpModel
public interface RequiredHstsPolicy extends Model {
    /** The host names it is about: exact, or with a leading {@code *.}. */
    @Required
    @Size(min = 1)
    List<String> getDomainPatterns();

    /** Whether subdomains must be included. */
    @Nullable
    HstsSubDomainsPolicy getIncludeSubDomainsPolicy();

    /** Bounds of the maximal age. */
    @Nullable
    HstsMaxAge getMaxAge();

    /** The labels of the namespaces it is about; all when absent. */
    @Nullable
    LabelSelector getNamespaceSelector();

    /** Whether hosts must ask to be on the preload lists of browsers. */
    @Nullable
    HstsPreloadPolicy getPreloadPolicy();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link RequiredHstsPolicy}. Not thread-safe. */
    final class Builder extends ImmutableRequiredHstsPolicy.Builder {
        Builder() {}

        /** Sets {@code maxAge} from a builder. */
        public Builder maxAge(UnaryOperator<HstsMaxAge.Builder> edit) {
            return maxAge(edit.apply(HstsMaxAge.builder()).build());
        }
    }
}
