package dev.hcp.client;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ListOptions;
import io.fabric8.kubernetes.api.model.ListOptionsBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import io.fabric8.kubernetes.client.informers.cache.Cache;
import java.net.HttpURLConnection;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Watches kinds of objects for those who wait: however many they are, one informer per kind, which is open for as long as
 * somebody needs it. It sees all namespaces, or one where more is not allowed.
 *
 * <p>Thread-safe.
 */
final class Watches {
    private static final String EVERYWHERE = "";

    private final KubernetesClient kubernetes;
    private final Map<Scope, Informer<?>> open = new HashMap<>();

    Watches(KubernetesClient kubernetes) {
        this.kubernetes = kubernetes;
    }

    /**
     * Begins to watch; the caller closes it. The first look at the objects has been taken when it returns.
     *
     * @param namespace where the caller's objects are
     * @throws TimeoutException when the objects cannot be listed in time
     */
    <T extends HasMetadata> Watched<T> watch(Class<T> kind, String namespace, Duration timeout)
            throws InterruptedException, TimeoutException {
        Watched<T> everywhere = lease(kind, EVERYWHERE);
        try {
            everywhere.informer.awaitFirstLook(timeout);
            return everywhere;
        } catch (ExecutionException e) {
            everywhere.close();
            if (!isForbidden(e.getCause())) {
                throw failure(kind, e);
            }
        } catch (InterruptedException | TimeoutException e) {
            everywhere.close();
            throw e;
        }
        return watchIn(kind, namespace, timeout);
    }

    /** The same for one namespace alone. */
    <T extends HasMetadata> Watched<T> watchIn(Class<T> kind, String namespace, Duration timeout)
            throws InterruptedException, TimeoutException {
        Watched<T> inNamespace = lease(kind, namespace);
        try {
            inNamespace.informer.awaitFirstLook(timeout);
            return inNamespace;
        } catch (ExecutionException e) {
            inNamespace.close();
            throw failure(kind, e);
        } catch (InterruptedException | TimeoutException e) {
            inNamespace.close();
            throw e;
        }
    }

    private static RuntimeException failure(Class<?> kind, ExecutionException e) {
        Throwable cause = e.getCause();
        return cause instanceof KubernetesClientException failed
                ? Failures.translate("watch objects of kind " + kind.getSimpleName(), List.of(), failed)
                : new CompletionException(cause);
    }

    private static boolean isForbidden(@Nullable Throwable cause) {
        return cause instanceof KubernetesClientException failed
                && failed.getCode() == HttpURLConnection.HTTP_FORBIDDEN;
    }

    @SuppressWarnings("unchecked")
    private synchronized <T extends HasMetadata> Watched<T> lease(Class<T> kind, String namespace) {
        Scope scope = new Scope(kind, namespace);
        Informer<T> informer = (Informer<T>) open.get(scope);
        if (informer == null || informer.isBroken()) {
            informer = new Informer<>(kubernetes, kind, namespace);
            open.put(scope, informer);
        }
        informer.users++;
        return new Watched<>(this, scope, informer);
    }

    private synchronized void release(Scope scope, Informer<?> informer) {
        informer.users--;
        if (informer.users == 0) {
            open.remove(scope, informer);
            informer.stop();
        }
    }

    private record Scope(Class<?> kind, String namespace) {}

    /** What one of those who wait holds. */
    static final class Watched<T extends HasMetadata> implements AutoCloseable {
        private final Watches owner;
        private final Scope scope;
        private final Informer<T> informer;
        private boolean closed;

        private Watched(Watches owner, Scope scope, Informer<T> informer) {
            this.owner = owner;
            this.scope = scope;
            this.informer = informer;
        }

        /** The object as it was last seen. Shared with others, so not to be changed. */
        Optional<T> find(String namespace, String name) {
            return Optional.ofNullable(informer.delegate.getStore().getByKey(Cache.namespaceKeyFunc(namespace, name)));
        }

        /** Calls back, on a thread that must not be held up, whenever an object changes, comes or goes. */
        Runnable onChange(String namespace, String name, Runnable callback) {
            return informer.listen(Cache.namespaceKeyFunc(namespace, name), callback);
        }

        /** The same for every object of a namespace. */
        Runnable onAnyChange(String namespace, Runnable callback) {
            return informer.listen(namespace + "/", callback);
        }

        @Override
        public void close() {
            synchronized (this) {
                if (closed) {
                    return;
                }
                closed = true;
            }
            owner.release(scope, informer);
        }
    }

    private static final class Informer<T extends HasMetadata> implements ResourceEventHandler<T> {
        final SharedIndexInformer<T> delegate;
        final CompletionStage<Void> firstLook;
        private final Map<String, List<Runnable>> listeners = new ConcurrentHashMap<>();
        int users;

        Informer(KubernetesClient kubernetes, Class<T> kind, String namespace) {
            delegate = namespace.isEmpty()
                    ? kubernetes.resources(kind).inAnyNamespace().runnableInformer(0)
                    : kubernetes.resources(kind).inNamespace(namespace).runnableInformer(0);
            // A list that fails at first is an error to tell; what breaks later is tried again until the wait is over.
            delegate.exceptionHandler((started, failure) -> started);
            delegate.addEventHandler(this);
            firstLook = probe(kubernetes, kind, namespace).thenCompose(allowed -> delegate.start());
        }

        /**
         * Asks for one object first: an informer that cannot list logs an error besides telling it, and whoever gets our
         * exception need not read it twice.
         */
        private static <T extends HasMetadata> CompletableFuture<Void> probe(
                KubernetesClient kubernetes, Class<T> kind, String namespace) {
            CompletableFuture<Void> answer = new CompletableFuture<>();
            Thread thread = new Thread(
                    () -> {
                        try {
                            ListOptions one =
                                    new ListOptionsBuilder().withLimit(1L).build();
                            if (namespace.isEmpty()) {
                                kubernetes.resources(kind).inAnyNamespace().list(one);
                            } else {
                                kubernetes
                                        .resources(kind)
                                        .inNamespace(namespace)
                                        .list(one);
                            }
                            answer.complete(null);
                        } catch (RuntimeException e) {
                            answer.completeExceptionally(e);
                        }
                    },
                    "look for objects of kind " + kind.getSimpleName());
            thread.setDaemon(true);
            thread.start();
            return answer;
        }

        void awaitFirstLook(Duration timeout) throws InterruptedException, ExecutionException, TimeoutException {
            firstLook.toCompletableFuture().get(Math.max(0, timeout.toMillis()), TimeUnit.MILLISECONDS);
        }

        boolean isBroken() {
            return firstLook.toCompletableFuture().isCompletedExceptionally();
        }

        void stop() {
            delegate.stop();
        }

        Runnable listen(String key, Runnable callback) {
            listeners.compute(key, (k, all) -> {
                List<Runnable> extended = all == null ? new CopyOnWriteArrayList<>() : all;
                extended.add(callback);
                return extended;
            });
            return () -> listeners.computeIfPresent(key, (k, all) -> {
                all.remove(callback);
                return all.isEmpty() ? null : all;
            });
        }

        private void tell(T object) {
            String namespace = object.getMetadata().getNamespace();
            String name = object.getMetadata().getName();
            for (String key : List.of(Cache.namespaceKeyFunc(namespace, name), namespace + "/")) {
                listeners.getOrDefault(key, List.of()).forEach(Runnable::run);
            }
        }

        @Override
        public void onAdd(T object) {
            tell(object);
        }

        @Override
        public void onUpdate(T old, T object) {
            tell(object);
        }

        @Override
        public void onDelete(T object, boolean finalStateUnknown) {
            tell(object);
        }
    }
}
