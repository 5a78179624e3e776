package dev.hcp.api.kubevirt;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.FreeForm;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.Map;
import org.immutables.value.Value;

/**
 * The size of a claim.
 *
 * <p>CRD field: DataVolume {@code spec.storage.resources}.
 */
@Value.Immutable
@HcpModel
@FreeForm
public interface DataVolumeStorageResources extends Model {
    /** The most, by resource. */
    Map<String, Quantity> getLimits();

    /** The least, by resource; {@code storage} is the size. */
    Map<String, Quantity> getRequests();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link DataVolumeStorageResources}. Not thread-safe. */
    final class Builder extends ImmutableDataVolumeStorageResources.Builder {
        Builder() {}
    }
}
