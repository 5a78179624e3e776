package dev.hcp.api.names;

/** Reasons in the conditions of {@link AgentConditionTypes}. */
public final class AgentConditionReasons {
    /** The spec has been taken over. */
    public static final String SYNC_OK = "SyncOK";

    /** The service failed to take over the spec. */
    public static final String BACKEND_ERROR = "BackendError";

    /** The service refuses the spec. */
    public static final String INPUT_ERROR = "InputError";

    /** The agent reports. */
    public static final String AGENT_IS_CONNECTED = "AgentIsConnected";

    /** The agent has not reported for some time. */
    public static final String AGENT_IS_DISCONNECTED = "AgentIsDisconnected";

    /** The host can be installed. */
    public static final String AGENT_IS_READY = "AgentIsReady";

    /** The host cannot be installed yet. */
    public static final String AGENT_NOT_READY = "AgentNotReady";

    /** Nobody has approved the host. */
    public static final String AGENT_IS_NOT_APPROVED = "AgentIsNotApproved";

    /** The host is being installed. */
    public static final String AGENT_ALREADY_INSTALLING = "AgentAlreadyInstalling";

    /** The installation has ended, well or not. */
    public static final String AGENT_INSTALLATION_STOPPED = "AgentInstallationStopped";

    /** The host is in a state that conditions do not tell apart. */
    public static final String UNKNOWN_STATUS = "UnknownStatus";

    /** All checks pass. */
    public static final String VALIDATIONS_PASSING = "ValidationsPassing";

    /** Some checks fail. */
    public static final String VALIDATIONS_FAILING = "ValidationsFailing";

    /** Some checks wait for the user. */
    public static final String VALIDATIONS_USER_PENDING = "ValidationsUserPending";

    /** The checks have not run yet. */
    public static final String VALIDATIONS_UNKNOWN = "ValidationsUnknown";

    /** The installation has not begun. */
    public static final String INSTALLATION_NOT_STARTED = "InstallationNotStarted";

    /** The installation is under way. */
    public static final String INSTALLATION_IN_PROGRESS = "InstallationInProgress";

    /** The installation has succeeded. */
    public static final String INSTALLATION_COMPLETED = "InstallationCompleted";

    /** The installation has failed. */
    public static final String INSTALLATION_FAILED = "InstallationFailed";

    /** The agent belongs to a cluster. */
    public static final String BOUND = "Bound";

    /** The agent belongs to no cluster. */
    public static final String UNBOUND = "Unbound";

    /** The agent is joining a cluster. */
    public static final String BINDING = "Binding";

    /** The agent is leaving its cluster. */
    public static final String UNBINDING = "Unbinding";

    /** The agent is leaving its cluster; somebody has to boot the host from the image. */
    public static final String UNBINDING_PENDING_USER_ACTION = "UnbindingPendingUserAction";

    /** Removing the agent failed. */
    public static final String CLEANUP_FAILED = "CleanupFailed";

    /** The service knows no such host. */
    public static final String NOT_AVAILABLE = "NotAvailable";

    /** The image has been made. */
    public static final String IMAGE_CREATED = "ImageCreated";

    /** The image has been made; what newer services say. */
    public static final String INFRA_ENV_AVAILABLE = "InfraEnvAvailable";

    /** The image could not be made. */
    public static final String IMAGE_CREATION_ERROR = "ImageCreationError";

    /** The cluster that the InfraEnv is for does not exist. */
    public static final String MISSING_CLUSTER_DEPLOYMENT = "MissingClusterDeployment";

    /** All parts of the service are deployed. */
    public static final String RECONCILE_SUCCEEDED = "ReconcileSucceeded";

    /** The deployments of the service run. */
    public static final String DEPLOYMENT_SUCCEEDED = "DeploymentSucceeded";

    /** A deployment of the service does not run. */
    public static final String DEPLOYMENT_FAILURE = "DeploymentFailure";

    /** No free agent has the labels that the machine asks for. */
    public static final String NO_SUITABLE_AGENTS = "NoSuitableAgents";

    /** The machine has no agent yet. */
    public static final String AGENT_NOT_YET_FOUND = "AgentNotYetFound";

    private AgentConditionReasons() {}
}
