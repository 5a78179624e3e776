package dev.hcp.api.hypershift.azure;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.hcp.api.model.OpenEnum;

/** What holds keys: a key vault, or a managed hardware security module. */
public final class AzureKeyVaultType extends OpenEnum {
    public static final AzureKeyVaultType KEY_VAULT = new AzureKeyVaultType("KeyVault");

    public static final AzureKeyVaultType MANAGED_HSM = new AzureKeyVaultType("ManagedHSM");

    private AzureKeyVaultType(String value) {
        super(value);
    }

    /** The constant of a text, or a value that keeps a text this version does not know. */
    @JsonCreator
    public static AzureKeyVaultType of(String value) {
        return new AzureKeyVaultType(value);
    }
}
