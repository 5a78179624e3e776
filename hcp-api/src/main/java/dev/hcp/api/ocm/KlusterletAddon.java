package dev.hcp.api.ocm;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.FreeForm;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** An add-on of a managed cluster. */
@Value.Immutable
@HcpModel
@FreeForm
public interface KlusterletAddon extends Model {
    /** Whether the cluster gets it. */
    @Nullable
    Boolean getEnabled();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link KlusterletAddon}. Not thread-safe. */
    final class Builder extends ImmutableKlusterletAddon.Builder {
        Builder() {}
    }
}
