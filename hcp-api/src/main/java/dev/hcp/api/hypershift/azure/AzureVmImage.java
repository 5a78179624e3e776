package dev.hcp.api.hypershift.azure;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.Edition;
import dev.hcp.api.schema.Required;
import dev.hcp.api.schema.Rule;
import dev.hcp.api.schema.Since;
import dev.hcp.api.schema.Size;
import dev.hcp.api.schema.Until;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * An image to boot; the member of the chosen type holds the details.
 *
 * <p>CRD field: NodePool {@code spec.platform.azure.image}.
 */
@Value.Immutable
@HcpModel
@Rule(
        value = "has(self.type) && self.type == 'ImageID' ?  has(self.imageID) : !has(self.imageID)",
        message = "imageID is required when type is ImageID, and forbidden otherwise",
        since = Edition.LATEST)
@Rule(
        value = "has(self.type) && self.type == 'AzureMarketplace' ?  true : !has(self.azureMarketplace)",
        message = "azureMarketplace is forbidden when type is not AzureMarketplace",
        since = Edition.LATEST)
public interface AzureVmImage extends Model {
    /** The type; {@code type} in newer editions. */
    @Until(Edition.V4_17)
    @Required
    @Nullable
    AzureVmImageType getAzureImageType();

    /** An image of the marketplace. */
    @Nullable
    AzureMarketplaceImage getAzureMarketplace();

    /** An image by its resource ID. */
    @Size(max = 255, since = Edition.LATEST)
    @Nullable
    String getImageID();

    /** The type. */
    @Since(Edition.LATEST)
    @Required
    @Nullable
    AzureVmImageType getType();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link AzureVmImage}. Not thread-safe. */
    final class Builder extends ImmutableAzureVmImage.Builder {
        Builder() {}

        /** Sets {@code azureMarketplace} from a builder. */
        public Builder azureMarketplace(UnaryOperator<AzureMarketplaceImage.Builder> edit) {
            return azureMarketplace(edit.apply(AzureMarketplaceImage.builder()).build());
        }
    }
}
