package dev.hcp.reconcilers.controlplane;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.reconcilers.ObjectKey;
import dev.hcp.reconcilers.PlainStore;
import dev.hcp.reconcilers.Plan;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** One workload after another becomes ready: what each of them holds back. */
class RolloutOrderTest {
    private static final String NAMESPACE = ControlPlaneFixture.NAMESPACE;

    private final ControlPlaneFixture demo = ControlPlaneFixture.of(JsonObject.of(
            "services",
            JsonArray.of(
                    published("APIServer", 30100),
                    published("Konnectivity", 0),
                    published("OAuthServer", 30300),
                    published("Ignition", 30400))));

    private static JsonObject published(String service, int port) {
        JsonObject nodePort = JsonObject.of("address", "203.0.113.7");
        return JsonObject.of(
                "service",
                service,
                "servicePublishingStrategy",
                JsonObject.of("nodePort", port == 0 ? nodePort : nodePort.with("port", port), "type", "NodePort"));
    }

    private void givePort() {
        JsonObject service = demo.existing(Service.class, "konnectivity-server");
        JsonObject port = service.array("spec", "ports").object(0).with("nodePort", 30200);
        patch(Service.class, "konnectivity-server", JsonObject.of("spec", JsonObject.of("ports", JsonArray.of(port))));
    }

    private void becomesReady(Class<? extends HasMetadata> type, String name) {
        long replicas = demo.existing(type, name).integer(1, "spec", "replicas");
        patch(
                type,
                name,
                JsonObject.of(
                        "status",
                        JsonObject.of(
                                "availableReplicas",
                                replicas,
                                "readyReplicas",
                                replicas,
                                "replicas",
                                replicas,
                                "updatedReplicas",
                                replicas)));
        demo.pass();
    }

    private void patch(Class<? extends HasMetadata> type, String name, JsonObject patch) {
        demo.world.store.patch(PlainStore.kindOf(type), new ObjectKey(NAMESPACE, name), patch);
    }

    private List<String> deployments() {
        return demo.world.trees(Deployment.class, NAMESPACE).stream()
                .map(deployment -> ControlPlane.text(deployment, "metadata", "name"))
                .toList();
    }

    @Test
    void each_stage_waits_for_the_one_before() {
        // the infrastructure first: nothing else is there, and it is looked at again after a minute
        assertThat(demo.pass().flatMap(Plan::requeueAfter)).contains(Duration.ofMinutes(1));
        assertThat(deployments()).isEmpty();
        assertThat(demo.has(Secret.class, "root-ca")).isFalse();

        // keys and certificates come with etcd
        givePort();
        demo.pass();
        assertThat(demo.has(StatefulSet.class, "etcd")).isTrue();
        assertThat(demo.has(Secret.class, "kas-server-crt")).isTrue();
        assertThat(deployments()).containsExactly("control-plane-pki-operator");

        // the API server comes with the kubeconfigs
        assertThat(demo.has(Secret.class, "admin-kubeconfig")).isFalse();
        becomesReady(StatefulSet.class, "etcd");
        assertThat(deployments()).containsExactly("control-plane-pki-operator", "kube-apiserver");
        assertThat(demo.has(Secret.class, "admin-kubeconfig")).isTrue();

        // its controllers come together, and the rest waits for every one of them
        becomesReady(Deployment.class, "kube-apiserver");
        List<String> core = List.of(
                "control-plane-pki-operator",
                "kube-apiserver",
                "kube-controller-manager",
                "kube-scheduler",
                "openshift-apiserver");
        assertThat(deployments()).isEqualTo(core);
        becomesReady(Deployment.class, "kube-controller-manager");
        becomesReady(Deployment.class, "openshift-apiserver");
        assertThat(deployments()).isEqualTo(core);
        assertThat(demo.has(Secret.class, "kubeadmin-password")).isFalse();

        becomesReady(Deployment.class, "kube-scheduler");
        assertThat(deployments())
                .contains(
                        "oauth-openshift",
                        "cluster-version-operator",
                        "hosted-cluster-config-operator",
                        "ignition-server");
        assertThat(demo.has(Secret.class, "kubeadmin-password")).isTrue();
    }

    @Test
    void a_stage_that_falls_back_keeps_later_ones_at_the_old_release() {
        demo.settle();
        String before = releaseOf("cluster-version-operator");
        patch(Deployment.class, "kube-apiserver", JsonObject.of("status", JsonObject.of("availableReplicas", 0)));

        demo.specify(JsonObject.of("releaseImage", "release:4.17.1"));
        demo.pass();

        assertThat(releaseOf("kube-apiserver")).isEqualTo("release:4.17.1");
        assertThat(releaseOf("cluster-version-operator")).isEqualTo(before).isEqualTo("release:4.17.0");
    }

    private String releaseOf(String deployment) {
        return ControlPlane.text(
                demo.existing(Deployment.class, deployment),
                "spec",
                "template",
                "metadata",
                "annotations",
                "hypershift.openshift.io/release-image");
    }

    @Test
    void ports_that_are_asked_for_are_enough_to_go_on_in_the_same_pass() {
        ControlPlaneFixture ready = ControlPlaneFixture.of(JsonObject.of(
                "services",
                JsonArray.of(
                        published("APIServer", 30100),
                        published("Konnectivity", 30200),
                        published("OAuthServer", 30300),
                        published("Ignition", 30400))));
        ready.pass();
        assertThat(ready.has(StatefulSet.class, "etcd")).isTrue();
    }

    @Test
    void an_unknown_release_is_reported_after_the_status_is() {
        demo.specify(JsonObject.of("releaseImage", "nowhere"));
        assertThat(demo.pass().flatMap(Plan::failure))
                .contains("failed to update control plane: failed to look up release metadata: no release nowhere");
        assertThat(demo.object().object("status")).containsEntry("initialized", true);
        assertThat(demo.has(Service.class, "kube-apiserver")).isFalse();
    }

    @Test
    void a_kubeconfig_may_have_another_name_and_the_password_goes_with_an_own_login() {
        demo.specify(JsonObject.of("kubeconfig", JsonObject.of("key", "config", "name", "mine")));
        givePortAfterPass();
        demo.settle();
        assertThat(demo.object().object("status", "kubeConfig"))
                .isEqualTo(JsonObject.of("key", "config", "name", "mine"));
        assertThat(demo.existing(Secret.class, "mine").object("data").keySet()).containsExactly("config");
        assertThat(demo.object().text("status", "kubeadminPassword", "name")).isEqualTo("kubeadmin-password");

        demo.specify(JsonObject.of("configuration", JsonObject.of("oauth", JsonObject.EMPTY)));
        demo.settle();
        assertThat(demo.has(Secret.class, "kubeadmin-password")).isFalse();
        assertThat(demo.object().at("status", "kubeadminPassword")).isNull();
    }

    private void givePortAfterPass() {
        demo.pass();
        givePort();
    }

    @Test
    void kubeconfigs_lead_where_their_users_are() {
        Map<String, String> strategies =
                Map.of("APIServer", "LoadBalancer", "OAuthServer", "Route", "Konnectivity", "Route");
        assertServers("None", strategies, "kube-apiserver.lb.example.com:6443", "kube-apiserver.lb.example.com:6443");
        assertServers(
                "AWS:PublicAndPrivate",
                strategies,
                "kube-apiserver.lb.example.com:6443",
                "api.demo.hypershift.local:6443");
        assertServers("AWS:Private", strategies, "api.demo.hypershift.local:6443", "api.demo.hypershift.local:6443");
    }

    private static void assertServers(
            String platform, Map<String, String> strategies, String administrators, String nodes) {
        PublishedControlPlane published =
                PublishedControlPlane.on(platform, strategies).provisioned();
        published.demo.settle();
        assertThat(kubeconfig(published, "admin-kubeconfig")).contains("server: https://" + administrators + "\n");
        assertThat(kubeconfig(published, "bootstrap-kubeconfig")).contains("server: https://" + nodes + "\n");
        assertThat(kubeconfig(published, "service-network-admin-kubeconfig"))
                .contains("server: https://kube-apiserver:6443\n");
    }

    private static String kubeconfig(PublishedControlPlane published, String secret) {
        return ControlPlaneObjects.text(published.demo.existing(Secret.class, secret), "kubeconfig");
    }
}
