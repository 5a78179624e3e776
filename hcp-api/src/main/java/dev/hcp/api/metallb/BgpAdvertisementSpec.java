package dev.hcp.api.metallb;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Default;
import dev.hcp.api.schema.Minimum;
import io.fabric8.kubernetes.api.model.LabelSelector;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What is announced by BGP, and how.
 *
 * <p>CRD field: BGPAdvertisement {@code spec}.
 */
@Value.Immutable
@HcpModel
public interface BgpAdvertisementSpec extends Model {
    /** The length of the prefixes that are announced for IPv4; 32 by default. */
    @Default("32")
    @Minimum(1)
    @Nullable
    Integer getAggregationLength();

    /** The length of the prefixes that are announced for IPv6; 128 by default. */
    @Default("128")
    @Nullable
    Integer getAggregationLengthV6();

    /** BGP communities, by number or by the name of an alias. */
    List<String> getCommunities();

    /** The labels of the pools; any of them does. */
    List<LabelSelector> getIpAddressPoolSelectors();

    /** The pools; all when there is no selector either. */
    List<String> getIpAddressPools();

    /** The BGP LOCAL_PREF attribute; for peers of the own autonomous system only. */
    @Nullable
    Integer getLocalPref();

    /** The labels of the nodes that are the next hop; any of them does, all when empty. */
    List<LabelSelector> getNodeSelectors();

    /** The peers that are told; all when empty. */
    List<String> getPeers();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link BgpAdvertisementSpec}. Not thread-safe. */
    final class Builder extends ImmutableBgpAdvertisementSpec.Builder {
        Builder() {}
    }
}
