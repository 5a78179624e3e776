package dev.hcp.api.hypershift;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Edition;
import dev.hcp.api.schema.OneOf;
import dev.hcp.api.schema.Pattern;
import dev.hcp.api.schema.Required;
import dev.hcp.api.schema.Rule;
import dev.hcp.api.schema.Size;
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
    @OneOf(
            value = {},
            until = Edition.V4_17)
    @Nullable
    TaintEffect getEffect();

    /** The key. */
    @Required
    @Size(min = 1, max = 253, since = Edition.LATEST)
    @Rule(
            value =
                    "self.matches('^([a-z0-9]([-a-z0-9]*[a-z0-9])?(\\\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*\\\\/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$')",
            message = "key must be a qualified name with an optional subdomain prefix e.g. example.com/MyName",
            since = Edition.LATEST)
    @Nullable
    String getKey();

    /** The value; may be empty. */
    @Pattern(value = "^(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?$", until = Edition.V4_17)
    @Size(max = 253, since = Edition.LATEST)
    @Rule(
            value = "self.matches('^(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?$')",
            message =
                    "Value must start and end with alphanumeric characters and can only contain '-', '_', '.' in the middle",
            since = Edition.LATEST)
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
