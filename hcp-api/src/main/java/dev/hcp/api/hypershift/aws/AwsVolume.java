package dev.hcp.api.hypershift.aws;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Edition;
import dev.hcp.api.schema.Minimum;
import dev.hcp.api.schema.Required;
import dev.hcp.api.schema.Rule;
import dev.hcp.api.schema.Size;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A volume of an instance.
 *
 * <p>CRD field: NodePool {@code spec.platform.aws.rootVolume}.
 */
@Value.Immutable
@HcpModel
public interface AwsVolume extends Model {
    /** Whether the volume is encrypted; immutable. */
    @Rule(value = "self == oldSelf", message = "Encrypted is immutable", until = Edition.V4_17)
    @Nullable
    Boolean getEncrypted();

    /** The key that encrypts the volume; the account's default when absent. */
    @Size(max = 2048, since = Edition.LATEST)
    @Nullable
    String getEncryptionKey();

    /** Operations per second, for the types that have them. */
    @Nullable
    Long getIops();

    /** Gibibytes, at least 8. */
    @Required
    @Minimum(8)
    @Nullable
    Long getSize();

    /** The volume type, such as {@code gp3}. */
    @Required
    @Size(max = 255, since = Edition.LATEST)
    @Nullable
    String getType();

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
