package dev.hcp.api.hypershift.azure;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.hcp.api.model.OpenEnum;
import dev.hcp.api.schema.Edition;
import dev.hcp.api.schema.Since;
import dev.hcp.api.schema.Until;

/** A kind of storage for disks. */
public final class AzureDiskStorageAccountType extends OpenEnum {
    public static final AzureDiskStorageAccountType STANDARD_LRS = new AzureDiskStorageAccountType("Standard_LRS");

    public static final AzureDiskStorageAccountType STANDARD_SSD_LRS =
            new AzureDiskStorageAccountType("StandardSSD_LRS");

    public static final AzureDiskStorageAccountType PREMIUM_LRS = new AzureDiskStorageAccountType("Premium_LRS");

    @Until(Edition.V4_17)
    public static final AzureDiskStorageAccountType ULTRA_SSD_LRS = new AzureDiskStorageAccountType("UltraSSD_LRS");

    @Since(Edition.LATEST)
    public static final AzureDiskStorageAccountType PREMIUM_V2_LRS = new AzureDiskStorageAccountType("PremiumV2_LRS");

    private AzureDiskStorageAccountType(String value) {
        super(value);
    }

    /** The constant of a text, or a value that keeps a text this version does not know. */
    @JsonCreator
    public static AzureDiskStorageAccountType of(String value) {
        return new AzureDiskStorageAccountType(value);
    }
}
