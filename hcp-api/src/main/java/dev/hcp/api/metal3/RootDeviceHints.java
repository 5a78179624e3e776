package dev.hcp.api.metal3;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Format;
import dev.hcp.api.schema.Minimum;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What a disk must be like; all hints that are given hold.
 *
 * <p>CRD field: BareMetalHost {@code spec.raid.softwareRAIDVolumes[].physicalDisks[]}, BareMetalHost {@code
 * spec.rootDeviceHints}, BareMetalHost {@code status.provisioning.rootDeviceHints}.
 */
@Value.Immutable
@HcpModel
public interface RootDeviceHints extends Model {
    /** The path of the device. */
    @Nullable
    String getDeviceName();

    /** The SCSI address. */
    @Nullable
    String getHctl();

    /** The least size in GB. */
    @Format("")
    @Minimum(0)
    @Nullable
    Integer getMinSizeGigabytes();

    /** A part of the model. */
    @Nullable
    String getModel();

    /** Whether it is a hard disk. */
    @Nullable
    Boolean getRotational();

    /** The serial number. */
    @Nullable
    String getSerialNumber();

    /** A part of the vendor. */
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

    /** Builds {@link RootDeviceHints}. Not thread-safe. */
    final class Builder extends ImmutableRootDeviceHints.Builder {
        Builder() {}
    }
}
