package dev.hcp.reconcilers;

import dev.hcp.api.json.JsonObject;
import dev.hcp.platforms.ImageAccess;
import dev.hcp.platforms.InfrastructureCluster;
import dev.hcp.platforms.KeyMaterial;
import dev.hcp.platforms.ManagementCluster;
import dev.hcp.platforms.OperatorCapability;
import dev.hcp.platforms.OperatorOptions;
import dev.hcp.platforms.Reachability;
import dev.hcp.platforms.ReleaseCatalogue;
import dev.hcp.platforms.ReleaseMetadata;
import dev.hcp.platforms.ReleaseNotFoundException;
import dev.hcp.platforms.World;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A world over a plain store, in which every release of the form {@code release:VERSION} exists, with the digest {@code
 * sha256:VERSION}; of {@code unreadable:VERSION} the registry tells the architecture only.
 */
public final class WorldFixture implements StoredWorld {
    public static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    public final PlainStore store;
    private boolean hostedApisAnswer;
    private final KeyMaterial keyMaterial = new NumberedKeyMaterial();
    private boolean routes = true;
    private OperatorOptions operator = OperatorOptions.DEFAULTS;
    private Set<String> optionalGroups = Set.of();
    private Map<String, String> operatorEnvironment = Map.of();
    private Optional<InfrastructureCluster> infrastructure = Optional.empty();
    private Map<String, String> imageLabels = OperatorCapability.allLabels();

    public WorldFixture() {
        this(new PlainStore());
    }

    private WorldFixture(PlainStore store) {
        this.store = store;
    }

    /** Whether the API servers of hosted clusters answer; not at first. */
    public void hostedApisAnswer(boolean value) {
        hostedApisAnswer = value;
    }

    @Override
    public Optional<World> hosted(String controlPlaneNamespace) {
        return hostedApisAnswer ? Optional.of(inside(controlPlaneNamespace)) : Optional.empty();
    }

    /** The world within a hosted cluster, whether or not its API server answers. */
    public WorldFixture inside(String controlPlaneNamespace) {
        return new WorldFixture(store.hosted(controlPlaneNamespace));
    }

    /** Host names that do not resolve. */
    public final Set<String> lostNames = new HashSet<>();

    /** Addresses, as {@code host:port}, at which no API server answers. */
    public final Set<String> silentAddresses = new HashSet<>();

    /** Images of whose digest the registry tells an error instead. */
    public final Set<String> undigested = new HashSet<>();
    /** Which clusters the registry lets in. */
    public Predicate<ImageAccess> registry = access -> true;

    /** The time, which stands still. */
    public Instant now = NOW;

    public WorldFixture withoutRoutes() {
        routes = false;
        return this;
    }

    /** Control plane operators whose images have these labels. */
    public WorldFixture operatorsWithLabels(Map<String, String> labels) {
        imageLabels = labels;
        return this;
    }

    /** Time goes on. */
    public void advance(Duration duration) {
        now = now.plus(duration);
    }

    /** A HyperShift operator installed so. */
    public WorldFixture operator(OperatorOptions options) {
        operator = options;
        return this;
    }

    /** A management cluster with these API groups. */
    public WorldFixture serving(String... groups) {
        optionalGroups = Set.of(groups);
        return this;
    }

    /** With this other cluster for virtual machines from now on. */
    public void infrastructureCluster(InfrastructureCluster other) {
        infrastructure = Optional.of(other);
    }

    @Override
    public Optional<InfrastructureCluster> infrastructureCluster(String kubeconfig) {
        return infrastructure;
    }

    /** With an operator of this environment from now on. */
    public void operatorEnvironment(Map<String, String> environment) {
        operatorEnvironment = environment;
    }

    @Override
    public PlainStore store() {
        return store;
    }

    /** The tree of an object that must be there. */
    public <T extends HasMetadata> JsonObject existing(Class<T> type, String namespace, String name) {
        return tree(type, namespace, name)
                .orElseThrow(
                        () -> new AssertionError("there is no " + type.getSimpleName() + " " + namespace + "/" + name));
    }

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public Reachability reachability() {
        return new Reachability() {
            @Override
            public Optional<String> healthProblem(String namespace, String host, long port) {
                String address = host + ":" + port;
                return silentAddresses.contains(address) ? Optional.of("no answer from " + address) : Optional.empty();
            }

            @Override
            public Optional<String> resolutionProblem(String host) {
                return lostNames.contains(host) ? Optional.of("lookup " + host + ": no such host") : Optional.empty();
            }
        };
    }

    @Override
    public ReleaseCatalogue releases() {
        return new ClustersOnly(registry, new ReleaseCatalogue() {
            @Override
            public ReleaseMetadata lookup(String image) {
                if (!image.startsWith("release:")) {
                    throw new ReleaseNotFoundException("no release " + image);
                }
                return release(image);
            }

            @Override
            public String payloadArch(String image) {
                return image.startsWith("unreadable:") ? "AMD64" : lookup(image).payloadArch();
            }

            @Override
            public Optional<String> digest(String image) {
                if (undigested.contains(image)) {
                    throw new ReleaseNotFoundException("no digest of " + image);
                }
                return Optional.of("sha256:" + image.substring(image.indexOf(':') + 1));
            }
        });
    }

    private ReleaseMetadata release(String image) {
        return new ReleaseMetadata(
                image,
                image.substring("release:".length()),
                "AMD64",
                Map.of(),
                Optional.empty(),
                Map.of(),
                imageLabels,
                JsonObject.EMPTY);
    }

    @Override
    public KeyMaterial keyMaterial() {
        return keyMaterial;
    }

    @Override
    public ManagementCluster managementCluster() {
        return new ManagementCluster(
                        routes,
                        "None",
                        Optional.of("apps.example.com"),
                        operator,
                        Optional.of("1.2.0"),
                        "1.30.0",
                        optionalGroups)
                .withOperatorEnvironment(operatorEnvironment);
    }

    /** One pass over an object, its plan executed; empty when the object is gone. */
    public <R extends HasMetadata> Optional<Plan> pass(Reconciler<R> reconciler, String namespace, String name) {
        return get(reconciler.primaryType(), namespace, name).map(primary -> {
            Plan plan = Touches.declaredOnly().of(reconciler).reconcile(primary, this);
            List<String> problems = store.execute(plan, reconciler.name(), now);
            if (!problems.isEmpty()) {
                throw new AssertionError("the plan could not be executed: " + problems);
            }
            return plan;
        });
    }
}
