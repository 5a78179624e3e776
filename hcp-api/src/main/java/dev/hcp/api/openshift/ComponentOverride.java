package dev.hcp.api.openshift;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Required;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * An object that the version operator leaves alone.
 *
 * <p>CRD field: ClusterVersion {@code spec.overrides[]}.
 */
@Value.Immutable
@HcpModel
public interface ComponentOverride extends Model {
    /** Its API group. */
    @Required
    @Nullable
    String getGroup();

    /** Its kind. */
    @Required
    @Nullable
    String getKind();

    /** Its name. */
    @Required
    @Nullable
    String getName();

    /** Its namespace; empty for objects of the cluster. */
    @Required
    @Nullable
    String getNamespace();

    /** Whether it is left alone; otherwise it is as if it were not listed. */
    @Required
    @Nullable
    Boolean getUnmanaged();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link ComponentOverride}. Not thread-safe. */
    final class Builder extends ImmutableComponentOverride.Builder {
        Builder() {}
    }
}
