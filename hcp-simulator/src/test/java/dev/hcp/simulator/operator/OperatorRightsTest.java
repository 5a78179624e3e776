package dev.hcp.simulator.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hcp.api.HcpException;
import dev.hcp.api.hypershift.HostedCluster;
import dev.hcp.api.hypershift.NodePool;
import dev.hcp.platforms.Access;
import dev.hcp.platforms.Permissions;
import dev.hcp.platforms.World;
import dev.hcp.reconcilers.ObjectKey;
import dev.hcp.reconcilers.Pass;
import dev.hcp.reconcilers.Plan;
import dev.hcp.reconcilers.Reconciler;
import dev.hcp.reconcilers.UndeclaredAccessException;
import dev.hcp.reconcilers.Watch;
import dev.hcp.reconcilers.operator.HcpOperator;
import dev.hcp.reconcilers.operator.ManagementClusters;
import dev.hcp.reconcilers.operator.MissingRuleException;
import dev.hcp.reconcilers.operator.OperatorRole;
import dev.hcp.reconcilers.operator.RefusedIntentException;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.javaoperatorsdk.operator.api.monitoring.Metrics;
import io.javaoperatorsdk.operator.api.reconciler.RetryInfo;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What happens to operators that want more than they declare, or may do less. */
class OperatorRightsTest {
    private final OperatorScene scene = new OperatorScene();
    private final BlockingQueue<Exception> failures = new LinkedBlockingQueue<>();

    @AfterEach
    void stop() {
        scene.close();
    }

    /** Makes a ConfigMap beside every hosted cluster. */
    private record MapMaker(Permissions permissions) implements Reconciler<HostedCluster> {
        @Override
        public String name() {
            return "map-maker";
        }

        @Override
        public Class<HostedCluster> primaryType() {
            return HostedCluster.class;
        }

        @Override
        public List<Watch<?>> watches() {
            return List.of();
        }

        @Override
        public Plan reconcile(HostedCluster primary, World world) {
            Pass pass = new Pass(world, name());
            pass.apply(new ConfigMapBuilder()
                    .withNewMetadata()
                    .withNamespace(ObjectKey.of(primary).namespace())
                    .withName("made")
                    .endMetadata()
                    .build());
            return pass.done();
        }
    }

    private static final Permissions.Builder READS_CLUSTERS =
            Permissions.builder().reads(HostedCluster.class);

    private HcpOperator run(KubernetesClient client, Reconciler<?> reconciler) {
        return scene.operator(client)
                .reconcilers(List.of(reconciler))
                .listener(new Metrics() {
                    @Override
                    public void reconciliationFailed(
                            io.fabric8.kubernetes.api.model.HasMetadata resource,
                            RetryInfo retry,
                            Exception exception,
                            Map<String, Object> metadata) {
                        failures.add(exception);
                    }
                })
                .start();
    }

    private Exception failure() throws InterruptedException {
        Exception failure = failures.poll(30, TimeUnit.SECONDS);
        return failure == null ? new Exception("no pass failed") : failure;
    }

    @Test
    void a_reconciler_that_does_what_it_does_not_declare_fails_whatever_its_account_may_do() throws Exception {
        try (KubernetesClient client = scene.client();
                HcpOperator operator = run(client, new MapMaker(READS_CLUSTERS.build()))) {
            scene.createCluster();

            assertThat(failure())
                    .isInstanceOf(UndeclaredAccessException.class)
                    .hasMessage(
                            "the reconciler map-maker needs configmaps in the management cluster: [READ], and does not"
                                    + " declare it; add that to the permissions() of the reconciler, or of the platform that wants"
                                    + " it");
            assertThat(operator.health().started()).isTrue();
        }
    }

    @Test
    void a_write_that_the_role_does_not_allow_tells_the_rule_that_is_missing() throws Exception {
        MapMaker maker = new MapMaker(Permissions.builder()
                .reads(HostedCluster.class)
                .management(io.fabric8.kubernetes.api.model.ConfigMap.class, Access.APPLY)
                .build());
        scene.grant(OperatorRole.clusterRules(List.of(new MapMaker(Permissions.builder()
                .reads(HostedCluster.class, io.fabric8.kubernetes.api.model.ConfigMap.class)
                .build()))));
        try (KubernetesClient client = scene.client();
                HcpOperator operator = run(client, maker)) {
            scene.createCluster();

            assertThat(failure())
                    .isInstanceOf(RefusedIntentException.class)
                    .hasMessageContaining("cannot patch resource \"configmaps\"")
                    .hasMessageContaining(
                            "{\"apiGroups\":[\"\"],\"resources\":[\"configmaps\"],\"verbs\":[\"create\",\"get\",\"list\","
                                    + "\"patch\",\"watch\"]}");
            assertThat(operator.health().started()).isTrue();
        }
    }

    @Test
    void an_operator_that_may_not_read_what_it_reads_does_not_start_and_tells_the_rule_that_is_missing() {
        scene.grant(OperatorRole.clusterRules(List.of(
                new MapMaker(Permissions.builder().reads(HostedCluster.class).build()))));
        try (KubernetesClient client = scene.client()) {
            assertThatThrownBy(() -> scene.operator(client).start())
                    .isInstanceOf(MissingRuleException.class)
                    .hasMessageContaining("the operator's account lacks a right to ")
                    .hasMessageContaining("\"verbs\":[\"get\",\"list\",\"watch\"]");
        }
    }

    @Test
    void the_mirrors_of_the_management_cluster_can_be_read_with_the_role() {
        scene.create(
                "{'apiVersion':'config.openshift.io/v1','kind':'ImageDigestMirrorSet','metadata':{'name':'mirrors'},"
                        + "'spec':{'imageDigestMirrors':[{'source':'quay.io/releases','mirrors':['mirror.example.com/a',"
                        + "'mirror.example.com/b']}]}}");
        try (KubernetesClient client = scene.client()) {
            assertThat(ManagementClusters.imageMirrors(client))
                    .isEqualTo(Map.of("quay.io/releases", List.of("mirror.example.com/a", "mirror.example.com/b")));
        }
    }

    @Test
    void an_operator_whose_token_is_refused_is_told_to_renew_it() {
        try (KubernetesClient right = scene.client();
                KubernetesClient client = new KubernetesClientBuilder()
                        .withConfig(new ConfigBuilder(right.getConfiguration())
                                .withOauthToken("old")
                                .build())
                        .build()) {
            assertThatThrownBy(() -> scene.operator(client).start())
                    .isInstanceOf(HcpException.class)
                    .hasMessageContaining(
                            "does not accept the operator's credentials: log in anew, or renew the token");
        }
    }

    @Test
    void an_operator_that_reaches_no_server_says_where_it_looked() {
        try (KubernetesClient client = new KubernetesClientBuilder()
                .withConfig(new ConfigBuilder(Config.empty())
                        .withMasterUrl("https://127.0.0.1:1")
                        .withRequestRetryBackoffLimit(0)
                        .build())
                .build()) {
            assertThatThrownBy(() -> HcpOperator.builder(client)
                            .releases(image -> {
                                throw new AssertionError(image);
                            })
                            .start())
                    .isInstanceOf(HcpException.class)
                    .hasMessageStartingWith("the API server of the management cluster, https://127.0.0.1:1/, does not"
                            + " answer: see whether the address is right");
        }
    }

    @Test
    void a_custom_resource_that_is_not_installed_is_named_with_the_way_to_install_it() {
        try (KubernetesClient client = scene.client()) {
            scene.simulator
                    .objects()
                    .delete(
                            scene.simulator.objects().resource("apiextensions.k8s.io/v1", "CustomResourceDefinition"),
                            "",
                            "nodepools.hypershift.openshift.io",
                            new dev.hcp.simulator.apiserver.Objects.Deletion("Background", null, null, null));
            OperatorScene.until(() -> !client.supports(NodePool.class));
            assertThatThrownBy(() -> scene.operator(client).start())
                    .hasMessageContaining("the cluster does not serve hypershift.openshift.io/v1beta1 NodePool; install"
                            + " HyperShift's custom resource definitions first");
        }
    }
}
