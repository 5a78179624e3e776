package dev.hcp.api.velero;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.NamedInJson;
import dev.hcp.api.schema.Atomic;
import dev.hcp.api.schema.NullAllowed;
import dev.hcp.api.schema.Required;
import dev.hcp.api.value.GoDuration;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Where backups are kept.
 *
 * <p>CRD field: BackupStorageLocation {@code spec}.
 */
@Value.Immutable
@HcpModel
public interface BackupStorageLocationSpec extends NamedInJson {
    /** Whether backups may be written; ReadWrite by default. */
    @Nullable
    StorageAccessMode getAccessMode();

    /** How often Velero looks for backups there; 0 for never. */
    @NullAllowed
    @Nullable
    GoDuration getBackupSyncPeriod();

    /** Settings of the provider's plug-in, such as {@code region}, {@code s3Url} and {@code profile}. */
    Map<String, String> getConfig();

    /** The key of a secret with credentials; Velero's own when absent. */
    @Atomic
    @Nullable
    StorageCredential getCredential();

    /** Whether backups that name no location go here. */
    @JsonProperty("default")
    @Nullable
    Boolean getDefaultLocation();

    /** The bucket. */
    @Required
    @Nullable
    ObjectStorageLocation getObjectStorage();

    /** The provider, such as {@code aws}. */
    @Required
    @Nullable
    String getProvider();

    /** How often Velero checks that it can get there; 0 for never. */
    @NullAllowed
    @Nullable
    GoDuration getValidationFrequency();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link BackupStorageLocationSpec}. Not thread-safe. */
    final class Builder extends ImmutableBackupStorageLocationSpec.Builder {
        Builder() {}

        /** Sets {@code credential} from a builder. */
        public Builder credential(UnaryOperator<StorageCredential.Builder> edit) {
            return credential(edit.apply(StorageCredential.builder()).build());
        }

        /** Sets {@code objectStorage} from a builder. */
        public Builder objectStorage(UnaryOperator<ObjectStorageLocation.Builder> edit) {
            return objectStorage(edit.apply(ObjectStorageLocation.builder()).build());
        }
    }
}
