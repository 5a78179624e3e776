package dev.hcp.api.openshift;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Required;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * An object to look at when something is wrong.
 *
 * <p>CRD field: ClusterOperator {@code status.relatedObjects[]}.
 */
@Value.Immutable
@HcpModel
public interface RelatedObject extends Model {
    /** Its API group. */
    @Required
    @Nullable
    String getGroup();

    /** Its name. */
    @Required
    @Nullable
    String getName();

    /** Its namespace. */
    @Nullable
    String getNamespace();

    /** Its resource, in the plural. */
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

    /** Builds {@link RelatedObject}. Not thread-safe. */
    final class Builder extends ImmutableRelatedObject.Builder {
        Builder() {}
    }
}
