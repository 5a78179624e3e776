package dev.hcp.reconcilers.operator;

import dev.hcp.api.HcpException;
import dev.hcp.platforms.KeyMaterial;
import dev.hcp.platforms.ManagementCluster;
import dev.hcp.platforms.OperatorOptions;
import dev.hcp.platforms.Reachability;
import dev.hcp.platforms.ReleaseCatalogue;
import dev.hcp.reconcilers.Reconciler;
import dev.hcp.reconcilers.Reconcilers;
import dev.hcp.reconcilers.Touches;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.extended.leaderelection.LeaderCallbacks;
import io.javaoperatorsdk.operator.Operator;
import io.javaoperatorsdk.operator.api.config.ConfigurationService;
import io.javaoperatorsdk.operator.api.config.LeaderElectionConfiguration;
import io.javaoperatorsdk.operator.api.config.LeaderElectionConfigurationBuilder;
import io.javaoperatorsdk.operator.api.config.ResolvedControllerConfiguration;
import io.javaoperatorsdk.operator.api.config.informer.InformerConfiguration;
import io.javaoperatorsdk.operator.api.monitoring.AggregatedMetrics;
import io.javaoperatorsdk.operator.api.monitoring.Metrics;
import io.javaoperatorsdk.operator.monitoring.micrometer.MicrometerMetricsV2;
import io.javaoperatorsdk.operator.processing.event.rate.LinearRateLimiter;
import io.javaoperatorsdk.operator.processing.retry.GenericRetry;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs reconcilers on a management cluster: HyperShift's own by default, or those of a custom platform.
 *
 * <p>Every reconciler is called for one object at a time, after whatever it watches has changed, again with exponential
 * back-off from one to ten seconds when its pass failed, and when it asked to be. Its plan is carried out in order with its
 * name as field manager. What fails is logged when it begins to, when it fails otherwise and when it no longer does; set
 * java-operator-sdk's {@code io.javaoperatorsdk.operator.processing.event.EventProcessor} to log errors alone, for it warns at
 * every retry. All of them read from one set of informers. Several operators may run: with {@link
 * Builder#leaderElection} one of them works at a time, with {@link Builder#shard} each works on clusters of its own.
 *
 * <p>Thread-safe.
 */
public final class HcpOperator implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HcpOperator.class);
    private static final Duration FIRST_RETRY = Duration.ofSeconds(1);
    private static final Duration LAST_RETRY = Duration.ofSeconds(10);

    private final ClusterCache cache;
    private final HostedConnections connections;
    private final Operator operator;
    private volatile boolean closed;

    private HcpOperator(Builder options) {
        OperatorPorts ports = options.ports();
        cache = new ClusterCache(options.client, options.clock);
        ClusterEvents events = new ClusterEvents(options.client, options.clock);
        connections = new HostedConnections(cache, options.hostedClients, options.clock);
        if (options.meters != null) {
            HypershiftMeters.follow(cache, options.meters, options.clock);
        }
        Supplier<ClusterWorld> worlds = () -> new ClusterWorld(cache, ports, connections);
        operator = new Operator(overrides -> {
            overrides
                    .withKubernetesClient(options.client)
                    .withCloseClientOnStop(false)
                    .withConcurrentReconciliationThreads(options.threads)
                    .withReconciliationTerminationTimeout(options.terminationTimeout)
                    .withMetrics(options.listeners());
            options.election.map(this::election).ifPresent(overrides::withLeaderElectionConfiguration);
        });
        for (Reconciler<?> reconciler : options.reconcilers) {
            register(reconciler, options, events, worlds);
        }
    }

    private record Lease(
            String namespace, String name, String identity, Duration lease, Duration renewal, Duration retry) {}

    private LeaderElectionConfiguration election(Lease lease) {
        return LeaderElectionConfigurationBuilder.aLeaderElectionConfiguration(lease.name())
                .withLeaseNamespace(lease.namespace())
                .withIdentity(lease.identity())
                .withLeaseDuration(lease.lease())
                .withRenewDeadline(lease.renewal())
                .withRetryPeriod(lease.retry())
                .withLeaderCallbacks(new LeaderCallbacks(() -> {}, this::lostLease, leader -> {}))
                // The other way is System.exit, which is not a library's to call; lostLease ends the work instead.
                .buildForTest(false);
    }

    /** Another may hold the lease by now. Called by the thread that renews it, which stopping waits for. */
    private void lostLease() {
        if (!closed) {
            LOG.warn("the lease is lost: this operator stops to work for good");
            new Thread(this::close, "hcp-operator-stop").start();
        }
    }

    private <R extends HasMetadata> void register(
            Reconciler<R> reconciler, Builder options, ClusterEvents events, Supplier<ClusterWorld> worlds) {
        boolean served = cache.of(reconciler.primaryType()).isPresent();
        if (!served && reconciler.kindIsOptional()) {
            LOG.info("{} has nothing to do: the cluster does not serve its kind", reconciler.name());
            return;
        }
        if (!served) {
            throw new HcpException("the cluster does not serve " + HasMetadata.getApiVersion(reconciler.primaryType())
                    + " " + HasMetadata.getKind(reconciler.primaryType())
                    + "; install HyperShift's custom resource definitions first: dev.hcp.api.crd.Crds has"
                    + " them, `kubectl create -f` takes them");
        }
        operator.register(
                new ReconcilerAdapter<>(
                        Touches.declaredOnly().of(reconciler),
                        options.client,
                        cache,
                        events,
                        worlds,
                        connections,
                        options.shard,
                        options::paced),
                configuration(reconciler, options, operator.getConfigurationService()));
    }

    private static <R extends HasMetadata> ResolvedControllerConfiguration<R> configuration(
            Reconciler<R> reconciler, Builder options, ConfigurationService service) {
        InformerConfiguration<R> informer = InformerConfiguration.builder(reconciler.primaryType())
                .withWatchAllNamespaces()
                // Changes are told by the shared cache, which is what a pass reads.
                .withOnUpdateFilter((after, before) -> false)
                .build();
        GenericRetry retry = new GenericRetry()
                .setInitialInterval(options.paced(FIRST_RETRY).toMillis())
                .setMaxInterval(options.paced(LAST_RETRY).toMillis())
                .setIntervalMultiplier(2)
                .withoutMaxAttempts();
        return new ResolvedControllerConfiguration<>(
                reconciler.name() + "-" + HasMetadata.getSingular(reconciler.primaryType()),
                false,
                ReconcilerAdapter.class.getName(),
                retry,
                LinearRateLimiter.deactivatedRateLimiter(),
                null,
                // Reconcilers keep their finalizers themselves.
                "hypershift.openshift.io/unused",
                Map.of(),
                reconciler.name(),
                service,
                informer,
                true,
                null);
    }

    /**
     * Options of an operator.
     *
     * @param client a client of the management cluster; the caller closes it, after the operator
     */
    public static Builder builder(KubernetesClient client) {
        return new Builder(client);
    }

    private HcpOperator started() {
        operator.start();
        return this;
    }

    /** How the operator is; see {@link OperatorHealth}. */
    public OperatorHealth health() {
        boolean started = !closed && operator.getRuntimeInfo().isStarted();
        return new OperatorHealth(
                started,
                started && cache.isHealthy() && operator.getRuntimeInfo().allEventSourcesAreHealthy());
    }

    /** Stops to work: waits for passes under way, up to the termination timeout, and gives up the lease. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        operator.stop();
        connections.close();
        cache.close();
    }

    /** Options of an operator. Each method returns this. */
    public static final class Builder {
        private final KubernetesClient client;
        private List<Reconciler<?>> reconcilers = Reconcilers.all();
        private Shard shard = Shard.ALL;
        private Optional<Lease> election = Optional.empty();
        private Metrics listener = Metrics.NOOP;
        private @Nullable MeterRegistry meters;
        private int threads = 10;
        private Duration terminationTimeout = Duration.ofSeconds(10);
        private InstantSource clock = InstantSource.system();
        private double pace = 1;
        private HostedApis hostedApis = HostedApis.PUBLISHED;
        private Function<Config, KubernetesClient> hostedClients =
                config -> new KubernetesClientBuilder().withConfig(config).build();
        private Reachability reachability = new NetworkReachability();
        private @Nullable ReleaseCatalogue releases;
        private @Nullable KeyMaterial keyMaterial;
        private @Nullable ManagementCluster managementCluster;

        private Builder(KubernetesClient client) {
            this.client = client;
        }

        /** What to run; {@link Reconcilers#all()} by default. */
        public Builder reconcilers(List<Reconciler<?>> value) {
            reconcilers = List.copyOf(value);
            return this;
        }

        /** What is known of release images. There is no default: an operator must be told where releases come from. */
        public Builder releases(ReleaseCatalogue value) {
            releases = value;
            return this;
        }

        /** Where keys, certificates and passwords come from; fresh ones by default, see {@link GeneratedKeyMaterial}. */
        public Builder keyMaterial(KeyMaterial value) {
            keyMaterial = value;
            return this;
        }

        /**
         * What the management cluster offers; asked of the cluster by default, see {@link ManagementClusters}, and with the
         * {@link OperatorOptions#DEFAULTS}.
         */
        public Builder managementCluster(ManagementCluster value) {
            managementCluster = value;
            return this;
        }

        /** How hosted API servers are reached; at their published addresses by default. */
        public Builder hostedApis(HostedApis value) {
            hostedApis = value;
            return this;
        }

        /**
         * Makes the clients by which hosted clusters are looked into, from the kubeconfig that each control plane keeps for
         * its administrator; by default with fabric8's default HTTP client.
         */
        public Builder hostedClients(Function<Config, KubernetesClient> value) {
            hostedClients = value;
            return this;
        }

        /** What answers on the network; by default the network of this machine is asked. */
        public Builder reachability(Reachability value) {
            reachability = value;
            return this;
        }

        /** Which clusters to look after; all by default. */
        public Builder shard(Shard value) {
            shard = value;
            return this;
        }

        /**
         * Works only while holding a lease, by default not needed: for several replicas of the same operator. Who holds it
         * renews it every two seconds and gives up after ten without success; others may take it after fifteen. An operator
         * that loses its lease stops for good, as by {@link HcpOperator#close}, and its health says so: let the probe restart
         * the process.
         *
         * @param namespace namespace of the Lease
         * @param name name of the Lease, one for each shard
         * @param identity who this is, such as the pod's name
         */
        public Builder leaderElection(String namespace, String name, String identity) {
            return leaderElection(
                    namespace, name, identity, Duration.ofSeconds(15), Duration.ofSeconds(10), Duration.ofSeconds(2));
        }

        /**
         * As {@link #leaderElection(String, String, String)}, with other times.
         *
         * @param lease how long the lease is valid without being renewed
         * @param renewal how long the holder tries to renew it before it stops to work; shorter than {@code lease}
         * @param retry how often it is renewed or asked for
         */
        public Builder leaderElection(
                String namespace, String name, String identity, Duration lease, Duration renewal, Duration retry) {
            if (lease.compareTo(renewal) <= 0 || renewal.compareTo(retry) <= 0) {
                throw new HcpException("a lease is longer than its renewal, and that longer than a retry; got " + lease
                        + ", " + renewal + " and " + retry);
            }
            election = Optional.of(new Lease(namespace, name, identity, lease, renewal, retry));
            return this;
        }

        /**
         * Where passes, retries and queues are counted and timed, by micrometer-support's {@code MicrometerMetricsV2}, and where
         * HyperShift's meters of clusters and pools are, such as {@code hypershift_cluster_upgrading_duration_seconds}; see
         * the page on metrics. Nowhere by default. It needs {@code io.javaoperatorsdk:micrometer-support}. Meters are of all
         * clusters of the management cluster, whatever the {@link #shard} and whoever holds the lease. For Prometheus, set
         * {@link HypershiftNames}.
         */
        public Builder metrics(MeterRegistry value) {
            meters = value;
            return this;
        }

        /** Who is told of passes, besides {@link #metrics(MeterRegistry)}; nobody by default. */
        public Builder listener(Metrics value) {
            listener = value;
            return this;
        }

        private Metrics listeners() {
            return meters == null
                    ? listener
                    : new AggregatedMetrics(
                            List.of(MicrometerMetricsV2.newBuilder(meters).build(), listener));
        }

        /** How many objects are worked on at a time; 10 by default. */
        public Builder threads(int value) {
            if (value < 1) {
                throw new HcpException("an operator works with at least one thread; got " + value);
            }
            threads = value;
            return this;
        }

        /** How long {@link HcpOperator#close} waits for passes under way; 10 seconds by default. */
        public Builder terminationTimeout(Duration value) {
            terminationTimeout = value;
            return this;
        }

        /** What time it is; the system's by default. */
        public Builder clock(InstantSource value) {
            clock = value;
            return this;
        }

        /**
         * How fast the cluster's time goes: 1 by default. For a simulated cluster whose time is tied to the wall clock by a
         * factor: what is to happen after a while happens so much sooner.
         */
        public Builder pace(double factor) {
            if (!(factor > 0)) {
                throw new HcpException("time goes forward: a pace is greater than 0; got " + factor);
            }
            pace = factor;
            return this;
        }

        private Duration paced(Duration duration) {
            return Duration.ofMillis(Math.max(1, Math.round(duration.toMillis() / pace)));
        }

        private OperatorPorts ports() {
            if (releases == null) {
                throw new HcpException("an operator needs to know where releases come from: call releases(...)");
            }
            return new OperatorPorts(
                    releases,
                    keyMaterial == null ? new GeneratedKeyMaterial() : keyMaterial,
                    managementCluster == null
                            ? ManagementClusters.discover(client, OperatorOptions.DEFAULTS, System.getenv())
                            : managementCluster,
                    hostedApis,
                    reachability,
                    clock);
        }

        /** A lease in a namespace that does not exist would be waited for without a word. */
        private void requireNamespace(String namespace) {
            if (client.namespaces().withName(namespace).get() == null) {
                throw new HcpException("the lease shall be in namespace " + namespace
                        + ", which does not exist; create it, or name another in leaderElection(...)");
            }
        }

        /**
         * Starts the operator; returns when it knows all objects.
         *
         * @throws HcpException when the cluster does not answer or lacks the custom resource definitions, when an option is
         *     missing, or, as {@link MissingRuleException}, when the account may not read what the operator reads
         */
        public HcpOperator start() {
            ManagementClusters.requireAnswer(client);
            election.map(Lease::namespace).ifPresent(this::requireNamespace);
            HcpOperator operator = new HcpOperator(this);
            try {
                return operator.started();
            } catch (RuntimeException e) {
                operator.close();
                throw e;
            }
        }
    }
}
