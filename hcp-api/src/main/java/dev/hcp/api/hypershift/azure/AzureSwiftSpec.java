package dev.hcp.api.hypershift.azure;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Required;
import dev.hcp.api.schema.Rule;
import dev.hcp.api.schema.Size;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Swift pod networking; the management cluster must be prepared for it.
 *
 * <p>CRD field: HostedCluster {@code spec.platform.azure.private.swift}, HostedControlPlane {@code
 * spec.platform.azure.private.swift}.
 */
@Value.Immutable
@HcpModel
@Rule(value = "self.podNetworkInstance == oldSelf.podNetworkInstance", message = "podNetworkInstance is immutable")
public interface AzureSwiftSpec extends Model {
    /** The PodNetworkInstance in the control plane namespace; immutable. */
    @Required
    @Size(min = 1, max = 63)
    @Rule(
            value = "self.matches('^[a-z0-9]([-a-z0-9]*[a-z0-9])?$')",
            message =
                    "podNetworkInstance must be a valid DNS label: lowercase alphanumeric characters or hyphens, must start and end with an alphanumeric character")
    @Nullable
    String getPodNetworkInstance();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link AzureSwiftSpec}. Not thread-safe. */
    final class Builder extends ImmutableAzureSwiftSpec.Builder {
        Builder() {}
    }
}
