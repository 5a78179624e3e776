package dev.hcp.api.configuration;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Items;
import java.util.List;
import org.immutables.value.Value;

/**
 * Features switched on or off one by one.
 *
 * <p>CRD field: HostedCluster {@code spec.configuration.featureGate.customNoUpgrade}.
 */
@Value.Immutable
@HcpModel
public interface CustomFeatureGates extends Model {
    /** Features that are off. */
    @Items(pattern = "^([A-Za-z0-9-]+\\.)*[A-Za-z0-9-]+\\.?$")
    List<String> getDisabled();

    /** Features that are on. */
    @Items(pattern = "^([A-Za-z0-9-]+\\.)*[A-Za-z0-9-]+\\.?$")
    List<String> getEnabled();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link CustomFeatureGates}. Not thread-safe. */
    final class Builder extends ImmutableCustomFeatureGates.Builder {
        Builder() {}
    }
}
