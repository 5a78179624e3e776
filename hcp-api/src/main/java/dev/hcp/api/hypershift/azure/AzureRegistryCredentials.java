package dev.hcp.api.hypershift.azure;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Required;
import dev.hcp.api.schema.Rule;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * As whom nodes pull; the member of the chosen type holds the details.
 *
 * <p>CRD field: HostedCluster {@code spec.platform.azure.containerRegistry.credentials}, HostedControlPlane {@code
 * spec.platform.azure.containerRegistry.credentials}.
 */
@Value.Immutable
@HcpModel
@Rule(
        value = "self.type == 'ManagedIdentity' ? has(self.managedIdentity) : !has(self.managedIdentity)",
        message = "managedIdentity is required when type is ManagedIdentity, and forbidden otherwise")
public interface AzureRegistryCredentials extends Model {
    /** The managed identity. */
    @Nullable
    AzureRegistryIdentity getManagedIdentity();

    /** The type. */
    @Required
    @Nullable
    AzureRegistryCredentialsType getType();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link AzureRegistryCredentials}. Not thread-safe. */
    final class Builder extends ImmutableAzureRegistryCredentials.Builder {
        Builder() {}

        /** Sets {@code managedIdentity} from a builder. */
        public Builder managedIdentity(UnaryOperator<AzureRegistryIdentity.Builder> edit) {
            return managedIdentity(edit.apply(AzureRegistryIdentity.builder()).build());
        }
    }
}
