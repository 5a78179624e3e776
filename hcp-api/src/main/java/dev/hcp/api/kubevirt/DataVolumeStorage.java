package dev.hcp.api.kubevirt;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.FreeForm;
import java.util.List;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * DataVolumeStorage.
 *
 * <p>CRD field: DataVolume {@code spec.storage}.
 */
@Value.Immutable
@HcpModel
@FreeForm
public interface DataVolumeStorage extends Model {
    /** {@code accessModes}. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    List<String> getAccessModes();

    /** {@code resources}. */
    @Nullable
    DataVolumeStorageResources getResources();

    /** {@code storageClassName}. */
    @Nullable
    String getStorageClassName();

    /** {@code volumeMode}. */
    @Nullable
    String getVolumeMode();

    /** {@code volumeName}. */
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
