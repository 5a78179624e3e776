package dev.hcp.api.hypershift.kubevirt;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Default;
import dev.hcp.api.schema.Edition;
import dev.hcp.api.schema.Format;
import dev.hcp.api.schema.Maximum;
import dev.hcp.api.schema.Minimum;
import dev.hcp.api.schema.Required;
import dev.hcp.api.schema.Size;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A device of the host that is passed through.
 *
 * <p>CRD field: NodePool {@code spec.platform.kubevirt.hostDevices[]}.
 */
@Value.Immutable
@HcpModel
public interface KubevirtHostDevice extends Model {
    /** How many; 1 by default. */
    @Default("1")
    @Format("")
    @Minimum(1)
    @Maximum(value = 2147483647, since = Edition.LATEST)
    @Nullable
    Integer getCount();

    /** The resource name of the device. */
    @Required
    @Size(max = 255, since = Edition.LATEST)
    @Nullable
    String getDeviceName();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link KubevirtHostDevice}. Not thread-safe. */
    final class Builder extends ImmutableKubevirtHostDevice.Builder {
        Builder() {}
    }
}
