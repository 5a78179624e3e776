package dev.hcp.client;

import dev.hcp.client.status.ApiObjects;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.Optional;

/** Looks into a hosted cluster for those who can do without: one that does not answer yet is not an error for them. */
final class GuestAccess implements AutoCloseable {
    private final Optional<KubernetesClient> client;
    private final String problem;

    private GuestAccess(Optional<KubernetesClient> client, String problem) {
        this.client = client;
        this.problem = problem;
    }

    static GuestAccess open(HostedClusterResource cluster) {
        KubernetesClient guest;
        try {
            guest = cluster.guest();
        } catch (ResourceNotFoundException | PermissionDeniedException e) {
            return new GuestAccess(Optional.empty(), String.valueOf(e.getMessage()));
        }
        try {
            guest.getKubernetesVersion();
            return new GuestAccess(Optional.of(guest), "");
        } catch (KubernetesClientException e) {
            guest.close();
            return new GuestAccess(Optional.empty(), String.valueOf(e.getMessage()));
        }
    }

    Optional<KubernetesClient> client() {
        return client;
    }

    Optional<ApiObjects> objects() {
        return client.map(ApiObjects::new);
    }

    /** Why it does not answer; empty when it does. */
    String problem() {
        return problem;
    }

    @Override
    public void close() {
        client.ifPresent(KubernetesClient::close);
    }
}
