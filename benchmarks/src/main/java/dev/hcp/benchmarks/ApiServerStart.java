package dev.hcp.benchmarks;

import dev.hcp.simulator.Simulator;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Locale;

/**
 * How long it takes until a management cluster answers: in a JVM that has started others before, and in a new JVM, from its
 * own start on. fabric8's mock server beside it, in the same run.
 */
final class ApiServerStart {
    private static final int TIMES = 60;
    private static final int JVMS = 7;

    private ApiServerStart() {}

    /** @param args nothing; or a server's name, to start it once and print the age of this JVM in milliseconds */
    public static void main(String[] args) throws IOException, InterruptedException {
        if (args.length == 1) {
            start(args[0]);
            System.out.println(
                    System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime());
            return;
        }
        System.out.println("| until the first answer, median | warm JVM | new JVM, its start included |");
        System.out.println("|---|---|---|");
        for (String server : new String[] {"management cluster", "API server alone", "fabric8's mock, http"}) {
            System.out.printf(
                    Locale.ROOT, "| %s | %.1f ms | %,d ms |%n", server, warm(server) / 1e6, median(cold(server)));
        }
    }

    private static void start(String server) {
        if (server.startsWith("fabric8")) {
            try (MockServer mock = MockServer.start(false);
                    KubernetesClient client = mock.client()) {
                client.namespaces().list();
            }
            return;
        }
        Simulator.Builder options = Simulator.builder();
        try (Simulator simulator = (server.startsWith("API") ? options.empty() : options).start();
                KubernetesClient client = simulator.kubernetesClient()) {
            client.namespaces().list();
        }
    }

    private static long warm(String server) {
        long[] nanos = new long[TIMES];
        for (int i = 0; i < TIMES; i++) {
            long start = System.nanoTime();
            start(server);
            nanos[i] = System.nanoTime() - start;
        }
        return median(Arrays.copyOfRange(nanos, TIMES / 2, TIMES));
    }

    private static long[] cold(String server) throws IOException, InterruptedException {
        long[] millis = new long[JVMS];
        for (int i = 0; i < JVMS; i++) {
            Process process = new ProcessBuilder(
                            ProcessHandle.current().info().command().orElse("java"),
                            "-XX:+UseSerialGC",
                            "-XX:TieredStopAtLevel=1",
                            "-classpath",
                            System.getProperty("java.class.path"),
                            ApiServerStart.class.getName(),
                            server)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String printed = new String(process.getInputStream().readAllBytes()).trim();
            if (process.waitFor() != 0) {
                throw new IllegalStateException("a JVM that starts " + server + " failed: " + printed);
            }
            millis[i] = Long.parseLong(printed);
        }
        return millis;
    }

    private static long median(long[] values) {
        long[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
