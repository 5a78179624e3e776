package dev.hcp.api.hypershift.azure;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.hcp.api.model.OpenEnum;

/** From where an API server on Azure is reached. */
public final class AzureTopology extends OpenEnum {
    public static final AzureTopology PUBLIC = new AzureTopology("Public");

    public static final AzureTopology PUBLIC_AND_PRIVATE = new AzureTopology("PublicAndPrivate");

    public static final AzureTopology PRIVATE = new AzureTopology("Private");

    private AzureTopology(String value) {
        super(value);
    }

    /** The constant of a text, or a value that keeps a text this version does not know. */
    @JsonCreator
    public static AzureTopology of(String value) {
        return new AzureTopology(value);
    }
}
