package dev.hcp.api.metal3;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A disk of a host.
 *
 * <p>CRD field: BareMetalHost {@code status.hardware.storage[]}.
 */
@Value.Immutable
@HcpModel
public interface HardwareStorage extends Model {
    /** Other paths of the device. */
    List<String> getAlternateNames();

    /** The SCSI address. */
    @Nullable
    String getHctl();

    /** The model. */
    @Nullable
    String getModel();

    /** The path of the device. */
    @Nullable
    String getName();

    /** Whether it is a hard disk. */
    @Nullable
    Boolean getRotational();

    /** The serial number. */
    @Nullable
    String getSerialNumber();

    /** The size in bytes. */
    @Nullable
    Long getSizeBytes();

    /** The kind of disk. */
    @Nullable
    DiskType getType();

    /** Who made it. */
    @Nullable
    String getVendor();

    /** The world-wide name. */
    @Nullable
    String getWwn();

    /** The extension of the world-wide name. */
    @Nullable
    String getWwnVendorExtension();

    /** The world-wide name with its extension. */
    @Nullable
    String getWwnWithExtension();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link HardwareStorage}. Not thread-safe. */
    final class Builder extends ImmutableHardwareStorage.Builder {
        Builder() {}
    }
}
