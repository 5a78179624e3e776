package dev.hcp.api.agent;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.hcp.api.model.OpenEnum;

/** What a host is in its cluster. */
public final class AgentRole extends OpenEnum {
    public static final AgentRole MASTER = new AgentRole("master");

    public static final AgentRole WORKER = new AgentRole("worker");

    public static final AgentRole ARBITER = new AgentRole("arbiter");

    public static final AgentRole BOOTSTRAP = new AgentRole("bootstrap");

    public static final AgentRole AUTO_ASSIGN = new AgentRole("auto-assign");

    private AgentRole(String value) {
        super(value);
    }

    /** The constant of a text, or a value that keeps a text this version does not know. */
    @JsonCreator
    public static AgentRole of(String value) {
        return new AgentRole(value);
    }
}
