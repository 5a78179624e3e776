package dev.hcp.api.names;

import java.nio.charset.StandardCharsets;

/** The rules that derive names from names. */
public final class Naming {
    /** The alphabet of generated suffixes: no vowels, so no words. */
    public static final String SUFFIX_ALPHABET = "bcdfghjklmnpqrstvwxz2456789";

    private static final int INFRA_ID_BASE = 21;
    private static final int LABEL_VALUE = 63;
    private static final int NODE_POOL_SELECTOR = 43;

    private Naming() {}

    /** The namespace of a hosted cluster's control plane: both names joined, dots of the cluster's name replaced. */
    public static String controlPlaneNamespace(String namespace, String name) {
        return namespace + "-" + name.replace('.', '-');
    }

    /**
     * The infrastructure ID made from a cluster name: at most 21 letters, digits and dashes of it, a dash, and the suffix.
     *
     * @param suffix five characters of {@link #SUFFIX_ALPHABET}, drawn by the caller
     */
    public static String infraId(String name, String suffix) {
        String base = name.replaceAll("[^A-Za-z0-9-]", "-").replaceAll("-+", "-");
        base = base.substring(0, Math.min(base.length(), INFRA_ID_BASE));
        return base.replaceAll("-+$", "") + "-" + suffix;
    }

    /**
     * {@code base-suffix}, shortened to a length where needed: then the base is cut and its hash put in between; where the
     * suffix leaves no room for that, the suffix goes and the hash is that of both.
     */
    public static String shortName(String base, String suffix, int maximumLength) {
        String whole = base + "-" + suffix;
        if (length(whole) <= maximumLength) {
            return whole;
        }
        int room = maximumLength - 10 - length(suffix);
        if (room < 1) {
            String name = cut(base, Math.max(0, maximumLength - 9)) + "-" + Hashes.simple(whole);
            return cut(name, maximumLength);
        }
        return cut(base, room) + "-" + Hashes.simple(base) + "-" + suffix;
    }

    /** {@link #shortName(String, String, int)} to the 63 characters of a label value. */
    public static String shortName(String base, String suffix) {
        return shortName(base, suffix, LABEL_VALUE);
    }

    /** The label that is both key and value of the selector of a node pool's machines. */
    public static String nodePoolSelector(String infraId, String clusterName, String nodePoolName) {
        return shortName(infraId + "-" + clusterName, nodePoolName, NODE_POOL_SELECTOR);
    }

    /** The secret, in the namespace of the HostedCluster, with the administrator's kubeconfig under {@code kubeconfig}. */
    public static String adminKubeconfigSecret(String clusterName) {
        return clusterName + "-" + SecretNames.ADMIN_KUBECONFIG;
    }

    /** The secret, in the namespace of the HostedCluster, with the password of kubeadmin under {@code password}. */
    public static String kubeadminPasswordSecret(String clusterName) {
        return clusterName + "-" + SecretNames.KUBEADMIN_PASSWORD;
    }

    /** The secret, in the namespace of the HostedCluster, with the key that is made for encryption where none is given. */
    public static String etcdEncryptionKeySecret(String clusterName) {
        return clusterName + "-etcd-encryption-key";
    }

    /** The secret, in the control plane's namespace, with the kubeconfig that Cluster API uses, under {@code value}. */
    public static String capiKubeconfigSecret(String infraId) {
        return infraId + "-kubeconfig";
    }

    /** The secret with which nodes of a pool fetch their configuration. */
    public static String tokenSecret(String nodePoolName, String payloadHash) {
        return "token-" + nodePoolName + "-" + payloadHash;
    }

    /** The secret with the first configuration of nodes of a pool, under {@code value}. */
    public static String userDataSecret(String nodePoolName, String payloadHash) {
        return "user-data-" + nodePoolName + "-" + payloadHash;
    }

    /** The ConfigMap with the tuning of a node pool. */
    public static String tunedConfigMap(String nodePoolName) {
        return "tuned-" + nodePoolName;
    }

    /** The secret, beside an Agent, with the token that the agent provider took from a first configuration. */
    public static String agentIgnitionTokenSecret(String bootstrapSecret) {
        return "agent-" + bootstrapSecret;
    }

    /** The secret, beside a virtual machine, with the first configuration of a KubevirtMachine, under {@code userdata}. */
    public static String kubevirtUserDataSecret(String machineName) {
        return machineName + "-userdata";
    }

    private static int length(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** Names are ASCII; anything else was refused before it came here. */
    private static String cut(String text, int length) {
        return text.substring(0, Math.min(text.length(), length));
    }
}
