package dev.hcp.api.metal3;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Atomic;
import dev.hcp.api.schema.Default;
import dev.hcp.api.schema.Pattern;
import dev.hcp.api.schema.Required;
import io.fabric8.kubernetes.api.model.ObjectReference;
import java.util.List;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What a host should be.
 *
 * <p>CRD field: BareMetalHost {@code spec}.
 */
@Value.Immutable
@HcpModel
public interface BareMetalHostSpec extends Model {
    /** The CPU architecture, where it is not inspected. */
    @Nullable
    String getArchitecture();

    /** What is cleaned of the disks before and after use; metadata by default. */
    @Default("\"metadata\"")
    @Nullable
    AutomatedCleaningMode getAutomatedCleaningMode();

    /** How the baseboard management controller is reached. */
    @Nullable
    BmcDetails getBmc();

    /** The MAC address of the interface that it boots over. */
    @Pattern("[0-9a-fA-F]{2}(:[0-9a-fA-F]{2}){5}")
    @Nullable
    String getBootMACAddress();

    /** The firmware it boots with; UEFI by default. */
    @Nullable
    BootMode getBootMode();

    /** What uses the host. */
    @Nullable
    ObjectReference getConsumerRef();

    /** A way of provisioning other than writing an image. */
    @Nullable
    CustomDeploy getCustomDeploy();

    /** A description for people. */
    @Nullable
    String getDescription();

    /** Whether something else provisioned the host, so that only its power is managed. */
    @Nullable
    Boolean getExternallyProvisioned();

    /** Settings of the firmware. */
    @Nullable
    FirmwareConfig getFirmware();

    /** No longer used. */
    @Nullable
    String getHardwareProfile();

    /** What is written to disk or, as a live ISO, booted. */
    @Nullable
    HostImage getImage();

    /** Secret with metadata for cloud-init. */
    @Atomic
    @Nullable
    HostSecretReference getMetaData();

    /** Secret with the network configuration for cloud-init. */
    @Atomic
    @Nullable
    HostSecretReference getNetworkData();

    /** Whether it is to be powered on. */
    @Required
    @Nullable
    Boolean getOnline();

    /** The secret with the network configuration for inspection. */
    @Nullable
    String getPreprovisioningNetworkDataName();

    /** The RAID volumes to make before provisioning. */
    @Nullable
    RaidConfig getRaid();

    /** The disk that is written to. */
    @Nullable
    RootDeviceHints getRootDeviceHints();

    /** Taints of the node. */
    List<HostTaint> getTaints();

    /** Secret with the first configuration, for Ignition or cloud-init. */
    @Atomic
    @Nullable
    HostSecretReference getUserData();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link BareMetalHostSpec}. Not thread-safe. */
    final class Builder extends ImmutableBareMetalHostSpec.Builder {
        Builder() {}

        /** Sets {@code bmc} from a builder. */
        public Builder bmc(UnaryOperator<BmcDetails.Builder> edit) {
            return bmc(edit.apply(BmcDetails.builder()).build());
        }

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

        /** Sets {@code metaData} from a builder. */
        public Builder metaData(UnaryOperator<HostSecretReference.Builder> edit) {
            return metaData(edit.apply(HostSecretReference.builder()).build());
        }

        /** Sets {@code networkData} from a builder. */
        public Builder networkData(UnaryOperator<HostSecretReference.Builder> edit) {
            return networkData(edit.apply(HostSecretReference.builder()).build());
        }

        /** Sets {@code raid} from a builder. */
        public Builder raid(UnaryOperator<RaidConfig.Builder> edit) {
            return raid(edit.apply(RaidConfig.builder()).build());
        }

        /** Sets {@code rootDeviceHints} from a builder. */
        public Builder rootDeviceHints(UnaryOperator<RootDeviceHints.Builder> edit) {
            return rootDeviceHints(edit.apply(RootDeviceHints.builder()).build());
        }

        /** Sets {@code userData} from a builder. */
        public Builder userData(UnaryOperator<HostSecretReference.Builder> edit) {
            return userData(edit.apply(HostSecretReference.builder()).build());
        }
    }
}
