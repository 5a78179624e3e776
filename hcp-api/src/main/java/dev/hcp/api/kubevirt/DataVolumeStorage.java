package dev.hcp.api.kubevirt;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.FreeForm;
import java.util.List;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A claim, with gaps filled from the storage profile.
 *
 * <p>CRD field: DataVolume {@code spec.storage}.
 */
@Value.Immutable
@HcpModel
@FreeForm
public interface DataVolumeStorage extends Model {
    /** How the volume may be mounted. */
    List<String> getAccessModes();

    /** The size. */
    @Nullable
    DataVolumeStorageResources getResources();

    /** The storage class; the default one when absent. */
    @Nullable
    String getStorageClassName();

    /** Filesystem or Block. */
    @Nullable
    String getVolumeMode();

    /** The volume to bind to. */
    @Nullable
    String getVolumeName();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link DataVolumeStorage}. Not thread-safe. */
    final class Builder extends ImmutableDataVolumeStorage.Builder {
        Builder() {}

        /** Sets {@code resources} from a builder. */
        public Builder resources(UnaryOperator<DataVolumeStorageResources.Builder> edit) {
            return resources(edit.apply(DataVolumeStorageResources.builder()).build());
        }
    }
}
