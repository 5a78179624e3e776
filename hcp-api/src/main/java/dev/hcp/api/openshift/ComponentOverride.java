package dev.hcp.api.openshift;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Required;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * ComponentOverride.
 *
 * <p>CRD field: ClusterVersion {@code spec.overrides[]}.
 */
@Value.Immutable
@HcpModel
public interface ComponentOverride extends Model {
    /** {@code group}. */
    @Required
    @Nullable
    String getGroup();

    /** {@code kind}. */
    @Required
    @Nullable
    String getKind();

    /** {@code name}. */
    @Required
    @Nullable
    String getName();

    /** {@code namespace}. */
    @Required
    @Nullable
    String getNamespace();

    /** {@code unmanaged}. */
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
