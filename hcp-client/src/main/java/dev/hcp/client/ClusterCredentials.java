package dev.hcp.client;

import dev.hcp.api.hypershift.HostedClusterStatus;
import io.fabric8.kubernetes.api.model.LocalObjectReference;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The credentials of a hosted cluster, in the Secrets that its status names. */
final class ClusterCredentials {
    private final KubernetesClient kubernetes;
    private final HostedClusterResource cluster;

    ClusterCredentials(KubernetesClient kubernetes, HostedClusterResource cluster) {
        this.kubernetes = kubernetes;
        this.cluster = cluster;
    }

    String kubeconfig() {
        return read("kubeconfig", HostedClusterStatus::getKubeconfig, "kubeconfig");
    }

    String kubeadminPassword() {
        return read("kubeadmin password", HostedClusterStatus::getKubeadminPassword, "password");
    }

    private String read(
            String what, Function<HostedClusterStatus, @Nullable LocalObjectReference> reference, String key) {
        HostedClusterStatus status = cluster.get().getStatus();
        LocalObjectReference secretName = status == null ? null : reference.apply(status);
        if (secretName == null) {
            throw new ResourceNotFoundException(
                    cluster + " does not report a " + what + " yet; wait until it is Available");
        }
        Secret secret = Failures.explain("read the " + what + " of " + cluster, () -> kubernetes
                .secrets()
                .inNamespace(cluster.namespace())
                .withName(secretName.getName())
                .get());
        String value = secret == null || secret.getData() == null
                ? null
                : secret.getData().get(key);
        if (value == null) {
            throw new ResourceNotFoundException("secret " + cluster.namespace() + "/" + secretName.getName()
                    + ", which has the " + what + " of " + cluster + ", is missing or has no key " + key);
        }
        return new String(Base64.getDecoder().decode(value), StandardCharsets.UTF_8);
    }
}
