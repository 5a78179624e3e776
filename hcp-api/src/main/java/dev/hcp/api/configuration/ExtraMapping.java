package dev.hcp.api.configuration;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Required;
import dev.hcp.api.schema.Rule;
import dev.hcp.api.schema.Size;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A further attribute of a user.
 *
 * <p>CRD field: HostedCluster {@code spec.configuration.authentication.oidcProviders[].claimMappings.extra[]},
 * HostedControlPlane {@code spec.configuration.authentication.oidcProviders[].claimMappings.extra[]}.
 */
@Value.Immutable
@HcpModel
public interface ExtraMapping extends Model {
    /** The attribute, such as {@code example.org/team}. */
    @Required
    @Size(min = 1, max = 510)
    @Rule(value = "self.contains('/')", message = "key must contain the '/' character")
    @Rule(
            value =
                    "self.split('/', 2)[0].matches(\"^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$\")",
            message =
                    "the domain of the key must consist of only lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character")
    @Rule(
            value = "self.split('/', 2)[0].size() <= 253",
            message = "the domain of the key must not exceed 253 characters in length")
    @Rule(
            value = "self.split('/', 2)[0] != 'kubernetes.io'",
            message = "the domain 'kubernetes.io' is reserved for Kubernetes use")
    @Rule(
            value = "!self.split('/', 2)[0].endsWith('.kubernetes.io')",
            message = "the subdomains '*.kubernetes.io' are reserved for Kubernetes use")
    @Rule(value = "self.split('/', 2)[0] != 'k8s.io'", message = "the domain 'k8s.io' is reserved for Kubernetes use")
    @Rule(
            value = "!self.split('/', 2)[0].endsWith('.k8s.io')",
            message = "the subdomains '*.k8s.io' are reserved for Kubernetes use")
    @Rule(
            value = "self.split('/', 2)[0] != 'openshift.io'",
            message = "the domain 'openshift.io' is reserved for OpenShift use")
    @Rule(
            value = "!self.split('/', 2)[0].endsWith('.openshift.io')",
            message = "the subdomains '*.openshift.io' are reserved for OpenShift use")
    @Rule(
            value = "self.split('/', 2)[1].matches('[A-Za-z0-9/\\\\-._~%!$&\\'()*+;=:]+')",
            message =
                    "the path of the key must not be empty and must consist of at least one alphanumeric character, percent-encoded octets, apostrophe, '-', '.', '_', '~', '!', '$', '&', '(', ')', '*', '+', ',', ';', '=', and ':'")
    @Rule(
            value = "self.split('/', 2)[1].size() <= 256",
            message = "the path of the key must not exceed 256 characters in length")
    @Nullable
    String getKey();

    /** Its value, in CEL; {@code claims} are the claims of the token. */
    @Required
    @Size(min = 1, max = 1024)
    @Nullable
    String getValueExpression();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link ExtraMapping}. Not thread-safe. */
    final class Builder extends ImmutableExtraMapping.Builder {
        Builder() {}
    }
}
