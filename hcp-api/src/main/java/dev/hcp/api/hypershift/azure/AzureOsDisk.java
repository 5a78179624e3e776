package dev.hcp.api.hypershift.azure;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Maximum;
import dev.hcp.api.schema.Minimum;
import dev.hcp.api.schema.Rule;
import dev.hcp.api.schema.Size;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * The disk of the operating system.
 *
 * <p>CRD field: NodePool {@code spec.platform.azure.osDisk}.
 */
@Value.Immutable
@HcpModel
public interface AzureOsDisk extends Model {
    /** The kind of storage; premium by default. */
    @Nullable
    AzureDiskStorageAccountType getDiskStorageAccountType();

    /** The disk encryption set, by its resource ID. */
    @Size(min = 1, max = 285)
    @Rule(
            value =
                    "size(self.split('/')) == 9 && self.matches('^/subscriptions/.*/resourceGroups/.*/providers/Microsoft.Compute/diskEncryptionSets/.*$')",
            message =
                    "encryptionSetID must be in the format `/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.Compute/diskEncryptionSets/{resourceName}`")
    @Rule(
            value = "self.split('/')[2].matches('^[{]?[0-9a-fA-F]{8}-([0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}[}]?$')",
            message =
                    "the subscriptionId in the encryptionSetID must be a valid UUID. It should be 5 groups of hyphen separated hexadecimal characters in the form 8-4-4-4-12")
    @Rule(
            value = "self.split('/')[4].matches('[a-zA-Z0-9-_\\\\(\\\\)\\\\.]{1,90}')",
            message =
                    "The resourceGroupName should be between 1 and 90 characters, consisting only of alphanumeric characters, hyphens, underscores, periods and parenthesis")
    @Rule(
            value = "!self.split('/')[4].endsWith('.')",
            message = "the resourceGroupName in the encryptionSetID must not end with a period (.) character")
    @Rule(
            value = "self.split('/')[8].matches('[a-zA-Z0-9-_]{1,80}')",
            message =
                    "The resourceName should be between 1 and 80 characters, consisting only of alphanumeric characters, hyphens and underscores")
    @Nullable
    String getEncryptionSetID();

    /** Whether the disk outlives its virtual machine; as Azure decides when absent. */
    @Nullable
    AzureDiskPersistence getPersistence();

    /** Gibibytes, 16 to 32767. */
    @Minimum(16)
    @Maximum(32767)
    @Nullable
    Integer getSizeGiB();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link AzureOsDisk}. Not thread-safe. */
    final class Builder extends ImmutableAzureOsDisk.Builder {
        Builder() {}
    }
}
