package dev.hcp.simulator.apiserver;

import dev.hcp.simulator.apiserver.access.User;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An HTTP request as the API server sees it.
 *
 * @param method upper-case method
 * @param path path, still percent-encoded, without query; begins with a slash
 * @param query decoded query parameters, in order
 * @param headers header values by lower-case name
 * @param body the body; empty when there is none
 * @param user who sends it, as the transport found out
 */
public record ApiRequest(
        String method,
        String path,
        Map<String, List<String>> query,
        Map<String, List<String>> headers,
        byte[] body,
        User user) {
    public ApiRequest {
        Map<String, List<String>> lowerCase = new TreeMap<>();
        headers.forEach((name, values) -> lowerCase.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
        headers = lowerCase;
    }

    /** A request of the administrator's. */
    public ApiRequest(
            String method,
            String path,
            Map<String, List<String>> query,
            Map<String, List<String>> headers,
            byte[] body) {
        this(method, path, query, headers, body, User.ADMINISTRATOR);
    }

    /** The first value of a query parameter. */
    public Optional<String> parameter(String name) {
        List<String> values = query.get(name);
        return values == null || values.isEmpty() ? Optional.empty() : Optional.of(values.get(0));
    }

    /** The first value of a header, by lower-case name. */
    public Optional<String> header(String name) {
        List<String> values = headers.get(name);
        return values == null || values.isEmpty() ? Optional.empty() : Optional.of(values.get(0));
    }

    /** Without the body, which may hold a secret. */
    @Override
    public String toString() {
        return method + " " + path + (query.isEmpty() ? "" : " " + query) + " (" + body.length + " bytes)";
    }

    /** The body as UTF-8 text. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
