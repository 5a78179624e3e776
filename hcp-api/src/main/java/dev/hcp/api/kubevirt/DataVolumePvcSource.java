package dev.hcp.api.kubevirt;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Required;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A claim to copy.
 *
 * <p>CRD field: DataVolume {@code spec.source.pvc}.
 */
@Value.Immutable
@HcpModel
public interface DataVolumePvcSource extends Model {
    /** The claim. */
    @Required
    @Nullable
    String getName();

    /** Its namespace. */
    @Required
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

    /** Builds {@link DataVolumePvcSource}. Not thread-safe. */
    final class Builder extends ImmutableDataVolumePvcSource.Builder {
        Builder() {}
    }
}
