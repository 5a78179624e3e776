package dev.hcp.api.agent;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Pattern;
import dev.hcp.api.schema.Required;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A network interface of a host.
 *
 * <p>CRD field: NMStateConfig {@code spec.interfaces[]}.
 */
@Value.Immutable
@HcpModel
public interface NmStateInterface extends Model {
    /** The MAC address. */
    @Required
    @Pattern("^([0-9A-Fa-f]{2}[:]){5}([0-9A-Fa-f]{2})$")
    @Nullable
    String getMacAddress();

    /** The name that it has in the configuration. */
    @Required
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

    /** Builds {@link NmStateInterface}. Not thread-safe. */
    final class Builder extends ImmutableNmStateInterface.Builder {
        Builder() {}
    }
}
