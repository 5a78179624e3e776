package dev.hcp.simulator.transport.mockserver;

import dev.hcp.api.HcpException;
import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.Simulator;
import dev.hcp.simulator.apiserver.ApiRequest;
import dev.hcp.simulator.apiserver.ApiResponse;
import dev.hcp.simulator.transport.QueryParameters;
import dev.hcp.simulator.transport.ServedApis;
import io.fabric8.kubernetes.client.dsl.base.CustomResourceDefinitionContext;
import io.fabric8.kubernetes.client.server.mock.CustomResourceAware;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import io.fabric8.kubernetes.client.server.mock.Resetable;
import io.fabric8.mockwebserver.Context;
import io.fabric8.mockwebserver.MockWebServer;
import io.fabric8.mockwebserver.ServerRequest;
import io.fabric8.mockwebserver.ServerResponse;
import io.fabric8.mockwebserver.http.Buffer;
import io.fabric8.mockwebserver.http.Dispatcher;
import io.fabric8.mockwebserver.http.MockResponse;
import io.fabric8.mockwebserver.http.RecordedRequest;
import io.fabric8.mockwebserver.internal.MockDispatcher;
import io.fabric8.mockwebserver.internal.SimpleRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers the requests of fabric8's mock server with a {@link Simulator}: schema validation, defaults, server-side apply,
 * all patches, finalizers, selectors, field ownership and errors as an API server has them.
 *
 * <p>In a test with {@code @EnableKubernetesMockClient}, in a method that runs before each test:
 *
 * <pre>{@code
 * Simulator simulator = SimulatorDispatcher.install(server).simulator();
 * }</pre>
 *
 * <p>Without the annotation, {@link #server} makes a mock server. Expectations, as set by {@code server.expect()}, come
 * first; what has none goes to the simulator. Watches work over WebSockets, which fabric8's client uses: this mock server
 * sends whole bodies only and cannot stream a watch over plain HTTP ({@code hcp-sim serve} and {@code HttpApiServer} can).
 *
 * <p>Unless another simulator is asked for, it is an API server alone: nothing happens by itself, custom resources need
 * their definition, and objects their namespace ({@code test}, the client's own, is there). Thread-safe.
 */
public final class SimulatorDispatcher extends Dispatcher implements CustomResourceAware, Resetable {
    private static final Logger LOG = LoggerFactory.getLogger(SimulatorDispatcher.class);

    /** The mock server gives its clients this namespace; on an API server it has to exist. */
    private static final String CLIENTS_NAMESPACE = "test";

    private final Simulator.Builder options;
    private final Map<ServerRequest, Queue<ServerResponse>> expectations;
    private final MockDispatcher expected;
    private volatile Simulator simulator;

    /**
     * @param options how to start the simulator, now and again on each {@link #reset()}
     * @param expectations the mock server's own map of expected requests, which have priority
     */
    public SimulatorDispatcher(Simulator.Builder options, Map<ServerRequest, Queue<ServerResponse>> expectations) {
        this.options = options;
        this.expectations = expectations;
        this.expected = new MockDispatcher(expectations);
        this.simulator = started();
    }

    /**
     * Puts an API server behind a mock server that exists, such as the one of a test with
     * {@code @EnableKubernetesMockClient}.
     *
     * @throws dev.hcp.api.HcpException when this version of fabric8's mock server does not let it be done
     */
    public static SimulatorDispatcher install(KubernetesMockServer server) {
        return install(server, Simulator.builder().empty());
    }

    /** As {@link #install(KubernetesMockServer)}, with a simulator of that kind, such as a whole management cluster. */
    public static SimulatorDispatcher install(KubernetesMockServer server, Simulator.Builder options) {
        MockServerParts parts = MockServerParts.of(server);
        SimulatorDispatcher dispatcher = new SimulatorDispatcher(options, parts.expectations());
        parts.web().setDispatcher(dispatcher);
        return dispatcher;
    }

    /** A mock server with a simulator behind it, not yet started: call {@code init()}, and {@code destroy()} at the end. */
    public static KubernetesMockServer server(Simulator.Builder options, boolean https) {
        Map<ServerRequest, Queue<ServerResponse>> expectations = new ConcurrentHashMap<>();
        return new KubernetesMockServer(
                new Context(),
                new MockWebServer(),
                expectations,
                new SimulatorDispatcher(options, expectations),
                https);
    }

    /** What answers now. */
    public Simulator simulator() {
        return simulator;
    }

    @Override
    public MockResponse dispatch(RecordedRequest request) {
        Queue<ServerResponse> planned = expectations.get(new SimpleRequest(request.method(), request.getPath()));
        if (planned != null && !planned.isEmpty()) {
            return expected.dispatch(request);
        }
        try {
            return answer(request);
        } catch (RuntimeException e) {
            // The mock server would leave the client waiting.
            LOG.error("{} {} failed", request.getMethod(), request.getPath(), e);
            return whole(ServedApis.failure(500, "InternalError", "Internal error occurred: " + e));
        }
    }

    private MockResponse answer(RecordedRequest request) {
        String target = request.getPath();
        int mark = target.indexOf('?');
        ServedApis.Destination destination =
                simulator.served().destination(mark < 0 ? target : target.substring(0, mark));
        Buffer body = request.getBody();
        ApiResponse response = destination
                .handler()
                .handle(new ApiRequest(
                        request.getMethod(),
                        destination.path(),
                        QueryParameters.parse(mark < 0 ? null : target.substring(mark + 1)),
                        request.getHeaders().toMultimap(),
                        body == null ? new byte[0] : body.getBytes()));
        if (response instanceof ApiResponse.Whole whole) {
            return whole(whole);
        }
        if (response instanceof ApiResponse.Pieces pieces) {
            return whole(pieces.joined());
        }
        if (response instanceof ApiResponse.Conversation conversation) {
            return new MockResponse().withWebSocketUpgrade(new ConversationSocket(conversation.channels()));
        }
        ApiResponse.Stream stream = (ApiResponse.Stream) response;
        if ("websocket".equalsIgnoreCase(request.getHeader("Upgrade"))) {
            return new MockResponse().withWebSocketUpgrade(new WatchSocket(stream.frames()));
        }
        stream.frames().close();
        return whole(ServedApis.failure(
                400,
                "BadRequest",
                "this mock server cannot stream a watch over plain HTTP; ask for a WebSocket, or use HttpApiServer"));
    }

    private static MockResponse whole(ApiResponse.Whole whole) {
        MockResponse response = new MockResponse().setResponseCode(whole.status());
        whole.headers().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        return response.setBody(whole.body());
    }

    /** Serves a custom resource that has no definition yet, with a schema that takes anything. */
    @Override
    public void expectCustomResource(CustomResourceDefinitionContext context) {
        JsonObject definition = PermissiveDefinition.of(context);
        ApiResponse response = simulator
                .api()
                .handle(new ApiRequest(
                        "POST",
                        "/apis/apiextensions.k8s.io/v1/customresourcedefinitions",
                        Map.of(),
                        Map.of("content-type", List.of("application/json")),
                        definition.toString().getBytes(StandardCharsets.UTF_8)));
        if (response.status() != 201 && response.status() != 409) {
            String said = response instanceof ApiResponse.Whole whole
                    ? new String(whole.body(), StandardCharsets.UTF_8)
                    : String.valueOf(response.status());
            throw new HcpException("cannot define " + context.getPlural() + "." + context.getGroup() + ": " + said);
        }
    }

    /** Starts over with an empty simulator. */
    @Override
    public void reset() {
        simulator.close();
        simulator = started();
    }

    private Simulator started() {
        Simulator started = options.start();
        started.objects()
                .create(
                        started.objects().resource("v1", "Namespace"),
                        JsonObject.of("metadata", JsonObject.of("name", CLIENTS_NAMESPACE)),
                        "mock-server");
        return started;
    }

    @Override
    public void shutdown() {
        expected.shutdown();
        simulator.close();
    }
}
