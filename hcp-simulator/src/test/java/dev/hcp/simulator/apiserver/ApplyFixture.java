package dev.hcp.simulator.apiserver;

import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;

/** A server with a kind that has a field of every sort that apply tells apart, and short ways to apply to it. */
final class ApplyFixture {
    static final String SORTS = "/apis/test.example.com/v1/namespaces/demo/sorts";
    static final String A = SORTS + "/a";

    final TestServer server = new TestServer();

    ApplyFixture() {
        server.namespace("demo");
        TestServer.Answer answer = server.send(
                "POST",
                "/apis/apiextensions.k8s.io/v1/customresourcedefinitions",
                definition("map", "granular"),
                "Content-Type",
                "application/yaml");
        if (answer.status() != 201) {
            throw new IllegalStateException(answer.text());
        }
    }

    /** The definition, with types of one list and one map that differ between the versions of a test. */
    static String definition(String listType, String mapType) {
        String keys = listType.equals("map") ? ", x-kubernetes-list-map-keys: [name]" : "";
        return """
                apiVersion: apiextensions.k8s.io/v1
                kind: CustomResourceDefinition
                metadata: {name: sorts.test.example.com}
                spec:
                  group: test.example.com
                  scope: Namespaced
                  names: {plural: sorts, singular: sort, kind: Sort, listKind: SortList}
                  versions:
                  - name: v1
                    served: true
                    storage: true
                    subresources:
                      status: {}
                      scale: {specReplicasPath: .spec.replicas, statusReplicasPath: .status.replicas}
                    schema: &schema
                      openAPIV3Schema:
                        type: object
                        properties:
                          spec:
                            type: object
                            properties:
                              replicas: {type: integer}
                              a: {type: string}
                              b: {type: string, default: preset}
                              num: {type: integer}
                              f: {type: number}
                              t: {type: boolean}
                              port: {x-kubernetes-int-or-string: true}
                              nothing: {type: string, nullable: true}
                              plain: {type: array, items: {type: string}}
                              texts: {type: array, x-kubernetes-list-type: set, items: {type: string}}
                              numbers: {type: array, x-kubernetes-list-type: set, items: {type: integer}}
                              entries: {type: array, x-kubernetes-list-type: %s%s,
                                items: {type: object, required: [name], properties: {name: {type: string}, v: {type: string}, w: {type: string}}}}
                              ports: {type: array, x-kubernetes-list-type: map, x-kubernetes-list-map-keys: [port, proto],
                                items: {type: object, required: [port], properties:
                                  {port: {type: integer}, proto: {type: string, default: TCP}, v: {type: string}}}}
                              map: {type: object, additionalProperties: {type: string}}
                              whole: {type: object, x-kubernetes-map-type: atomic, additionalProperties: {type: string}}
                              part: {type: object, x-kubernetes-map-type: %s, properties: {x: {type: string}, z: {type: string}}}
                              open: {type: object, x-kubernetes-preserve-unknown-fields: true}
                          status:
                            type: object
                            properties:
                              phase: {type: string}
                              replicas: {type: integer}
                  - {name: v2, served: true, storage: false, subresources: {status: {}}, schema: *schema}
                """.formatted(listType, keys, mapType);
    }

    TestServer.Answer apply(String manager, String spec) {
        return server.apply(A + "?fieldManager=" + manager, sort("spec: " + spec));
    }

    TestServer.Answer force(String manager, String spec) {
        return apply(manager + "&force=true", spec);
    }

    TestServer.Answer update(String manager, String spec) {
        return server.merge(A + "?fieldManager=" + manager, "{\"spec\":" + spec + "}");
    }

    TestServer.Answer create(String manager, String spec) {
        return server.send(
                "POST", SORTS + "?fieldManager=" + manager, sort("spec: " + spec), "Content-Type", "application/yaml");
    }

    static String sort(String rest) {
        return "{apiVersion: test.example.com/v1, kind: Sort, metadata: {name: a}, " + rest + "}";
    }

    JsonObject stored() {
        return server.get(A).body();
    }

    JsonObject spec() {
        return stored().object("spec");
    }

    JsonArray entries() {
        return stored().array("metadata", "managedFields");
    }

    /** The fields of an owner as text, or nothing. */
    String fields(String manager, String operation) {
        return fields(stored(), manager, operation);
    }

    static String fields(JsonObject object, String manager, String operation) {
        for (Object each : object.array("metadata", "managedFields")) {
            JsonObject entry = (JsonObject) each;
            if (manager.equals(entry.text("manager")) && operation.equals(entry.text("operation"))) {
                return Json.write(entry.object("fieldsV1"));
            }
        }
        return "";
    }

    /** The owners as {@code manager operation [subresource]}, in their order. */
    static java.util.List<String> owners(JsonObject object) {
        return object.array("metadata", "managedFields").stream()
                .map(each -> (JsonObject) each)
                .map(entry -> entry.text("manager") + " " + entry.text("operation")
                        + (entry.text("subresource") == null ? "" : " " + entry.text("subresource")))
                .toList();
    }
}
