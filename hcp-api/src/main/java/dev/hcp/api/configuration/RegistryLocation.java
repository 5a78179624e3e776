package dev.hcp.api.configuration;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A registry that images may be imported from.
 *
 * <p>CRD field: HostedCluster {@code spec.configuration.image.allowedRegistriesForImport[]}.
 */
@Value.Immutable
@HcpModel
public interface RegistryLocation extends Model {
    /** The registry: a host name, with a port if need be, and wildcards. */
    @Nullable
    String getDomainName();

    /** Whether plain HTTP or certificates that are not trusted are accepted. */
    @Nullable
    Boolean getInsecure();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link RegistryLocation}. Not thread-safe. */
    final class Builder extends ImmutableRegistryLocation.Builder {
        Builder() {}
    }
}
