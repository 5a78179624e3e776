package dev.hcp.api.capi.aws;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.hcp.api.model.OpenEnum;

/** A kind of identity that the provider works under. */
public final class AwsIdentityKind extends OpenEnum {
    public static final AwsIdentityKind CONTROLLER = new AwsIdentityKind("AWSClusterControllerIdentity");

    public static final AwsIdentityKind ROLE = new AwsIdentityKind("AWSClusterRoleIdentity");

    public static final AwsIdentityKind STATIC = new AwsIdentityKind("AWSClusterStaticIdentity");

    private AwsIdentityKind(String value) {
        super(value);
    }

    /** The constant of a text, or a value that keeps a text this version does not know. */
    @JsonCreator
    public static AwsIdentityKind of(String value) {
        return new AwsIdentityKind(value);
    }
}
