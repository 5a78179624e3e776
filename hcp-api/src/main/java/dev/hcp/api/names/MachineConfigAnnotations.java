package dev.hcp.api.names;

/**
 * Annotations on the Nodes of hosted clusters by which the machine config daemon and those who tell it what to do talk: what
 * a node is configured as, what it shall be, and whether its pods have to leave meanwhile.
 */
public final class MachineConfigAnnotations {
    /** The configuration that the node runs. */
    public static final String CURRENT_CONFIG = "machineconfiguration.openshift.io/currentConfig";

    /** The configuration that the node shall run. */
    public static final String DESIRED_CONFIG = "machineconfiguration.openshift.io/desiredConfig";

    /** What the daemon asks for: {@code drain-} or {@code uncordon-} and the configuration. */
    public static final String DESIRED_DRAIN = "machineconfiguration.openshift.io/desiredDrain";

    /** The last request of the daemon that was fulfilled. */
    public static final String LAST_APPLIED_DRAIN = "machineconfiguration.openshift.io/lastAppliedDrain";

    /** How far the daemon is: {@code Working}, {@code Done} or {@code Degraded}. */
    public static final String STATE = "machineconfiguration.openshift.io/state";

    /** Why it is degraded. */
    public static final String REASON = "machineconfiguration.openshift.io/reason";

    /** A request begins with it that pods shall leave the node. */
    public static final String DRAIN = "drain-";

    /** A request begins with it that pods may come back. */
    public static final String UNCORDON = "uncordon-";

    private MachineConfigAnnotations() {}
}
