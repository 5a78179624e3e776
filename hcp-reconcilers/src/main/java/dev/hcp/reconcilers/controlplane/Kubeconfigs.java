package dev.hcp.reconcilers.controlplane;

import dev.hcp.api.json.JsonObject;
import dev.hcp.platforms.ApiAccess;
import io.fabric8.kubernetes.api.model.Secret;
import java.util.Map;
import java.util.Optional;

/** The kubeconfigs of a control plane, by whom and from where its API server is called. */
final class Kubeconfigs {
    /** The key of a Secret that is a kubeconfig's, by default. */
    static final String KEY = "kubeconfig";

    private static final String KIND = "hypershift.openshift.io/kubeconfig";

    private final ControlPlaneObjects objects;
    private final ControlPlane controlPlane;
    private final Publishing publishing;

    Kubeconfigs(ControlPlaneObjects objects) {
        this.objects = objects;
        this.controlPlane = objects.controlPlane();
        this.publishing = new Publishing(controlPlane);
    }

    /** Those that come with the API server. */
    void ofApiServer() {
        String inside = inside();
        write("service-network-admin-kubeconfig", Map.of(KIND, "service"), KEY, inside, "system-admin-client");
        write(
                controlPlane.infraId() + "-kubeconfig",
                Map.of("cluster.x-k8s.io/cluster-name", controlPlane.infraId(), KIND, "capi"),
                "value",
                inside,
                "system-admin-client");
        write(
                "localhost-kubeconfig",
                Map.of(KIND, "local"),
                KEY,
                "https://localhost:" + controlPlane.apiServerPodPort(),
                "system-admin-client");
        administrator(external());
        write(
                "bootstrap-kubeconfig",
                Map.of(KIND, "bootstrap"),
                KEY,
                controlPlane.isPrivate() ? internal() : external(),
                "kas-bootstrap-client");
        write(
                "kas-authentication-token-webhook-config",
                Map.of(),
                KEY,
                "https://openshift-oauth-apiserver." + controlPlane.namespace()
                        + ".svc/apis/oauth.openshift.io/v1/tokenreviews",
                "openshift-authenticator-cert");
    }

    /** Those of the controllers that call it from within its namespace. */
    void ofControllers() {
        String inside = inside();
        write("kube-controller-manager-kubeconfig", Map.of(KIND, "service"), KEY, inside, "kube-controller-manager");
        write("kube-scheduler-kubeconfig", Map.of(KIND, "service"), KEY, inside, "kube-scheduler-client");
    }

    /** Those of operators, each together with its certificate. */
    void ofOperators(Pki pki) {
        operator(pki, Certificates.DNS_OPERATOR);
        operator(pki, Certificates.INGRESS_OPERATOR);
        if (controlPlane.onPlatform("AWS")) {
            operator(pki, Certificates.CREDENTIAL_OPERATOR);
        }
        if (controlPlane.onPlatform("KubeVirt") && controlPlane.kubevirtStorageDriver()) {
            operator(pki, Certificates.KUBEVIRT_CSI);
        }
    }

    /** That of the webhook, beside the API server on AWS, which gives pods the identities of their accounts. */
    void ofPodIdentities(Pki pki) {
        operator(pki, Certificates.POD_IDENTITY_WEBHOOK);
    }

    private void operator(Pki pki, Certificates.Leaf leaf) {
        pki.leafWith(
                leaf,
                Map.of(KIND, "local"),
                pair -> Map.of(
                        KEY,
                        text(
                                inside(),
                                authority(),
                                "    client-certificate-data: " + ControlPlaneObjects.base64(pair.certificate()) + "\n"
                                        + "    client-key-data: " + ControlPlaneObjects.base64(pair.privateKey())
                                        + "\n")));
    }

    /** The address used within the control plane namespace. */
    private String inside() {
        return "https://" + ControlPlaneServices.KUBE_API_SERVER + ":" + publishing.apiServicePort();
    }

    /** The address that administrators use. */
    private String external() {
        boolean named = !publishing.externalHostname(Publishing.API_SERVER).isEmpty();
        return controlPlane.isPublic() || named
                ? "https://" + bracketed(ControlPlane.text(endpoint(), "host")) + ":" + port()
                : internal();
    }

    /** The address of those who come over a private link. */
    private String internal() {
        return "https://" + publishing.internalApiHost() + ":" + port();
    }

    private JsonObject endpoint() {
        return controlPlane.object().object("status", "controlPlaneEndpoint");
    }

    private long port() {
        return endpoint().integer(6443, "port");
    }

    private static String bracketed(String host) {
        return host.contains(":") ? "[" + host + "]" : host;
    }

    /** Leads to where administrators really reach the API server, where the world knows better. */
    private void administrator(String outside) {
        ExternalKubeconfig kept = ExternalKubeconfig.of(controlPlane);
        String name = kept.secret();
        Map<String, String> labels = Map.of(KIND, "external");
        Optional<ApiAccess> access = access();
        if (access.isEmpty()) {
            write(name, labels, kept.key(), outside, "system-admin-client");
            return;
        }
        objects.apply(
                Secret.class,
                name,
                () -> ControlPlaneObjects.secret(
                        controlPlane.metadata(name, labels),
                        Map.of(
                                kept.key(),
                                text(
                                        access.get().server(),
                                        access.get().certificateAuthority(),
                                        "    token: " + access.get().token() + "\n")),
                        ""));
    }

    private Optional<ApiAccess> access() {
        String cluster =
                controlPlane.annotation("hypershift.openshift.io/cluster").orElse("");
        int slash = cluster.indexOf('/');
        return slash < 0
                ? Optional.empty()
                : objects.pass().hostedApi(cluster.substring(0, slash), cluster.substring(slash + 1));
    }

    private String authority() {
        return objects.tree(Secret.class, Certificates.ROOT)
                .map(secret -> ControlPlaneObjects.text(secret, "tls.crt"))
                .orElse("");
    }

    private void write(String name, Map<String, String> labels, String key, String server, String client) {
        objects.apply(Secret.class, name, () -> {
            JsonObject pair = objects.tree(Secret.class, client).orElse(JsonObject.EMPTY);
            String user = "    client-certificate-data: " + ControlPlane.text(pair, "data", "tls.crt") + "\n"
                    + "    client-key-data: " + ControlPlane.text(pair, "data", "tls.key") + "\n";
            return ControlPlaneObjects.secret(
                    controlPlane.metadata(name, labels), Map.of(key, text(server, authority(), user)), "");
        });
    }

    private static String text(String server, String authority, String user) {
        return "apiVersion: v1\n"
                + "clusters:\n"
                + "- cluster:\n"
                + (authority.isEmpty()
                        ? ""
                        : "    certificate-authority-data: " + ControlPlaneObjects.base64(authority) + "\n")
                + "    server: " + server + "\n"
                + "  name: cluster\n"
                + "contexts:\n"
                + "- context:\n"
                + "    cluster: cluster\n"
                + "    namespace: default\n"
                + "    user: admin\n"
                + "  name: admin\n"
                + "current-context: admin\n"
                + "kind: Config\n"
                + "preferences: {}\n"
                + "users:\n"
                + "- name: admin\n"
                + "  user:\n"
                + user;
    }
}
