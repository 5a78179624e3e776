package dev.hcp.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hcp.api.hypershift.HostedCluster;
import dev.hcp.api.hypershift.HostedClusterSpec;
import dev.hcp.api.hypershift.HostedClusterStatus;
import dev.hcp.api.json.JsonObject;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Reading and writing a HostedCluster with a value in every field, through fabric8's serialization as a client does it,
 * against mutable beans of the same shape ({@link MutableTwin}) through the same serialization.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 10, time = 4)
@Measurement(iterations = 5, time = 4)
@Fork(1)
public class ModelCodec {
    private final KubernetesSerialization serialization = new KubernetesSerialization(new ObjectMapper(), false);
    private byte[] json = new byte[0];
    private HostedCluster model = new HostedCluster();
    private Class<?> twinType = Object.class;
    private Object twin = "";

    /** Makes the document and both typed forms of it. */
    @Setup
    public void prepare() {
        JsonObject document = FullDocument.ofKind(
                "hypershift.openshift.io/v1beta1", "HostedCluster", HostedClusterSpec.class, HostedClusterStatus.class);
        json = document.toString().getBytes(StandardCharsets.UTF_8);
        twinType = MutableTwin.of(HostedClusterSpec.class, HostedClusterStatus.class);
        model = serialization.unmarshal(new ByteArrayInputStream(json), HostedCluster.class);
        twin = serialization.unmarshal(new ByteArrayInputStream(json), twinType);
        requireSame(document, serialization.asJson(model));
        requireSame(document, serialization.asJson(twin));
    }

    private static void requireSame(JsonObject document, String text) {
        if (!dev.hcp.api.json.Json.parseObject(text).equals(document)) {
            throw new IllegalStateException("the document does not survive a round trip: " + text);
        }
    }

    @Benchmark
    public Object readModel() {
        return serialization.unmarshal(new ByteArrayInputStream(json), HostedCluster.class);
    }

    @Benchmark
    public Object readBeans() {
        return serialization.unmarshal(new ByteArrayInputStream(json), twinType);
    }

    @Benchmark
    public Object writeModel() {
        return serialization.asJson(model);
    }

    @Benchmark
    public Object writeBeans() {
        return serialization.asJson(twin);
    }
}
