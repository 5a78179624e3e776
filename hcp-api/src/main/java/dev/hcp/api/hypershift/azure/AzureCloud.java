package dev.hcp.api.hypershift.azure;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.hcp.api.model.OpenEnum;
import dev.hcp.api.schema.Edition;
import dev.hcp.api.schema.Since;

/** One of the Azure clouds. */
public final class AzureCloud extends OpenEnum {
    public static final AzureCloud AZURE_PUBLIC_CLOUD = new AzureCloud("AzurePublicCloud");

    public static final AzureCloud AZURE_US_GOVERNMENT_CLOUD = new AzureCloud("AzureUSGovernmentCloud");

    public static final AzureCloud AZURE_CHINA_CLOUD = new AzureCloud("AzureChinaCloud");

    public static final AzureCloud AZURE_GERMAN_CLOUD = new AzureCloud("AzureGermanCloud");

    public static final AzureCloud AZURE_STACK_CLOUD = new AzureCloud("AzureStackCloud");

    @Since(Edition.LATEST)
    public static final AzureCloud AZURE_BLEU_CLOUD = new AzureCloud("AzureBleuCloud");

    private AzureCloud(String value) {
        super(value);
    }

    /** The constant of a text, or a value that keeps a text this version does not know. */
    @JsonCreator
    public static AzureCloud of(String value) {
        return new AzureCloud(value);
    }
}
