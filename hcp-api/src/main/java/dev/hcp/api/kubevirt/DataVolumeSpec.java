package dev.hcp.api.kubevirt;

import dev.hcp.api.json.JsonObject;
import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.FreeForm;
import dev.hcp.api.schema.OneOf;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What a volume should be.
 *
 * <p>CRD field: DataVolume {@code spec}.
 */
@Value.Immutable
@HcpModel
@FreeForm
public interface DataVolumeSpec extends Model {
    /** {@code kubevirt} for a disk image, {@code archive} for a tar archive. */
    @OneOf({"kubevirt", "archive"})
    @Nullable
    String getContentType();

    /** Whether all space is taken at once. */
    @Nullable
    Boolean getPreallocation();

    /** The claim, word for word; untyped. Excludes {@code storage}. */
    @FreeForm
    @Nullable
    JsonObject getPvc();

    /** What it is filled with. */
    @Nullable
    DataVolumeSource getSource();

    /** A data source instead of a source. */
    @Nullable
    DataVolumeSourceRef getSourceRef();

    /** The claim, with gaps filled from the storage profile. */
    @Nullable
    DataVolumeStorage getStorage();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link DataVolumeSpec}. Not thread-safe. */
    final class Builder extends ImmutableDataVolumeSpec.Builder {
        Builder() {}

        /** Sets {@code source} from a builder. */
        public Builder source(UnaryOperator<DataVolumeSource.Builder> edit) {
            return source(edit.apply(DataVolumeSource.builder()).build());
        }

        /** Sets {@code sourceRef} from a builder. */
        public Builder sourceRef(UnaryOperator<DataVolumeSourceRef.Builder> edit) {
            return sourceRef(edit.apply(DataVolumeSourceRef.builder()).build());
        }

        /** Sets {@code storage} from a builder. */
        public Builder storage(UnaryOperator<DataVolumeStorage.Builder> edit) {
            return storage(edit.apply(DataVolumeStorage.builder()).build());
        }
    }
}
