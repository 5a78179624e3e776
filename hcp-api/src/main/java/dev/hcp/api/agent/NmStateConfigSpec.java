package dev.hcp.api.agent;

import dev.hcp.api.json.JsonObject;
import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.FreeForm;
import dev.hcp.api.schema.Size;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * The network configuration of one host.
 *
 * <p>CRD field: NMStateConfig {@code spec}.
 */
@Value.Immutable
@HcpModel
public interface NmStateConfigSpec extends Model {
    /** The desired state, as nmstate has it. */
    @Value.Redacted
    @FreeForm
    @Nullable
    JsonObject getConfig();

    /** The interfaces by which the host is found: it must have one of the MAC addresses. */
    @Size(min = 1)
    List<NmStateInterface> getInterfaces();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link NmStateConfigSpec}. Not thread-safe. */
    final class Builder extends ImmutableNmStateConfigSpec.Builder {
        Builder() {}
    }
}
