package dev.hcp.api.velero;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Format;
import dev.hcp.api.schema.Required;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A place in object storage.
 *
 * <p>CRD field: BackupStorageLocation {@code spec.objectStorage}.
 */
@Value.Immutable
@HcpModel
public interface ObjectStorageLocation extends Model {
    /** The bucket. */
    @Required
    @Nullable
    String getBucket();

    /** The authority, PEM in base64, of the storage's certificate. */
    @Format("byte")
    @Nullable
    String getCaCert();

    /** The path within the bucket. */
    @Nullable
    String getPrefix();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link ObjectStorageLocation}. Not thread-safe. */
    final class Builder extends ImmutableObjectStorageLocation.Builder {
        Builder() {}
    }
}
