package dev.hcp.api.agent;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.hcp.api.model.OpenEnum;

/** The state of a host with the service. Names that end in {@code unbound} are of hosts without a cluster. */
public final class AgentState extends OpenEnum {
    public static final AgentState DISCOVERING = new AgentState("discovering");

    public static final AgentState KNOWN = new AgentState("known");

    public static final AgentState INSUFFICIENT = new AgentState("insufficient");

    public static final AgentState DISCONNECTED = new AgentState("disconnected");

    public static final AgentState DISABLED = new AgentState("disabled");

    public static final AgentState PENDING_FOR_INPUT = new AgentState("pending-for-input");

    public static final AgentState DISCOVERING_UNBOUND = new AgentState("discovering-unbound");

    public static final AgentState KNOWN_UNBOUND = new AgentState("known-unbound");

    public static final AgentState INSUFFICIENT_UNBOUND = new AgentState("insufficient-unbound");

    public static final AgentState DISCONNECTED_UNBOUND = new AgentState("disconnected-unbound");

    public static final AgentState DISABLED_UNBOUND = new AgentState("disabled-unbound");

    public static final AgentState BINDING = new AgentState("binding");

    public static final AgentState UNBINDING = new AgentState("unbinding");

    public static final AgentState UNBINDING_PENDING_USER_ACTION = new AgentState("unbinding-pending-user-action");

    public static final AgentState RECLAIMING = new AgentState("reclaiming");

    public static final AgentState RECLAIMING_REBOOTING = new AgentState("reclaiming-rebooting");

    public static final AgentState PREPARING_FOR_INSTALLATION = new AgentState("preparing-for-installation");

    public static final AgentState PREPARING_SUCCESSFUL = new AgentState("preparing-successful");

    public static final AgentState PREPARING_FAILED = new AgentState("preparing-failed");

    public static final AgentState INSTALLING = new AgentState("installing");

    public static final AgentState INSTALLING_IN_PROGRESS = new AgentState("installing-in-progress");

    public static final AgentState INSTALLING_PENDING_USER_ACTION = new AgentState("installing-pending-user-action");

    public static final AgentState INSTALLED = new AgentState("installed");

    public static final AgentState ADDED_TO_EXISTING_CLUSTER = new AgentState("added-to-existing-cluster");

    public static final AgentState ERROR = new AgentState("error");

    public static final AgentState CANCELLED = new AgentState("cancelled");

    public static final AgentState RESETTING = new AgentState("resetting");

    public static final AgentState RESETTING_PENDING_USER_ACTION = new AgentState("resetting-pending-user-action");

    private AgentState(String value) {
        super(value);
    }

    /** The constant of a text, or a value that keeps a text this version does not know. */
    @JsonCreator
    public static AgentState of(String value) {
        return new AgentState(value);
    }
}
