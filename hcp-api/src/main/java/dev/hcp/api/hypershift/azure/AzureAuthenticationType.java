package dev.hcp.api.hypershift.azure;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.hcp.api.model.OpenEnum;

/** How components prove to Azure who they are: by managed identities with certificates, or by federated tokens. */
public final class AzureAuthenticationType extends OpenEnum {
    public static final AzureAuthenticationType MANAGED_IDENTITIES = new AzureAuthenticationType("ManagedIdentities");

    public static final AzureAuthenticationType WORKLOAD_IDENTITIES = new AzureAuthenticationType("WorkloadIdentities");

    private AzureAuthenticationType(String value) {
        super(value);
    }

    /** The constant of a text, or a value that keeps a text this version does not know. */
    @JsonCreator
    public static AzureAuthenticationType of(String value) {
        return new AzureAuthenticationType(value);
    }
}
