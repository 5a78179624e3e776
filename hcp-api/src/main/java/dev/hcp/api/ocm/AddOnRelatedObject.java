package dev.hcp.api.ocm;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Required;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * An object to look at when an add-on does not work.
 *
 * <p>CRD field: ManagedClusterAddOn {@code status.relatedObjects[]}.
 */
@Value.Immutable
@HcpModel
public interface AddOnRelatedObject extends Model {
    /** The API group; empty for the core group. */
    @Required
    @Nullable
    String getGroup();

    /** The name. */
    @Required
    @Nullable
    String getName();

    /** The namespace; none for kinds of the cluster. */
    @Nullable
    String getNamespace();

    /** The resource, plural. */
    @Required
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

    /** Builds {@link AddOnRelatedObject}. Not thread-safe. */
    final class Builder extends ImmutableAddOnRelatedObject.Builder {
        Builder() {}
    }
}
