package dev.hcp.testkit;

import dev.hcp.client.HcpClient;
import dev.hcp.simulator.Simulator;
import dev.hcp.simulator.Timeline;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.lang.reflect.AnnotatedElement;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/** Starts a management cluster for a test when it asks for one, and tells what happened in it when the test fails. */
final class HcpExtension implements ParameterResolver, AfterTestExecutionCallback {
    private static final ExtensionContext.Namespace STORE = ExtensionContext.Namespace.create(HcpExtension.class);
    private static final Set<Class<?>> PARAMETERS =
            Set.of(Simulator.class, HcpClient.class, KubernetesClient.class, Timeline.class);
    private static final Set<String> REPORTED =
            Set.of("HostedCluster", "NodePool", "HostedControlPlane", "MachineDeployment", "Machine");

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return PARAMETERS.contains(parameter.getParameter().getType());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Cluster cluster = context.getStore(STORE)
                .getOrComputeIfAbsent(Cluster.class, key -> new Cluster(seed(context)), Cluster.class);
        Class<?> type = parameter.getParameter().getType();
        if (type == Simulator.class) {
            return cluster.simulator;
        }
        if (type == KubernetesClient.class) {
            return cluster.kubernetes;
        }
        return type == HcpClient.class ? cluster.hcp : cluster.timeline;
    }

    @Override
    public void afterTestExecution(ExtensionContext context) {
        Cluster cluster = context.getStore(STORE).get(Cluster.class, Cluster.class);
        if (cluster != null && context.getExecutionException().isPresent()) {
            context.publishReportEntry(Map.of(
                    "hcp.seed", Long.toString(cluster.seed),
                    "hcp.time", cluster.simulator.now().toString(),
                    "hcp.timeline", "\n" + cluster.timeline.table(entry -> true)));
        }
    }

    private static long seed(ExtensionContext context) {
        Optional<AnnotatedElement> element = context.getElement();
        long seed = AnnotationSupport.findAnnotation(element, HcpTest.class)
                .or(() -> AnnotationSupport.findAnnotation(context.getRequiredTestClass(), HcpTest.class))
                .map(HcpTest::seed)
                .orElse(1L);
        return Long.getLong("hcp.seed", seed);
    }

    /** What one test has; closed with the test's store. */
    private static final class Cluster implements AutoCloseable {
        final long seed;
        final Simulator simulator;
        final Timeline timeline;
        final KubernetesClient kubernetes;
        final HcpClient hcp;

        Cluster(long seed) {
            this.seed = seed;
            this.simulator = Simulator.builder().seed(seed).start();
            this.timeline = Timeline.record(simulator.objects(), simulator::now, REPORTED);
            this.kubernetes = simulator.kubernetesClient();
            this.hcp = HcpClient.builder(kubernetes)
                    .waiting(simulator::runUntil)
                    .clock(simulator::now)
                    .guestHttpClients(simulator.httpClientFactory())
                    .build();
        }

        @Override
        public void close() {
            kubernetes.close();
            timeline.close();
            simulator.close();
        }
    }
}
