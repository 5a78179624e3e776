package dev.hcp.reconcilers.hostedcluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.reconcilers.ObjectKey;
import io.fabric8.kubernetes.api.model.Secret;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UserCopiesTest {
    private static final JsonArray OWNED_BY_THE_CLUSTER = JsonArray.of(JsonObject.of(
            "apiVersion", "hypershift.openshift.io/v1beta1", "kind", "HostedCluster", "name", "demo", "uid", "u1"));

    private final ClusterScene demo = new ClusterScene();

    private Optional<JsonObject> copy(String name) {
        return demo.world.tree(Secret.class, "clusters", name);
    }

    private void report() {
        demo.settle()
                .object(
                        "Secret",
                        ClusterScene.NAMESPACE,
                        "admin-kubeconfig",
                        Json.parseObject("{\"data\": {\"kubeconfig\": \"b25l\", \"other\": \"eA==\"}}"))
                .object(
                        "Secret",
                        ClusterScene.NAMESPACE,
                        "kubeadmin-password",
                        Json.parseObject("{\"data\": {\"password\": \"cHc=\", \"hint\": \"eA==\"}}"))
                .controlPlaneStatus(
                        "kubeConfig",
                        JsonObject.of("name", "admin-kubeconfig", "key", "kubeconfig"),
                        "kubeadminPassword",
                        JsonObject.of("name", "kubeadmin-password"));
    }

    @Test
    void the_administrators_kubeconfig_comes_back_with_the_labels_of_the_cluster() {
        demo.labelled("team", "a");
        report();
        demo.settle();

        JsonObject kubeconfig = copy("demo-admin-kubeconfig").orElseThrow();
        assertThat(kubeconfig.object("data")).isEqualTo(JsonObject.of("kubeconfig", "b25l"));
        assertThat(kubeconfig.object("metadata", "labels")).isEqualTo(JsonObject.of("team", "a"));
        assertThat(kubeconfig.array("metadata", "ownerReferences")).isEqualTo(OWNED_BY_THE_CLUSTER);

        demo.labelled("team", null).settle();
        assertThat(copy("demo-admin-kubeconfig").orElseThrow().object("metadata", "labels"))
                .isEmpty();
    }

    @Test
    void the_password_comes_back_whole_and_without_labels_and_goes_with_what_it_is_a_copy_of() {
        demo.labelled("team", "a");
        report();
        demo.settle();

        JsonObject password = copy("demo-kubeadmin-password").orElseThrow();
        assertThat(password.object("data")).isEqualTo(JsonObject.of("hint", "eA==", "password", "cHc="));
        assertThat(password.object("metadata", "labels")).isEmpty();
        assertThat(password.array("metadata", "ownerReferences")).isEqualTo(OWNED_BY_THE_CLUSTER);

        demo.controlPlaneStatus("kubeadminPassword", null).settle();
        assertThat(copy("demo-kubeadmin-password")).isEmpty();
        assertThat(copy("demo-admin-kubeconfig")).isPresent();
    }

    @Test
    void a_changed_kubeconfig_comes_back_again() {
        report();
        demo.settle()
                .patch(
                        Secret.class,
                        new ObjectKey(ClusterScene.NAMESPACE, "admin-kubeconfig"),
                        Json.parseObject("{\"data\": {\"kubeconfig\": \"dHdv\"}}"))
                .settle();

        assertThat(copy("demo-admin-kubeconfig").orElseThrow().text("data", "kubeconfig"))
                .isEqualTo("dHdv");
    }

    @Test
    void what_the_control_plane_reports_but_does_not_have_is_missed() {
        demo.settle().controlPlaneStatus("kubeConfig", JsonObject.of("name", "admin-kubeconfig", "key", "kubeconfig"));

        assertThat(demo.pass().failure())
                .contains("failed to get controlplane kubeconfig secret \"clusters-demo/admin-kubeconfig\":"
                        + " secrets \"admin-kubeconfig\" not found");
    }

    @Test
    void secrets_that_the_command_line_made_for_the_cluster_go_with_it() {
        String made = "hypershift.openshift.io/safe-to-delete-with-cluster";
        String whose = "hypershift.openshift.io/auto-created-for-infra";
        demo.object("Secret", "clusters", "mine", labels(made, "true", whose, "demo-bcdfg"))
                .object("Secret", "clusters", "precious", labels(made, "false", whose, "demo-bcdfg"))
                .object("Secret", "clusters", "of-another", labels(made, "true", whose, "other-bcdfg"))
                .settle();

        assertThat(copy("mine").orElseThrow().array("metadata", "ownerReferences"))
                .isEqualTo(OWNED_BY_THE_CLUSTER);
        assertThat(copy("precious").orElseThrow().array("metadata", "ownerReferences"))
                .isEmpty();
        assertThat(copy("of-another").orElseThrow().array("metadata", "ownerReferences"))
                .isEmpty();
    }

    private static JsonObject labels(String... pairs) {
        return JsonObject.of("metadata", JsonObject.of("labels", JsonObject.of((Object[]) pairs)));
    }
}
