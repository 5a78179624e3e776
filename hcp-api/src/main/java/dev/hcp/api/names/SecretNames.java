package dev.hcp.api.names;

/**
 * Names of secrets in the namespace of a control plane. Those whose name has a part of the object they belong to are
 * in {@link Naming}.
 */
public final class SecretNames {
    /** Credentials for pulling images, under {@code .dockerconfigjson}. */
    public static final String PULL_SECRET = "pull-secret";

    /** The public key that may log in to nodes, under {@code id_rsa.pub}. */
    public static final String SSH_KEY = "ssh-key";

    /** The kubeconfig of the administrator, under {@code kubeconfig}, with the published address. */
    public static final String ADMIN_KUBECONFIG = "admin-kubeconfig";

    /** The kubeconfig of the administrator for use within the namespace. */
    public static final String SERVICE_NETWORK_ADMIN_KUBECONFIG = "service-network-admin-kubeconfig";

    /** The kubeconfig of the administrator for use within the API server's pods. */
    public static final String LOCALHOST_KUBECONFIG = "localhost-kubeconfig";

    /** The kubeconfig with which nodes join. */
    public static final String BOOTSTRAP_KUBECONFIG = "bootstrap-kubeconfig";

    /** The password of kubeadmin, under {@code password}; absent where there is an OAuth configuration. */
    public static final String KUBEADMIN_PASSWORD = "kubeadmin-password";

    /** The keys of service account tokens, under {@code service-account.key} and {@code service-account.pub}. */
    public static final String SA_SIGNING_KEY = "sa-signing-key";

    /** The authority of the ignition server. */
    public static final String IGNITION_SERVER_CA_CERT = "ignition-server-ca-cert";

    /** How the API server encrypts secrets. */
    public static final String KAS_SECRET_ENCRYPTION_CONFIG = "kas-secret-encryption-config";

    /** The kubeconfig, under {@code kubeconfig}, of the cluster that virtual machines run in. */
    public static final String KUBEVIRT_INFRA_CREDENTIALS = "kubevirt-infra-credentials";

    /** The certificate of Cluster API's webhooks. */
    public static final String CAPI_WEBHOOKS_TLS = "capi-webhooks-tls";

    /** The AWS role of the cloud controller manager. */
    public static final String CLOUD_CONTROLLER_CREDS = "cloud-controller-creds";

    /** The AWS role of the machine provider. */
    public static final String NODE_MANAGEMENT_CREDS = "node-management-creds";

    /** The AWS role of the control plane operator. */
    public static final String CONTROL_PLANE_OPERATOR_CREDS = "control-plane-operator-creds";

    /** The AWS role of the network configuration controller. */
    public static final String CLOUD_NETWORK_CONFIG_CONTROLLER_CREDS = "cloud-network-config-controller-creds";

    /** The AWS role of the storage driver. */
    public static final String EBS_CLOUD_CREDENTIALS = "ebs-cloud-credentials";

    /** The AWS role that uses encryption keys. */
    public static final String KMS_CREDS = "kms-creds";

    /** The root certificate authority of the control plane. */
    public static final String ROOT_CA = "root-ca";

    /** Signs certificates that nodes and users of the cluster ask for. */
    public static final String CLUSTER_SIGNER_CA = "cluster-signer-ca";

    /** The authority of etcd. */
    public static final String ETCD_SIGNER = "etcd-signer";

    /** With which the API server reaches etcd. */
    public static final String ETCD_CLIENT_TLS = "etcd-client-tls";

    /** What etcd shows to clients. */
    public static final String ETCD_SERVER_TLS = "etcd-server-tls";

    /** What etcd members show to each other. */
    public static final String ETCD_PEER_TLS = "etcd-peer-tls";

    /** The authority of etcd metrics. */
    public static final String ETCD_METRICS_SIGNER = "etcd-metrics-signer";

    /** With which etcd metrics are read. */
    public static final String ETCD_METRICS_CLIENT_TLS = "etcd-metrics-client-tls";

    /** What the API server shows under its public names. */
    public static final String KAS_SERVER_CRT = "kas-server-crt";

    /** What the API server shows under its private names. */
    public static final String KAS_SERVER_PRIVATE_CRT = "kas-server-private-crt";

    /** With which the API server reaches kubelets. */
    public static final String KAS_KUBELET_CLIENT_CRT = "kas-kubelet-client-crt";

    /** The authority of aggregated API servers. */
    public static final String KAS_AGGREGATOR_CLIENT_SIGNER = "kas-aggregator-client-signer";

    /** With which the API server reaches aggregated ones. */
    public static final String KAS_AGGREGATOR_CRT = "kas-aggregator-crt";

    /** Signs client certificates of control plane components. */
    public static final String KUBE_CONTROL_PLANE_SIGNER = "kube-control-plane-signer";

    /** With which the scheduler reaches the API server. */
    public static final String KUBE_SCHEDULER_CLIENT = "kube-scheduler-client";

    /** With which the controller manager reaches the API server. */
    public static final String KUBE_CONTROLLER_MANAGER = "kube-controller-manager";

    /** The authority of {@link #KAS_KUBELET_CLIENT_CRT}. */
    public static final String KUBE_APISERVER_TO_KUBELET_SIGNER = "kube-apiserver-to-kubelet-signer";

    /** The authority of {@link #SYSTEM_ADMIN_CLIENT}. */
    public static final String SYSTEM_ADMIN_SIGNER = "system-admin-signer";

    /** With which the administrator reaches the API server. */
    public static final String SYSTEM_ADMIN_CLIENT = "system-admin-client";

    /** With which nodes first reach the API server. */
    public static final String KAS_BOOTSTRAP_CLIENT = "kas-bootstrap-client";

    /** What the controller manager shows. */
    public static final String KCM_SERVER = "kcm-server";

    private SecretNames() {}
}
