package dev.hcp.api.kubevirt;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.FreeForm;
import dev.hcp.api.schema.Required;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A disk image on a web server.
 *
 * <p>CRD field: DataVolume {@code spec.source.http}.
 */
@Value.Immutable
@HcpModel
@FreeForm
public interface DataVolumeHttpSource extends Model {
    /** Its URL. */
    @Required
    @Nullable
    String getUrl();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link DataVolumeHttpSource}. Not thread-safe. */
    final class Builder extends ImmutableDataVolumeHttpSource.Builder {
        Builder() {}
    }
}
