package dev.hcp.api.hypershift.azure;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.hcp.api.model.OpenEnum;

/** How a secret in a key vault is encoded. */
public final class AzureObjectEncoding extends OpenEnum {
    public static final AzureObjectEncoding UTF_8 = new AzureObjectEncoding("utf-8");

    public static final AzureObjectEncoding HEX = new AzureObjectEncoding("hex");

    public static final AzureObjectEncoding BASE64 = new AzureObjectEncoding("base64");

    private AzureObjectEncoding(String value) {
        super(value);
    }

    /** The constant of a text, or a value that keeps a text this version does not know. */
    @JsonCreator
    public static AzureObjectEncoding of(String value) {
        return new AzureObjectEncoding(value);
    }
}
