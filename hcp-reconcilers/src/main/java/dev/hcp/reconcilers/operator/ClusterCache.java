package dev.hcp.reconcilers.operator;

import dev.hcp.platforms.Access;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ListOptionsBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import java.net.HttpURLConnection;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a cluster: a cache for every kind that somebody asked for, from the first question on. Thread-safe.
 */
final class ClusterCache implements AutoCloseable {
    /** How long a kind that the server does not serve is taken to be missing; a definition may be installed later. */
    private static final Duration MISSING = Duration.ofMinutes(1);

    private final class Kind {
        private final Class<? extends HasMetadata> type;
        private volatile @Nullable KindCache cache;
        private Instant askAgain = Instant.MIN;

        Kind(Class<? extends HasMetadata> type) {
            this.type = type;
        }

        Optional<KindCache> cache() {
            KindCache known = cache;
            return known != null ? Optional.of(known) : Optional.ofNullable(start());
        }

        /** An informer that may not list tries for ever, and tells nobody who would listen. */
        private void requireReadable() {
            try {
                client.genericKubernetesResources(ResourceDefinitionContext.fromResourceType(type))
                        .inAnyNamespace()
                        .list(new ListOptionsBuilder().withLimit(1L).build());
            } catch (KubernetesClientException e) {
                if (e.getCode() == HttpURLConnection.HTTP_FORBIDDEN) {
                    throw new MissingRuleException(type, Access.READ, e);
                }
                throw e;
            }
        }

        private synchronized @Nullable KindCache start() {
            if (cache == null && !clock.instant().isBefore(askAgain)) {
                if (client.supports(type)) {
                    requireReadable();
                    KindCache started = new KindCache(client, type);
                    started.start();
                    cache = started;
                } else {
                    askAgain = clock.instant().plus(MISSING);
                }
            }
            return cache;
        }
    }

    private final KubernetesClient client;
    private final InstantSource clock;
    private final Map<Class<?>, Kind> kinds = new ConcurrentHashMap<>();

    ClusterCache(KubernetesClient client, InstantSource clock) {
        this.client = client;
        this.clock = clock;
    }

    /** The cache of a kind, once it knows all objects; empty when the server does not serve the kind. */
    Optional<KindCache> of(Class<? extends HasMetadata> type) {
        return kinds.computeIfAbsent(type, unknown -> new Kind(type)).cache();
    }

    /** Whether every cache follows its kind. */
    boolean isHealthy() {
        for (Kind kind : kinds.values()) {
            KindCache cache = kind.cache;
            if (cache != null && !cache.isHealthy()) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() {
        for (Kind kind : kinds.values()) {
            KindCache cache = kind.cache;
            if (cache != null) {
                cache.close();
            }
        }
    }
}
