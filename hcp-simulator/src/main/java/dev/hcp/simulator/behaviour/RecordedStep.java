package dev.hcp.simulator.behaviour;

import dev.hcp.api.HcpException;
import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.reconcilers.ObjectKey;
import dev.hcp.reconcilers.PlainStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Does to the store what a step of a recording says happened before the controller ran. */
final class RecordedStep {
    private static final String INGRESS_DOMAIN = "apps.mgmt.example.com";
    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|[0-9a-fA-F:]*:[0-9a-fA-F:.]*");
    private static final int FIRST_NODE_PORT = 30000;

    private final PlainStore store;
    private final Instant now;

    RecordedStep(PlainStore store, Instant now) {
        this.store = store;
        this.now = now;
    }

    /**
     * All of it, in the order of the format.
     *
     * @return what could not be done because our reconciler left the store in another state than the reference did
     */
    List<String> perform(JsonObject step) {
        List<String> problems = new ArrayList<>();
        for (Object item : step.array("create")) {
            if (!(item instanceof JsonObject object)) {
                throw new HcpException("\"create\" lists something that is not an object: " + item);
            }
            store.create(object);
        }
        if (step.get("patch") instanceof JsonObject patch) {
            patch(patch).ifPresent(problems::add);
        }
        if (step.get("delete") instanceof JsonObject deletion) {
            store.delete(kind(deletion), key(deletion), now);
        }
        JsonArray ready = step.array("ready");
        if (!ready.isEmpty()) {
            becomeReady(ready);
        }
        if (step.get("loadBalancerAddress") instanceof String address) {
            assignAddresses(address);
        }
        if (step.isTrue("admitRoutes")) {
            admitRoutes();
        }
        return problems;
    }

    private Optional<String> patch(JsonObject patch) {
        String kind = kind(patch);
        ObjectKey key = key(patch);
        if (store.tree(kind, key).isEmpty()) {
            return Optional.of("cannot patch " + kind + " " + key + ": it does not exist");
        }
        JsonObject body = patch.object("Body");
        if ("status".equals(patch.text("Sub"))) {
            body = JsonObject.of("status", body.object("status"));
        }
        store.patch(kind, key, body);
        return Optional.empty();
    }

    private static String kind(JsonObject target) {
        if (text(target, "Kind").isEmpty() || text(target, "Name").isEmpty()) {
            throw new HcpException("\"patch\" and \"delete\" need Kind and Name; got " + target);
        }
        return text(target, "Group") + "/" + text(target, "Kind");
    }

    private static ObjectKey key(JsonObject target) {
        return new ObjectKey(text(target, "Namespace"), text(target, "Name"));
    }

    private static String text(JsonObject target, String key) {
        String text = target.text(key);
        return text == null ? "" : text;
    }

    private List<JsonObject> all(String kind) {
        List<JsonObject> found = new ArrayList<>();
        for (Map.Entry<String, JsonObject> entry : store.everything().entrySet()) {
            if (entry.getKey().startsWith(kind + "/")) {
                found.add(entry.getValue());
            }
        }
        return found;
    }

    private void becomeReady(JsonArray names) {
        for (String kind : List.of("apps/Deployment", "apps/StatefulSet")) {
            for (JsonObject workload : all(kind)) {
                if (names.contains("*") || names.contains(workload.text("metadata", "name"))) {
                    long replicas = workload.integer(1, "spec", "replicas");
                    JsonObject status = JsonObject.of(
                            "availableReplicas",
                            replicas,
                            "conditions",
                            JsonArray.of(JsonObject.of("status", "True", "type", "Available")),
                            "readyReplicas",
                            replicas,
                            "replicas",
                            replicas,
                            "updatedReplicas",
                            replicas);
                    store.patch(kind, ObjectKey.of(workload), JsonObject.of("status", status));
                }
            }
        }
    }

    private void assignAddresses(String address) {
        boolean numeric = ADDRESS.matcher(address).matches();
        int nodePort = FIRST_NODE_PORT;
        for (JsonObject service : all("/Service")) {
            String type = service.text("spec", "type");
            if ("LoadBalancer".equals(type)) {
                patch(
                        "/Service",
                        service,
                        "status",
                        JsonObject.of(
                                "loadBalancer",
                                JsonObject.of(
                                        "ingress", JsonArray.of(JsonObject.of(numeric ? "ip" : "hostname", address)))));
            } else if ("NodePort".equals(type)) {
                List<@Nullable Object> ports = new ArrayList<>();
                for (Object item : service.array("spec", "ports")) {
                    boolean assign = item instanceof JsonObject port && port.integer(0, "nodePort") == 0;
                    ports.add(assign ? ((JsonObject) item).with("nodePort", nodePort++) : item);
                }
                patch("/Service", service, "spec", JsonObject.of("ports", JsonArray.copyOf(ports)));
            }
        }
    }

    private void admitRoutes() {
        String kind = "route.openshift.io/Route";
        for (JsonObject route : all(kind)) {
            ObjectKey key = ObjectKey.of(route);
            String host = route.text("spec", "host");
            if (host == null || host.isEmpty()) {
                host = key.name() + "-" + key.namespace() + "." + INGRESS_DOMAIN;
                patch(kind, route, "spec", JsonObject.of("host", host));
            }
            patch(
                    kind,
                    route,
                    "status",
                    JsonObject.of(
                            "ingress",
                            JsonArray.of(JsonObject.of(
                                    "conditions",
                                    JsonArray.of(JsonObject.of("status", "True", "type", "Admitted")),
                                    "host",
                                    host,
                                    "routerCanonicalHostname",
                                    "127.0.0.1",
                                    "routerName",
                                    "default"))));
        }
    }

    private void patch(String kind, JsonObject object, String part, JsonObject body) {
        store.patch(kind, ObjectKey.of(object), JsonObject.of(part, body));
    }
}
