package dev.hcp.api.agent;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Required;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A disk of a host.
 *
 * <p>CRD field: Agent {@code status.inventory.disks[]}.
 */
@Value.Immutable
@HcpModel
public interface HostDisk extends Model {
    /** Whether the firmware can boot from it. */
    @Nullable
    Boolean getBootable();

    /** Its path below {@code /dev/disk/by-id}. */
    @Nullable
    String getByID();

    /** Its path below {@code /dev/disk/by-path}. */
    @Nullable
    String getByPath();

    /** The kind: HDD, SSD, ODD and so on. */
    @Nullable
    String getDriveType();

    /** Its SCSI address. */
    @Nullable
    String getHctl();

    /** What it is known by; {@code installation_disk_id} names this. */
    @Required
    @Nullable
    String getId();

    /** Whether it can be installed on. */
    @Nullable
    DiskEligibility getInstallationEligibility();

    /** How fast it is. */
    @Nullable
    DiskIoPerformance getIoPerf();

    /** The model. */
    @Nullable
    String getModel();

    /** The name of the device. */
    @Nullable
    String getName();

    /** The path of the device. */
    @Nullable
    String getPath();

    /** The serial number. */
    @Nullable
    String getSerial();

    /** The size in bytes. */
    @Nullable
    Long getSizeBytes();

    /** What it says of its own health, as JSON text. */
    @Nullable
    String getSmart();

    /** Who made it. */
    @Nullable
    String getVendor();

    /** Its world-wide name. */
    @Nullable
    String getWwn();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link HostDisk}. Not thread-safe. */
    final class Builder extends ImmutableHostDisk.Builder {
        Builder() {}

        /** Sets {@code installationEligibility} from a builder. */
        public Builder installationEligibility(UnaryOperator<DiskEligibility.Builder> edit) {
            return installationEligibility(edit.apply(DiskEligibility.builder()).build());
        }

        /** Sets {@code ioPerf} from a builder. */
        public Builder ioPerf(UnaryOperator<DiskIoPerformance.Builder> edit) {
            return ioPerf(edit.apply(DiskIoPerformance.builder()).build());
        }
    }
}
