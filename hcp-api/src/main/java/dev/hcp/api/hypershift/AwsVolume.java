package dev.hcp.api.hypershift;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Minimum;
import dev.hcp.api.schema.OneOf;
import dev.hcp.api.schema.Required;
import dev.hcp.api.schema.Rule;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * AwsVolume.
 *
 * <p>CRD field: NodePool {@code spec.platform.aws.rootVolume}.
 */
@Value.Immutable
@HcpModel
public interface AwsVolume extends Model {
    /** {@code encrypted}. */
    @Rule(value = "self == oldSelf", message = "Encrypted is immutable")
    @Nullable
    Boolean getEncrypted();

    /** {@code encryptionKey}. */
    @Nullable
    String getEncryptionKey();

    /** {@code iops}. */
    @Nullable
    Long getIops();

    /** {@code size}. */
    @Required
    @Minimum(8)
    @Nullable
    Long getSize();

    /** {@code type}. */
    @Required
    @OneOf({})
    @Nullable
    KubevirtRootVolumeType getType();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link AwsVolume}. Not thread-safe. */
    final class Builder extends ImmutableAwsVolume.Builder {
        Builder() {}
    }
}
