package dev.hcp.simulator;

import dev.hcp.api.HcpException;
import dev.hcp.api.json.JsonObject;
import dev.hcp.platforms.ApiAccess;
import dev.hcp.platforms.KeyMaterial;
import dev.hcp.platforms.ManagementCluster;
import dev.hcp.platforms.OperatorOptions;
import dev.hcp.platforms.ReleaseCatalogue;
import dev.hcp.reconcilers.Reconciler;
import dev.hcp.reconcilers.Reconcilers;
import dev.hcp.simulator.apiserver.ApiHandler;
import dev.hcp.simulator.apiserver.ApiServer;
import dev.hcp.simulator.apiserver.ApiServerOptions;
import dev.hcp.simulator.apiserver.Identifiers;
import dev.hcp.simulator.apiserver.Objects;
import dev.hcp.simulator.apiserver.access.Security;
import dev.hcp.simulator.apiserver.access.User;
import dev.hcp.simulator.apiserver.pods.ContainerRuntimes;
import dev.hcp.simulator.faults.Fault;
import dev.hcp.simulator.faults.FaultSchedule;
import dev.hcp.simulator.faults.InjectedFault;
import dev.hcp.simulator.kernel.History;
import dev.hcp.simulator.kernel.Kernel;
import dev.hcp.simulator.kernel.Seed;
import dev.hcp.simulator.keys.RsaSigner;
import dev.hcp.simulator.keys.SimulatedKeyMaterial;
import dev.hcp.simulator.transport.GuestApis;
import dev.hcp.simulator.transport.ServedApis;
import dev.hcp.simulator.transport.inprocess.InProcessTransport;
import dev.hcp.simulator.world.FaultInjector;
import dev.hcp.simulator.world.GuestApiServers;
import dev.hcp.simulator.world.HostedApis;
import dev.hcp.simulator.world.ReleasesByTag;
import dev.hcp.simulator.world.SimulatedWorld;
import dev.hcp.simulator.world.Timings;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * A management cluster in memory: an API server, HyperShift and all that it relies on, in virtual time.
 *
 * <p>Nothing happens by itself until time passes: {@link #advance}, {@link #runUntil} and {@link #runUntilQuiet} move it,
 * {@link #pace} ties it to the wall clock. The same seed and the same commands give the same {@link #history()}, byte for
 * byte.
 *
 * <p>Thread-safe.
 */
public final class Simulator implements AutoCloseable {
    private final Kernel kernel;
    private final KeyMaterial keyMaterial;
    private final HostedApis hostedApis;
    private final Objects objects;
    private final ContainerRuntimes containers;
    private final ServedApis served;
    private final GuestApis guests;
    private final InProcessTransport transport;
    private final Optional<SimulatedWorld> world;
    private final ManagementCluster managementCluster;

    private Simulator(Builder options) {
        kernel = new Kernel(new Seed(options.seed), options.start, options.turnLatency, options.historyLimit);
        keyMaterial = new SimulatedKeyMaterial(options.seed);
        KeyMaterial.KeyPair authority =
                keyMaterial.authority("api-server-ca", "simulated-api-server-ca", options.start);
        hostedApis = new HostedApis(keyMaterial, InProcessTransport.MASTER_URL, authority.certificate());
        ApiServerOptions serverOptions = ApiServerOptions.of(kernel::now, identifiers(""))
                .withSecurity(options.security.withSigner(() -> tokenSigner("management")));
        ApiServer server = options.empty
                ? new ApiServer(serverOptions)
                : BaseServers.management().fork(serverOptions);
        containers = server.containers();
        managementCluster = options.managementCluster();
        kernel.attach("", server.objects());
        if (options.empty) {
            world = Optional.empty();
            guests = GuestApis.NONE;
        } else {
            List<Reconciler<?>> reconcilers = options.reconcilers.get();
            ManagementNodes.create(
                    server.objects(), options.managementNodes(), options.kubernetesVersion, options.start);
            if (!reconcilers.isEmpty()) {
                createOperatorNamespace(server.objects());
            }
            SimulatedWorld started = new SimulatedWorld(new SimulatedWorld.Parts(
                    kernel,
                    server.objects(),
                    options.timings,
                    options.releases,
                    keyMaterial,
                    managementCluster,
                    hostedApis,
                    this::guestApi,
                    authority.certificate(),
                    reconcilers));
            world = Optional.of(started);
            server.guard(started.writeGate());
            guests = started.guestApis();
        }
        objects = new SerializedObjects(kernel, server.objects(), "");
        SerializedApi api = new SerializedApi(kernel, server, "", this::isManagementApiUp);
        world.ifPresent(running -> running.faults().whileManagementApiIsAway(api::disconnect));
        served = new ServedApis(api, guests);
        transport = new InProcessTransport(served);
    }

    private void createOperatorNamespace(Objects management) {
        JsonObject metadata = JsonObject.of("name", managementCluster.operator().namespace());
        management.create(management.resource("v1", "Namespace"), JsonObject.of("metadata", metadata), "hcp-simulator");
    }

    /** A simulator with the defaults of {@link Builder}. */
    public static Simulator start() {
        return builder().start();
    }

    /** Options of a simulator. */
    public static Builder builder() {
        return new Builder();
    }

    private Identifiers identifiers(String server) {
        return Identifiers.seeded(
                kernel.seed().stream("identifiers of API server " + server).nextLong());
    }

    private RsaSigner tokenSigner(String server) {
        return RsaSigner.of(keyMaterial.signingKey("service-account-tokens/" + server));
    }

    private GuestApiServers.GuestApi guestApi(String name) {
        ApiServerOptions options = ApiServerOptions.of(kernel::now, identifiers(name))
                .withHistoryLimit(200)
                .withSecurity(Security.OPEN.withSigner(() -> tokenSigner(name)));
        ApiServer server = BaseServers.guest().fork(options);
        return new GuestApiServers.GuestApi(server.objects(), new SerializedApi(kernel, server, "[" + name + "]"));
    }

    /** Answers requests to the management cluster's API server. */
    public ApiHandler api() {
        return served.destination("/").handler();
    }

    /** All API servers behind one address: the management cluster's, and those of hosted clusters below {@code /guests}. */
    public ServedApis served() {
        return served;
    }

    /** The API servers of the hosted clusters. */
    public GuestApis guests() {
        return guests;
    }

    /** The objects of the management cluster. Each write is a command in simulated time. */
    public Objects objects() {
        return objects;
    }

    /** The objects of a hosted cluster while its API server answers. Each write is a command in simulated time. */
    public Optional<Objects> guest(String namespace, String name) {
        String controlPlane = namespace + "-" + name.replace('.', '-');
        return world.flatMap(running -> running.guests().find(controlPlane))
                .map(guest -> new SerializedObjects(kernel, guest.objects(), "[" + controlPlane + "] "));
    }

    /** Who answers for what runs in the containers of the management cluster: add to it what yours print and run. */
    public ContainerRuntimes containers() {
        return containers;
    }

    /** What the management cluster offers to reconcilers. */
    public ManagementCluster managementCluster() {
        return managementCluster;
    }

    /**
     * How administrators reach the API server of a hosted cluster: one server answers for all.
     *
     * @param namespace namespace of the HostedCluster
     * @param name name of the HostedCluster
     */
    public ApiAccess hostedApi(String namespace, String name) {
        return hostedApis.access(namespace, name);
    }

    /** Connects fabric8 clients to this simulator, without sockets. */
    public InProcessTransport transport() {
        return transport;
    }

    /** The HTTP client factory of {@link #transport()}, to be given to a {@code KubernetesClientBuilder}. */
    public HttpClient.Factory httpClientFactory() {
        return transport;
    }

    /** A client of the management cluster; needs {@code io.fabric8:kubernetes-client} on the class path. */
    public KubernetesClient kubernetesClient() {
        return transport.client();
    }

    /** The keys and certificates of this simulator: a function of its seed. */
    public KeyMaterial keyMaterial() {
        return keyMaterial;
    }

    /**
     * Sets the address that kubeconfigs of hosted clusters name from now on.
     *
     * @param url address of the simulator's server, without a slash at the end
     * @param certificateAuthority PEM of the authority that signed its certificate
     */
    public void servedAt(String url, String certificateAuthority) {
        hostedApis.servedAt(url, certificateAuthority);
    }

    /** The virtual time. */
    public Instant now() {
        return kernel.now();
    }

    /** Lets virtual time pass. */
    public void advance(Duration duration) {
        kernel.advance(duration);
    }

    /**
     * Lets virtual time pass until a condition holds; it is asked whenever something was committed.
     *
     * @param timeout how long to try, in virtual time
     * @return whether it holds
     */
    public boolean runUntil(BooleanSupplier condition, Duration timeout) {
        return kernel.runUntil(condition, timeout);
    }

    /**
     * Lets virtual time pass until nothing more happens by itself but periodic looks that change nothing. When a fault was
     * injected or mended, all who poll or retry look once more before that: what failed because of a fault that is mended
     * has been tried again, and what came of it is done.
     *
     * @param limit how long to try, in virtual time
     * @return whether it is quiet
     */
    public boolean runUntilQuiet(Duration limit) {
        return kernel.runUntilQuiet(limit);
    }

    /** Lets virtual time follow the wall clock, that many virtual seconds per second. */
    public void pace(double factor) {
        kernel.pace(factor);
    }

    /** Ends {@link #pace}; when it returns, time stands still. */
    public void stopPacing() {
        kernel.stopPacing();
    }

    /**
     * Breaks something, until it is mended. A command in simulated time, noted in the history.
     *
     * @throws HcpException when the simulator is an API server alone
     */
    public InjectedFault inject(Fault fault) {
        FaultInjector faults = faults();
        faults.inject(fault);
        return new InjectedFault() {
            @Override
            public Fault fault() {
                return fault;
            }

            @Override
            public void mend() {
                faults.mend(fault);
            }
        };
    }

    /** Breaks and mends what a schedule says, from now on, as virtual time passes. */
    public void play(FaultSchedule schedule) {
        faults().play(schedule);
    }

    private FaultInjector faults() {
        return world.orElseThrow(
                        () -> new HcpException("there is no world around an API server alone that could break"))
                .faults();
    }

    private boolean isManagementApiUp() {
        return world.isEmpty() || world.get().faults().isManagementApiUp();
    }

    /** What happened so far. */
    public History history() {
        return kernel.history();
    }

    /** Stops time for good. */
    @Override
    public void close() {
        kernel.close();
    }

    /** Options of a simulator. Each method returns this. */
    public static final class Builder {
        private long seed = 1;
        private Instant start = Instant.parse("2025-01-01T00:00:00Z");
        private Timings timings = Timings.typical();
        private Duration turnLatency = Duration.ofMillis(10);
        private int nodes = 6;
        private List<ManagementNode> managementNodes = List.of();
        private List<String> zones = List.of("zone-a", "zone-b", "zone-c");
        private ReleaseCatalogue releases = new ReleasesByTag();
        private Optional<String> kubeVirtVersion = Optional.of("1.2.2");
        private final String kubernetesVersion = "1.30.6";
        private int historyLimit = 200_000;
        private boolean empty;
        private Supplier<List<Reconciler<?>>> reconcilers = Reconcilers::all;
        private Security security = Security.OPEN;

        private Builder() {}

        /** Where all randomness comes from; 1 by default. */
        public Builder seed(long value) {
            seed = value;
            return this;
        }

        /** Virtual time at the start; the beginning of 2025 by default. */
        public Builder startAt(Instant value) {
            start = value;
            return this;
        }

        /** How long things take; {@link Timings#typical()} by default. */
        public Builder timings(Timings value) {
            timings = value;
            return this;
        }

        /** How long after a change those who watch it act; 10 ms by default. */
        public Builder turnLatency(Duration value) {
            turnLatency = value;
            return this;
        }

        /**
         * Number of nodes of the management cluster; 6 by default. A highly available control plane on KubeVirt, with its
         * machines, takes some 70 of the 500 pods that each of them takes.
         */
        public Builder nodes(int value) {
            if (value < 0) {
                throw new HcpException("a management cluster has 0 nodes or more; got " + value);
            }
            nodes = value;
            return this;
        }

        /** Zones that the nodes of the management cluster are spread over; three by default. */
        public Builder zones(List<String> value) {
            if (value.isEmpty()) {
                throw new HcpException("a management cluster has at least one zone; got none");
            }
            zones = List.copyOf(value);
            return this;
        }

        /** The nodes of the management cluster one by one, instead of {@link #nodes} and {@link #zones}. */
        public Builder managementNodes(List<ManagementNode> value) {
            managementNodes = List.copyOf(value);
            return this;
        }

        /** What is known of release images; {@link ReleasesByTag} by default. */
        public Builder releases(ReleaseCatalogue value) {
            releases = value;
            return this;
        }

        /** The version of KubeVirt on the management cluster; empty when it is not installed. */
        public Builder kubeVirtVersion(Optional<String> value) {
            kubeVirtVersion = value;
            return this;
        }

        /** How many entries the history keeps; 200,000 by default. */
        public Builder historyLimit(int value) {
            historyLimit = value;
            return this;
        }

        /** An API server alone: no custom kinds, no actors; nothing happens by itself. */
        public Builder empty() {
            empty = true;
            return this;
        }

        /**
         * The whole world but HyperShift's own controllers: for tests of an operator that brings them. Nothing becomes of a
         * HostedCluster until one runs.
         */
        public Builder withoutHyperShift() {
            return reconcilers(List.of());
        }

        /**
         * What runs as HyperShift's own controllers; {@link Reconcilers#all()} by default, with the platforms on the class
         * path. For platforms of one's own, and to look over the shoulder of reconcilers.
         */
        public Builder reconcilers(List<Reconciler<?>> value) {
            List<Reconciler<?>> all = List.copyOf(value);
            reconcilers = () -> all;
            return this;
        }

        /**
         * Lets roles decide what users of the management cluster may do. By default everything is allowed. Clients in
         * this JVM are administrators unless they impersonate somebody, or use {@link InProcessTransport#as}.
         */
        public Builder roleBasedAccess() {
            security = security.withRoles(true);
            return this;
        }

        /** Bearer tokens that the management cluster's API server knows, and whose they are; none by default. */
        public Builder tokens(Map<String, User> value) {
            security = security.withTokens(value);
            return this;
        }

        private List<ManagementNode> managementNodes() {
            return managementNodes.isEmpty() ? ManagementNodes.spread(nodes, zones) : managementNodes;
        }

        private ManagementCluster managementCluster() {
            return new ManagementCluster(
                    true,
                    "None",
                    Optional.of("apps.management.example.com"),
                    OperatorOptions.DEFAULTS,
                    kubeVirtVersion,
                    kubernetesVersion);
        }

        /** Starts the simulator. */
        public Simulator start() {
            return new Simulator(this);
        }
    }
}
