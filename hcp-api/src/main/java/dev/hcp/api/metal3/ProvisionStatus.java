package dev.hcp.api.metal3;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.NamedInJson;
import dev.hcp.api.schema.OneOf;
import dev.hcp.api.schema.Required;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What a host is provisioned with.
 *
 * <p>CRD field: BareMetalHost {@code status.provisioning}.
 */
@Value.Immutable
@HcpModel
public interface ProvisionStatus extends NamedInJson {
    /** What the provisioner knows it by. */
    @JsonProperty("ID")
    @Required
    @Nullable
    String getId();

    /** The firmware it was booted with. */
    @Nullable
    BootMode getBootMode();

    /** The way it was provisioned. */
    @Nullable
    CustomDeploy getCustomDeploy();

    /** The settings of the firmware. */
    @Nullable
    FirmwareConfig getFirmware();

    /** The image. */
    @Nullable
    HostImage getImage();

    /** The RAID volumes. */
    @Nullable
    RaidConfig getRaid();

    /** The disk. */
    @Nullable
    RootDeviceHints getRootDeviceHints();

    /** How far provisioning is. */
    @Required
    @OneOf({})
    @Nullable
    ProvisioningState getState();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link ProvisionStatus}. Not thread-safe. */
    final class Builder extends ImmutableProvisionStatus.Builder {
        Builder() {}

        /** Sets {@code customDeploy} from a builder. */
        public Builder customDeploy(UnaryOperator<CustomDeploy.Builder> edit) {
            return customDeploy(edit.apply(CustomDeploy.builder()).build());
        }

        /** Sets {@code firmware} from a builder. */
        public Builder firmware(UnaryOperator<FirmwareConfig.Builder> edit) {
            return firmware(edit.apply(FirmwareConfig.builder()).build());
        }

        /** Sets {@code image} from a builder. */
        public Builder image(UnaryOperator<HostImage.Builder> edit) {
            return image(edit.apply(HostImage.builder()).build());
        }

        /** Sets {@code raid} from a builder. */
        public Builder raid(UnaryOperator<RaidConfig.Builder> edit) {
            return raid(edit.apply(RaidConfig.builder()).build());
        }

        /** Sets {@code rootDeviceHints} from a builder. */
        public Builder rootDeviceHints(UnaryOperator<RootDeviceHints.Builder> edit) {
            return rootDeviceHints(edit.apply(RootDeviceHints.builder()).build());
        }
    }
}
