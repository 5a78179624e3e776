package dev.hcp.api.hypershift;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.OneOf;
import dev.hcp.api.schema.Pattern;
import dev.hcp.api.schema.Required;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A taint of the nodes of a pool.
 *
 * <p>CRD field: NodePool {@code spec.taints[]}.
 */
@Value.Immutable
@HcpModel
public interface NodePoolTaint extends Model {
    /** What happens to pods that do not tolerate it. */
    @Required
    @OneOf({})
    @Nullable
    TaintEffect getEffect();

    /** The key. */
    @Required
    @Nullable
    String getKey();

    /** The value; may be empty. */
    @Pattern("^(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?$")
    @Nullable
    String getValue();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link NodePoolTaint}. Not thread-safe. */
    final class Builder extends ImmutableNodePoolTaint.Builder {
        Builder() {}
    }
}
