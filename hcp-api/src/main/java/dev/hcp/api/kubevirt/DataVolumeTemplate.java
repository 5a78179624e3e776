package dev.hcp.api.kubevirt;

import dev.hcp.api.json.JsonObject;
import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.FreeForm;
import dev.hcp.api.schema.NullAllowed;
import dev.hcp.api.schema.Required;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A volume that is made and deleted with a virtual machine.
 *
 * <p>CRD field: VirtualMachine {@code spec.dataVolumeTemplates[]}.
 */
@Value.Immutable
@HcpModel
public interface DataVolumeTemplate extends Model {
    /** The API version, which may be left out. */
    @Nullable
    String getApiVersion();

    /** DataVolume, which may be left out. */
    @Nullable
    String getKind();

    /** Its metadata. */
    @NullAllowed
    @FreeForm
    @Nullable
    TemplateMetadata getMetadata();

    /** Its spec. */
    @Required
    @Nullable
    DataVolumeSpec getSpec();

    /** Unused; untyped. */
    @NullAllowed
    @Nullable
    JsonObject getStatus();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link DataVolumeTemplate}. Not thread-safe. */
    final class Builder extends ImmutableDataVolumeTemplate.Builder {
        Builder() {}

        /** Sets {@code metadata} from a builder. */
        public Builder metadata(UnaryOperator<TemplateMetadata.Builder> edit) {
            return metadata(edit.apply(TemplateMetadata.builder()).build());
        }

        /** Sets {@code spec} from a builder. */
        public Builder spec(UnaryOperator<DataVolumeSpec.Builder> edit) {
            return spec(edit.apply(DataVolumeSpec.builder()).build());
        }
    }
}
