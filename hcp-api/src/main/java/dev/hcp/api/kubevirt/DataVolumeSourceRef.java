package dev.hcp.api.kubevirt;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Required;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A data source that says what a volume is filled with.
 *
 * <p>CRD field: DataVolume {@code spec.sourceRef}.
 */
@Value.Immutable
@HcpModel
public interface DataVolumeSourceRef extends Model {
    /** DataSource. */
    @Required
    @Nullable
    String getKind();

    /** Its name. */
    @Required
    @Nullable
    String getName();

    /** Its namespace. */
    @Nullable
    String getNamespace();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link DataVolumeSourceRef}. Not thread-safe. */
    final class Builder extends ImmutableDataVolumeSourceRef.Builder {
        Builder() {}
    }
}
