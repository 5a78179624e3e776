package dev.hcp.api.agent;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * The memory of a host.
 *
 * <p>CRD field: Agent {@code status.inventory.memory}.
 */
@Value.Immutable
@HcpModel
public interface HostMemory extends Model {
    /** What is built in, in bytes. */
    @Nullable
    Long getPhysicalBytes();

    /** What the operating system has, in bytes. */
    @Nullable
    Long getUsableBytes();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link HostMemory}. Not thread-safe. */
    final class Builder extends ImmutableHostMemory.Builder {
        Builder() {}
    }
}
