package dev.hcp.api.agent;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.Map;
import org.immutables.value.Value;

/**
 * How large a volume is to be.
 *
 * <p>CRD field: AgentServiceConfig {@code spec.databaseStorage.resources}.
 */
@Value.Immutable
@HcpModel
public interface StorageClaimResources extends Model {
    /** At most, by resource. */
    Map<String, Quantity> getLimits();

    /** At least, by resource; {@code storage} is what counts. */
    Map<String, Quantity> getRequests();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link StorageClaimResources}. Not thread-safe. */
    final class Builder extends ImmutableStorageClaimResources.Builder {
        Builder() {}
    }
}
