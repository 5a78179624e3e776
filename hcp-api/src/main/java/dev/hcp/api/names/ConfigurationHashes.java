package dev.hcp.api.names;

/**
 * Annotations on pod templates of a control plane that hold the hash of what the pods read, so that a change restarts
 * them.
 */
public final class ConfigurationHashes {
    /** The configuration of the scheduler. */
    public static final String SCHEDULER_CONFIG = "hypershift.openshift.io/scheduler-config-hash";

    /** The root certificate authority. */
    public static final String ROOT_CA = "hypershift.openshift.io/root-ca-hash";

    /** The certificate authority of services in the cluster. */
    public static final String SERVICE_CA = "hypershift.openshift.io/service-ca-hash";

    /** The identity providers of the API server. */
    public static final String AUTH_CONFIG = "hypershift.openshift.io/auth-config-hash";

    /** What is audited. */
    public static final String AUDIT_CONFIG = "hypershift.openshift.io/audit-config-hash";

    /** The key that encrypts secrets. */
    public static final String AESCBC_KEY = "hypershift.openshift.io/aescbc-key-hash";

    /** The password of kubeadmin. */
    public static final String KUBEADMIN_SECRET = "hypershift.openshift.io/kubeadmin-secret-hash";

    private ConfigurationHashes() {}
}
