package dev.hcp.api.velero;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Required;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * The key of a secret.
 *
 * <p>CRD field: BackupStorageLocation {@code spec.credential}.
 */
@Value.Immutable
@HcpModel
public interface StorageCredential extends Model {
    /** The key. */
    @Required
    @Nullable
    String getKey();

    /** The secret, in the namespace of Velero. */
    @Nullable
    String getName();

    /** Whether it may be absent. */
    @Nullable
    Boolean getOptional();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link StorageCredential}. Not thread-safe. */
    final class Builder extends ImmutableStorageCredential.Builder {
        Builder() {}
    }
}
