package dev.hcp.api.ocm;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Default;
import dev.hcp.api.schema.Required;
import dev.hcp.api.schema.Size;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A kind of configuration that an add-on takes.
 *
 * <p>CRD field: ManagedClusterAddOn {@code status.supportedConfigs[]}.
 */
@Value.Immutable
@HcpModel
public interface AddOnSupportedConfig extends Model {
    /** The API group; empty for the core group. */
    @Default("\"\"")
    @Nullable
    String getGroup();

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

    /** Builds {@link AddOnSupportedConfig}. Not thread-safe. */
    final class Builder extends ImmutableAddOnSupportedConfig.Builder {
        Builder() {}
    }
}
