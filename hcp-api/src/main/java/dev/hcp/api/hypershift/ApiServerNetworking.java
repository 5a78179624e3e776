package dev.hcp.api.hypershift;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Items;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * How the API server is reached.
 *
 * <p>CRD field: HostedCluster {@code spec.networking.apiServer}, HostedControlPlane {@code
 * spec.networking.apiServer}.
 */
@Value.Immutable
@HcpModel
public interface ApiServerNetworking extends Model {
    /** The address that nodes use; 172.20.0.1 by default. */
    @Nullable
    String getAdvertiseAddress();

    /** The ranges from which the API server may be reached; all when absent. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    @Items(
            pattern =
                    "^(([0-9]|[1-9][0-9]|1[0-9]{2}|2[0-4][0-9]|25[0-5])\\.){3}([0-9]|[1-9][0-9]|1[0-9]{2}|2[0-4][0-9]|25[0-5])(\\/(3[0-2]|[1-2][0-9]|[0-9]))$")
    List<String> getAllowedCIDRBlocks();

    /** The port that nodes use; 6443 by default. */
    @Nullable
    Integer getPort();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link ApiServerNetworking}. Not thread-safe. */
    final class Builder extends ImmutableApiServerNetworking.Builder {
        Builder() {}
    }
}
