package dev.hcp.api.hypershift.azure;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Default;
import dev.hcp.api.schema.Edition;
import dev.hcp.api.schema.Format;
import dev.hcp.api.schema.Rule;
import dev.hcp.api.schema.Since;
import dev.hcp.api.schema.Size;
import dev.hcp.api.schema.Until;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Where the boot diagnostics of virtual machines go.
 *
 * <p>CRD field: NodePool {@code spec.platform.azure.diagnostics}.
 */
@Value.Immutable
@HcpModel
@Rule(
        value = "self.storageAccountType == 'UserManaged' ? has(self.storageAccountURI) : true",
        message = "storageAccountURI is required when storageAccountType is UserManaged",
        until = Edition.V4_17)
@Rule(
        value = "self.storageAccountType == 'UserManaged' ? has(self.userManaged) : !has(self.userManaged)",
        message = "userManaged is required when storageAccountType is UserManaged, and forbidden otherwise",
        since = Edition.LATEST)
public interface AzureDiagnostics extends Model {
    /** Who looks after the storage. */
    @Default("\"Disabled\"")
    @Nullable
    AzureDiagnosticsStorageAccountType getStorageAccountType();

    /** The user's storage account; {@code userManaged} in newer editions. */
    @Until(Edition.V4_17)
    @Format("uri")
    @Size(max = 1024)
    @Nullable
    String getStorageAccountURI();

    /** The user's storage, for that type. */
    @Since(Edition.LATEST)
    @Nullable
    AzureUserManagedDiagnostics getUserManaged();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link AzureDiagnostics}. Not thread-safe. */
    final class Builder extends ImmutableAzureDiagnostics.Builder {
        Builder() {}

        /** Sets {@code userManaged} from a builder. */
        public Builder userManaged(UnaryOperator<AzureUserManagedDiagnostics.Builder> edit) {
            return userManaged(edit.apply(AzureUserManagedDiagnostics.builder()).build());
        }
    }
}
