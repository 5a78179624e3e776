package dev.hcp.api.ocm;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Default;
import dev.hcp.api.schema.Required;
import dev.hcp.api.schema.Size;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A configuration of an add-on.
 *
 * <p>CRD field: ManagedClusterAddOn {@code spec.configs[]}.
 */
@Value.Immutable
@HcpModel
public interface AddOnConfigReference extends Model {
    /** The API group; empty for the core group. */
    @Default("\"\"")
    @Nullable
    String getGroup();

    /** The name. */
    @Required
    @Size(min = 1)
    @Nullable
    String getName();

    /** The namespace; none for kinds of the cluster. */
    @Nullable
    String getNamespace();

    /** The resource, plural. */
    @Required
    @Size(min = 1)
    @Nullable
    String getResource();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link AddOnConfigReference}. Not thread-safe. */
    final class Builder extends ImmutableAddOnConfigReference.Builder {
        Builder() {}
    }
}
