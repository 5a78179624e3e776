package dev.hcp.simulator.apiserver.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A request that makes sense, from which others are grown. */
record Seedling(String method, String path, Map<String, String> query, String contentType, String body) {
    private static final String JSON = "application/json";
    private static final String APPLY = "application/apply-patch+yaml";
    private static final String CORE = "/api/v1/namespaces/demo/";
    private static final String GEARS = "/apis/example.com/v1/namespaces/demo/gears";
    private static final String DEPLOYMENTS = "/apis/apps/v1/namespaces/demo/deployments";
    private static final String DEFINITIONS = "/apis/apiextensions.k8s.io/v1/customresourcedefinitions";

    /** A definition with most of what a schema can say. */
    static final String DEFINITION = """
            {"apiVersion":"apiextensions.k8s.io/v1","kind":"CustomResourceDefinition","metadata":{"name":"gears.example.com"},
            "spec":{"group":"example.com","scope":"Namespaced","names":{"plural":"gears","kind":"Gear","shortNames":["gr"]},
            "versions":[{"name":"v1","served":true,"storage":true,"subresources":{"status":{},"scale":{
            "specReplicasPath":".spec.teeth","statusReplicasPath":".status.teeth"}},
            "additionalPrinterColumns":[{"name":"Teeth","type":"integer","jsonPath":".spec.teeth"}],
            "schema":{"openAPIV3Schema":{"type":"object","properties":{
            "spec":{"type":"object","required":["teeth"],"properties":{
              "teeth":{"type":"integer","minimum":1,"maximum":100,"default":12},
              "oil":{"type":"string","enum":["none","some"],"default":"none"},
              "maker":{"type":"string","maxLength":20,"pattern":"^[a-z]*$","nullable":true},
              "port":{"x-kubernetes-int-or-string":true},
              "tags":{"type":"array","maxItems":5,"x-kubernetes-list-type":"set","items":{"type":"string","maxLength":10}},
              "parts":{"type":"array","maxItems":5,"x-kubernetes-list-type":"map","x-kubernetes-list-map-keys":["name"],
                "items":{"type":"object","required":["name"],"properties":{
                  "name":{"type":"string","maxLength":10},"weight":{"type":"number"}}}},
              "extra":{"type":"object","x-kubernetes-preserve-unknown-fields":true}},
              "x-kubernetes-validations":[
                {"rule":"self.oil == 'none' || self.teeth > 2","message":"oil is for large gears"},
                {"rule":"!has(oldSelf.maker) || has(self.maker)","message":"a maker stays"}]},
            "status":{"type":"object","properties":{"teeth":{"type":"integer"}}}}}}}]}}""";

    static final String GEAR = """
            {"apiVersion":"example.com/v1","kind":"Gear","metadata":{"name":"g","labels":{"side":"left"},
            "finalizers":["example.com/keep"]},"spec":{"teeth":7,"oil":"some","maker":"acme","port":"http","tags":["a","b"],
            "parts":[{"name":"hub","weight":1.5}],"extra":{"deep":{"list":[1,{"x":null}]}}}}""";
    static final String MAP = """
            {"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"m","annotations":{"a.b/c":"d"},
            "ownerReferences":[{"apiVersion":"v1","kind":"Pod","name":"p","uid":"u"}]},
            "data":{"one":"1","two":"2"},"binaryData":{"b":"AQI="}}""";
    static final String POD = """
            {"apiVersion":"v1","kind":"Pod","metadata":{"name":"p","labels":{"app":"web"}},"spec":{"nodeName":"n","containers":[
            {"name":"main","image":"i","ports":[{"containerPort":80,"protocol":"TCP"}],"env":[{"name":"A","value":"b"}],
            "resources":{"requests":{"cpu":"100m"},"limits":{"cpu":"1"}},"livenessProbe":{"httpGet":{"port":"http"}},
            "volumeMounts":[{"name":"v","mountPath":"/v"}]}],"volumes":[{"name":"v","emptyDir":{}}]}}""";
    static final String DEPLOYMENT = """
            {"apiVersion":"apps/v1","kind":"Deployment","metadata":{"name":"d"},"spec":{"replicas":2,
            "selector":{"matchLabels":{"app":"web"}},"strategy":{"rollingUpdate":{"maxSurge":"25%","maxUnavailable":1}},
            "template":{"metadata":{"labels":{"app":"web"}},"spec":{"containers":[{"name":"main","image":"i:1"}]}}}}""";
    static final String SERVICE = """
            {"apiVersion":"v1","kind":"Service","metadata":{"name":"s"},"spec":{"type":"NodePort","selector":{"app":"web"},
            "ports":[{"name":"http","port":80,"targetPort":"http"}]}}""";
    static final String SECRET = """
            {"apiVersion":"v1","kind":"Secret","metadata":{"name":"x"},"type":"Opaque","data":{"k":"dg=="},
            "stringData":{"s":"t"}}""";
    static final String ROLE = """
            {"apiVersion":"rbac.authorization.k8s.io/v1","kind":"Role","metadata":{"name":"r"},
            "rules":[{"apiGroups":[""],"resources":["pods"],"verbs":["get"]}]}""";
    static final String JOB = """
            {"apiVersion":"batch/v1","kind":"Job","metadata":{"name":"j"},"spec":{"template":{"spec":{
            "restartPolicy":"Never","containers":[{"name":"c","image":"i"}]}}}}""";

    static List<Seedling> all() {
        List<Seedling> all = new ArrayList<>();
        kind(all, GEARS, "g", GEAR, "{\"spec\":{\"teeth\":9,\"parts\":[{\"name\":\"rim\",\"weight\":2}]}}");
        kind(all, CORE + "configmaps", "m", MAP, "{\"data\":{\"one\":null,\"three\":\"3\"}}");
        kind(all, CORE + "pods", "p", POD, "{\"metadata\":{\"labels\":{\"app\":\"db\"}}}");
        kind(all, DEPLOYMENTS, "d", DEPLOYMENT, """
                {"spec":{"replicas":3,"template":{"spec":{"containers":[{"name":"main","image":"i:2"},
                {"name":"side","image":"j"}],"$setElementOrder/containers":[{"name":"side"},{"name":"main"}]}}}}""");
        kind(all, CORE + "services", "s", SERVICE, "{\"spec\":{\"type\":\"ClusterIP\"}}");
        kind(all, CORE + "secrets", "x", SECRET, "{\"data\":{\"k\":null}}");
        kind(all, "/apis/rbac.authorization.k8s.io/v1/namespaces/demo/roles", "r", ROLE, "{\"rules\":[]}");
        kind(all, "/apis/batch/v1/namespaces/demo/jobs", "j", JOB, "{\"spec\":{\"suspend\":true}}");
        kind(all, DEFINITIONS, "gears.example.com", DEFINITION, "{\"metadata\":{\"labels\":{\"a\":\"b\"}}}");
        all.add(patch(GEARS + "/g/scale", "application/merge-patch+json", "{\"spec\":{\"replicas\":4}}"));
        all.add(patch(GEARS + "/g/status", "application/merge-patch+json", "{\"status\":{\"teeth\":4}}"));
        all.add(patch(DEPLOYMENTS + "/d/scale", "application/merge-patch+json", "{\"spec\":{\"replicas\":4}}"));
        all.add(new Seedling("POST", CORE + "pods/p/eviction", Map.of(), JSON, """
                {"apiVersion":"policy/v1","kind":"Eviction","metadata":{"name":"p"},"deleteOptions":{"gracePeriodSeconds":5}}"""));
        all.add(new Seedling("POST", CORE + "pods/p/binding", Map.of(), JSON, """
                {"apiVersion":"v1","kind":"Binding","metadata":{"name":"p"},"target":{"kind":"Node","name":"n"}}"""));
        all.add(new Seedling("GET", CORE + "pods/p/log", Map.of("tailLines", "3"), "", ""));
        all.add(new Seedling("POST", "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews", Map.of(), JSON, """
                {"apiVersion":"authorization.k8s.io/v1","kind":"SelfSubjectAccessReview",
                "spec":{"resourceAttributes":{"verb":"get","resource":"pods","namespace":"demo"}}}"""));
        for (String path :
                List.of("/", "/api", "/apis", "/version", "/openapi/v2", "/openapi/v3", "/readyz", "/apis/apps/v1")) {
            all.add(new Seedling("GET", path, Map.of(), "", ""));
        }
        return all;
    }

    private static void kind(List<Seedling> all, String path, String name, String object, String patch) {
        String one = path + "/" + name;
        all.add(new Seedling("POST", path, Map.of(), JSON, object));
        all.add(new Seedling("POST", path, Map.of("dryRun", "All", "fieldValidation", "Strict"), JSON, object));
        all.add(new Seedling("PUT", one, Map.of(), JSON, object));
        all.add(patch(one, "application/merge-patch+json", patch));
        all.add(patch(one, "application/strategic-merge-patch+json", patch));
        all.add(patch(one, "application/json-patch+json", """
                [{"op":"test","path":"/metadata/name","value":"%s"},{"op":"add","path":"/metadata/labels","value":{"a":"b"}},
                {"op":"copy","from":"/metadata/labels/a","path":"/metadata/labels/c"},
                {"op":"remove","path":"/metadata/labels/a"}]""".formatted(name)));
        all.add(new Seedling("PATCH", one, Map.of("fieldManager", "one", "force", "true"), APPLY, object));
        all.add(new Seedling("PATCH", one, Map.of("fieldManager", "two"), APPLY, object));
        all.add(new Seedling("GET", one, Map.of(), "", ""));
        all.add(new Seedling("GET", path, Map.of("labelSelector", "a in (b)", "limit", "2"), "", ""));
        all.add(new Seedling("GET", path, Map.of("watch", "true", "resourceVersion", "1"), "", ""));
        all.add(new Seedling("DELETE", one, Map.of(), JSON, "{\"propagationPolicy\":\"Background\"}"));
        all.add(new Seedling("DELETE", path, Map.of("labelSelector", "a=b"), "", ""));
    }

    private static Seedling patch(String path, String contentType, String body) {
        return new Seedling("PATCH", path, Map.of(), contentType, body);
    }
}
