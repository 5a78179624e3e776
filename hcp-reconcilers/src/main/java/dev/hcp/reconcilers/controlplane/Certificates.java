package dev.hcp.reconcilers.controlplane;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The certificate authorities of a control plane, what they sign, and who trusts them. */
final class Certificates {
    /** A self-signed authority; the name is that of its Secret. */
    record Authority(String name, String commonName) {}

    /** A ConfigMap with the certificates of authorities. */
    record Bundle(String name, String key, List<String> authorities) {}

    /**
     * A certificate and its key.
     *
     * @param name name of its Secret
     * @param authority name of the authority's Secret; empty for a self-signed one
     * @param prefix file name of certificate and key in the Secret, {@code tls} mostly
     * @param withAuthority whether the Secret holds the authority's certificate, too
     * @param type type of the Secret
     */
    record Leaf(
            String name,
            String authority,
            String commonName,
            List<String> organizations,
            Function<ControlPlane, List<String>> dnsNames,
            Function<ControlPlane, List<String>> ipAddresses,
            boolean client,
            boolean server,
            String prefix,
            boolean withAuthority,
            String type) {
        String certificateKey() {
            return prefix + ".crt";
        }

        String privateKeyKey() {
            return prefix + ".key";
        }

        List<String> keys() {
            return withAuthority
                    ? List.of("ca.crt", certificateKey(), privateKeyKey())
                    : List.of(certificateKey(), privateKeyKey());
        }

        Leaf file(String newPrefix) {
            return new Leaf(
                    name,
                    authority,
                    commonName,
                    organizations,
                    dnsNames,
                    ipAddresses,
                    client,
                    server,
                    newPrefix,
                    false,
                    type);
        }

        Leaf ofType(String newType) {
            return new Leaf(
                    name,
                    authority,
                    commonName,
                    organizations,
                    dnsNames,
                    ipAddresses,
                    client,
                    server,
                    prefix,
                    withAuthority,
                    newType);
        }

        Leaf addresses(Function<ControlPlane, List<String>> addresses) {
            return new Leaf(
                    name,
                    authority,
                    commonName,
                    organizations,
                    dnsNames,
                    addresses,
                    client,
                    server,
                    prefix,
                    withAuthority,
                    type);
        }

        Leaf alsoClient() {
            return new Leaf(
                    name,
                    authority,
                    commonName,
                    organizations,
                    dnsNames,
                    ipAddresses,
                    true,
                    server,
                    prefix,
                    withAuthority,
                    type);
        }
    }

    static final String ROOT = "root-ca";
    static final String CLUSTER_SIGNER = "cluster-signer-ca";
    static final String ETCD = "etcd-signer";
    static final String ETCD_METRICS = "etcd-metrics-signer";
    static final String AGGREGATOR = "kas-aggregator-client-signer";
    static final String KUBELET = "kube-apiserver-to-kubelet-signer";
    static final String KONNECTIVITY = "konnectivity-signer";
    static final String CONTROL_PLANE = "kube-control-plane-signer";
    static final String SYSTEM_ADMIN = "system-admin-signer";

    static final List<Authority> AUTHORITIES = List.of(
            new Authority(ROOT, "root-ca"),
            new Authority(CLUSTER_SIGNER, "cluster-signer"),
            new Authority(ETCD, "etcd-signer"),
            new Authority(ETCD_METRICS, "etcd-metrics-signer"),
            new Authority(AGGREGATOR, "kas-aggregator-client-signer"),
            new Authority(KUBELET, "kube-apiserver-to-kubelet-signer"),
            new Authority(KONNECTIVITY, "konnectivity-signer"),
            new Authority(CONTROL_PLANE, "kube-control-plane-signer"),
            new Authority(SYSTEM_ADMIN, "system-admin-signer"));

    private static final String TLS = "kubernetes.io/tls";

    static final List<Leaf> LEAVES = List.of(
            // etcd and its clients
            client("etcd-client-tls", ETCD, "etcd-client", "kubernetes").file("etcd-client"),
            service("etcd-server-tls", ETCD, "etcd-server", "etcd-client", "*.etcd-discovery")
                    .addresses(Certificates::loopback)
                    .alsoClient()
                    .file("server"),
            service("etcd-peer-tls", ETCD, "etcd-discovery", "*.etcd-discovery", "*.etcd-client")
                    .addresses(Certificates::loopback)
                    .alsoClient()
                    .file("peer"),
            client("etcd-metrics-client-tls", ETCD_METRICS, "etcd-metrics-client", "kubernetes")
                    .file("etcd-client"),
            // the API server and its clients
            leaf("kas-server-crt", ROOT, "kubernetes", List.of("kubernetes"), Certificates::apiServerNames, false, true)
                    .addresses(Certificates::apiServerAddresses),
            leaf(
                    "kas-server-private-crt",
                    ROOT,
                    "kubernetes",
                    List.of("kubernetes"),
                    controlPlane -> List.of("api." + controlPlane.name() + ".hypershift.local"),
                    false,
                    true),
            client("kas-kubelet-client-crt", KUBELET, "system:kube-apiserver", "kube-master"),
            client("kas-aggregator-crt", AGGREGATOR, "system:openshift-aggregator", "kubernetes"),
            client("kas-bootstrap-client", CLUSTER_SIGNER, "system:bootstrapper", "kubernetes"),
            client("system-admin-client", SYSTEM_ADMIN, "system:admin", "system:masters"),
            client("kube-scheduler-client", CONTROL_PLANE, "system:kube-scheduler", "kubernetes"),
            client("kube-controller-manager", CONTROL_PLANE, "system:kube-controller-manager", "kubernetes"),
            client(
                    "openshift-authenticator-cert",
                    CLUSTER_SIGNER,
                    "system:serviceaccount:openshift-oauth-apiserver:openshift-authenticator",
                    "openshift"),
            client("metrics-client", CLUSTER_SIGNER, "system:serviceaccount:hypershift:prometheus", "kubernetes"),
            // the tunnel to the nodes
            leaf(
                    "konnectivity-server",
                    KONNECTIVITY,
                    "konnectivity-server-local",
                    List.of("kubernetes"),
                    controlPlane -> inNamespace(controlPlane, "konnectivity-server-local"),
                    false,
                    true),
            leaf(
                    "konnectivity-cluster",
                    KONNECTIVITY,
                    "konnectivity-server",
                    List.of("kubernetes"),
                    controlPlane -> inNamespace(controlPlane, "konnectivity-server"),
                    false,
                    true),
            client("konnectivity-client", KONNECTIVITY, "konnectivity-client", "kubernetes"),
            client("konnectivity-agent", KONNECTIVITY, "konnectivity-agent", "kubernetes"),
            // serving certificates of the other components
            service("kcm-server", ROOT, "kube-controller-manager"),
            service("cluster-policy-controller-cert", ROOT, "cluster-policy-controller"),
            service("openshift-apiserver-cert", ROOT, "openshift-apiserver"),
            service("openshift-oauth-apiserver-cert", ROOT, "openshift-oauth-apiserver"),
            service("openshift-controller-manager-cert", ROOT, "openshift-controller-manager"),
            service("openshift-route-controller-manager-cert", ROOT, "openshift-route-controller-manager"),
            service("oauth-server-crt", ROOT, "oauth-openshift"),
            leaf(
                    "ingress-crt",
                    ROOT,
                    "openshift-ingress",
                    List.of("openshift"),
                    controlPlane -> List.of("*.apps." + controlPlane.name() + "."
                            + ControlPlane.text(controlPlane.spec(), "dns", "baseDomain")),
                    false,
                    true),
            service("mcs-crt", ROOT, "machine-config-server"),
            service("node-tuning-operator-tls", ROOT, "node-tuning-operator"),
            service("packageserver-cert", ROOT, "packageserver"),
            service("olm-operator-serving-cert", ROOT, "olm-operator-metrics"),
            service("catalog-operator-serving-cert", ROOT, "catalog-operator-metrics"),
            service("cvo-server", ROOT, "cluster-version-operator"),
            service("ignition-server", ROOT, "ignition-server"),
            service("cluster-image-registry-operator", ROOT, "cluster-image-registry-operator"),
            service("csi-snapshot-webhook-secret", ROOT, "csi-snapshot-webhook"),
            service("multus-admission-controller-secret", ROOT, "multus-admission-controller")
                    .ofType(TLS),
            service("network-node-identity-secret", ROOT, "network-node-identity")
                    .ofType(TLS),
            service("ovn-control-plane-metrics-cert", ROOT, "ovn-kubernetes-control-plane")
                    .ofType(TLS));

    /** Kubeconfigs of operators in the control plane namespace, each with the certificate it uses. */
    static final Leaf DNS_OPERATOR = client(
            "dns-operator-kubeconfig",
            CLUSTER_SIGNER,
            "system:serviceaccount:openshift-dns-operator:dns-operator",
            "kubernetes");

    static final Leaf INGRESS_OPERATOR = client(
            "ingress-operator-kubeconfig",
            CLUSTER_SIGNER,
            "system:serviceaccount:openshift-ingress-operator:ingress-operator",
            "kubernetes");

    static final Leaf CREDENTIAL_OPERATOR = client(
            "cloud-credential-operator-kubeconfig",
            CLUSTER_SIGNER,
            "system:serviceaccount:openshift-cloud-credential-operator:cloud-credential-operator",
            "kubernetes");

    static final Leaf POD_IDENTITY_WEBHOOK = client(
            "aws-pod-identity-webhook-kubeconfig",
            CLUSTER_SIGNER,
            "system:serviceaccount:openshift-authentication:aws-pod-identity-webhook",
            "kubernetes");

    static final Leaf KUBEVIRT_CSI = client(
            "kubevirt-csi-controller-tenant-kubeconfig",
            CLUSTER_SIGNER,
            "system:serviceaccount:openshift-cluster-csi-drivers:kubevirt-csi-controller-sa",
            "kubernetes");

    static final Leaf PPROF = leaf("pprof-cert", "", "pprof", List.of(), controlPlane -> List.of(), false, true)
            .file("tls")
            .ofType(TLS);

    static final List<Bundle> BUNDLES = List.of(
            new Bundle("root-ca", "ca.crt", List.of(ROOT)),
            new Bundle("aggregator-client-ca", "ca-bundle.crt", List.of(AGGREGATOR)),
            new Bundle("client-ca", "ca.crt", List.of(CLUSTER_SIGNER, CONTROL_PLANE, KUBELET, SYSTEM_ADMIN)),
            new Bundle("kubelet-client-ca", "ca.crt", List.of(CLUSTER_SIGNER, CONTROL_PLANE, KUBELET)),
            new Bundle("etcd-ca", "ca.crt", List.of(ETCD)),
            new Bundle("etcd-metrics-ca", "ca.crt", List.of(ETCD_METRICS)),
            new Bundle("konnectivity-ca-bundle", "ca.crt", List.of(KONNECTIVITY)),
            new Bundle("oauth-master-ca-bundle", "ca.crt", List.of(ROOT)),
            new Bundle("trusted-ca-bundle-managed", "ca-bundle.crt", List.of(ROOT)));

    private Certificates() {}

    private static Leaf leaf(
            String name,
            String authority,
            String commonName,
            List<String> organizations,
            Function<ControlPlane, List<String>> dnsNames,
            boolean client,
            boolean server) {
        return new Leaf(
                name,
                authority,
                commonName,
                organizations,
                dnsNames,
                controlPlane -> List.of(),
                client,
                server,
                "tls",
                true,
                "Opaque");
    }

    private static Leaf client(String name, String authority, String commonName, String organization) {
        return leaf(name, authority, commonName, List.of(organization), controlPlane -> List.of(), true, false);
    }

    private static Leaf service(String name, String authority, String... services) {
        return leaf(
                name,
                authority,
                services[0],
                List.of("openshift"),
                controlPlane -> {
                    List<String> names = new ArrayList<>();
                    for (String service : services) {
                        names.addAll(inNamespace(controlPlane, service));
                    }
                    names.add("localhost");
                    return names;
                },
                false,
                true);
    }

    /** The names by which a service is called from within the management cluster. */
    private static List<String> inNamespace(ControlPlane controlPlane, String service) {
        String qualified = service + "." + controlPlane.namespace();
        return List.of(service, qualified, qualified + ".svc", qualified + ".svc.cluster.local");
    }

    private static List<String> loopback(ControlPlane controlPlane) {
        return List.of("127.0.0.1", "::1");
    }

    private static List<String> apiServerNames(ControlPlane controlPlane) {
        List<String> names = new ArrayList<>(List.of(
                "localhost",
                "kubernetes",
                "kubernetes.default",
                "kubernetes.default.svc",
                "kubernetes.default.svc.cluster.local"));
        names.addAll(inNamespace(controlPlane, "kube-apiserver"));
        names.add("api." + controlPlane.name() + ".hypershift.local");
        String host = ControlPlane.text(controlPlane.object(), "status", "controlPlaneEndpoint", "host");
        if (!host.isEmpty() && !isAddress(host)) {
            names.add(host);
        }
        return names;
    }

    private static List<String> apiServerAddresses(ControlPlane controlPlane) {
        List<String> addresses = new ArrayList<>(List.of("127.0.0.1", "::1", "172.20.0.1"));
        String host = ControlPlane.text(controlPlane.object(), "status", "controlPlaneEndpoint", "host");
        if (isAddress(host) && !addresses.contains(host)) {
            addresses.add(host);
        }
        return addresses;
    }

    private static boolean isAddress(String host) {
        return host.contains(":") || host.matches("\\d{1,3}(\\.\\d{1,3}){3}");
    }
}
