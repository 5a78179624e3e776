package dev.hcp.simulator.transport;

import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.apiserver.ApiHandler;
import dev.hcp.simulator.apiserver.ApiResponse;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The API servers behind one address: the management cluster's at the root, each hosted cluster's under {@code
 * /guests/<namespace>/<name>}. Thread-safe.
 */
public final class ServedApis {
    private static final String GUESTS = "/guests/";

    private final ApiHandler management;
    private final GuestApis guests;

    public ServedApis(ApiHandler management, GuestApis guests) {
        this.management = management;
        this.guests = guests;
    }

    /** The path under which a hosted cluster's API server is found; to be appended to the address without a slash. */
    public static String guestPath(String namespace, String name) {
        return GUESTS + namespace + "/" + name;
    }

    /** Where a request goes, from its path, still percent-encoded. */
    public Destination destination(String path) {
        if (!path.startsWith(GUESTS)) {
            return new Destination(null, null, path);
        }
        int afterNamespace = path.indexOf('/', GUESTS.length());
        if (afterNamespace < 0) {
            return new Destination(null, null, path);
        }
        int afterName = path.indexOf('/', afterNamespace + 1);
        String name = path.substring(afterNamespace + 1, afterName < 0 ? path.length() : afterName);
        String rest = afterName < 0 ? "/" : path.substring(afterName);
        return new Destination(decode(path.substring(GUESTS.length(), afterNamespace)), decode(name), rest);
    }

    private static String decode(String segment) {
        return segment.indexOf('%') < 0 ? segment : URLDecoder.decode(segment, StandardCharsets.UTF_8);
    }

    /**
     * An API server and the path that it sees.
     */
    public final class Destination {
        private final @Nullable String namespace;
        private final @Nullable String name;
        private final String path;

        private Destination(@Nullable String namespace, @Nullable String name, String path) {
            this.namespace = namespace;
            this.name = name;
            this.path = path;
        }

        /** The path as the API server sees it. */
        public String path() {
            return path;
        }

        /** Whether it is the management cluster's API server. */
        public boolean isManagement() {
            return name == null;
        }

        /** Whether a hosted cluster's API server accepts the token; false for the management cluster's. */
        public boolean guestAccepts(String token) {
            return namespace != null && name != null && guests.accepts(namespace, name, token);
        }

        /** The API server; one that answers 404 when the hosted cluster has none. */
        public ApiHandler handler() {
            if (namespace == null || name == null) {
                return management;
            }
            Optional<ApiHandler> guest = guests.find(namespace, name);
            return guest.orElseGet(() -> request -> noSuchGuest(namespace, name));
        }
    }

    private static ApiResponse noSuchGuest(String namespace, String name) {
        return failure(
                404,
                "NotFound",
                "hosted cluster \"" + namespace + "/" + name + "\" has no API server (yet, or any more)");
    }

    /** A {@code Status} response of the transport's own. */
    public static ApiResponse.Whole failure(int code, String reason, String message) {
        JsonObject status = JsonObject.of(
                "kind",
                "Status",
                "apiVersion",
                "v1",
                "metadata",
                JsonObject.EMPTY,
                "status",
                "Failure",
                "message",
                message,
                "reason",
                reason,
                "code",
                code);
        return new ApiResponse.Whole(
                code, Map.of("Content-Type", List.of("application/json")), Json.writeBytes(status));
    }
}
