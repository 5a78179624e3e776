package dev.hcp.reconcilers.controlplane;

import static dev.hcp.reconcilers.HostedClusterFixture.NAMESPACE;
import static dev.hcp.reconcilers.HostedClusterFixture.condition;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.hypershift.HostedControlPlane;
import dev.hcp.api.json.JsonObject;
import dev.hcp.reconcilers.HostedClusterFixture;
import dev.hcp.reconcilers.ObjectKey;
import dev.hcp.reconcilers.PlainStore;
import dev.hcp.reconcilers.Plan;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HostedControlPlaneReconcilerTest {
    private final HostedClusterFixture demo = new HostedClusterFixture();

    @BeforeEach
    void a_cluster_whose_control_plane_is_not_reconciled_yet() {
        demo.create();
        demo.clusterPass();
        demo.clusterPass();
        demo.clusterPass();
    }

    private boolean exists(String deployment) {
        return demo.world.tree(Deployment.class, NAMESPACE, deployment).isPresent();
    }

    @Test
    void it_comes_up_etcd_first_then_the_api_server_then_its_controllers_then_the_rest() {
        demo.controlPlanePass();
        assertThat(demo.world.tree(StatefulSet.class, NAMESPACE, "etcd")).isEmpty();

        demo.assignNodePorts();
        demo.controlPlanePass();
        assertThat(demo.world.tree(StatefulSet.class, NAMESPACE, "etcd")).isPresent();
        assertThat(exists("kube-apiserver")).isFalse();

        demo.runWorkloads();
        demo.controlPlanePass();
        assertThat(exists("kube-apiserver")).isTrue();
        assertThat(exists("kube-scheduler")).isFalse();

        demo.runWorkloads();
        demo.controlPlanePass();
        assertThat(exists("kube-scheduler")).isTrue();
        assertThat(exists("oauth-openshift")).isFalse();

        demo.runWorkloads();
        demo.controlPlanePass();
        assertThat(exists("oauth-openshift")).isTrue();
        assertThat(exists("ignition-server")).isTrue();
    }

    @Test
    void available_names_the_first_thing_that_is_missing() {
        demo.controlPlanePass();
        assertThat(condition(demo.controlPlane(), "Available"))
                .isEqualTo("False WaitingOnInfrastructureReady Cluster infrastructure is still provisioning");

        demo.assignNodePorts();
        demo.controlPlanePass();
        assertThat(condition(demo.controlPlane(), "Available"))
                .isEqualTo(
                        "False KubeconfigWaitingForCreate Waiting for hosted control plane kubeconfig to be created");

        demo.runWorkloads();
        demo.controlPlanePass();
        demo.controlPlanePass();
        assertThat(condition(demo.controlPlane(), "Available")).isEqualTo("False StatusUnknown ");

        demo.settle();
        assertThat(condition(demo.controlPlane(), "Available")).isEqualTo("True AsExpected ");
        assertThat(demo.controlPlane().isTrue("status", "ready")).isTrue();
    }

    @Test
    void a_workload_somebody_changes_is_put_right() {
        demo.settle();
        demo.world.store.patch(
                PlainStore.kindOf(Deployment.class),
                new ObjectKey(NAMESPACE, "kube-scheduler"),
                JsonObject.of("spec", JsonObject.of("replicas", 7)));

        assertThat(demo.controlPlanePass().map(plan -> plan.intents().size())).contains(1);
        assertThat(demo.world
                        .existing(Deployment.class, NAMESPACE, "kube-scheduler")
                        .integer(0, "spec", "replicas"))
                .isEqualTo(2);
    }

    @Test
    void a_secret_somebody_deletes_is_made_again() {
        demo.settle();
        demo.world.store.delete(
                PlainStore.kindOf(Secret.class), new ObjectKey(NAMESPACE, "kcm-server"), demo.world.now());

        demo.controlPlanePass();

        assertThat(demo.world.tree(Secret.class, NAMESPACE, "kcm-server")).isPresent();
    }

    @Test
    void certificates_are_made_again_when_their_authority_is_another() {
        demo.settle();
        String other = Base64.getEncoder()
                .encodeToString("another authority".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        demo.world.store.patch(
                PlainStore.kindOf(Secret.class),
                new ObjectKey(NAMESPACE, Certificates.ETCD),
                JsonObject.of("data", JsonObject.of("tls.crt", other)));
        String before = demo.world
                .existing(Secret.class, NAMESPACE, "etcd-peer-tls")
                .text("metadata", "annotations", "hypershiftlite.openshift.io/ca-hash");

        demo.world.pass(new HostedControlPlaneReconciler(), NAMESPACE, "demo");

        assertThat(demo.world
                        .existing(Secret.class, NAMESPACE, "etcd-peer-tls")
                        .text("metadata", "annotations", "hypershiftlite.openshift.io/ca-hash"))
                .isNotEqualTo(before);
    }

    @Test
    void a_restart_reaches_every_pod_template() {
        demo.settle();
        String restart = "hypershift.openshift.io/restart-date";
        demo.world.store.patch(
                PlainStore.kindOf(HostedControlPlane.class),
                new ObjectKey(NAMESPACE, "demo"),
                JsonObject.of("metadata", JsonObject.of("annotations", JsonObject.of(restart, "today"))));

        demo.controlPlanePass();
        demo.runWorkloads();
        demo.controlPlanePass();

        assertThat(demo.world
                        .existing(Deployment.class, NAMESPACE, "olm-operator")
                        .text("spec", "template", "metadata", "annotations", restart))
                .isEqualTo("today");
    }

    @Test
    void it_lets_go_at_once_without_anything_to_clean_up() {
        demo.settle();
        String kind = PlainStore.kindOf(HostedControlPlane.class);
        demo.world.store.delete(kind, new ObjectKey(NAMESPACE, "demo"), demo.world.now());

        assertThat(demo.controlPlanePass().flatMap(Plan::failure)).isEmpty();
        assertThat(demo.world.tree(HostedControlPlane.class, NAMESPACE, "demo")).isEmpty();
    }
}
