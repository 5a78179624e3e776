package dev.hcp.simulator.transport.mockserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hcp.api.crd.Crds;
import dev.hcp.simulator.Simulator;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import io.fabric8.kubernetes.client.dsl.base.CustomResourceDefinitionContext;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.server.mock.EnableKubernetesMockClient;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import io.fabric8.mockwebserver.MockWebServer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A test as users of fabric8's mock server have it, and the one line that puts an API server behind it. */
@EnableKubernetesMockClient(crud = true)
class SimulatorDispatcherTest {
    private KubernetesMockServer server;
    private KubernetesClient client;
    private SimulatorDispatcher dispatcher;

    /** The mock server logs every request at INFO; the reference keeps the level from being collected. */
    private static final Logger MOCK_LOG = Logger.getLogger(MockWebServer.class.getName());

    @BeforeAll
    static void keep_the_log_short() {
        MOCK_LOG.setLevel(Level.WARNING);
    }

    @BeforeEach
    void put_an_api_server_behind_the_mock_server() {
        dispatcher = SimulatorDispatcher.install(server);
    }

    @Test
    void objects_get_defaults_identity_and_field_owners() {
        Deployment created = client.resource(deployment("web")).create();

        assertThat(created.getSpec().getReplicas()).isEqualTo(1);
        assertThat(created.getMetadata().getGeneration()).isEqualTo(1);
        assertThat(created.getMetadata().getManagedFields()).hasSize(1);
    }

    @Test
    void server_side_apply_finds_conflicts() {
        ConfigMap first = configMap("shared", Map.of("colour", "red"));
        client.resource(first).fieldManager("painter").serverSideApply();

        assertThatThrownBy(() -> client.resource(configMap("shared", Map.of("colour", "blue")))
                        .fieldManager("decorator")
                        .serverSideApply())
                .isInstanceOfSatisfying(KubernetesClientException.class, refused -> {
                    assertThat(refused.getCode()).isEqualTo(409);
                    assertThat(refused.getStatus().getMessage())
                            .isEqualTo("Apply failed with 1 conflict: conflict with \"painter\": .data.colour");
                });
    }

    @Test
    void a_strategic_merge_patch_merges_lists_by_key() {
        client.apps()
                .deployments()
                .inNamespace("default")
                .resource(deployment("web"))
                .create();

        Deployment patched = client.apps()
                .deployments()
                .inNamespace("default")
                .withName("web")
                .patch(
                        PatchContext.of(PatchType.STRATEGIC_MERGE),
                        "{\"spec\":{\"template\":{\"spec\":{\"containers\":"
                                + "[{\"name\":\"sidecar\",\"image\":\"example.com/sidecar:1\"}]}}}}");

        assertThat(patched.getSpec().getTemplate().getSpec().getContainers())
                .extracting(container -> container.getName())
                .containsExactlyInAnyOrder("main", "sidecar");
    }

    @Test
    void custom_resources_are_checked_against_their_definition() {
        client.resource(Crds.nodePool().toString()).create();
        GenericKubernetesResource pool = new GenericKubernetesResource();
        pool.setApiVersion("hypershift.openshift.io/v1beta1");
        pool.setKind("NodePool");
        pool.setMetadata(configMap("p", Map.of()).getMetadata());
        pool.setAdditionalProperty("spec", Map.of("clusterName", "demo", "replicas", "three"));

        assertThatThrownBy(() -> client.resource(pool).create())
                .isInstanceOfSatisfying(KubernetesClientException.class, refused -> assertThat(
                                refused.getStatus().getMessage())
                        .contains("spec.replicas in body must be of type integer: \"string\""));
    }

    @Test
    void a_finalizer_keeps_an_object_until_it_is_removed() {
        client.resource(new ConfigMapBuilder(configMap("kept", Map.of()))
                        .editMetadata()
                        .addToFinalizers("example.com/keep")
                        .endMetadata()
                        .build())
                .create();
        client.configMaps().inNamespace("default").withName("kept").delete();
        assertThat(client.configMaps()
                        .inNamespace("default")
                        .withName("kept")
                        .get()
                        .getMetadata())
                .satisfies(
                        metadata -> assertThat(metadata.getDeletionTimestamp()).isNotNull());

        client.configMaps().inNamespace("default").withName("kept").edit(map -> new ConfigMapBuilder(map)
                .editMetadata()
                .withFinalizers(List.of())
                .endMetadata()
                .build());

        assertThat(client.configMaps().inNamespace("default").withName("kept").get())
                .isNull();
    }

    @Test
    void watches_tell_what_happens_over_a_web_socket() throws Exception {
        BlockingQueue<String> seen = new ArrayBlockingQueue<>(10);
        try (var watch = client.configMaps().inNamespace("default").watch(new Watcher<>() {
            @Override
            public void eventReceived(Action action, ConfigMap map) {
                seen.add(action + " " + map.getMetadata().getName());
            }

            @Override
            public void onClose(WatcherException cause) {}
        })) {
            client.resource(configMap("news", Map.of("a", "1"))).create();
            client.configMaps().inNamespace("default").withName("news").delete();

            assertThat(seen.poll(20, TimeUnit.SECONDS)).isEqualTo("ADDED news");
            assertThat(seen.poll(20, TimeUnit.SECONDS)).isEqualTo("DELETED news");
        }
    }

    @Test
    void an_expectation_of_the_mock_server_comes_first() throws Exception {
        server.expect()
                .get()
                .withPath("/api/v1/namespaces/default/configmaps/planned")
                .andReturn(200, configMap("planned", Map.of("from", "expectation")))
                .once();

        assertThat(client.configMaps()
                        .inNamespace("default")
                        .withName("planned")
                        .get()
                        .getData())
                .containsEntry("from", "expectation");
        assertThat(client.configMaps()
                        .inNamespace("default")
                        .withName("planned")
                        .get())
                .isNull();
        assertThat(server.getLastRequest().getPath()).endsWith("/planned");
    }

    @Test
    void kinds_that_were_announced_are_served_without_a_schema_and_a_reset_forgets_everything() {
        dispatcher.expectCustomResource(new CustomResourceDefinitionContext.Builder()
                .withGroup("example.com")
                .withVersion("v1")
                .withPlural("greenhouses")
                .withKind("Greenhouse")
                .withScope("Namespaced")
                .build());
        GenericKubernetesResource greenhouse = new GenericKubernetesResource();
        greenhouse.setApiVersion("example.com/v1");
        greenhouse.setKind("Greenhouse");
        greenhouse.setMetadata(configMap("g", Map.of()).getMetadata());
        greenhouse.setAdditionalProperty("spec", Map.of("anything", List.of(1, 2)));
        assertThat(client.resource(greenhouse).create().getMetadata().getUid()).isNotBlank();

        dispatcher.reset();

        assertThatThrownBy(() -> client.resource(greenhouse).create())
                .isInstanceOfSatisfying(KubernetesClientException.class, refused -> assertThat(refused.getCode())
                        .isEqualTo(404));
    }

    @Test
    void a_mock_server_can_be_made_with_a_whole_management_cluster() {
        KubernetesMockServer whole =
                SimulatorDispatcher.server(Simulator.builder().nodes(3), false);
        whole.init();
        try (KubernetesClient other = whole.createClient()) {
            assertThat(other.nodes().list().getItems()).hasSize(3);
        } finally {
            whole.destroy();
        }
    }

    private static ConfigMap configMap(String name, Map<String, String> data) {
        return new ConfigMapBuilder()
                .withNewMetadata()
                .withNamespace("default")
                .withName(name)
                .endMetadata()
                .withData(data)
                .build();
    }

    private static Deployment deployment(String name) {
        return new DeploymentBuilder()
                .withNewMetadata()
                .withName(name)
                .endMetadata()
                .withNewSpec()
                .withNewSelector()
                .addToMatchLabels("app", name)
                .endSelector()
                .withNewTemplate()
                .withNewMetadata()
                .addToLabels("app", name)
                .endMetadata()
                .withNewSpec()
                .addNewContainer()
                .withName("main")
                .withImage("example.com/web:1")
                .endContainer()
                .endSpec()
                .endTemplate()
                .endSpec()
                .build();
    }
}
