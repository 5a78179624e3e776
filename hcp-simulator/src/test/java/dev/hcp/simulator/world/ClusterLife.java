package dev.hcp.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.Simulator;
import dev.hcp.simulator.apiserver.Objects;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/** One whole life of hosted cluster {@code clusters/demo}: up, to another release, through a pause, and gone. */
final class ClusterLife implements AutoCloseable {
    static final Duration LONG = Duration.ofMinutes(30);

    /** Where the nodes come from. */
    enum Platform {
        KUBEVIRT,
        NONE
    }

    /** Stages, each until the next. */
    enum Stage {
        INSTALL,
        UPGRADE,
        PAUSE,
        RESUME,
        DELETION
    }

    final Trace trace;
    final Platform platform;

    /** The HostedCluster at the end of a stage, its HostedControlPlane, and its pool on a platform with pools. */
    final Map<Stage, JsonObject> clusters = new EnumMap<>(Stage.class);

    final Map<Stage, JsonObject> controlPlanes = new EnumMap<>(Stage.class);
    final Map<Stage, JsonObject> pools = new EnumMap<>(Stage.class);
    private final Map<Stage, Integer> marks = new EnumMap<>(Stage.class);

    ClusterLife(Platform platform) {
        this(platform, Simulator.builder());
    }

    private ClusterLife(Platform platform, Simulator.Builder options) {
        this.platform = platform;
        trace = new Trace(new Cluster(options.startAt(Instant.parse("2025-01-01T00:00:00Z"))));
    }

    @Override
    public void close() {
        trace.close();
    }

    /** All stages. */
    static ClusterLife of(Platform platform) {
        return of(platform, Simulator.builder());
    }

    /** All stages, in a simulator with these options. */
    static ClusterLife of(Platform platform, Simulator.Builder options) {
        ClusterLife life = new ClusterLife(platform, options);
        life.install("4.17.0");
        life.begin(Stage.UPGRADE);
        life.request("4.17.1");
        life.completes("4.17.1");
        life.end(Stage.UPGRADE);
        life.begin(Stage.PAUSE);
        life.trace.patch("{\"spec\": {\"pausedUntil\": \"true\"}}");
        life.trace.cluster.settle();
        life.request("4.17.2");
        life.trace.cluster.settle();
        life.end(Stage.PAUSE);
        life.begin(Stage.RESUME);
        life.trace.patch("{\"spec\": {\"pausedUntil\": null}}");
        life.completes("4.17.2");
        life.end(Stage.RESUME);
        life.trace.patch(
                "{\"metadata\": {\"annotations\": {\"hypershift.openshift.io/destroy-grace-period\": \"2m\"}}}");
        life.begin(Stage.DELETION);
        life.trace.cluster.delete("HostedCluster", "clusters", "demo");
        life.runUntilGone();
        return life;
    }

    int mark(Stage stage) {
        return marks.getOrDefault(stage, 0);
    }

    private void begin(Stage stage) {
        marks.put(stage, trace.mark());
    }

    private void end(Stage stage) {
        clusters.put(stage, trace.hostedCluster());
        controlPlanes.put(stage, trace.cluster.get("HostedControlPlane", "clusters-demo", "demo"));
        trace.cluster.find("NodePool", "clusters", "demo").ifPresent(pool -> pools.put(stage, pool));
    }

    void request(String version) {
        trace.patch("{\"spec\": " + Trace.releaseOf(version) + "}");
    }

    void completes(String version) {
        trace.cluster.simulator.runUntil(() -> trace.saw("HostedCluster/demo version Completed " + version), LONG);
        trace.cluster.settle();
    }

    private void runUntilGone() {
        assertThat(trace.cluster.simulator.runUntil(
                        () -> trace.cluster
                                .find("HostedCluster", "clusters", "demo")
                                .isEmpty(),
                        LONG))
                .as(() -> trace.steps(0).toString())
                .isTrue();
    }

    /** Creates it and lets its version roll out; on platform None the user brings two nodes. */
    void install(String version) {
        trace.cluster.createHostedCluster("demo", spec -> {
            JsonObject ofRelease = spec.with(
                    "release", Json.parseObject(Trace.releaseOf(version)).get("release"));
            return platform == Platform.KUBEVIRT ? ofRelease : none(ofRelease);
        });
        if (platform == Platform.KUBEVIRT) {
            trace.cluster.createNodePool("demo", 2);
            trace.cluster.patch("NodePool", "clusters", "demo", "{\"spec\": " + Trace.releaseOf(version) + "}");
        } else {
            trace.cluster.simulator.runUntil(() -> trace.saw("HostedCluster/demo Available=True AsExpected"), LONG);
            addNodes();
        }
        assertThat(trace.cluster.simulator.runUntil(trace::completed, LONG))
                .as(() -> trace.steps(0).toString())
                .isTrue();
        trace.cluster.settle();
        end(Stage.INSTALL);
    }

    private static JsonObject none(JsonObject spec) {
        JsonArray services = JsonArray.of("APIServer", "OAuthServer", "Konnectivity", "Ignition");
        JsonObject strategy = JsonObject.of("type", "NodePort", "nodePort", JsonObject.of("address", "203.0.113.7"));
        return spec.with("platform", JsonObject.of("type", "None"))
                .withAt("example.com", "dns", "baseDomain")
                .with(
                        "services",
                        JsonArray.copyOf(services.stream()
                                .map(service ->
                                        JsonObject.of("service", service, "servicePublishingStrategy", strategy))
                                .toList()));
    }

    private void addNodes() {
        Objects guest = trace.cluster.simulator.guest("clusters", "demo").orElseThrow();
        for (String name : new String[] {"node-1", "node-2"}) {
            guest.create(
                    guest.resource("v1", "Node"),
                    Json.parseObject("{\"apiVersion\": \"v1\", \"kind\": \"Node\", \"metadata\": {\"name\": \"" + name
                            + "\"}, \"status\": {\"conditions\": [{\"type\": \"Ready\", \"status\": \"True\"}]}}"),
                    "kubelet");
        }
    }
}
