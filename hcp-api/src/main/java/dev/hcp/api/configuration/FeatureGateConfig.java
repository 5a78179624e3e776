package dev.hcp.api.configuration;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Edition;
import dev.hcp.api.schema.NullAllowed;
import dev.hcp.api.schema.Rule;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Features that are switched on or off.
 *
 * <p>CRD field: HostedCluster {@code spec.configuration.featureGate}.
 */
@Value.Immutable
@HcpModel
public interface FeatureGateConfig extends Model {
    /** Features one by one, for the set CustomNoUpgrade. */
    @NullAllowed
    @Nullable
    CustomFeatureGates getCustomNoUpgrade();

    /** The set of features; the default set when empty. Anything else forbids upgrades and cannot be taken back. */
    @Rule(
            value = "oldSelf == 'CustomNoUpgrade' ? self == 'CustomNoUpgrade' : true",
            message = "CustomNoUpgrade may not be changed")
    @Rule(
            value = "oldSelf == 'TechPreviewNoUpgrade' ? self == 'TechPreviewNoUpgrade' : true",
            message = "TechPreviewNoUpgrade may not be changed")
    @Rule(
            value = "oldSelf == 'DevPreviewNoUpgrade' ? self == 'DevPreviewNoUpgrade' : true",
            message = "DevPreviewNoUpgrade may not be changed")
    @Rule(
            value = "oldSelf == 'OKD' ? self != '' : true",
            message = "OKD cannot transition to Default",
            since = Edition.LATEST)
    @Nullable
    FeatureSet getFeatureSet();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link FeatureGateConfig}. Not thread-safe. */
    final class Builder extends ImmutableFeatureGateConfig.Builder {
        Builder() {}

        /** Sets {@code customNoUpgrade} from a builder. */
        public Builder customNoUpgrade(UnaryOperator<CustomFeatureGates.Builder> edit) {
            return customNoUpgrade(edit.apply(CustomFeatureGates.builder()).build());
        }
    }
}
