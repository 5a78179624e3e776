package dev.hcp.api.hypershift.azure;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.hcp.api.model.OpenEnum;

/** A generation of Hyper-V virtual machines. */
public final class AzureImageGeneration extends OpenEnum {
    public static final AzureImageGeneration GEN1 = new AzureImageGeneration("Gen1");

    public static final AzureImageGeneration GEN2 = new AzureImageGeneration("Gen2");

    private AzureImageGeneration(String value) {
        super(value);
    }

    /** The constant of a text, or a value that keeps a text this version does not know. */
    @JsonCreator
    public static AzureImageGeneration of(String value) {
        return new AzureImageGeneration(value);
    }
}
