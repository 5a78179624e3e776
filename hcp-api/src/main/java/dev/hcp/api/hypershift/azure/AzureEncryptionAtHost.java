package dev.hcp.api.hypershift.azure;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.hcp.api.model.OpenEnum;

/** Whether data is encrypted on the host. */
public final class AzureEncryptionAtHost extends OpenEnum {
    public static final AzureEncryptionAtHost ENABLED = new AzureEncryptionAtHost("Enabled");

    public static final AzureEncryptionAtHost DISABLED = new AzureEncryptionAtHost("Disabled");

    private AzureEncryptionAtHost(String value) {
        super(value);
    }

    /** The constant of a text, or a value that keeps a text this version does not know. */
    @JsonCreator
    public static AzureEncryptionAtHost of(String value) {
        return new AzureEncryptionAtHost(value);
    }
}
