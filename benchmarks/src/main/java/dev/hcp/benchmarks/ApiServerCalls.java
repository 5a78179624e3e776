package dev.hcp.benchmarks;

import dev.hcp.simulator.Simulator;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.ConfigMapList;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What calls of fabric8's client cost, on one thread, among 10,000 objects: to the simulator in the same JVM, and to
 * fabric8's mock server in CRUD mode over plain HTTP, which is its quickest form.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 4)
@Measurement(iterations = 5, time = 3)
@Fork(1)
public class ApiServerCalls {
    private static final int OBJECTS = 10_000;

    /** Which server is asked. */
    @Param({"in-process", "mock"})
    public String server = "in-process";

    private KubernetesClient client;
    private Runnable stop = () -> {};
    private int number;

    /** Starts the server and fills it. */
    @Setup
    public void fill() {
        if (server.equals("mock")) {
            MockServer mock = MockServer.start(false);
            client = mock.client();
            stop = mock::close;
        } else {
            Simulator simulator = Simulator.builder().empty().start();
            client = simulator.kubernetesClient();
            stop = simulator::close;
        }
        for (int i = 0; i < OBJECTS; i++) {
            client.resource(map("map-" + i)).create();
        }
    }

    @TearDown
    public void close() {
        client.close();
        stop.run();
    }

    @Benchmark
    public ConfigMap get() {
        return client.configMaps()
                .inNamespace("default")
                .withName("map-" + next())
                .get();
    }

    /** Two calls: what is created goes again, so that their number stays. */
    @Benchmark
    public Object createAndDelete() {
        ConfigMap created = client.resource(map("new-" + number++)).create();
        return client.resource(created).delete();
    }

    @Benchmark
    public ConfigMap mergePatch() {
        return client.configMaps()
                .inNamespace("default")
                .withName("map-" + next())
                .patch(PatchContext.of(PatchType.JSON_MERGE), "{\"data\":{\"one\":\"" + number + "\"}}");
    }

    @Benchmark
    public ConfigMapList listAll() {
        return client.configMaps().inNamespace("default").list();
    }

    private int next() {
        number++;
        return number % OBJECTS;
    }

    private static ConfigMap map(String name) {
        return new ConfigMapBuilder()
                .withNewMetadata()
                .withNamespace("default")
                .withName(name)
                .addToLabels("app", "load")
                .endMetadata()
                .withData(Map.of("one", "1", "two", "x".repeat(150)))
                .build();
    }
}
