package dev.hcp.api.hypershift.azure;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.hcp.api.model.OpenEnum;

/** Who looks after the storage of diagnostics: Azure, the user, or nobody because there are none. */
public final class AzureDiagnosticsStorageAccountType extends OpenEnum {
    public static final AzureDiagnosticsStorageAccountType MANAGED = new AzureDiagnosticsStorageAccountType("Managed");

    public static final AzureDiagnosticsStorageAccountType USER_MANAGED =
            new AzureDiagnosticsStorageAccountType("UserManaged");

    public static final AzureDiagnosticsStorageAccountType DISABLED =
            new AzureDiagnosticsStorageAccountType("Disabled");

    private AzureDiagnosticsStorageAccountType(String value) {
        super(value);
    }

    /** The constant of a text, or a value that keeps a text this version does not know. */
    @JsonCreator
    public static AzureDiagnosticsStorageAccountType of(String value) {
        return new AzureDiagnosticsStorageAccountType(value);
    }
}
