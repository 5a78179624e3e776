package dev.hcp.api.capi.aws;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.hcp.api.model.OpenEnum;

/** The state of an EC2 instance. */
public final class AwsInstanceState extends OpenEnum {
    public static final AwsInstanceState PENDING = new AwsInstanceState("pending");

    public static final AwsInstanceState RUNNING = new AwsInstanceState("running");

    public static final AwsInstanceState SHUTTING_DOWN = new AwsInstanceState("shutting-down");

    public static final AwsInstanceState TERMINATED = new AwsInstanceState("terminated");

    public static final AwsInstanceState STOPPING = new AwsInstanceState("stopping");

    public static final AwsInstanceState STOPPED = new AwsInstanceState("stopped");

    private AwsInstanceState(String value) {
        super(value);
    }

    /** The constant of a text, or a value that keeps a text this version does not know. */
    @JsonCreator
    public static AwsInstanceState of(String value) {
        return new AwsInstanceState(value);
    }
}
