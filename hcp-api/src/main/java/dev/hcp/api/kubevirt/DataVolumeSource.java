package dev.hcp.api.kubevirt;

import dev.hcp.api.json.JsonObject;
import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.FreeForm;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What a volume is filled with: exactly one member.
 *
 * <p>CRD field: DataVolume {@code spec.source}.
 */
@Value.Immutable
@HcpModel
@FreeForm
public interface DataVolumeSource extends Model {
    /** Nothing; an empty object. */
    @Nullable
    JsonObject getBlank();

    /** A disk image on a web server. */
    @Nullable
    DataVolumeHttpSource getHttp();

    /** A copy of a claim. */
    @Nullable
    DataVolumePvcSource getPvc();

    /** A disk image in a container image. */
    @Nullable
    DataVolumeRegistrySource getRegistry();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link DataVolumeSource}. Not thread-safe. */
    final class Builder extends ImmutableDataVolumeSource.Builder {
        Builder() {}

        /** Sets {@code http} from a builder. */
        public Builder http(UnaryOperator<DataVolumeHttpSource.Builder> edit) {
            return http(edit.apply(DataVolumeHttpSource.builder()).build());
        }

        /** Sets {@code pvc} from a builder. */
        public Builder pvc(UnaryOperator<DataVolumePvcSource.Builder> edit) {
            return pvc(edit.apply(DataVolumePvcSource.builder()).build());
        }

        /** Sets {@code registry} from a builder. */
        public Builder registry(UnaryOperator<DataVolumeRegistrySource.Builder> edit) {
            return registry(edit.apply(DataVolumeRegistrySource.builder()).build());
        }
    }
}
