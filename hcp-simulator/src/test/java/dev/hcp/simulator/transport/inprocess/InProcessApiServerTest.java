package dev.hcp.simulator.transport.inprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hcp.simulator.apiserver.ApiServer;
import dev.hcp.simulator.apiserver.ApiServerOptions;
import dev.hcp.simulator.apiserver.Identifiers;
import dev.hcp.simulator.transport.GuestApis;
import dev.hcp.simulator.transport.ServedApis;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.ListOptionsBuilder;
import io.fabric8.kubernetes.api.model.StatusDetails;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.api.model.apps.DeploymentStatusBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.Watch;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The real fabric8 client over the real API server, without sockets. */
class InProcessApiServerTest {
    private final ApiServer api =
            new ApiServer(ApiServerOptions.of(() -> Instant.parse("2026-01-01T10:00:00Z"), Identifiers.seeded(1)));
    private final KubernetesClient client = new InProcessTransport(new ServedApis(api, GuestApis.NONE)).client();
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void an_object_is_created_read_changed_and_deleted() {
        ConfigMap created = client.resource(configMap("one", "a")).create();
        assertThat(created.getMetadata().getUid()).isNotBlank();
        assertThat(client.configMaps().withName("one").get()).isEqualTo(created);

        ConfigMap edited = client.configMaps().withName("one").edit(map -> {
            map.getData().put("key", "b");
            return map;
        });
        assertThat(edited.getData()).containsEntry("key", "b");
        assertThatThrownBy(() -> client.resource(created)
                        .lockResourceVersion(created.getMetadata().getResourceVersion())
                        .update())
                .isInstanceOfSatisfying(KubernetesClientException.class, e -> assertThat(e.getCode())
                        .isEqualTo(409));
        assertThat(client.configMaps().list().getItems()).containsExactly(edited);

        List<StatusDetails> deleted = client.configMaps().withName("one").delete();
        assertThat(deleted).hasSize(1);
        assertThat(client.configMaps().withName("one").get()).isNull();
    }

    @Test
    void an_object_is_patched_and_applied() {
        client.resource(configMap("one", "a")).create();
        ConfigMap patched = client.configMaps()
                .withName("one")
                .patch(PatchContext.of(PatchType.JSON_MERGE), "{\"data\":{\"more\":\"c\"}}");
        assertThat(patched.getData()).containsEntry("key", "a").containsEntry("more", "c");
        ConfigMap applied = client.resource(configMap("one", "z"))
                .fieldManager("me")
                .forceConflicts()
                .serverSideApply();
        assertThat(applied.getData()).containsEntry("key", "z").containsEntry("more", "c");
    }

    @Test
    void status_and_scale_are_sub_resources() {
        Deployment deployment = client.resource(deployment()).create();
        deployment.setStatus(new DeploymentStatusBuilder().withReadyReplicas(1).build());
        assertThat(client.resource(deployment).updateStatus().getStatus().getReadyReplicas())
                .isEqualTo(1);
        client.apps().deployments().withName("web").scale(4);
        Deployment scaled = client.apps().deployments().withName("web").get();
        assertThat(scaled.getSpec().getReplicas()).isEqualTo(4);
        assertThat(scaled.getStatus().getReadyReplicas()).isEqualTo(1);
    }

    @Test
    void a_list_comes_in_pages() {
        for (int i = 0; i < 5; i++) {
            client.resource(configMap("cm-" + i, "a")).create();
        }
        var first =
                client.configMaps().list(new ListOptionsBuilder().withLimit(3L).build());
        assertThat(first.getItems()).hasSize(3);
        var second = client.configMaps()
                .list(new ListOptionsBuilder()
                        .withLimit(3L)
                        .withContinue(first.getMetadata().getContinue())
                        .build());
        assertThat(second.getItems())
                .extracting(map -> map.getMetadata().getName())
                .containsExactly("cm-3", "cm-4");
    }

    @Test
    void an_informer_knows_what_is_there_and_hears_what_changes() throws Exception {
        client.resource(configMap("before", "a")).create();
        try (SharedIndexInformer<ConfigMap> informer = client.configMaps().inform(new ResourceEventHandler<>() {
            @Override
            public void onAdd(ConfigMap map) {
                heard.add("added " + map.getMetadata().getName());
            }

            @Override
            public void onUpdate(ConfigMap before, ConfigMap after) {
                heard.add("updated " + after.getData().get("key"));
            }

            @Override
            public void onDelete(ConfigMap map, boolean finalStateUnknown) {
                heard.add("deleted " + map.getMetadata().getName());
            }
        })) {
            assertThat(next()).isEqualTo("added before");
            client.resource(configMap("after", "a")).create();
            assertThat(next()).isEqualTo("added after");
            client.resource(configMap("after", "b")).update();
            assertThat(next()).isEqualTo("updated b");
            client.configMaps().withName("before").delete();
            assertThat(next()).isEqualTo("deleted before");
            assertThat(informer.getStore().list()).hasSize(1);
        }
    }

    @Test
    void an_informer_starts_over_when_its_place_in_the_history_is_lost() throws Exception {
        ApiServer shortMemory =
                new ApiServer(ApiServerOptions.of(() -> Instant.parse("2026-01-01T10:00:00Z"), Identifiers.seeded(1))
                        .withHistoryLimit(2));
        List<Runnable> held = new ArrayList<>();
        boolean[] holding = {false};
        InProcessTransport transport = new InProcessTransport(new ServedApis(shortMemory, GuestApis.NONE), task -> {
            synchronized (held) {
                if (holding[0]) {
                    held.add(task);
                } else {
                    new Thread(task).start();
                }
            }
        });
        try (KubernetesClient slow = transport.client();
                SharedIndexInformer<ConfigMap> informer = slow.configMaps().inform()) {
            slow.resource(configMap("first", "a")).create();
            await(() -> informer.getStore().list().size() == 1);
            synchronized (held) {
                holding[0] = true;
            }
            for (int i = 0; i < 20; i++) {
                slow.resource(configMap("cm-" + i, "a")).create();
            }
            shortMemory.compactHistory();
            synchronized (held) {
                holding[0] = false;
                held.forEach(task -> new Thread(task).start());
            }
            await(() -> informer.getStore().list().size() == 21);
        }
    }

    @Test
    void fifty_watchers_hear_every_change_in_order() throws Exception {
        int watchers = 50;
        int changes = 40;
        CountDownLatch done = new CountDownLatch(watchers);
        List<Watch> watches = new ArrayList<>();
        List<List<String>> seen = new ArrayList<>();
        for (int i = 0; i < watchers; i++) {
            List<String> mine = new ArrayList<>();
            seen.add(mine);
            watches.add(client.configMaps().watch(new Watcher<>() {
                @Override
                public void eventReceived(Action action, ConfigMap resource) {
                    mine.add(action + " " + resource.getMetadata().getName());
                    if (mine.size() == changes) {
                        done.countDown();
                    }
                }

                @Override
                public void onClose(WatcherException cause) {}
            }));
        }
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < changes; i++) {
            client.resource(configMap("cm-" + i, "a")).create();
            expected.add("ADDED cm-" + i);
        }
        assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(seen).allSatisfy(mine -> assertThat(mine).isEqualTo(expected));
        watches.forEach(Watch::close);
    }

    private String next() throws InterruptedException {
        return heard.poll(10, TimeUnit.SECONDS);
    }

    private static void await(java.util.function.BooleanSupplier condition) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!condition.getAsBoolean() && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }

    private static ConfigMap configMap(String name, String value) {
        return new ConfigMapBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace("default")
                .endMetadata()
                .addToData("key", value)
                .build();
    }

    private static Deployment deployment() {
        return new DeploymentBuilder()
                .withNewMetadata()
                .withName("web")
                .withNamespace("default")
                .endMetadata()
                .withNewSpec()
                .withNewSelector()
                .addToMatchLabels("app", "web")
                .endSelector()
                .withNewTemplate()
                .withNewMetadata()
                .addToLabels("app", "web")
                .endMetadata()
                .withNewSpec()
                .addNewContainer()
                .withName("web")
                .withImage("one")
                .endContainer()
                .endSpec()
                .endTemplate()
                .endSpec()
                .build();
    }
}
