package dev.hcp.api.configuration;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.hcp.api.model.OpenEnum;

/** A kind of identity provider. */
public final class IdentityProviderType extends OpenEnum {
    public static final IdentityProviderType BASIC_AUTH = new IdentityProviderType("BasicAuth");

    public static final IdentityProviderType GITHUB = new IdentityProviderType("GitHub");

    public static final IdentityProviderType GITLAB = new IdentityProviderType("GitLab");

    public static final IdentityProviderType GOOGLE = new IdentityProviderType("Google");

    public static final IdentityProviderType HTPASSWD = new IdentityProviderType("HTPasswd");

    public static final IdentityProviderType KEYSTONE = new IdentityProviderType("Keystone");

    public static final IdentityProviderType LDAP = new IdentityProviderType("LDAP");

    public static final IdentityProviderType OPEN_ID = new IdentityProviderType("OpenID");

    public static final IdentityProviderType REQUEST_HEADER = new IdentityProviderType("RequestHeader");

    private IdentityProviderType(String value) {
        super(value);
    }

    /** The constant of a text, or a value that keeps a text this version does not know. */
    @JsonCreator
    public static IdentityProviderType of(String value) {
        return new IdentityProviderType(value);
    }
}
