package dev.hcp.api.hypershift;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Required;
import dev.hcp.api.schema.Rule;
import dev.hcp.api.schema.Size;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A secret by name; the namespace follows from where it is used.
 *
 * <p>CRD field: HostedCluster {@code status.secretEncryption.activeKey.aescbc.secret}, HostedControlPlane {@code
 * status.secretEncryption.activeKey.aescbc.secret}, HostedCluster {@code
 * status.secretEncryption.targetKey.aescbc.secret}, HostedControlPlane {@code
 * status.secretEncryption.targetKey.aescbc.secret}.
 */
@Value.Immutable
@HcpModel
public interface EncryptionSecretReference extends Model {
    /** The name. */
    @Required
    @Size(min = 1, max = 253)
    @Rule(
            value = "self.matches('^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$')",
            message =
                    "name must consist only of lowercase alphanumeric characters, hyphens, and periods. Each period-separated segment must start and end with an alphanumeric character.")
    @Nullable
    String getName();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link EncryptionSecretReference}. Not thread-safe. */
    final class Builder extends ImmutableEncryptionSecretReference.Builder {
        Builder() {}
    }
}
