package dev.hcp.api.hypershift;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Required;
import io.fabric8.kubernetes.api.model.LocalObjectReference;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Encryption with keys in secrets.
 *
 * <p>CRD field: HostedCluster {@code spec.secretEncryption.aescbc}, HostedControlPlane {@code
 * spec.secretEncryption.aescbc}.
 */
@Value.Immutable
@HcpModel
public interface AesCbcSpec extends Model {
    /** Secret with the key, under {@code key}, that encrypts. */
    @Required
    @Nullable
    LocalObjectReference getActiveKey();

    /** Secret with the key that was active before, so that what it encrypted can be read. */
    @Nullable
    LocalObjectReference getBackupKey();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link AesCbcSpec}. Not thread-safe. */
    final class Builder extends ImmutableAesCbcSpec.Builder {
        Builder() {}
    }
}
