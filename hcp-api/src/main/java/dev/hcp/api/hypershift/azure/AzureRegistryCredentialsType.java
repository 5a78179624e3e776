package dev.hcp.api.hypershift.azure;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.hcp.api.model.OpenEnum;

/** How nodes prove to a container registry who they are. */
public final class AzureRegistryCredentialsType extends OpenEnum {
    public static final AzureRegistryCredentialsType MANAGED_IDENTITY =
            new AzureRegistryCredentialsType("ManagedIdentity");

    private AzureRegistryCredentialsType(String value) {
        super(value);
    }

    /** The constant of a text, or a value that keeps a text this version does not know. */
    @JsonCreator
    public static AzureRegistryCredentialsType of(String value) {
        return new AzureRegistryCredentialsType(value);
    }
}
