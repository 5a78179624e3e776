package dev.hcp.api.hypershift.azure;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Default;
import dev.hcp.api.schema.Edition;
import dev.hcp.api.schema.Pattern;
import dev.hcp.api.schema.Required;
import dev.hcp.api.schema.Rule;
import dev.hcp.api.schema.Since;
import dev.hcp.api.schema.Size;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * An image of the marketplace: publisher, offer, SKU and version, or the generation alone.
 *
 * <p>CRD field: NodePool {@code spec.platform.azure.image.azureMarketplace}.
 */
@Value.Immutable
@HcpModel
@Size(min = 1, since = Edition.LATEST)
@Rule(
        value =
                "has(self.imageGeneration) || has(self.publisher) && has(self.offer) && has(self.sku) && has(self.version)",
        message = "must specify imageGeneration or must specify publisher, offer, sku and version",
        since = Edition.LATEST)
@Rule(
        value =
                "[has(self.publisher), has(self.offer), has(self.sku), has(self.version)].filter(x, x == true).size() == 0 || [has(self.publisher), has(self.offer), has(self.sku), has(self.version)].filter(x, x == true).size() == 4",
        message = "publisher, offer, sku and version must either be all set, or all omitted",
        since = Edition.LATEST)
public interface AzureMarketplaceImage extends Model {
    /** The Hyper-V generation of the image that the release names; Gen2 by default. */
    @Since(Edition.LATEST)
    @Default("\"Gen2\"")
    @Nullable
    AzureImageGeneration getImageGeneration();

    /** The offer. */
    @Required(until = Edition.V4_17)
    @Size(min = 1)
    @Size(max = 255, since = Edition.LATEST)
    @Nullable
    String getOffer();

    /** The publisher. */
    @Required(until = Edition.V4_17)
    @Pattern("^[a-z0-9][a-z0-9-_]{2,49}$")
    @Size(min = 3, max = 50)
    @Nullable
    String getPublisher();

    /** The SKU, such as {@code 8-lvm-gen2}. */
    @Required(until = Edition.V4_17)
    @Pattern("^[a-z0-9-_]+$")
    @Size(min = 1)
    @Size(max = 255, since = Edition.LATEST)
    @Nullable
    String getSku();

    /** The version, such as {@code 1.2.0}. */
    @Required(until = Edition.V4_17)
    @Pattern(value = "^[0-9]+\\.[0-9]+\\.[0-9]+$", until = Edition.V4_17)
    @Pattern(value = "^[0-9]+\\.[0-9]+\\.[0-9]+$|^latest$", since = Edition.LATEST)
    @Size(min = 1, max = 32)
    @Nullable
    String getVersion();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link AzureMarketplaceImage}. Not thread-safe. */
    final class Builder extends ImmutableAzureMarketplaceImage.Builder {
        Builder() {}
    }
}
