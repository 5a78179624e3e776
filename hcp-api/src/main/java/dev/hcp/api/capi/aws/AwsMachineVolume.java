package dev.hcp.api.capi.aws;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Minimum;
import dev.hcp.api.schema.Required;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A volume of an instance.
 *
 * <p>CRD field: AWSMachine {@code spec.nonRootVolumes[]}, AWSMachine {@code spec.rootVolume}.
 */
@Value.Immutable
@HcpModel
public interface AwsMachineVolume extends Model {
    /** The name of the device. */
    @Nullable
    String getDeviceName();

    /** Whether it is encrypted. */
    @Nullable
    Boolean getEncrypted();

    /** The KMS key; that of the account by default. */
    @Nullable
    String getEncryptionKey();

    /** Input and output operations per second. */
    @Nullable
    Long getIops();

    /** The size in GiB. */
    @Required
    @Minimum(8)
    @Nullable
    Long getSize();

    /** Throughput in MiB/s, for gp3. */
    @Nullable
    Long getThroughput();

    /** The volume type, such as {@code gp3}. */
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

    /** Builds {@link AwsMachineVolume}. Not thread-safe. */
    final class Builder extends ImmutableAwsMachineVolume.Builder {
        Builder() {}
    }
}
