package dev.hcp.api.hypershift.azure;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Required;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * An Azure container registry from which nodes pull.
 *
 * <p>CRD field: HostedCluster {@code spec.platform.azure.containerRegistry}, HostedControlPlane {@code
 * spec.platform.azure.containerRegistry}.
 */
@Value.Immutable
@HcpModel
public interface AzureContainerRegistry extends Model {
    /** As whom they pull. */
    @Required
    @Nullable
    AzureRegistryCredentials getCredentials();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link AzureContainerRegistry}. Not thread-safe. */
    final class Builder extends ImmutableAzureContainerRegistry.Builder {
        Builder() {}

        /** Sets {@code credentials} from a builder. */
        public Builder credentials(UnaryOperator<AzureRegistryCredentials.Builder> edit) {
            return credentials(edit.apply(AzureRegistryCredentials.builder()).build());
        }
    }
}
