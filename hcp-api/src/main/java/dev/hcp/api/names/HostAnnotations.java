package dev.hcp.api.names;

/** Annotations on agents and bare-metal hosts. */
public final class HostAnnotations {
    /** On an Agent, for restoring it: the state. */
    public static final String AGENT_STATE = "agent.agent-install.openshift.io/state";

    /** On an Agent, for restoring it: the role. */
    public static final String AGENT_ROLE = "agent.agent-install.openshift.io/role";

    /** On an Agent, for restoring it: the inventory. */
    public static final String AGENT_INVENTORY = "agent.agent-install.openshift.io/inventory";

    /** On an Agent, for restoring it: the checks. */
    public static final String AGENT_VALIDATIONS_INFO = "agent.agent-install.openshift.io/validations-info";

    /** On an Agent, for restoring it: the stage of the installation. */
    public static final String AGENT_CURRENT_STAGE = "agent.agent-install.openshift.io/current-stage";

    /** On an Agent: its node is left in the cluster. */
    public static final String AGENT_SKIP_SPOKE_CLEANUP = "agent.agent-install.openshift.io/skip-spoke-cleanup";

    /** On an Agent: the namespace of the AgentMachine that has taken it. */
    public static final String AGENT_MACHINE_REF_NAMESPACE = "agentMachineRefNamespace";

    /** On an Agent: the version of the inventory labels. */
    public static final String INVENTORY_VERSION = "inventory.agent-install.openshift.io/version";

    /** On a BareMetalHost: the host name of its agent. */
    public static final String BMAC_HOSTNAME = "bmac.agent-install.openshift.io/hostname";

    /** On a BareMetalHost: the role of its agent. */
    public static final String BMAC_ROLE = "bmac.agent-install.openshift.io/role";

    /** On a BareMetalHost: the machine configuration pool of its agent. */
    public static final String BMAC_MACHINE_CONFIG_POOL = "bmac.agent-install.openshift.io/machine-config-pool";

    /** On a BareMetalHost: arguments of the installer. */
    public static final String BMAC_INSTALLER_ARGS = "bmac.agent-install.openshift.io/installer-args";

    /** On a BareMetalHost: Ignition configuration that goes on top of the generated one. */
    public static final String BMAC_IGNITION_CONFIG_OVERRIDES =
            "bmac.agent-install.openshift.io/ignition-config-overrides";

    /** On a BareMetalHost: the ClusterDeployment of its agent, as {@code namespace/name}; empty for none. */
    public static final String BMAC_CLUSTER_REFERENCE = "bmac.agent-install.openshift.io/cluster-reference";

    /** On a BareMetalHost: agent and node go with it. */
    public static final String BMAC_REMOVE_AGENT_AND_NODE_ON_DELETE =
            "bmac.agent-install.openshift.io/remove-agent-and-node-on-delete";

    /** On a BareMetalHost: is managed although something else provisioned it. */
    public static final String BMAC_ALLOW_PROVISIONED_HOST_MANAGEMENT =
            "bmac.agent-install.openshift.io/allow-provisioned-host-management";

    /** On a BareMetalHost: how long draining may take when it is deleted. */
    public static final String BMAC_DRAIN_TIMEOUT = "bmac.agent-install.openshift.io/drain-timeout";

    /** On a BareMetalHost: how far draining is. */
    public static final String BMAC_DRAIN_STATUS = "bmac.agent-install.openshift.io/drain-status";

    /** On a BareMetalHost: when draining began. */
    public static final String BMAC_DRAIN_STARTED_AT = "bmac.agent-install.openshift.io/drain-started-at";

    /** Prefix on a BareMetalHost: what follows is a label of the node. */
    public static final String BMAC_NODE_LABEL_PREFIX = "bmac.agent-install.openshift.io.node-label.";

    /** Prefix on a BareMetalHost: what follows is a label of the agent. */
    public static final String BMAC_AGENT_LABEL_PREFIX = "bmac.agent-install.openshift.io.agent-label.";

    /** On a BareMetalHost: its controller leaves it alone. */
    public static final String PAUSED = "baremetalhost.metal3.io/paused";

    /** On a BareMetalHost: its power is not managed. */
    public static final String DETACHED = "baremetalhost.metal3.io/detached";

    /** On a BareMetalHost: the status to start with, as JSON. */
    public static final String STATUS = "baremetalhost.metal3.io/status";

    /** On a BareMetalHost: turned off and on once. With a slash and a key after it, off until it is removed. */
    public static final String REBOOT = "reboot.metal3.io";

    /** On a BareMetalHost: empty to inspect it once more, {@code disabled} for never. */
    public static final String INSPECT = "inspect.metal3.io";

    /** On a BareMetalHost: the hardware, as JSON, in place of an inspection. */
    public static final String HARDWARE_DETAILS = "inspect.metal3.io/hardwaredetails";

    private HostAnnotations() {}
}
