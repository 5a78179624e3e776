package dev.hcp.api.agent;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Format;
import java.util.List;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * The hardware of a host.
 *
 * <p>CRD field: Agent {@code status.inventory}.
 */
@Value.Immutable
@HcpModel
public interface HostInventory extends Model {
    /** The IPv4 address of the baseboard management controller. */
    @Nullable
    String getBmcAddress();

    /** The IPv6 address of the baseboard management controller. */
    @Nullable
    String getBmcV6Address();

    /** How it was booted. */
    @Nullable
    HostBoot getBoot();

    /** The processors. */
    @Nullable
    HostCpu getCpu();

    /** The disks. */
    List<HostDisk> getDisks();

    /** The host name that it has by itself. */
    @Nullable
    String getHostname();

    /** The network interfaces. */
    List<HostInterface> getInterfaces();

    /** The memory. */
    @Nullable
    HostMemory getMemory();

    /** When the inventory was last reported. */
    @Format("date-time")
    @Nullable
    String getReportTime();

    /** Who made it. */
    @Nullable
    HostSystemVendor getSystemVendor();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link HostInventory}. Not thread-safe. */
    final class Builder extends ImmutableHostInventory.Builder {
        Builder() {}

        /** Sets {@code boot} from a builder. */
        public Builder boot(UnaryOperator<HostBoot.Builder> edit) {
            return boot(edit.apply(HostBoot.builder()).build());
        }

        /** Sets {@code cpu} from a builder. */
        public Builder cpu(UnaryOperator<HostCpu.Builder> edit) {
            return cpu(edit.apply(HostCpu.builder()).build());
        }

        /** Sets {@code memory} from a builder. */
        public Builder memory(UnaryOperator<HostMemory.Builder> edit) {
            return memory(edit.apply(HostMemory.builder()).build());
        }

        /** Sets {@code systemVendor} from a builder. */
        public Builder systemVendor(UnaryOperator<HostSystemVendor.Builder> edit) {
            return systemVendor(edit.apply(HostSystemVendor.builder()).build());
        }
    }
}
