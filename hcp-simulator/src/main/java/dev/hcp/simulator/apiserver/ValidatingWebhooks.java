package dev.hcp.simulator.apiserver;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.apiserver.catalogue.Resource;
import dev.hcp.simulator.apiserver.store.ObjectCollection;
import dev.hcp.simulator.apiserver.store.Store;
import dev.hcp.simulator.apiserver.store.StoredObject;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Asks the webhooks of ValidatingWebhookConfigurations about writes. Nothing runs behind services and addresses here, so
 * none of them answers: those that must be asked refuse, the others let pass. Used under the write lock.
 */
final class ValidatingWebhooks {
    private static final String CONFIGURATIONS = "admissionregistration.k8s.io/validatingwebhookconfigurations";
    /** No webhook is asked about these: one that nobody answers could not be taken away. */
    private static final Set<String> EXEMPT = Set.of(
            CONFIGURATIONS,
            "admissionregistration.k8s.io/mutatingwebhookconfigurations",
            "admissionregistration.k8s.io/validatingadmissionpolicies",
            "admissionregistration.k8s.io/validatingadmissionpolicybindings");

    private final ApiServer server;
    private final Store store;
    private final ObjectCollection configurations;

    ValidatingWebhooks(ApiServer server) {
        this.server = server;
        this.store = server.store();
        this.configurations = store.collection(CONFIGURATIONS);
    }

    /** Asks about a new object. */
    void creating(Resource resource, String namespace, JsonObject object, WriteContext context) {
        ask(resource, namespace, "CREATE", "", object, null, context);
    }

    /** Asks about a change of an object, by way of a sub-resource unless that is null. */
    void updating(
            Resource resource,
            String namespace,
            @Nullable String subresource,
            JsonObject object,
            JsonObject old,
            WriteContext context) {
        boolean binds = "binding".equals(subresource);
        String part = subresource == null ? "" : subresource;
        ask(resource, namespace, binds ? "CREATE" : "UPDATE", part, object, binds ? null : old, context);
    }

    /** Asks about the end of an object. */
    void deleting(Resource resource, String namespace, JsonObject old, WriteContext context) {
        ask(resource, namespace, "DELETE", "", null, old, context);
    }

    private void ask(
            Resource resource,
            String namespace,
            String operation,
            String subresource,
            @Nullable JsonObject object,
            @Nullable JsonObject old,
            WriteContext context) {
        var all = configurations.snapshot().objects();
        if (all.isEmpty() || !context.reviewed() || EXEMPT.contains(resource.storageId())) {
            return;
        }
        StoredObject found =
                resource.namespaced() ? store.collection("/namespaces").get(namespace) : null;
        var write = new WebhookRules.Write(
                resource, operation, subresource, found == null ? null : found.tree(), object, old);
        for (StoredObject configuration : all.values()) {
            JsonArray webhooks = configuration.tree().array("webhooks");
            for (int i = 0; i < webhooks.size(); i++) {
                JsonObject webhook = webhooks.object(i);
                boolean matters = "Fail".equals(webhook.text("failurePolicy"));
                if (matters && new WebhookRules(webhook, server.catalogue()).match(write)) {
                    throw unanswered(webhook);
                }
            }
        }
    }

    private ApiException unanswered(JsonObject webhook) {
        JsonObject client = webhook.object("clientConfig");
        long seconds = webhook.integer(10, "timeoutSeconds");
        String url = client.text("url");
        String called = (url == null ? address(client.object("service")) : slashed(url)) + "?timeout=" + seconds + "s";
        String why = url == null ? unserved(client.object("service")) : unreachable(URI.create(url));
        return Failures.internal("failed calling webhook \"" + webhook.text("name")
                + "\": failed to call webhook: Post \"" + called + "\": " + why);
    }

    private static String address(JsonObject service) {
        String path = service.text("path");
        return "https://" + service.text("name") + "." + service.text("namespace") + ".svc:"
                + service.integer(443, "port") + (path == null || path.isEmpty() ? "/" : path);
    }

    private static String slashed(String url) {
        return URI.create(url).getRawPath().isEmpty() ? url + "/" : url;
    }

    /** Why a service cannot be reached; what it selects has no addresses here. */
    private String unserved(JsonObject client) {
        String name = String.valueOf(client.text("name"));
        StoredObject service = store.collection("/services").get(client.text("namespace") + "/" + name);
        if (service == null) {
            return "service \"" + name + "\" not found";
        }
        long port = client.integer(443, "port");
        JsonArray ports = service.tree().array("spec", "ports");
        for (int i = 0; i < ports.size(); i++) {
            if (ports.object(i).integer(0, "port") == port) {
                return "no endpoints available for service \"" + name + "\"";
            }
        }
        return "no service port " + port + " found for service \"" + name + "\"";
    }

    private static String unreachable(URI url) {
        String host = String.valueOf(url.getHost());
        boolean address = host.startsWith("[") || host.matches("[0-9.]+");
        return address
                ? "dial tcp " + host + ":" + (url.getPort() < 0 ? 443 : url.getPort()) + ": connect: connection refused"
                : "dial tcp: lookup " + host + ": no such host";
    }
}
