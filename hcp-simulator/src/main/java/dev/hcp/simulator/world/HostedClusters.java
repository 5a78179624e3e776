package dev.hcp.simulator.world;

import dev.hcp.simulator.apiserver.ApiHandler;
import dev.hcp.simulator.apiserver.ApiRequest;
import dev.hcp.simulator.apiserver.ApiResponse;
import dev.hcp.simulator.apiserver.Objects;
import dev.hcp.simulator.apiserver.OpenStreams;
import dev.hcp.simulator.transport.GuestApis;
import dev.hcp.simulator.transport.ServedApis;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The hosted clusters there are, with their API servers. Thread-safe. */
final class HostedClusters implements GuestClusters, GuestApis {
    /** A hosted cluster. Its data stay while its API server is down. */
    static final class Hosted implements Guest {
        private final String controlPlaneNamespace;
        private final GuestApiServers.GuestApi api;
        private final Objects.Subscription attached;
        private final OpenStreams streams = new OpenStreams();
        private volatile boolean up;
        private @Nullable FieldIndex index;

        Hosted(String controlPlaneNamespace, GuestApiServers.GuestApi api, Objects.Subscription attached) {
            this.controlPlaneNamespace = controlPlaneNamespace;
            this.api = api;
            this.attached = attached;
        }

        @Override
        public String controlPlaneNamespace() {
            return controlPlaneNamespace;
        }

        @Override
        public Objects objects() {
            return api.objects();
        }

        @Override
        public synchronized FieldIndex index() {
            FieldIndex known = index;
            if (known == null) {
                known = new FieldIndex(api.objects());
                index = known;
            }
            return known;
        }

        boolean up() {
            return up;
        }

        void up(boolean value) {
            up = value;
            if (!value) {
                streams.cut();
            }
        }

        private ApiResponse handle(ApiRequest request) {
            if (!up) {
                return ServedApis.failure(
                        503, "ServiceUnavailable", "the API server of the hosted cluster is not available");
            }
            ApiResponse kept = streams.keep(api.handler().handle(request));
            if (!up) {
                // It went down in between.
                streams.cut();
            }
            return kept;
        }
    }

    private final HostedApis apis;
    private final Map<String, Hosted> byControlPlane = new ConcurrentHashMap<>();
    /** By {@code namespace/name} of the HostedCluster. */
    private final Map<String, Hosted> byCluster = new ConcurrentHashMap<>();

    HostedClusters(HostedApis apis) {
        this.apis = apis;
    }

    void add(String cluster, Hosted hosted) {
        byControlPlane.put(hosted.controlPlaneNamespace(), hosted);
        byCluster.put(cluster, hosted);
    }

    /** Drops a hosted cluster with its data. */
    void remove(String controlPlaneNamespace) {
        Hosted hosted = byControlPlane.remove(controlPlaneNamespace);
        if (hosted != null) {
            hosted.up(false);
            hosted.attached.close();
            byCluster.values().remove(hosted);
        }
    }

    /** The control plane namespaces of the hosted clusters that have data, in order. */
    List<String> controlPlaneNamespaces() {
        return byControlPlane.keySet().stream().sorted().toList();
    }

    Optional<Hosted> existing(String controlPlaneNamespace) {
        return Optional.ofNullable(byControlPlane.get(controlPlaneNamespace));
    }

    @Override
    public Optional<Guest> find(String controlPlaneNamespace) {
        Hosted hosted = byControlPlane.get(controlPlaneNamespace);
        return hosted == null || !hosted.up() ? Optional.empty() : Optional.of(hosted);
    }

    @Override
    public Optional<ApiHandler> find(String namespace, String name) {
        return Optional.ofNullable(byCluster.get(namespace + "/" + name)).map(hosted -> hosted::handle);
    }

    @Override
    public boolean accepts(String namespace, String name, String token) {
        return apis.accepts(namespace, name, token);
    }
}
