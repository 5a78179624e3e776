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
 * DataVolumeSpec.
 *
 * <p>CRD field: DataVolume {@code spec}.
 */
@Value.Immutable
@HcpModel
@FreeForm
public interface DataVolumeSpec extends Model {
    /** {@code contentType}. */
    @OneOf({"kubevirt", "archive"})
    @Nullable
    String getContentType();

    /** {@code preallocation}. */
    @Nullable
    Boolean getPreallocation();

    /** {@code pvc}. */
    @FreeForm
    @Nullable
    JsonObject getPvc();

    /** {@code source}. */
    @Nullable
    DataVolumeSource getSource();

    /** {@code sourceRef}. */
    @Nullable
    DataVolumeSourceRef getSourceRef();

    /** {@code storage}. */
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
