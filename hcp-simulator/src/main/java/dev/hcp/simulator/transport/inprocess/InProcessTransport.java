package dev.hcp.simulator.transport.inprocess;

import dev.hcp.simulator.apiserver.access.User;
import dev.hcp.simulator.transport.ServedApis;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.utils.HttpClientUtils;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Connects fabric8 clients to API servers in this JVM.
 *
 * <p>A request is answered on the thread that makes it. Watch events are delivered by a few daemon threads that end when
 * they have been idle for a second, or by the executor that was given, so that a test may decide when they arrive. There
 * is no authentication: who holds the object is an administrator. Thread-safe.
 */
public final class InProcessTransport implements HttpClient.Factory {
    /** The address in configurations; no name service knows it, so a client that does not use this factory fails. */
    public static final String MASTER_URL = "https://hcp.simulator";

    private final ServedApis apis;
    private final Executor watchExecutor;
    private final User user;

    /** A transport whose watch events are delivered by daemon threads. */
    public InProcessTransport(ServedApis apis) {
        this(apis, daemonThreads());
    }

    /**
     * @param apis the API servers
     * @param watchExecutor runs the delivery of watch events; each watch is delivered serially whatever its threads
     */
    public InProcessTransport(ServedApis apis, Executor watchExecutor) {
        this(apis, watchExecutor, User.ADMINISTRATOR);
    }

    private InProcessTransport(ServedApis apis, Executor watchExecutor, User user) {
        this.apis = apis;
        this.watchExecutor = watchExecutor;
        this.user = user;
    }

    /** The same for somebody else than the administrator: whose requests they are, wherever roles decide. */
    public InProcessTransport as(User other) {
        return new InProcessTransport(apis, watchExecutor, other);
    }

    /** A configuration for the management cluster, in namespace {@code default}. */
    public Config config() {
        return configFor(MASTER_URL);
    }

    /** A configuration for a hosted cluster's API server, in namespace {@code default}. */
    public Config guestConfig(String namespace, String name) {
        return configFor(MASTER_URL + ServedApis.guestPath(namespace, name));
    }

    private static Config configFor(String url) {
        return new ConfigBuilder(Config.empty())
                .withMasterUrl(url)
                .withNamespace("default")
                .build();
    }

    /** A client of the management cluster. Needs {@code io.fabric8:kubernetes-client} on the class path. */
    public KubernetesClient client() {
        return client(config());
    }

    /** A client of a hosted cluster's API server. Needs {@code io.fabric8:kubernetes-client} on the class path. */
    public KubernetesClient guestClient(String namespace, String name) {
        return client(guestConfig(namespace, name));
    }

    private KubernetesClient client(Config config) {
        return new KubernetesClientBuilder()
                .withHttpClientFactory(this)
                .withConfig(config)
                .build();
    }

    @Override
    public HttpClient.Builder newBuilder() {
        return new InProcessHttpClient.Builder(this);
    }

    /** Takes from the configuration what concerns requests and leaves out TLS and proxies, whose set-up is costly. */
    @Override
    public HttpClient.Builder newBuilder(Config config) {
        HttpClient.Builder builder = newBuilder();
        builder.tag(config.getRequestConfig());
        HttpClientUtils.createApplicableInterceptors(config, this).forEach(builder::addOrReplaceInterceptor);
        return builder;
    }

    ServedApis apis() {
        return apis;
    }

    User user() {
        return user;
    }

    Executor watchExecutor() {
        return watchExecutor;
    }

    private static Executor daemonThreads() {
        int threads = Math.max(2, Runtime.getRuntime().availableProcessors());
        AtomicInteger number = new AtomicInteger();
        ThreadPoolExecutor executor =
                new ThreadPoolExecutor(threads, threads, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                    Thread thread = new Thread(task, "hcp-simulator-watch-" + number.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
        executor.allowCoreThreadTimeOut(true);
        return executor;
    }
}
