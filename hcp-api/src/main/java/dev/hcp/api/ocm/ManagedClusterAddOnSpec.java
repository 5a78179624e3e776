package dev.hcp.api.ocm;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Default;
import dev.hcp.api.schema.Pattern;
import dev.hcp.api.schema.Size;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What an add-on should be.
 *
 * <p>CRD field: ManagedClusterAddOn {@code spec}.
 */
@Value.Immutable
@HcpModel
public interface ManagedClusterAddOnSpec extends Model {
    /** The configuration of the add-on. */
    List<AddOnConfigReference> getConfigs();

    /** The namespace of its agent; {@code open-cluster-management-agent-addon} by default. */
    @Default("\"open-cluster-management-agent-addon\"")
    @Pattern("^[a-z0-9]([-a-z0-9]*[a-z0-9])?$")
    @Size(max = 63)
    @Nullable
    String getInstallNamespace();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link ManagedClusterAddOnSpec}. Not thread-safe. */
    final class Builder extends ImmutableManagedClusterAddOnSpec.Builder {
        Builder() {}
    }
}
