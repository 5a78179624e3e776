package dev.hcp.api.hypershift.azure;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.hcp.api.model.OpenEnum;

/** Where an image comes from. */
public final class AzureVmImageType extends OpenEnum {
    public static final AzureVmImageType IMAGE_ID = new AzureVmImageType("ImageID");

    public static final AzureVmImageType AZURE_MARKETPLACE = new AzureVmImageType("AzureMarketplace");

    private AzureVmImageType(String value) {
        super(value);
    }

    /** The constant of a text, or a value that keeps a text this version does not know. */
    @JsonCreator
    public static AzureVmImageType of(String value) {
        return new AzureVmImageType(value);
    }
}
