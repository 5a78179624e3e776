package dev.hcp.simulator.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.JsonObject;
import dev.hcp.platforms.Permissions;
import dev.hcp.platforms.World;
import dev.hcp.reconcilers.Plan;
import dev.hcp.reconcilers.Reconciler;
import dev.hcp.reconcilers.Watch;
import dev.hcp.reconcilers.operator.HcpOperator;
import dev.hcp.reconcilers.operator.Shard;
import dev.hcp.simulator.TestClusters;
import dev.hcp.simulator.apiserver.ResourceType;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** When the operator calls a reconciler: one pass over an object at a time, again after failures, and only in its shard. */
class OperatorQueueTest {
    private final OperatorScene scene = new OperatorScene();

    @AfterEach
    void stop() {
        scene.close();
    }

    /** Does with every ConfigMap labelled {@code watched} what a test says. */
    private record Script(Function<ConfigMap, Plan> pass) implements Reconciler<ConfigMap> {
        @Override
        public String name() {
            return "script";
        }

        @Override
        public Class<ConfigMap> primaryType() {
            return ConfigMap.class;
        }

        @Override
        public Permissions permissions() {
            return Permissions.builder().reads(ConfigMap.class).build();
        }

        @Override
        public List<Watch<?>> watches() {
            return List.of();
        }

        @Override
        public Plan reconcile(ConfigMap primary, World world) {
            Map<String, String> labels = primary.getMetadata().getLabels();
            return labels != null && labels.containsKey("watched") ? pass.apply(primary) : Plan.NOTHING;
        }
    }

    private HcpOperator run(KubernetesClient client, Function<ConfigMap, Plan> pass) {
        return scene.operator(client).reconcilers(List.of(new Script(pass))).start();
    }

    private void createMap(String name) {
        scene.create("{'apiVersion':'v1','kind':'ConfigMap','metadata':{'name':'" + name
                + "','namespace':'default','labels':{'watched':''}}}");
    }

    private void touchMap(String name, int number) {
        ResourceType maps = scene.simulator.objects().resource("v1", "ConfigMap");
        JsonObject patch = JsonObject.of("data", JsonObject.of("number", String.valueOf(number)));
        scene.simulator.objects().mergePatch(maps, "default", name, null, patch, "test");
    }

    @Test
    void a_pass_that_fails_is_made_again_later_and_later_until_it_does_not() {
        List<Long> passes = new CopyOnWriteArrayList<>();
        try (KubernetesClient client = scene.client();
                HcpOperator operator = run(client, map -> {
                    passes.add(System.nanoTime());
                    return passes.size() < 5
                            ? new Plan(List.of(), Optional.empty(), Optional.of("not yet"))
                            : Plan.NOTHING;
                })) {
            createMap("one");
            OperatorScene.until(() -> passes.size() == 5);

            // A second twice, and then twice as long each time; the scene's time goes at sixty times that of the clock.
            List<Long> pauses = new ArrayList<>();
            for (int i = 1; i < passes.size(); i++) {
                pauses.add(TimeUnit.NANOSECONDS.toMillis(passes.get(i) - passes.get(i - 1)));
            }
            long first = Duration.ofSeconds(1).toMillis() / 60;
            // A late event of the object itself may bring the second pass at once, and the pauses begin after it.
            int retries = pauses.get(0) < first ? 1 : 0;
            for (int i = retries; i < pauses.size(); i++) {
                assertThat(pauses.get(i))
                        .as("pauses %s", pauses)
                        .isGreaterThanOrEqualTo(first << Math.max(0, i - retries - 1));
            }
            assertThat(operator.health().started()).isTrue();
        }
    }

    @Test
    void an_object_is_in_one_pass_at_a_time_while_others_are_worked_on_and_none_of_its_changes_is_lost() {
        Map<String, AtomicInteger> inside = new ConcurrentHashMap<>();
        Set<String> together = ConcurrentHashMap.newKeySet();
        Map<String, String> seen = new ConcurrentHashMap<>();
        CountDownLatch otherIsInside = new CountDownLatch(1);
        CountDownLatch changed = new CountDownLatch(1);
        try (KubernetesClient client = scene.client();
                HcpOperator operator = run(client, map -> {
                    String name = map.getMetadata().getName();
                    if (inside.computeIfAbsent(name, unknown -> new AtomicInteger())
                                    .incrementAndGet()
                            > 1) {
                        together.add(name);
                    }
                    if (name.equals("other")) {
                        otherIsInside.countDown();
                    } else {
                        await(otherIsInside);
                        await(changed);
                    }
                    Map<String, String> data = map.getData();
                    seen.put(name, data == null ? "" : data.getOrDefault("number", ""));
                    inside.get(name).decrementAndGet();
                    return Plan.NOTHING;
                })) {
            createMap("one");
            OperatorScene.until(() -> inside.containsKey("one"));
            for (int i = 1; i <= 20; i++) {
                touchMap("one", i);
            }
            createMap("other");
            changed.countDown();

            OperatorScene.until(() -> "20".equals(seen.get("one")));
            assertThat(together).isEmpty();
            assertThat(operator.health().following()).isTrue();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(1, TimeUnit.MINUTES)) {
                throw new AssertionError("what was waited for did not happen");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void a_shard_of_namespaces_has_the_clusters_in_them_with_their_pools() {
        JsonObject here = TestClusters.nodePool("demo", "4.17.0", 1).withAt("here", "metadata", "namespace");
        try (KubernetesClient client = scene.client();
                HcpOperator operator =
                        scene.operator(client).shard(Shard.namespaces("here")).start()) {
            scene.createCluster();
            scene.create("{'apiVersion':'v1','kind':'Namespace','metadata':{'name':'here'}}");
            scene.create(TestClusters.pullSecret("demo").withAt("here", "metadata", "namespace"));
            scene.create(OperatorScene.hostedCluster().withAt("here", "metadata", "namespace"));
            scene.create(here);

            scene.await("HostedControlPlane", "here-demo", "demo", found -> true);
            scene.await("NodePool", "here", pool -> !pool.array("metadata", "finalizers")
                    .isEmpty());

            assertThat(scene.find("HostedCluster", "clusters").orElseThrow().array("metadata", "finalizers"))
                    .isEmpty();
            assertThat(scene.find("NodePool", "clusters").orElseThrow().array("metadata", "finalizers"))
                    .isEmpty();
            assertThat(operator.health().started()).isTrue();
        }
    }
}
