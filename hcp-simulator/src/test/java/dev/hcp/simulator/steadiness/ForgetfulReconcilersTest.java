package dev.hcp.simulator.steadiness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.platforms.PlatformProviders;
import dev.hcp.platforms.World;
import dev.hcp.reconcilers.ForwardingReconciler;
import dev.hcp.reconcilers.Plan;
import dev.hcp.reconcilers.Reconciler;
import dev.hcp.reconcilers.Reconcilers;
import dev.hcp.simulator.Simulator;
import dev.hcp.simulator.TestClusters;
import dev.hcp.simulator.apiserver.Objects;
import dev.hcp.simulator.apiserver.ResourceType;
import dev.hcp.simulator.faults.Fault;
import dev.hcp.simulator.faults.InjectedFault;
import dev.hcp.simulator.world.Timings;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What reconcilers remember saves work and decides nothing: whole lives of clusters are the same, write by write, with
 * reconcilers that are made anew for each pass and remember nothing.
 */
class ForgetfulReconcilersTest {
    private enum Platform {
        KUBEVIRT,
        AGENT,
        NONE
    }

    private static final String CONTROL_PLANE = "clusters-demo";

    /** A reconciler that has never seen anything before. */
    private static final class Forgetful<R extends HasMetadata> extends ForwardingReconciler<R> {
        private final Supplier<Reconciler<R>> another;

        private Forgetful(Reconciler<R> reconciler, Supplier<Reconciler<R>> another) {
            super(reconciler);
            this.another = another;
        }

        @Override
        public Plan reconcile(R primary, World world) {
            return another.get().reconcile(primary, world);
        }

        @SuppressWarnings("unchecked") // The one of the same name is of the same class.
        private static <R extends HasMetadata> Forgetful<R> of(Reconciler<R> reconciler, PlatformProviders platforms) {
            return new Forgetful<>(reconciler, () -> (Reconciler<R>) Reconcilers.all(platforms).stream()
                    .filter(each -> each.name().equals(reconciler.name()))
                    .findFirst()
                    .orElseThrow());
        }
    }

    /** One life of a cluster, and all that was written in it. */
    private static final class Life implements AutoCloseable {
        private final Platform platform;
        private final Simulator simulator;
        private final Objects objects;
        private final ResourceType clusters;
        private final ResourceType pools;
        private final List<String> writes = new ArrayList<>();

        private Life(Platform platform, List<Reconciler<?>> reconcilers) {
            this.platform = platform;
            simulator = Simulator.builder()
                    .timings(Timings.instant())
                    .reconcilers(reconcilers)
                    .start();
            objects = simulator.objects();
            clusters = objects.resource("hypershift.openshift.io/v1beta1", "HostedCluster");
            pools = objects.resource("hypershift.openshift.io/v1beta1", "NodePool");
            objects.onChange(
                    change -> writes.add(simulator.now() + " " + change.type().kind() + " "
                            + (change.after() == null ? "gone: " + change.object() : change.after())));
        }

        @Override
        public void close() {
            simulator.close();
        }

        private void create(JsonObject object) {
            objects.create(
                    objects.resource(String.valueOf(object.text("apiVersion")), String.valueOf(object.text("kind"))),
                    object,
                    "test");
        }

        private void patch(ResourceType type, String patch) {
            objects.mergePatch(type, "clusters", "demo", null, Json.parseObject(patch.replace('\'', '"')), "test");
        }

        private void pass(int minutes) {
            simulator.advance(Duration.ofMinutes(minutes));
        }

        private void live() {
            create(TestClusters.namespace());
            create(TestClusters.pullSecret("demo"));
            create(cluster(platform));
            if (platform != Platform.NONE) {
                create(pool(platform));
            }
            pass(6);
            String newer = "{'spec': {'release': {'image': '" + TestClusters.image("4.17.1") + "'}}}";
            patch(clusters, newer);
            pass(3);
            if (platform != Platform.NONE) {
                patch(pools, newer);
                pass(3);
                patch(pools, "{'spec': {'replicas': 3, 'nodeLabels': {'tier': 'gold'}}}");
                pass(3);
                patch(pools, "{'spec': {'replicas': null, 'autoScaling': {'min': 1, 'max': 4}}}");
                pass(3);
            }
            patch(clusters, "{'spec': {'pausedUntil': 'true'}}");
            patch(clusters, "{'metadata': {'labels': {'while': 'paused'}}}");
            pass(3);
            patch(clusters, "{'spec': {'pausedUntil': null}}");
            pass(3);
            patch(clusters, "{'spec': {'configuration': {'apiServer': {'audit': {'profile': 'WriteRequestBodies'}}}}}");
            renewPullSecret();
            pass(3);
            for (Fault fault : List.of(
                    new Fault.EtcdMemberDown(CONTROL_PLANE, 0),
                    new Fault.ContainersFail(CONTROL_PLANE, "kube-apiserver-", Fault.ContainerFailure.CRASH, ""),
                    new Fault.IgnitionUnreachable(CONTROL_PLANE))) {
                InjectedFault injected = simulator.inject(fault);
                pass(3);
                injected.mend();
                pass(3);
            }
            objects.delete(clusters, "clusters", "demo", Objects.Deletion.BACKGROUND);
            assertThat(simulator.runUntil(
                            () -> objects.get(clusters, "clusters", "demo").isEmpty(), Duration.ofHours(1)))
                    .isTrue();
        }

        private void renewPullSecret() {
            objects.mergePatch(
                    objects.resource("v1", "Secret"),
                    "clusters",
                    "demo-pull-secret",
                    null,
                    JsonObject.EMPTY.withAt("eyJhdXRocyI6e319", "data", ".dockerconfigjson"),
                    "test");
        }

        private static JsonObject cluster(Platform platform) {
            JsonObject cluster = TestClusters.hostedCluster("demo", "4.17.0");
            JsonObject named = cluster.withAt("example.com", "spec", "dns", "baseDomain");
            return switch (platform) {
                case KUBEVIRT -> cluster;
                case NONE -> nodePorts(named.withAt(JsonObject.of("type", "None"), "spec", "platform"));
                case AGENT ->
                    named.withAt(
                            JsonObject.of("type", "Agent", "agent", JsonObject.of("agentNamespace", "clusters")),
                            "spec",
                            "platform");
            };
        }

        private static JsonObject nodePorts(JsonObject cluster) {
            JsonObject strategy =
                    JsonObject.of("type", "NodePort", "nodePort", JsonObject.of("address", "203.0.113.7"));
            return cluster.withAt(
                    JsonArray.copyOf(Stream.of("APIServer", "OAuthServer", "Konnectivity", "Ignition")
                            .map(service -> JsonObject.of("service", service, "servicePublishingStrategy", strategy))
                            .toList()),
                    "spec",
                    "services");
        }

        private static JsonObject pool(Platform platform) {
            JsonObject pool = TestClusters.nodePool("demo", "4.17.0", 2);
            return platform == Platform.AGENT
                    ? pool.withAt(JsonObject.of("type", "Agent", "agent", JsonObject.EMPTY), "spec", "platform")
                    : pool;
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_life_is_the_same_whether_reconcilers_remember_or_not(Platform platform) {
        PlatformProviders platforms = PlatformProviders.load();
        List<Reconciler<?>> forgetful = Reconcilers.all(platforms).stream()
                .<Reconciler<?>>map(each -> Forgetful.of(each, platforms))
                .toList();
        try (Life usual = new Life(platform, Reconcilers.all(platforms));
                Life without = new Life(platform, forgetful)) {
            usual.live();
            without.live();

            for (int i = 0; i < Math.min(usual.writes.size(), without.writes.size()); i++) {
                assertThat(usual.writes.get(i))
                        .as("what write %d is with memory, and without", i)
                        .isEqualTo(without.writes.get(i));
            }
            assertThat(usual.writes).hasSameSizeAs(without.writes).hasSizeGreaterThan(500);
            // What happened inside of the hosted cluster, too.
            assertThat(usual.simulator.history().text())
                    .isEqualTo(without.simulator.history().text());
        }
    }
}
