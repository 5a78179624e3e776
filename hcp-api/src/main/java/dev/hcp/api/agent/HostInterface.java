package dev.hcp.api.agent;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Required;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A network interface of a host.
 *
 * <p>CRD field: Agent {@code status.inventory.interfaces[]}.
 */
@Value.Immutable
@HcpModel
public interface HostInterface extends Model {
    /** The name that the firmware gives. */
    @Nullable
    String getBiosDevName();

    /** The DHCP client identifier. */
    @Nullable
    String getClientID();

    /** Its flags, such as {@code up}. */
    @Required
    List<String> getFlags();

    /** Whether a cable is plugged in. */
    @Nullable
    Boolean getHasCarrier();

    /** IPv4 addresses with prefix lengths. */
    @Required
    List<String> getIpV4Addresses();

    /** IPv6 addresses with prefix lengths. */
    @Required
    List<String> getIpV6Addresses();

    /** The MAC address. */
    @Nullable
    String getMacAddress();

    /** The largest packet in bytes. */
    @Nullable
    Long getMtu();

    /** The name. */
    @Nullable
    String getName();

    /** The product. */
    @Nullable
    String getProduct();

    /** The speed in Mbit/s. */
    @Nullable
    Long getSpeedMbps();

    /** Who made it. */
    @Nullable
    String getVendor();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link HostInterface}. Not thread-safe. */
    final class Builder extends ImmutableHostInterface.Builder {
        Builder() {}
    }
}
