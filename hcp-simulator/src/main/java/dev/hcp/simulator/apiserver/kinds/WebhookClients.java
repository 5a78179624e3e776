package dev.hcp.simulator.apiserver.kinds;

import static dev.hcp.simulator.apiserver.kinds.Trees.text;

import dev.hcp.api.json.JsonObject;
import dev.hcp.api.validation.schema.FieldError;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a server reaches a webhook: a URL, or a service of the cluster. */
final class WebhookClients {
    private static final String FORM = "; desired format: https://host[/path]";

    private WebhookClients() {}

    static void check(JsonObject client, String field, List<FieldError> errors) {
        boolean url = client.get("url") != null;
        boolean service = client.get("service") != null;
        if (url == service) {
            errors.add(FieldError.required(field, "exactly one of url or service is required"));
        } else if (url) {
            checkUrl(text(client, "url"), field + ".url", errors);
        } else {
            checkService(client.object("service"), field + ".service", errors);
        }
    }

    private static void checkUrl(String text, String field, List<FieldError> errors) {
        URI url;
        try {
            url = new URI(text);
        } catch (URISyntaxException e) {
            errors.add(FieldError.required(field, "url must be a valid URL: " + e.getReason() + FORM));
            return;
        }
        String scheme = url.getScheme() == null ? "" : url.getScheme();
        if (!scheme.equals("https")) {
            errors.add(FieldError.invalid(field, scheme, "'https' is the only allowed URL scheme" + FORM));
        }
        if (url.getRawAuthority() == null) {
            errors.add(FieldError.invalid(field, "", "host must be specified" + FORM));
        }
        forbidden(url.getRawUserInfo(), "user information is not permitted in the URL", field, errors);
        forbidden(url.getRawFragment(), "fragments are not permitted in the URL", field, errors);
        forbidden(url.getRawQuery(), "query parameters are not permitted in the URL", field, errors);
    }

    private static void forbidden(@Nullable String part, String words, String field, List<FieldError> errors) {
        if (part != null && !part.isEmpty()) {
            errors.add(FieldError.invalid(field, part, words));
        }
    }

    private static void checkService(JsonObject service, String field, List<FieldError> errors) {
        if (text(service, "name").isEmpty()) {
            errors.add(FieldError.required(field + ".name", "service name is required"));
        }
        if (text(service, "namespace").isEmpty()) {
            errors.add(FieldError.required(field + ".namespace", "service namespace is required"));
        }
        long port = service.integer(443, "port");
        if (port < 1 || port > 65535) {
            errors.add(FieldError.invalid(
                    field + ".port", port, "port is not valid: must be between 1 and 65535, inclusive"));
        }
        String path = text(service, "path");
        if (!path.isEmpty() && !path.startsWith("/")) {
            errors.add(FieldError.invalid(field + ".path", path, "must start with a '/'"));
        }
    }
}
