package dev.hcp.samples.operator;

import dev.hcp.api.HcpException;
import dev.hcp.platforms.OperatorOptions;
import dev.hcp.reconcilers.operator.HcpOperator;
import dev.hcp.reconcilers.operator.HypershiftNames;
import dev.hcp.reconcilers.operator.ManagementClusters;
import dev.hcp.reconcilers.operator.OperatorHealth;
import dev.hcp.reconcilers.operator.RegistryReleases;
import dev.hcp.reconcilers.operator.Shard;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs the operator until the process is told to end, or the lease is lost. */
@Command(
        name = "run",
        description = "Runs the operator. Environment variables in parentheses stand for options that are not given.",
        mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
    /** A second is much for an operator that starts, and nothing for one who waits for it. */
    private static final Duration LOOK = Duration.ofSeconds(1);
    /** Less than the Deployment's pods are given. */
    private static final Duration STOPPING = Duration.ofSeconds(25);

    @Option(
            names = "--kubeconfig",
            defaultValue = "${env:KUBECONFIG}",
            description = "The management cluster; inside of one, its own by default (KUBECONFIG).")
    private @Nullable Path kubeconfig;

    @Option(
            names = "--mirror",
            description =
                    "A mirror of images for all hosted clusters, source=mirror; the management cluster's and each hosted"
                            + " cluster's own are known. May be given many times.")
    private Map<String, String> mirrors = new LinkedHashMap<>();

    @Option(
            names = "--namespaces",
            defaultValue = "${env:SHARD_NAMESPACES}",
            split = ",",
            description =
                    "Look after the hosted clusters of these namespaces alone, separated by commas (SHARD_NAMESPACES).")
    private @Nullable List<String> namespaces;

    @Option(
            names = "--lease-namespace",
            defaultValue = "${env:POD_NAMESPACE}",
            description = "Namespace of the lease; without one, this has to be the only operator (POD_NAMESPACE).")
    private @Nullable String leaseNamespace;

    @Option(
            names = "--lease-name",
            defaultValue = "${env:LEASE_NAME:-hcp-operator}",
            description = "Name of the lease, one for each shard (LEASE_NAME).")
    private String leaseName = "hcp-operator";

    @Option(
            names = "--identity",
            defaultValue = "${env:POD_NAME}",
            description = "Who holds the lease; the pod's name (POD_NAME).")
    private @Nullable String identity;

    @Option(
            names = "--port",
            defaultValue = "${env:HTTP_PORT:-8080}",
            description = "Port of /livez, /readyz and /metrics; 0 for a free one (HTTP_PORT).")
    private int port = 8080;

    @Option(
            names = "--threads",
            defaultValue = "${env:THREADS:-10}",
            description = "How many clusters, pools and control planes are worked on at a time (THREADS).")
    private int threads = 10;

    @Override
    public Integer call() throws InterruptedException, IOException {
        Thread process = Thread.currentThread();
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(process, ended), "stop"));
        try (KubernetesClient client = client()) {
            return run(
                    client,
                    HcpOperator.builder(client)
                            .releases(releases(client))
                            .managementCluster(ManagementClusters.discover(client, operator(), System.getenv())));
        } finally {
            ended.countDown();
        }
    }

    /** The process goes when this returns: passes under way shall end, and the lease be given back, before. */
    private static void stop(Thread process, CountDownLatch ended) {
        process.interrupt();
        try {
            if (!ended.await(STOPPING.toMillis(), TimeUnit.MILLISECONDS)) {
                System.err.println("not all passes have ended within " + STOPPING.toSeconds() + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The framework counts some events with an action and others without, and Prometheus wants the same tags on all. */
    static MeterFilter sameTagsOnEvents() {
        return new MeterFilter() {
            @Override
            public Meter.Id map(Meter.Id id) {
                return id.getName().equals("events.received") && id.getTag("action") == null
                        ? id.withTag(Tag.of("action", ""))
                        : id;
            }
        };
    }

    /** The port that probes are answered on, once they are. */
    final CompletableFuture<Integer> listening = new CompletableFuture<>();

    /** Until this thread is interrupted, or the operator has lost its lease. */
    int run(KubernetesClient client, HcpOperator.Builder options) throws InterruptedException, IOException {
        PrometheusMeterRegistry metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        metrics.config().meterFilter(sameTagsOnEvents());
        metrics.config().namingConvention(new HypershiftNames(metrics.config().namingConvention()));
        AtomicReference<@Nullable HcpOperator> operator = new AtomicReference<>();
        Instant begin = Instant.now();
        try (ProbeServer probes = new ProbeServer(port, new Liveness(begin, operator), metrics::scrape)) {
            System.out.println("probes and metrics on port " + probes.port());
            listening.complete(probes.port());
            options.threads(threads).metrics(metrics).shard(shard());
            if (leaseNamespace != null && !leaseNamespace.isEmpty()) {
                options.leaderElection(leaseNamespace, leaseName, identity());
            }
            try (HcpOperator started = options.start()) {
                operator.set(started);
                System.out.println("looking after " + shard() + " of " + client.getMasterUrl());
                while (started.health().started()) {
                    Thread.sleep(LOOK.toMillis());
                }
                System.err.println("the operator has stopped: another holds its lease by now");
                return 1;
            } catch (InterruptedException told) {
                System.out.println("stopping");
                return 0;
            }
        }
    }

    /** What probes ask. */
    private record Liveness(Instant begin, AtomicReference<@Nullable HcpOperator> operator)
            implements ProbeServer.Probes {
        /** Alive while it starts, for a while, and then while it has not stopped. */
        @Override
        public boolean alive() {
            return Optional.ofNullable(operator.get())
                    .map(HcpOperator::health)
                    .map(OperatorHealth::started)
                    .orElseGet(() -> Instant.now().isBefore(begin.plus(Duration.ofMinutes(5))));
        }

        @Override
        public boolean ready() {
            return Optional.ofNullable(operator.get())
                    .map(HcpOperator::health)
                    .filter(health -> health.started() && health.following())
                    .isPresent();
        }
    }

    private KubernetesClient client() {
        Config config;
        if (kubeconfig == null || kubeconfig.toString().isEmpty()) {
            config = Config.autoConfigure(null);
        } else {
            config = Config.fromKubeconfig(read(kubeconfig, "--kubeconfig"));
        }
        // A server that does not answer shall be told of soon; its watches come back by themselves anyway.
        return new KubernetesClientBuilder()
                .withConfig(new ConfigBuilder(config)
                        .withRequestRetryBackoffLimit(3)
                        .build())
                .build();
    }

    /** How it is installed: in the namespace of its lease. */
    private OperatorOptions operator() {
        OperatorOptions defaults = OperatorOptions.DEFAULTS;
        String here = leaseNamespace;
        return new OperatorOptions(
                here != null && !here.isEmpty() ? here : defaults.namespace(),
                defaults.image(),
                defaults.metricsSet(),
                defaults.registryOverrides(),
                defaults.features());
    }

    /** Each hosted cluster's are read with its own pull secret, through its own mirrors and these. */
    private RegistryReleases releases(KubernetesClient client) {
        RegistryReleases.Builder releases = RegistryReleases.builder();
        mirrors.forEach((source, mirror) -> releases.mirrors(source, List.of(mirror)));
        ManagementClusters.imageMirrors(client).forEach(releases::mirrors);
        return releases.build();
    }

    private static String read(Path file, String option) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new HcpException("cannot read " + file + ", which " + option + " names: " + e, e);
        }
    }

    private Shard shard() {
        List<String> wanted = namespaces == null
                ? List.of()
                : namespaces.stream().filter(name -> !name.isBlank()).toList();
        return wanted.isEmpty() ? Shard.ALL : Shard.namespaces(wanted.toArray(String[]::new));
    }

    private String identity() {
        if (identity == null || identity.isEmpty()) {
            throw new HcpException(
                    "a lease needs a holder: give --identity or POD_NAME, one of its own for each replica");
        }
        return identity;
    }
}
