package dev.hcp.api.names;

/**
 * Types of conditions on Agent, InfraEnv, AgentServiceConfig and AgentClassification, and on AgentMachine, which
 * mirrors its agent.
 */
public final class AgentConditionTypes {
    /** The service has taken over the spec of the agent. */
    public static final String SPEC_SYNCED = "SpecSynced";

    /** The agent reports to the service. */
    public static final String CONNECTED = "Connected";

    /** The host can be installed, or is. */
    public static final String REQUIREMENTS_MET = "RequirementsMet";

    /** The checks of the host pass. */
    public static final String VALIDATED = "Validated";

    /** The host is installed. */
    public static final String INSTALLED = "Installed";

    /** The agent belongs to a cluster. */
    public static final String BOUND = "Bound";

    /** Removing the agent failed; present only then. */
    public static final String CLEANUP = "Cleanup";

    /** The image of the InfraEnv can be downloaded. */
    public static final String IMAGE_CREATED = "ImageCreated";

    /** All parts of the service are deployed. */
    public static final String RECONCILE_COMPLETED = "ReconcileCompleted";

    /** The deployments of the service run. */
    public static final String DEPLOYMENTS_HEALTHY = "DeploymentsHealthy";

    /** The hub can add nodes to itself; the reason is a whole sentence. */
    public static final String LOCAL_CLUSTER_MANAGED = "LocalClusterManaged";

    /** The expression of the AgentClassification fails for some agents. */
    public static final String QUERY_ERRORS = "QueryErrors";

    /** The machine has an agent. */
    public static final String AGENT_RESERVED = "AgentReserved";

    /** {@link #SPEC_SYNCED} of the agent that the machine has. */
    public static final String AGENT_SPEC_SYNCED = "AgentSpecSynced";

    /** {@link #VALIDATED} of the agent that the machine has. */
    public static final String AGENT_VALIDATED = "AgentValidated";

    /** {@link #REQUIREMENTS_MET} of the agent that the machine has. */
    public static final String AGENT_REQUIREMENTS_MET = "AgentRequirementsMet";

    private AgentConditionTypes() {}
}
