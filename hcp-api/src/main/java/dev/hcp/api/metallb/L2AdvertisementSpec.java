package dev.hcp.api.metallb;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import io.fabric8.kubernetes.api.model.LabelSelector;
import java.util.List;
import org.immutables.value.Value;

/**
 * What is announced on the local network, and from where.
 *
 * <p>CRD field: L2Advertisement {@code spec}.
 */
@Value.Immutable
@HcpModel
public interface L2AdvertisementSpec extends Model {
    /** The network interfaces; all when empty. */
    List<String> getInterfaces();

    /** The labels of the pools; any of them does. */
    List<LabelSelector> getIpAddressPoolSelectors();

    /** The pools; all when there is no selector either. */
    List<String> getIpAddressPools();

    /** The labels of the nodes that may answer; any of them does, all when empty. */
    List<LabelSelector> getNodeSelectors();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link L2AdvertisementSpec}. Not thread-safe. */
    final class Builder extends ImmutableL2AdvertisementSpec.Builder {
        Builder() {}
    }
}
