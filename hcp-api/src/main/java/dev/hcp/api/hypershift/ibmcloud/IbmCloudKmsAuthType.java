package dev.hcp.api.hypershift.ibmcloud;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.hcp.api.model.OpenEnum;

/** How the key management service of IBM Cloud is authenticated to. */
public final class IbmCloudKmsAuthType extends OpenEnum {
    public static final IbmCloudKmsAuthType MANAGED = new IbmCloudKmsAuthType("Managed");

    public static final IbmCloudKmsAuthType UNMANAGED = new IbmCloudKmsAuthType("Unmanaged");

    private IbmCloudKmsAuthType(String value) {
        super(value);
    }

    /** The constant of a text, or a value that keeps a text this version does not know. */
    @JsonCreator
    public static IbmCloudKmsAuthType of(String value) {
        return new IbmCloudKmsAuthType(value);
    }
}
