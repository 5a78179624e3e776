package dev.hcp.api.hypershift.azure;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Default;
import dev.hcp.api.schema.Edition;
import dev.hcp.api.schema.Minimum;
import dev.hcp.api.schema.Pattern;
import dev.hcp.api.schema.Required;
import dev.hcp.api.schema.Rule;
import dev.hcp.api.schema.Since;
import dev.hcp.api.schema.Size;
import dev.hcp.api.schema.Until;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Nodes on Azure virtual machines.
 *
 * <p>CRD field: NodePool {@code spec.platform.azure}.
 */
@Value.Immutable
@HcpModel
public interface AzureNodePoolPlatform extends Model {
    /** The zone: 1, 2 or 3; none where the region has none. */
    @Size(max = 255, since = Edition.LATEST)
    @Rule(value = "self in ['1', '2', '3']", since = Edition.LATEST)
    @Nullable
    String getAvailabilityZone();

    /** Where boot diagnostics go; nowhere by default. */
    @Nullable
    AzureDiagnostics getDiagnostics();

    /** The disk encryption set for the disk of the operating system. */
    @Until(Edition.V4_17)
    @Nullable
    String getDiskEncryptionSetID();

    /** Gigabytes of the disk of the operating system, at least 16; 30 by default. */
    @Until(Edition.V4_17)
    @Default("30")
    @Minimum(16)
    @Nullable
    Integer getDiskSizeGB();

    /** The kind of storage of the disk; premium by default. */
    @Until(Edition.V4_17)
    @Default("\"Premium_LRS\"")
    @Nullable
    AzureDiskStorageAccountType getDiskStorageAccountType();

    /** Whether the disk ends with its virtual machine. */
    @Until(Edition.V4_17)
    @Nullable
    Boolean getEnableEphemeralOSDisk();

    /** Whether data is encrypted on the host; it is by default. */
    @Since(Edition.LATEST)
    @Default("\"Enabled\"")
    @Nullable
    AzureEncryptionAtHost getEncryptionAtHost();

    /** The image to boot; that of the release by default. */
    @Required
    @Nullable
    AzureVmImage getImage();

    /** The managed identity that virtual machines get. */
    @Until(Edition.V4_17)
    @Nullable
    String getMachineIdentityID();

    /** The disk of the operating system. */
    @Since(Edition.LATEST)
    @Required
    @Nullable
    AzureOsDisk getOsDisk();

    /** The subnet of the nodes, by its resource ID; immutable. */
    @Required
    @Size(min = 1, max = 355, since = Edition.LATEST)
    @Rule(
            value =
                    "size(self.split('/')) == 11 && self.matches('^/subscriptions/.*/resourceGroups/.*/providers/Microsoft.Network/virtualNetworks/.*/subnets/.*$')",
            message =
                    "encryptionSetID must be in the format `/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.Network/virtualNetworks/{vnetName}/subnets/{subnetName}`",
            since = Edition.LATEST)
    @Rule(
            value = "self.split('/')[2].matches('^[{]?[0-9a-fA-F]{8}-([0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}[}]?$')",
            message =
                    "the subscriptionId in the encryptionSetID must be a valid UUID. It should be 5 groups of hyphen separated hexadecimal characters in the form 8-4-4-4-12",
            since = Edition.LATEST)
    @Rule(
            value = "self.split('/')[4].matches('[a-zA-Z0-9-_\\\\(\\\\)\\\\.]{1,90}')",
            message =
                    "The resourceGroupName should be between 1 and 90 characters, consisting only of alphanumeric characters, hyphens, underscores, periods and parenthesis",
            since = Edition.LATEST)
    @Rule(
            value = "!self.split('/')[4].endsWith('.')",
            message = "the resourceGroupName in the subnetID must not end with a period (.) character",
            since = Edition.LATEST)
    @Rule(
            value = "self.split('/')[8].matches('[a-zA-Z0-9-_\\\\.]{2,64}')",
            message =
                    "The vnetName should be between 2 and 64 characters, consisting only of alphanumeric characters, hyphens, underscores and periods",
            since = Edition.LATEST)
    @Rule(
            value = "!self.split('/')[8].endsWith('.') && !self.split('/')[8].endsWith('-')",
            message = "the vnetName in the subnetID must not end with either a period (.) or hyphen (-) character",
            since = Edition.LATEST)
    @Rule(
            value = "self.split('/')[10].matches('[a-zA-Z0-9][a-zA-Z0-9-_\\\\.]{0,79}')",
            message =
                    "The subnetName should be between 1 and 80 characters, consisting only of alphanumeric characters, hyphens and underscores and must start with an alphanumeric character",
            since = Edition.LATEST)
    @Rule(
            value = "!self.split('/')[10].endsWith('.') && !self.split('/')[10].endsWith('-')",
            message = "the subnetName in the subnetID must not end with a period (.) or hyphen (-) character",
            since = Edition.LATEST)
    @Rule(value = "self == oldSelf", message = "SubnetID is immutable")
    @Nullable
    String getSubnetID();

    /** The size, such as {@code Standard_D4s_v5}. */
    @Since(Edition.LATEST)
    @Required
    @Pattern("^(Standard_|Basic_)?[A-Z]+[0-9]+(-[0-9]+)?[abdilmptsCNP]*(_[A-Z]*[0-9]+[A-Z]*)?(_v[0-9]+)?$")
    @Size(max = 255)
    @Nullable
    String getVmSize();

    /** The size, such as {@code Standard_D4s_v5}; {@code vmSize} in newer editions. */
    @Until(Edition.V4_17)
    @Required
    @Nullable
    String getVmsize();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link AzureNodePoolPlatform}. Not thread-safe. */
    final class Builder extends ImmutableAzureNodePoolPlatform.Builder {
        Builder() {}

        /** Sets {@code diagnostics} from a builder. */
        public Builder diagnostics(UnaryOperator<AzureDiagnostics.Builder> edit) {
            return diagnostics(edit.apply(AzureDiagnostics.builder()).build());
        }

        /** Sets {@code image} from a builder. */
        public Builder image(UnaryOperator<AzureVmImage.Builder> edit) {
            return image(edit.apply(AzureVmImage.builder()).build());
        }

        /** Sets {@code osDisk} from a builder. */
        public Builder osDisk(UnaryOperator<AzureOsDisk.Builder> edit) {
            return osDisk(edit.apply(AzureOsDisk.builder()).build());
        }
    }
}
