package dev.hcp.reconcilers.operator;

import dev.hcp.api.json.JsonObject;
import dev.hcp.api.names.SecretNames;
import dev.hcp.reconcilers.ObjectKey;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The hosted clusters that passes look into, each over a client of its own, made from the kubeconfig that the control
 * plane keeps for administrators. Thread-safe.
 */
final class HostedConnections implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HostedConnections.class);
    private static final String KEY = "kubeconfig";

    /** How long an API server that answered, or did not, is taken to still do so. */
    private static final Duration ASKED_LATELY = Duration.ofSeconds(5);

    /** A connection to one hosted cluster. */
    record Connection(KubernetesClient client, ClusterCache cache, ClusterEvents events) {}

    private final class Slot {
        private final String namespace;
        private String kubeconfig = "";
        private @Nullable Connection connection;
        private boolean answers;
        private Instant askAgain = Instant.MIN;

        Slot(String namespace) {
            this.namespace = namespace;
        }

        synchronized Optional<Connection> connect(String wanted) {
            if (!wanted.equals(kubeconfig)) {
                disconnect();
                kubeconfig = wanted;
                askAgain = Instant.MIN;
            }
            if (!clock.instant().isBefore(askAgain)) {
                ask();
                askAgain = clock.instant().plus(ASKED_LATELY);
            }
            return answers ? Optional.ofNullable(connection) : Optional.empty();
        }

        private void ask() {
            Connection known = connection;
            KubernetesClient client = known != null ? known.client() : clients.apply(Config.fromKubeconfig(kubeconfig));
            try {
                client.getKubernetesVersion();
                answers = true;
            } catch (KubernetesClientException e) {
                LOG.debug("the hosted cluster of {} does not answer: {}", namespace, e.getMessage());
                answers = false;
            }
            if (known == null && answers) {
                Connection made =
                        new Connection(client, new ClusterCache(client, clock), new ClusterEvents(client, clock));
                connection = made;
                listeners.forEach(listener -> listener.accept(namespace, made));
            } else if (known == null) {
                client.close();
            }
        }

        synchronized void disconnect() {
            Connection known = connection;
            if (known != null) {
                known.cache().close();
                known.client().close();
            }
            connection = null;
            answers = false;
        }
    }

    private final ClusterCache management;
    private final Function<Config, KubernetesClient> clients;
    private final InstantSource clock;
    private final Map<String, Slot> slots = new ConcurrentHashMap<>();
    private final List<BiConsumer<String, Connection>> listeners = new CopyOnWriteArrayList<>();

    HostedConnections(ClusterCache management, Function<Config, KubernetesClient> clients, InstantSource clock) {
        this.management = management;
        this.clients = clients;
        this.clock = clock;
        // A control plane that is gone is asked about no more.
        management.of(Secret.class).ifPresent(secrets -> secrets.listen(this::closeWithout));
    }

    private void closeWithout(JsonObject secret) {
        ObjectKey key = ObjectKey.of(secret);
        if (key.name().equals(SecretNames.ADMIN_KUBECONFIG)) {
            kubeconfig(key.namespace());
        }
    }

    /** Tells of every connection that is made from now on, with its control plane's namespace. */
    void onConnect(BiConsumer<String, Connection> listener) {
        listeners.add(listener);
    }

    /** The connection to the hosted cluster of a control plane, while its API server answers. */
    Optional<Connection> of(String controlPlaneNamespace) {
        return kubeconfig(controlPlaneNamespace)
                .flatMap(kubeconfig ->
                        slots.computeIfAbsent(controlPlaneNamespace, Slot::new).connect(kubeconfig));
    }

    /** The kubeconfig of a control plane; a connection ends with it. */
    private Optional<String> kubeconfig(String controlPlaneNamespace) {
        Optional<String> kubeconfig = management
                .of(Secret.class)
                .flatMap(secrets -> secrets.tree(new ObjectKey(controlPlaneNamespace, SecretNames.ADMIN_KUBECONFIG)))
                .map(secret -> secret.text("data", KEY))
                .map(encoded -> new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8));
        if (kubeconfig.isEmpty()) {
            Slot gone = slots.remove(controlPlaneNamespace);
            if (gone != null) {
                gone.disconnect();
            }
        }
        return kubeconfig;
    }

    @Override
    public void close() {
        slots.values().forEach(Slot::disconnect);
    }
}
