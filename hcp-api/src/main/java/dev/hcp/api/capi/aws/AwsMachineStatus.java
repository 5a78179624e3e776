package dev.hcp.api.capi.aws;

import dev.hcp.api.capi.CapiCondition;
import dev.hcp.api.capi.MachineAddress;
import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.OneOf;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What an EC2 instance is.
 *
 * <p>CRD field: AWSMachine {@code status}.
 */
@Value.Immutable
@HcpModel
public interface AwsMachineStatus extends Model {
    /** The addresses of the machine. */
    List<MachineAddress> getAddresses();

    /** What is observed, by condition type. */
    List<CapiCondition> getConditions();

    /** Why the object failed for good, for people. */
    @Nullable
    String getFailureMessage();

    /** Why the object failed for good, for programs. */
    @Nullable
    String getFailureReason();

    /** The state of the instance. */
    @OneOf({})
    @Nullable
    AwsInstanceState getInstanceState();

    /** Whether it is a spot instance. */
    @Nullable
    Boolean getInterruptible();

    /** Whether it runs. */
    @Nullable
    Boolean getReady();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link AwsMachineStatus}. Not thread-safe. */
    final class Builder extends ImmutableAwsMachineStatus.Builder {
        Builder() {}
    }
}
