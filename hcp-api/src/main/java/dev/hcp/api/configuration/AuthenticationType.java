package dev.hcp.api.configuration;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.hcp.api.model.OpenEnum;

/** Where the tokens of users come from. */
public final class AuthenticationType extends OpenEnum {
    public static final AuthenticationType NONE = new AuthenticationType("None");

    public static final AuthenticationType INTEGRATED_OAUTH = new AuthenticationType("IntegratedOAuth");

    public static final AuthenticationType OIDC = new AuthenticationType("OIDC");

    /** An empty text, which counts as absent. */
    public static final AuthenticationType UNSET = new AuthenticationType("");

    private AuthenticationType(String value) {
        super(value);
    }

    /** The constant of a text, or a value that keeps a text this version does not know. */
    @JsonCreator
    public static AuthenticationType of(String value) {
        return new AuthenticationType(value);
    }
}
