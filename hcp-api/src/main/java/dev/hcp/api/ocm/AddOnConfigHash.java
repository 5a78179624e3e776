package dev.hcp.api.ocm;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Required;
import dev.hcp.api.schema.Size;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A configuration at a certain time.
 *
 * <p>CRD field: ManagedClusterAddOn {@code status.configReferences[].desiredConfig}, ManagedClusterAddOn {@code
 * status.configReferences[].lastAppliedConfig}.
 */
@Value.Immutable
@HcpModel
public interface AddOnConfigHash extends Model {
    /** The name. */
    @Required
    @Size(min = 1)
    @Nullable
    String getName();

    /** The namespace; none for kinds of the cluster. */
    @Nullable
    String getNamespace();

    /** The hash of its spec. */
    @Nullable
    String getSpecHash();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link AddOnConfigHash}. Not thread-safe. */
    final class Builder extends ImmutableAddOnConfigHash.Builder {
        Builder() {}
    }
}
