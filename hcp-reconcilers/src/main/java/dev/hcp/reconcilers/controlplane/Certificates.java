package dev.hcp.reconcilers.controlplane;

import dev.hcp.reconcilers.controlplane.PublishedEndpoints.Endpoints;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The certificate authorities of a control plane, what they sign, and who trusts them. */
final class Certificates {
    /** A self-signed authority; the name is that of its Secret. */
    record Authority(String name, String commonName) {}

    /** Names or addresses that a certificate is for, of a control plane and where it is published, so far as known. */
    @FunctionalInterface
    interface Names {
        List<String> of(ControlPlane controlPlane, Optional<Endpoints> endpoints);
    }

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
            Names dnsNames,
            Names ipAddresses,
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

        Leaf addresses(Names addresses) {
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
            leaf(
                            "kas-server-crt",
                            ROOT,
                            "kubernetes",
                            List.of("kubernetes"),
                            CertificateNames::ofApiServer,
                            false,
                            true)
                    .addresses(CertificateNames::addressesOfApiServer),
            leaf(
                    "kas-server-private-crt",
                    ROOT,
                    "kubernetes",
                    List.of("kubernetes"),
                    (controlPlane, endpoints) -> List.of(new Publishing(controlPlane).internalApiHost()),
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
                    (controlPlane, endpoints) -> inNamespace(controlPlane, "konnectivity-server-local"),
                    false,
                    true),
            leaf(
                            "konnectivity-cluster",
                            KONNECTIVITY,
                            "konnectivity-server",
                            List.of("kubernetes"),
                            CertificateNames::ofKonnectivity,
                            false,
                            true)
                    .addresses(CertificateNames::addressesOfKonnectivity),
            client("konnectivity-client", KONNECTIVITY, "konnectivity-client", "kubernetes"),
            client("konnectivity-agent", KONNECTIVITY, "konnectivity-agent", "kubernetes"),
            // serving certificates of the other components
            service("kcm-server", ROOT, "kube-controller-manager"),
            service("cluster-policy-controller-cert", ROOT, "cluster-policy-controller"),
            service("openshift-apiserver-cert", ROOT, "openshift-apiserver"),
            service("openshift-oauth-apiserver-cert", ROOT, "openshift-oauth-apiserver"),
            service("openshift-controller-manager-cert", ROOT, "openshift-controller-manager"),
            service("openshift-route-controller-manager-cert", ROOT, "openshift-route-controller-manager"),
            leaf(
                            "oauth-server-crt",
                            ROOT,
                            "openshift-oauth",
                            List.of("openshift"),
                            CertificateNames::ofOAuth,
                            false,
                            true)
                    .addresses(CertificateNames::addressesOfOAuth),
            leaf(
                    "ingress-crt",
                    ROOT,
                    "openshift-ingress",
                    List.of("openshift"),
                    (controlPlane, endpoints) -> List.of("*." + ControlPlaneConfigMaps.ingressDomain(controlPlane)),
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

    /** Those that only one platform has. */
    static List<Leaf> onPlatform(String type) {
        return switch (type) {
            case "AWS" -> AWS;
            case "Azure" -> AZURE;
            default -> List.of();
        };
    }

    private static final List<Leaf> AWS = List.of(
            service("aws-pod-identity-webhook-serving-cert", ROOT, "aws-pod-identity-webhook"),
            service(
                    "aws-ebs-csi-driver-controller-metrics-serving-cert",
                    ROOT,
                    "aws-ebs-csi-driver-controller-metrics"));

    private static final List<Leaf> AZURE = List.of(
            service(
                    "azure-disk-csi-driver-controller-metrics-serving-cert",
                    ROOT,
                    "azure-disk-csi-driver-controller-metrics"),
            service(
                    "azure-file-csi-driver-controller-metrics-serving-cert",
                    ROOT,
                    "azure-file-csi-driver-controller-metrics"));

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

    static final Leaf PPROF = leaf(
                    "pprof-cert", "", "pprof", List.of(), (controlPlane, endpoints) -> List.of(), false, true)
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
            Names dnsNames,
            boolean client,
            boolean server) {
        return new Leaf(
                name,
                authority,
                commonName,
                organizations,
                dnsNames,
                (controlPlane, endpoints) -> List.of(),
                client,
                server,
                "tls",
                true,
                "Opaque");
    }

    private static Leaf client(String name, String authority, String commonName, String organization) {
        return leaf(
                name,
                authority,
                commonName,
                List.of(organization),
                (controlPlane, endpoints) -> List.of(),
                true,
                false);
    }

    private static Leaf service(String name, String authority, String... services) {
        return leaf(
                name,
                authority,
                services[0],
                List.of("openshift"),
                (controlPlane, endpoints) -> {
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
    static List<String> inNamespace(ControlPlane controlPlane, String service) {
        String qualified = service + "." + controlPlane.namespace();
        return List.of(service, qualified, qualified + ".svc", qualified + ".svc.cluster.local");
    }

    private static List<String> loopback(ControlPlane controlPlane, Optional<Endpoints> endpoints) {
        return List.of("127.0.0.1", "::1");
    }
}
