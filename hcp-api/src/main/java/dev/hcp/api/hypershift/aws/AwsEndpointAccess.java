package dev.hcp.api.hypershift.aws;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.hcp.api.model.OpenEnum;

/** From where the API server of a cluster on AWS can be reached. */
public final class AwsEndpointAccess extends OpenEnum {
    public static final AwsEndpointAccess PUBLIC = new AwsEndpointAccess("Public");

    public static final AwsEndpointAccess PUBLIC_AND_PRIVATE = new AwsEndpointAccess("PublicAndPrivate");

    public static final AwsEndpointAccess PRIVATE = new AwsEndpointAccess("Private");

    private AwsEndpointAccess(String value) {
        super(value);
    }

    /** The constant of a text, or a value that keeps a text this version does not know. */
    @JsonCreator
    public static AwsEndpointAccess of(String value) {
        return new AwsEndpointAccess(value);
    }
}
