package dev.hcp.api.hypershift.azure;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Required;
import dev.hcp.api.schema.Rule;
import dev.hcp.api.schema.Size;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Storage for diagnostics that the user looks after.
 *
 * <p>CRD field: NodePool {@code spec.platform.azure.diagnostics.userManaged}.
 */
@Value.Immutable
@HcpModel
public interface AzureUserManagedDiagnostics extends Model {
    /** The storage account, an {@code https} URL. */
    @Required
    @Size(max = 1024)
    @Rule(
            value = "isURL(self) && url(self).getScheme() == 'https'",
            message = "storageAccountURI must be a valid HTTPS URL")
    @Nullable
    String getStorageAccountURI();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link AzureUserManagedDiagnostics}. Not thread-safe. */
    final class Builder extends ImmutableAzureUserManagedDiagnostics.Builder {
        Builder() {}
    }
}
