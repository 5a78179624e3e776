package dev.hcp.api.hypershift.azure;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.hcp.api.model.OpenEnum;

/** From where a key vault is reached. */
public final class AzureKeyVaultAccess extends OpenEnum {
    public static final AzureKeyVaultAccess PUBLIC = new AzureKeyVaultAccess("Public");

    public static final AzureKeyVaultAccess PRIVATE = new AzureKeyVaultAccess("Private");

    public static final AzureKeyVaultAccess UNSET = new AzureKeyVaultAccess("");

    private AzureKeyVaultAccess(String value) {
        super(value);
    }

    /** The constant of a text, or a value that keeps a text this version does not know. */
    @JsonCreator
    public static AzureKeyVaultAccess of(String value) {
        return new AzureKeyVaultAccess(value);
    }
}
