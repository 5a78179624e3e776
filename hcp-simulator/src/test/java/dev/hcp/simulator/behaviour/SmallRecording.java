package dev.hcp.simulator.behaviour;

import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** A recording made up for a test: what is done, step by step, and what our player says of it. JSON in single quotes. */
final class SmallRecording {
    private final JsonObject head;
    private final List<JsonObject> steps = new ArrayList<>();
    private JsonArray played = JsonArray.EMPTY;

    private SmallRecording(JsonObject head) {
        this.head = head.with("releases", parse("{'quay.io/ocp:4.16.0':'4.16.0','quay.io/ocp:4.17.0':'4.17.0'}"));
    }

    static JsonObject parse(String json) {
        return Json.parseObject(json.replace('\'', '"'));
    }

    static SmallRecording of(String controller, String namespace) {
        return new SmallRecording(parse("{'controller':'" + controller + "','namespace':'" + namespace
                + "','cluster':'demo','nodePool':'demo'}"));
    }

    /** HostedCluster {@code clusters/demo} on a platform, with its pull secret, after four passes. */
    static SmallRecording ofCluster(String platform, UnaryOperator<JsonObject> spec) {
        return of("HostedCluster", "clusters")
                .step(JsonObject.of(
                        "create",
                        JsonArray.of(
                                parse(
                                        "{'apiVersion':'v1','kind':'Secret','metadata':{'name':'pull','namespace':'clusters'},"
                                                + "'data':{'.dockerconfigjson':'e30='}}"),
                                parse("{'apiVersion':'v1','kind':'Namespace','metadata':{'name':'agents'}}"),
                                parse(
                                                "{'apiVersion':'hypershift.openshift.io/v1beta1','kind':'HostedCluster','metadata':"
                                                        + "{'name':'demo','namespace':'clusters'}}")
                                        .with("spec", spec.apply(clusterSpec(platform)))),
                        "reconcile",
                        4));
    }

    private static JsonObject clusterSpec(String platform) {
        return parse("{'clusterID':'d6d42268-7dff-4d37-92cf-691bd2d42f41','infraID':'demo-x1','dns':{'baseDomain':"
                        + "'example.com'},'controllerAvailabilityPolicy':'HighlyAvailable','etcd':{'managementType':"
                        + "'Managed'},'networking':{'clusterNetwork':[{'cidr':'10.132.0.0/14'}],'networkType':"
                        + "'OVNKubernetes','serviceNetwork':[{'cidr':'172.31.0.0/16'}]},'pullSecret':{'name':'pull'},"
                        + "'release':{'image':'quay.io/ocp:4.16.0'},'sshKey':{}}")
                .with("platform", parse(platform))
                .with("services", services("LoadBalancer", "Route", "Route", "Route"));
    }

    /** How API server, login, konnectivity and ignition are published. */
    static JsonArray services(String apiServer, String login, String konnectivity, String ignition) {
        return JsonArray.of(
                service("APIServer", apiServer),
                service("OAuthServer", login),
                service("Konnectivity", konnectivity),
                service("Ignition", ignition));
    }

    private static JsonObject service(String service, String type) {
        JsonObject strategy = JsonObject.of("type", type);
        if (type.equals("NodePort")) {
            strategy = strategy.with("nodePort", JsonObject.of("address", "203.0.113.7"));
        } else if (type.equals("Route")) {
            strategy = strategy.with(
                    "route", JsonObject.of("hostname", service.toLowerCase(java.util.Locale.ROOT) + ".example.com"));
        }
        return JsonObject.of("service", service, "servicePublishingStrategy", strategy);
    }

    SmallRecording step(String step) {
        return step(parse(step));
    }

    SmallRecording step(JsonObject step) {
        steps.add(JsonObject.of("step", step, "objects", JsonArray.EMPTY, "dump", JsonObject.EMPTY));
        return this;
    }

    /** A patch, and three passes. */
    SmallRecording patch(String group, String kind, String namespace, String name, String sub, String body) {
        return step("{'patch':{'Group':'" + group + "','Version':'v1','Kind':'" + kind + "','Namespace':'" + namespace
                + "','Name':'" + name + "','Sub':'" + sub + "','Body':" + body + "},'reconcile':3}");
    }

    JsonObject content() {
        return head.with("steps", JsonArray.copyOf(steps));
    }

    SmallRecording play() {
        played = RecordingPlayer.play(new Recording(content())).array("steps");
        return this;
    }

    /** The objects at the end of a step, counted from one. */
    Set<String> objects(int step) {
        Set<String> objects = new TreeSet<>();
        played.object(step - 1).array("objects").forEach(name -> objects.add(String.valueOf(name)));
        return objects;
    }

    /** An object as shown at the end of a step. */
    JsonObject shown(int step, String key) {
        return played.object(step - 1).object("dump", key);
    }

    /** The errors of a step, the empty text for passes without. */
    List<String> errors(int step) {
        return played.object(step - 1).array("results").stream()
                .map(result -> ((JsonObject) result).text("error"))
                .map(error -> error == null ? "" : error)
                .toList();
    }
}
