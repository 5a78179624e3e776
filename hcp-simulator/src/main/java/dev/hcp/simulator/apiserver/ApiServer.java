package dev.hcp.simulator.apiserver;

import dev.hcp.simulator.apiserver.access.RbacAuthorizer;
import dev.hcp.simulator.apiserver.access.Security;
import dev.hcp.simulator.apiserver.access.User;
import dev.hcp.simulator.apiserver.catalogue.Catalogue;
import dev.hcp.simulator.apiserver.kinds.BuiltInKinds;
import dev.hcp.simulator.apiserver.pods.ContainerRuntimes;
import dev.hcp.simulator.apiserver.store.Store;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * A Kubernetes API server in memory: the built-in kinds and any custom resource definition posted to it.
 *
 * <p>It has no thread, clock or randomness of its own: everything happens on the caller's thread, writes one after
 * another under one lock, reads on immutable snapshots without it. Equal requests in equal order on equal options give
 * equal answers, uids and timestamps included.
 *
 * <p>Controllers are not part of it, but for what lives in the reference's own process: custom resource definitions are
 * accepted, established and cleaned up. Garbage collection and the emptying of namespaces are left to actors that use
 * {@link #objects()}.
 */
public final class ApiServer implements ApiHandler {
    private final ApiServerOptions options;
    private final Store store;
    private final ClusterAllocator allocator;
    private final ContainerRuntimes containers = new ContainerRuntimes();
    private final ObjectValidation validation = new ObjectValidation();
    private final Admission admission;
    private final ValidatingWebhooks webhooks;
    private final Decoding decoding = new Decoding();
    private final Writes writes;
    private final Deletions deletions;
    private final Evictions evictions;
    private final Definitions definitions;
    private final LocalApiServices localApiServices;
    private final Applies applies;
    private final TreeObjects objects;
    private final AccessControl access;
    private final AggregatedRoles aggregatedRoles;
    private final ServiceAccountTokens serviceAccountTokens;
    private final Authentication authentication;
    private final RequestHandler requests;
    private volatile Catalogue catalogue;
    private volatile WriteGate gate = WriteGate.OPEN;

    /** A server with the built-in kinds. */
    public ApiServer(ApiServerOptions options) {
        this(options, BuiltInKinds.catalogue(), new Store(options.historyLimit()));
        if (options.systemObjects()) {
            new SystemObjects(objects).create();
            localApiServices.followAll();
            createRoles();
        }
    }

    private ApiServer(ApiServerOptions options, Catalogue catalogue, Store store) {
        this.options = options;
        this.catalogue = catalogue;
        this.store = store;
        this.admission = new Admission(store);
        this.webhooks = new ValidatingWebhooks(this);
        this.allocator = new ClusterAllocator(options.serviceNetwork());
        this.writes = new Writes(this);
        this.deletions = new Deletions(this);
        this.evictions = new Evictions(this);
        this.definitions = new Definitions(this);
        this.localApiServices = new LocalApiServices(this);
        this.applies = new Applies(this);
        this.objects = new TreeObjects(this);
        Security security = options.security();
        this.aggregatedRoles = new AggregatedRoles(this, security.roleBased());
        this.access = new AccessControl(security.roleBased() ? new RbacAuthorizer(store) : null);
        this.serviceAccountTokens = new ServiceAccountTokens(this);
        this.authentication = new Authentication(this, serviceAccountTokens);
        this.requests = new RequestHandler(this);
        store.collection("/services").snapshot().objects().values().forEach(s -> allocator.changed(null, s.tree()));
        var unused = store.onCommit((collection, commit) -> {
            if (collection.id().equals("/services")) {
                var before = commit.before();
                var after = commit.after();
                allocator.changed(before == null ? null : before.tree(), after == null ? null : after.tree());
            }
        });
    }

    /**
     * A server that begins with this one's kinds and objects and goes its own way. What neither changes stays shared, so
     * a thousand of them cost little more than what they do not have in common.
     */
    public ApiServer fork(ApiServerOptions forkOptions) {
        ApiServer fork = new ApiServer(forkOptions, catalogue, store.fork(forkOptions.historyLimit()));
        if (forkOptions.systemObjects()) {
            fork.createRoles();
        }
        return fork;
    }

    @Override
    public ApiResponse handle(ApiRequest request) {
        return requests.handle(request);
    }

    @Override
    public CompletionStage<ApiResponse> handle(ApiRequest request, Patience patience) {
        return requests.handle(request, patience);
    }

    @Override
    public Optional<User> authenticate(@Nullable String token) {
        return authentication.of(token);
    }

    /** The store as code in the same JVM uses it. */
    public dev.hcp.simulator.apiserver.Objects objects() {
        return objects;
    }

    /** Who answers for what runs in containers: logs, exec, attach. */
    public ContainerRuntimes containers() {
        return containers;
    }

    /** Forgets the history of changes, as a compaction of etcd does: watches from before now are told to start over. */
    public void compactHistory() {
        store.compact();
    }

    /** Has somebody refuse writes from now on. */
    public void guard(WriteGate refusing) {
        gate = refusing;
    }

    /** Refuses a write that the gate does not let through. */
    void requirePassage(ResourceType resource, String namespace, String name, boolean creates) {
        Optional<WriteGate.Refusal> refusal = gate.refusal(resource, namespace, name, creates);
        if (refusal.isPresent()) {
            throw Failures.of(
                    refusal.get().code(), refusal.get().reason(), refusal.get().message(), null);
        }
    }

    private void createRoles() {
        if (options.security().roleBased()) {
            BootstrapRoles.create(objects);
        }
    }

    ApiServerOptions options() {
        return options;
    }

    Store store() {
        return store;
    }

    Catalogue catalogue() {
        return catalogue;
    }

    /** Serves another catalogue, which differs in what it has of a group. */
    void serve(Catalogue changed, String group) {
        catalogue = changed;
        if (options.systemObjects()) {
            localApiServices.follow(group);
        }
    }

    ClusterAllocator allocator() {
        return allocator;
    }

    Evictions evictions() {
        return evictions;
    }

    Admission admission() {
        return admission;
    }

    ValidatingWebhooks webhooks() {
        return webhooks;
    }

    ObjectValidation validation() {
        return validation;
    }

    Decoding decoding() {
        return decoding;
    }

    Writes writes() {
        return writes;
    }

    Deletions deletions() {
        return deletions;
    }

    Definitions definitions() {
        return definitions;
    }

    Applies applies() {
        return applies;
    }

    AccessControl access() {
        return access;
    }

    AggregatedRoles aggregatedRoles() {
        return aggregatedRoles;
    }

    ServiceAccountTokens serviceAccountTokens() {
        return serviceAccountTokens;
    }

    Authentication authentication() {
        return authentication;
    }

    Identifiers identifiers() {
        return options.identifiers();
    }

    /** The time as timestamps of objects have it: whole seconds, UTC. */
    String timestamp() {
        return timestampIn(0);
    }

    String timestampIn(long seconds) {
        return Timestamps.of(options.clock().get().plusSeconds(seconds));
    }

    Instant now() {
        return options.clock().get();
    }
}
