package dev.hcp.simulator.transport.http;

import dev.hcp.api.HcpException;
import dev.hcp.simulator.apiserver.ApiHandler;
import dev.hcp.simulator.keys.TlsAuthority;
import dev.hcp.simulator.keys.TlsIdentity;
import dev.hcp.simulator.transport.GuestApis;
import dev.hcp.simulator.transport.ServedApis;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.ClientAuth;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.TrustOptions;
import java.net.BindException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Serves API servers over HTTPS or HTTP until it is closed.
 *
 * <p>It listens first and is told afterwards what to serve, because the address is part of what is served (in the
 * kubeconfigs of hosted clusters); until then it answers 503. Reads are answered on a few event loop threads: they are
 * quick, and a hop to another thread would cost more than most of them. Writes, which take turns with whatever else
 * happens in simulated time, wait for theirs on threads of their own. Thread-safe.
 */
public final class HttpApiServer implements AutoCloseable {
    private static final ApiHandler STARTING =
            request -> ServedApis.failure(503, "ServiceUnavailable", "the server is starting; try again in a moment");
    private static final int WRITERS = 8;
    private static final int LONGEST_URI = 64 * 1024;
    private static final int LONGEST_FRAME = 4 * 1024 * 1024;

    private final Vertx vertx;
    private final ServerSettings settings;
    private final ServerLimits limits;
    private final InFlight inFlight;
    private final @Nullable TlsAuthority authority;
    private final @Nullable ClientCertificates certificates;
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger port = new AtomicInteger();
    private final ExecutorService writers = Executors.newFixedThreadPool(WRITERS, task -> {
        Thread thread = new Thread(task, "hcp-simulator-writer");
        thread.setDaemon(true);
        return thread;
    });
    private volatile ServedApis apis = new ServedApis(STARTING, GuestApis.NONE);

    private HttpApiServer(Vertx vertx, ServerSettings settings, ServerLimits limits, @Nullable TlsAuthority authority) {
        this.vertx = vertx;
        this.settings = settings;
        this.limits = limits;
        this.inFlight = new InFlight(limits);
        this.authority = authority;
        this.certificates = authority == null ? null : new ClientCertificates(authority.certificate());
    }

    /**
     * Begins to listen.
     *
     * @throws HcpException when the address cannot be listened on
     */
    public static HttpApiServer listen(ServerSettings settings) {
        return listen(settings, ServerLimits.usual());
    }

    static HttpApiServer listen(ServerSettings settings, ServerLimits limits) {
        TlsAuthority authority =
                settings.tls() ? TlsAuthority.generate(Instant.now().minus(1, ChronoUnit.HOURS)) : null;
        int threads = Math.max(2, Runtime.getRuntime().availableProcessors());
        Vertx vertx = Vertx.vertx(new VertxOptions()
                .setEventLoopPoolSize(threads)
                .setWorkerPoolSize(1)
                .setInternalBlockingPoolSize(1)
                .setUseDaemonThread(true)
                // A busy machine is no news: only a thread that is stuck is worth a warning.
                .setMaxEventLoopExecuteTime(20)
                .setMaxEventLoopExecuteTimeUnit(TimeUnit.SECONDS)
                .setFileSystemOptions(
                        new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false)));
        HttpApiServer server = new HttpApiServer(vertx, settings, limits, authority);
        try {
            // The first alone finds out whether the address can be had.
            TlsIdentity identity = authority == null ? null : identityFor(authority, settings.bindAddress());
            server.deploy(1, identity);
            server.deploy(threads - 1, identity);
        } catch (HcpException e) {
            server.close();
            throw e;
        }
        return server;
    }

    private void deploy(int listeners, @Nullable TlsIdentity identity) {
        await(vertx.deployVerticle(() -> listener(identity), new DeploymentOptions().setInstances(listeners)));
    }

    private static TlsIdentity identityFor(TlsAuthority authority, String bindAddress) {
        List<String> names = new ArrayList<>(List.of("localhost"));
        List<String> addresses = new ArrayList<>(List.of("127.0.0.1", "::1"));
        boolean isAddress = bindAddress.indexOf(':') >= 0 || bindAddress.matches("[0-9.]+");
        List<String> known = isAddress ? addresses : names;
        if (!known.contains(bindAddress)) {
            known.add(bindAddress);
        }
        return authority.server(names, addresses);
    }

    /** One of the listeners that share the port, each with an event loop of its own. */
    private AbstractVerticle listener(@Nullable TlsIdentity identity) {
        return new AbstractVerticle() {
            @Override
            public void start(Promise<Void> started) {
                Authentication authentication = new Authentication(settings.token(), certificates);
                RequestHandler handler =
                        new RequestHandler(() -> apis, authentication, inFlight, limits.body(), writers);
                Connections open = new Connections(connections, limits);
                open.watch(vertx);
                Future<HttpServer> listening = vertx.createHttpServer(options(identity))
                        .connectionHandler(open::opened)
                        .requestHandler(request -> {
                            open.began(request);
                            handler.handle(request);
                        })
                        // A negative port is any free one that all listeners share.
                        .listen(settings.port() == 0 ? -1 : settings.port(), settings.bindAddress());
                listening.onSuccess(server -> port.set(server.actualPort()));
                listening.<Void>mapEmpty().onComplete(started);
            }
        };
    }

    private HttpServerOptions options(@Nullable TlsIdentity identity) {
        HttpServerOptions options = new HttpServerOptions()
                .setMaxInitialLineLength(LONGEST_URI)
                .setMaxHeaderSize(LONGEST_URI)
                .setMaxWebSocketFrameSize(LONGEST_FRAME)
                .setWebSocketSubProtocols(Conversations.SUBPROTOCOLS)
                // Else connections that send nothing are known to nobody: their protocol is still to be found out.
                .setHttp2ClearTextEnabled(false)
                .setHandle100ContinueAutomatically(true);
        if (identity != null && certificates != null) {
            options.setSsl(true)
                    .setClientAuth(ClientAuth.REQUEST)
                    .setTrustOptions(TrustOptions.wrap(certificates.trustManager()))
                    .setKeyCertOptions(new PemKeyCertOptions()
                            .setCertValue(Buffer.buffer(identity.certificate() + identity.authority()))
                            .setKeyValue(Buffer.buffer(identity.privateKey())));
        }
        return options;
    }

    /** Serves these from now on. */
    public void serve(ServedApis apis) {
        this.apis = apis;
    }

    /** The address, such as {@code https://127.0.0.1:6443}. */
    public String url() {
        String host = settings.bindAddress();
        if (host.equals("0.0.0.0")) {
            host = "127.0.0.1";
        } else if (host.equals("::")) {
            host = "[::1]";
        } else if (host.indexOf(':') >= 0) {
            host = "[" + host + "]";
        }
        return (settings.tls() ? "https://" : "http://") + host + ":" + port.get();
    }

    /** PEM of the authority that clients have to trust; empty for plain HTTP. */
    public Optional<String> certificateAuthority() {
        return Optional.ofNullable(authority).map(TlsAuthority::certificate);
    }

    /** A kubeconfig for the management cluster, with its token. */
    public String kubeconfig() {
        return Kubeconfig.of(url(), certificateAuthority(), settings.token());
    }

    /**
     * A kubeconfig for the management cluster with a certificate of a user.
     *
     * @throws HcpException without TLS, for then there are no certificates
     */
    public String kubeconfigFor(String user, List<String> groups) {
        return Kubeconfig.of(url(), clientIdentity(user, groups), user);
    }

    /** A certificate of a user. */
    TlsIdentity clientIdentity(String user, List<String> groups) {
        if (authority == null) {
            throw new HcpException("there are no client certificates over plain HTTP; serve HTTPS, or use tokens");
        }
        return authority.client(user, groups);
    }

    /** Ends all requests and watches and frees the port. */
    @Override
    public void close() {
        await(vertx.close());
        writers.shutdown();
    }

    private <T> T await(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HcpException("interrupted while waiting for the server on " + settings.bindAddress(), e);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            String address = settings.bindAddress() + ":" + settings.port();
            String advice = cause instanceof BindException ? "; choose another port, or none to get a free one" : "";
            throw new HcpException("cannot listen on " + address + ": " + cause.getMessage() + advice, cause);
        }
    }
}
