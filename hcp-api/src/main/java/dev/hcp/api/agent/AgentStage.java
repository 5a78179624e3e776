package dev.hcp.api.agent;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.hcp.api.model.OpenEnum;

/** A stage of the installation of a host. */
public final class AgentStage extends OpenEnum {
    public static final AgentStage STARTING_INSTALLATION = new AgentStage("Starting installation");

    public static final AgentStage WAITING_FOR_CONTROL_PLANE = new AgentStage("Waiting for control plane");

    public static final AgentStage WAITING_FOR_BOOTKUBE = new AgentStage("Waiting for bootkube");

    public static final AgentStage WAITING_FOR_CONTROLLER = new AgentStage("Waiting for controller");

    public static final AgentStage INSTALLING = new AgentStage("Installing");

    public static final AgentStage WRITING_IMAGE_TO_DISK = new AgentStage("Writing image to disk");

    public static final AgentStage COPYING_REGISTRY_DATA_TO_DISK = new AgentStage("Copying registry data to disk");

    public static final AgentStage REBOOTING = new AgentStage("Rebooting");

    public static final AgentStage WAITING_FOR_IGNITION = new AgentStage("Waiting for ignition");

    public static final AgentStage CONFIGURING = new AgentStage("Configuring");

    public static final AgentStage JOINED = new AgentStage("Joined");

    public static final AgentStage DONE = new AgentStage("Done");

    public static final AgentStage FAILED = new AgentStage("Failed");

    private AgentStage(String value) {
        super(value);
    }

    /** The constant of a text, or a value that keeps a text this version does not know. */
    @JsonCreator
    public static AgentStage of(String value) {
        return new AgentStage(value);
    }
}
