package dev.hcp.api.agent;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Required;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A snapshot or claim that a volume starts as.
 *
 * <p>CRD field: AgentServiceConfig {@code spec.databaseStorage.dataSource}.
 */
@Value.Immutable
@HcpModel
public interface StorageClaimSource extends Model {
    /** The API group; empty for the core group. */
    @Nullable
    String getApiGroup();

    /** The kind. */
    @Required
    @Nullable
    String getKind();

    /** The name. */
    @Required
    @Nullable
    String getName();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link StorageClaimSource}. Not thread-safe. */
    final class Builder extends ImmutableStorageClaimSource.Builder {
        Builder() {}
    }
}
