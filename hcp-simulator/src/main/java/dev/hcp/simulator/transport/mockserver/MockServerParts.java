package dev.hcp.simulator.transport.mockserver;

import dev.hcp.api.HcpException;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import io.fabric8.mockwebserver.DefaultMockServer;
import io.fabric8.mockwebserver.MockWebServer;
import io.fabric8.mockwebserver.ServerRequest;
import io.fabric8.mockwebserver.ServerResponse;
import java.lang.reflect.Field;
import java.util.Map;
import java.util.Queue;

/**
 * What a mock server is made of. The JUnit extension of fabric8 makes its server itself and has no hook for a dispatcher,
 * so a server that exists can be reached only through its private fields.
 */
record MockServerParts(MockWebServer web, Map<ServerRequest, Queue<ServerResponse>> expectations) {
    @SuppressWarnings("unchecked") // the type is that of the field
    static MockServerParts of(KubernetesMockServer server) {
        return new MockServerParts(
                (MockWebServer) field(DefaultMockServer.class, "server", server),
                (Map<ServerRequest, Queue<ServerResponse>>) field(DefaultMockServer.class, "responses", server));
    }

    private static Object field(Class<?> owner, String name, KubernetesMockServer server) {
        try {
            Field field = owner.getDeclaredField(name);
            field.setAccessible(true);
            return field.get(server);
        } catch (ReflectiveOperationException | RuntimeException e) {
            throw new HcpException(
                    "cannot reach " + owner.getSimpleName() + "." + name
                            + " of this version of fabric8's mock server; make the server with"
                            + " SimulatorDispatcher.server(...) instead",
                    e);
        }
    }
}
