package dev.hcp.api.ocm;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.ListType;
import io.fabric8.kubernetes.api.model.Condition;
import java.util.List;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What an add-on is.
 *
 * <p>CRD field: ManagedClusterAddOn {@code status}.
 */
@Value.Immutable
@HcpModel
public interface ManagedClusterAddOnStatus extends Model {
    /** No longer used. */
    @Nullable
    AddOnCoordinates getAddOnConfiguration();

    /** What the add-on is for. */
    @Nullable
    AddOnDescription getAddOnMeta();

    /** What is observed, by condition type. */
    List<Condition> getConditions();

    /** The configurations that are used. */
    List<AddOnConfigStatus> getConfigReferences();

    /** How it is told whether it is available. */
    @Nullable
    AddOnHealthCheck getHealthCheck();

    /** The namespace of its agent. */
    @Nullable
    String getNamespace();

    /** The identities that its agent has with the hub. */
    List<AddOnRegistration> getRegistrations();

    /** The objects to look at when it does not work. */
    List<AddOnRelatedObject> getRelatedObjects();

    /** The kinds of configurations it takes. */
    @ListType(
            value = "map",
            keys = {"group", "resource"})
    List<AddOnSupportedConfig> getSupportedConfigs();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link ManagedClusterAddOnStatus}. Not thread-safe. */
    final class Builder extends ImmutableManagedClusterAddOnStatus.Builder {
        Builder() {}

        /** Sets {@code addOnConfiguration} from a builder. */
        public Builder addOnConfiguration(UnaryOperator<AddOnCoordinates.Builder> edit) {
            return addOnConfiguration(edit.apply(AddOnCoordinates.builder()).build());
        }

        /** Sets {@code addOnMeta} from a builder. */
        public Builder addOnMeta(UnaryOperator<AddOnDescription.Builder> edit) {
            return addOnMeta(edit.apply(AddOnDescription.builder()).build());
        }

        /** Sets {@code healthCheck} from a builder. */
        public Builder healthCheck(UnaryOperator<AddOnHealthCheck.Builder> edit) {
            return healthCheck(edit.apply(AddOnHealthCheck.builder()).build());
        }
    }
}
