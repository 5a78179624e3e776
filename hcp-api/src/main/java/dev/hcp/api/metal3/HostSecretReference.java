package dev.hcp.api.metal3;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A secret.
 *
 * <p>CRD field: BareMetalHost {@code spec.metaData}, BareMetalHost {@code spec.networkData}, BareMetalHost {@code
 * spec.userData} and others.
 */
@Value.Immutable
@HcpModel
public interface HostSecretReference extends Model {
    /** Its name. */
    @Nullable
    String getName();

    /** Its namespace. */
    @Nullable
    String getNamespace();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link HostSecretReference}. Not thread-safe. */
    final class Builder extends ImmutableHostSecretReference.Builder {
        Builder() {}
    }
}
