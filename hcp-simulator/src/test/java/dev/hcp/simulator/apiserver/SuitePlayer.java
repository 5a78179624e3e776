package dev.hcp.simulator.apiserver;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.json.Yaml;
import java.util.ArrayList;
import java.util.List;

/** Plays a declarative suite of a custom resource definition: objects created and updated, and what is said of them. */
final class SuitePlayer {
    private static final String DEFINITIONS = "/apis/apiextensions.k8s.io/v1/customresourcedefinitions";

    private final TestServer server = new TestServer();
    private final JsonObject suite;
    private final JsonObject definition;
    private final String collection;
    private int names;

    SuitePlayer(JsonObject suite, JsonObject definition) {
        this.suite = suite;
        this.definition = installable(definition, String.valueOf(suite.text("version")));
        JsonObject spec = this.definition.object("spec");
        String version = spec.array("versions").object(0).text("name");
        collection = "/apis/" + spec.text("group") + "/" + version
                + ("Namespaced".equals(spec.text("scope")) ? "/namespaces/default/" : "/")
                + spec.text("names", "plural");
    }

    /** The definition with the suite's version alone. */
    private static JsonObject installable(JsonObject definition, String version) {
        List<Object> versions = new ArrayList<>();
        JsonArray all = definition.array("spec", "versions");
        for (int i = 0; i < all.size(); i++) {
            if (all.object(i).text("name").equals(version)) {
                versions.add(all.object(i).with("storage", true).with("served", true));
            }
        }
        return definition
                .without("status")
                .withAt(JsonArray.copyOf(versions), "spec", "versions")
                .withoutAt("spec", "conversion");
    }

    /** The cases that failed, each with the reason. */
    List<String> play() {
        TestServer.Answer installed = server.post(DEFINITIONS, definition);
        if (installed.status() >= 300) {
            return List.of("definition refused: " + installed.message());
        }
        List<String> failures = new ArrayList<>();
        for (String kind : List.of("onCreate", "onUpdate")) {
            JsonArray cases = suite.array("tests", kind);
            for (int i = 0; i < cases.size(); i++) {
                String failure = kind.equals("onCreate") ? create(cases.object(i)) : update(cases.object(i));
                if (!failure.isEmpty()) {
                    failures.add(cases.object(i).text("name") + ": " + failure);
                }
            }
        }
        return failures;
    }

    int cases() {
        return suite.array("tests", "onCreate").size()
                + suite.array("tests", "onUpdate").size();
    }

    private String create(JsonObject test) {
        JsonObject object = named(parse(test.text("initial")));
        TestServer.Answer answer = server.post(collection, object);
        String error = test.text("expectedError");
        if (error != null && !error.isBlank()) {
            return refusal(answer, error);
        }
        if (answer.status() >= 300) {
            return "rejected: " + answer.message();
        }
        return test.text("expected") == null ? "" : difference(parse(test.text("expected")), object);
    }

    private String update(JsonObject test) {
        String path = DEFINITIONS + "/" + definition.text("metadata", "name");
        JsonArray patches = test.array("initialCRDPatches");
        if (!patches.isEmpty()) {
            TestServer.Answer patched = server.jsonPatch(path, patches);
            if (patched.status() >= 300) {
                return "definition not patched: " + patched.message();
            }
        }
        JsonObject object = named(parse(test.text("initial")));
        TestServer.Answer created = server.post(collection, object);
        if (created.status() >= 300) {
            return "initial object rejected: " + created.message();
        }
        String one = collection + "/" + object.text("metadata", "name");
        if (object.get("status") != null) {
            server.put(one + "/status", created.body().with("status", object.get("status")));
        }
        if (!patches.isEmpty()) {
            JsonObject current = server.get(path).body();
            server.put(path, current.with("spec", definition.get("spec")));
        }
        JsonObject current = server.get(one).body();
        JsonObject updated = parse(test.text("updated"))
                .withAt(current.text("metadata", "name"), "metadata", "name")
                .withAt(current.text("metadata", "resourceVersion"), "metadata", "resourceVersion");
        TestServer.Answer answer = server.put(one, updated);
        if (test.text("expectedError") != null) {
            return refusal(answer, test.text("expectedError"));
        }
        if (answer.status() >= 300) {
            return "update rejected: " + answer.message();
        }
        if (updated.get("status") != null) {
            answer = server.put(one + "/status", answer.body().with("status", updated.get("status")));
        }
        if (test.text("expectedStatusError") != null) {
            return refusal(answer, test.text("expectedStatusError"));
        }
        if (answer.status() >= 300) {
            return "update of the status rejected: " + answer.message();
        }
        return test.text("expected") == null ? "" : difference(parse(test.text("expected")), object);
    }

    private static String refusal(TestServer.Answer answer, String error) {
        if (answer.status() < 400) {
            return "accepted, but wanted: " + error;
        }
        return answer.message().contains(error.strip()) ? "" : "wanted: " + error + ", got: " + answer.message();
    }

    private String difference(JsonObject expected, JsonObject object) {
        JsonObject actual =
                server.get(collection + "/" + object.text("metadata", "name")).body();
        JsonObject wanted = comparable(expected);
        return wanted.equals(comparable(actual)) ? "" : "wanted: " + wanted + ", got: " + comparable(actual);
    }

    private static JsonObject comparable(JsonObject object) {
        JsonObject metadata = object.object("metadata");
        JsonObject.Builder kept = JsonObject.builder(3);
        for (String name : List.of("labels", "annotations", "finalizers")) {
            kept.putIfPresent(name, metadata.get(name));
        }
        JsonObject result = kept.build();
        return result.isEmpty() ? object.without("metadata") : object.with("metadata", result);
    }

    private JsonObject named(JsonObject object) {
        return object.text("metadata", "name") == null ? object.withAt("test-" + ++names, "metadata", "name") : object;
    }

    static JsonObject parse(String yaml) {
        return (JsonObject) Yaml.parse(yaml, new ArrayList<>());
    }
}
