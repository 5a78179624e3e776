package dev.hcp.simulator.apiserver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The life of definitions: which names they get, which versions are served, how they go. */
class DefinitionLifeTest {
    private static final String DEFINITIONS = "/apis/apiextensions.k8s.io/v1/customresourcedefinitions";
    private static final String GEARS = "/apis/example.com/v1/gears";
    private static final String SCHEMA =
            "schema: {openAPIV3Schema: {type: object, x-kubernetes-preserve-unknown-fields: true}}";

    private final TestServer server = new TestServer();

    private void define(String names, String... versions) {
        String plural = names.replaceAll(".*plural: (\\w+).*", "$1");
        StringBuilder all = new StringBuilder();
        for (String version : versions) {
            all.append("{").append(version).append(", ").append(SCHEMA).append("}, ");
        }
        TestServer.Answer answer =
                server.post(DEFINITIONS, """
                apiVersion: apiextensions.k8s.io/v1
                kind: CustomResourceDefinition
                metadata: {name: %s.example.com}
                spec: {group: example.com, scope: Cluster, names: {%s}, versions: [%s]}
                """.formatted(plural, names, all), "Content-Type", "application/yaml");
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    }

    private void defineGears() {
        define("plural: gears, kind: Gear, shortNames: [gr]", "name: v1, served: true, storage: true");
    }

    private JsonObject definition(String plural) {
        return server.get(DEFINITIONS + "/" + plural + ".example.com").body();
    }

    private String condition(String plural, String type) {
        return definition(plural).array("status", "conditions").stream()
                .map(JsonObject.class::cast)
                .filter(condition -> type.equals(condition.text("type")))
                .map(condition ->
                        condition.text("status") + " " + condition.text("reason") + ": " + condition.text("message"))
                .findFirst()
                .orElse("");
    }

    private static String gear(String version, String name) {
        return "{\"apiVersion\":\"example.com/" + version + "\",\"kind\":\"Gear\",\"metadata\":{\"name\":\"" + name
                + "\"}}";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "plural: cogs, kind: Cog, singular: gear; SingularConflict: \"gear\" is already in use",
                "plural: cogs, kind: Cog, shortNames: [gr]; ShortNamesConflict: \"gr\" is already in use",
                "plural: cogs, kind: Cog, shortNames: [gr, gears]; ShortNamesConflict: [\"gr\" is already in use, \"gears\" is already in use]",
                "plural: cogs, kind: Gear, singular: cog, listKind: CogList; KindConflict: \"Gear\" is already in use",
                "plural: cogs, kind: Cog, listKind: GearList; ListKindConflict: \"GearList\" is already in use",
                "plural: gr, kind: Cog; PluralConflict: \"gr\" is already in use",
            })
    void a_name_that_another_definition_has_is_not_accepted(String names, String conflict) {
        defineGears();
        define(names, "name: v1, served: true, storage: true");
        String plural = names.startsWith("plural: gr") ? "gr" : "cogs";
        assertThat(condition(plural, "NamesAccepted")).isEqualTo("False " + conflict);
        assertThat(condition(plural, "Established")).isEqualTo("False NotAccepted: not all names are accepted");
        assertThat(server.get("/apis/example.com/v1/" + plural).status()).isEqualTo(404);
    }

    @Test
    void names_are_accepted_one_by_one() {
        defineGears();
        define("plural: cogs, kind: Gear, singular: cog, listKind: CogList", "name: v1, served: true, storage: true");
        assertThat(definition("cogs").object("status", "acceptedNames"))
                .isEqualTo(JsonObject.of("plural", "cogs", "singular", "cog", "kind", "", "listKind", "CogList"));
    }

    @Test
    void a_definition_gets_its_names_when_the_other_goes() {
        defineGears();
        define("plural: cogs, kind: Gear", "name: v1, served: true, storage: true");
        server.delete(DEFINITIONS + "/gears.example.com");
        assertThat(condition("cogs", "NamesAccepted")).isEqualTo("True NoConflicts: no conflicts found");
        assertThat(condition("cogs", "Established"))
                .isEqualTo("True InitialNamesAccepted: the initial names have been accepted");
        assertThat(server.get("/apis/example.com/v1/cogs").status()).isEqualTo(200);
    }

    @Test
    void an_established_definition_that_asks_for_a_taken_name_goes_on_under_its_old_ones() {
        defineGears();
        define("plural: cogs, kind: Cog", "name: v1, served: true, storage: true");
        server.merge(DEFINITIONS + "/cogs.example.com", "{\"spec\":{\"names\":{\"shortNames\":[\"gr\"]}}}");
        assertThat(condition("cogs", "NamesAccepted")).startsWith("False ShortNamesConflict");
        assertThat(condition("cogs", "Established")).startsWith("True");
        assertThat(server.get("/apis/example.com/v1").body().array("resources"))
                .filteredOn(resource -> "cogs".equals(((JsonObject) resource).text("name")))
                .singleElement()
                .extracting(resource -> ((JsonObject) resource).array("shortNames"))
                .isEqualTo(JsonArray.EMPTY);
    }

    @Test
    void a_definition_in_a_kubernetes_group_says_how_it_was_approved() {
        TestServer.Answer answer = server.post(DEFINITIONS, """
                apiVersion: apiextensions.k8s.io/v1
                kind: CustomResourceDefinition
                metadata: {name: cogs.x.k8s.io, annotations: {api-approved.kubernetes.io: 'https://github.com/a/b'}}
                spec:
                  {group: x.k8s.io, scope: Cluster, names: {plural: cogs, kind: Cog},
                   versions: [{name: v1, served: true, storage: true, %s}]}
                """.formatted(SCHEMA), "Content-Type", "application/yaml");
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        assertThat(server.get(DEFINITIONS + "/cogs.x.k8s.io").body().array("status", "conditions"))
                .anySatisfy(condition ->
                        assertThat(((JsonObject) condition).text("reason")).isEqualTo("ApprovedAnnotation"));
    }

    @Test
    void a_version_that_is_no_longer_served_is_gone_with_its_objects_kept() {
        define(
                "plural: gears, kind: Gear",
                "name: v1, served: true, storage: true",
                "name: v2, served: true, storage: false");
        server.post(GEARS, gear("v1", "g"));
        JsonArray versions = definition("gears").array("spec", "versions");
        JsonObject changed = definition("gears")
                .withAt(JsonArray.of(versions.object(0).with("served", false), versions.object(1)), "spec", "versions");
        assertThat(server.put(DEFINITIONS + "/gears.example.com", changed).status())
                .isEqualTo(200);

        assertThat(server.get(GEARS + "/g").status()).isEqualTo(404);
        assertThat(server.get("/apis/example.com/v2/gears/g").body().text("apiVersion"))
                .isEqualTo("example.com/v2");
        server.delete(DEFINITIONS + "/gears.example.com");
        assertThat(server.get(DEFINITIONS + "/gears.example.com").status()).isEqualTo(404);
    }

    @Test
    void who_uses_a_deprecated_version_is_told() {
        define(
                "plural: gears, kind: Gear",
                "name: v1alpha1, served: true, storage: false, deprecated: true",
                "name: v1beta1, served: true, storage: false",
                "name: v1, served: true, storage: true",
                "name: v2, served: true, storage: false, deprecated: true, deprecationWarning: no more gears");
        String expected = "299 - \"example.com/v1alpha1 Gear is deprecated; use example.com/v1 Gear\"";
        String old = "/apis/example.com/v1alpha1/gears";
        assertThat(server.get(old).warnings()).containsExactly(expected);
        assertThat(server.post(old, gear("v1alpha1", "g")).warnings()).containsExactly(expected);
        assertThat(server.get(old + "/g").warnings()).containsExactly(expected);
        assertThat(server.get(old + "?watch=true&timeoutSeconds=1").warnings()).containsExactly(expected);
        assertThat(server.get("/apis/example.com/v2/gears").warnings()).containsExactly("299 - \"no more gears\"");
        assertThat(server.get(GEARS).warnings()).isEmpty();
    }

    @Test
    void a_dying_definition_waits_for_the_finalizers_of_its_instances() {
        defineGears();
        server.post(GEARS, gear("v1", "g"));
        server.post(GEARS, gear("v1", "free"));
        server.merge(GEARS + "/g", "{\"metadata\":{\"finalizers\":[\"example.com/hold\"]}}");

        JsonObject marked = server.delete(DEFINITIONS + "/gears.example.com").body();
        assertThat(marked.array("metadata", "finalizers"))
                .containsExactly("customresourcecleanup.apiextensions.k8s.io");
        assertThat(condition("gears", "Terminating"))
                .isEqualTo("True InstanceDeletionInProgress: CustomResource deletion is in progress");
        assertThat(server.get(GEARS + "/free").status()).isEqualTo(404);
        TestServer.Answer refused = server.post(GEARS, gear("v1", "late"));
        assertThat(refused.status()).isEqualTo(405);
        assertThat(refused.message()).isEqualTo("create not allowed while custom resource definition is terminating");

        server.merge(GEARS + "/g", "{\"metadata\":{\"finalizers\":null}}");
        assertThat(server.get(DEFINITIONS + "/gears.example.com").status()).isEqualTo(404);
    }

    @Test
    void a_watcher_sees_a_definition_go_step_by_step() {
        defineGears();
        String revision = definition("gears").text("metadata", "resourceVersion");
        ApiResponse.FrameSource frames = server.watch(DEFINITIONS + "?watch=true&resourceVersion=" + revision);
        server.delete(DEFINITIONS + "/gears.example.com");
        List<JsonObject> events = TestServer.drain(frames);
        assertThat(events)
                .extracting(event -> event.text("type") + " " + lastReason(event.object("object")))
                .containsExactly(
                        "MODIFIED InstanceDeletionPending",
                        "MODIFIED InstanceDeletionInProgress",
                        "MODIFIED InstanceDeletionCompleted",
                        "DELETED InstanceDeletionCompleted");
    }

    private static String lastReason(JsonObject definition) {
        JsonArray conditions = definition.array("status", "conditions");
        return conditions.object(conditions.size() - 1).text("reason");
    }

    @Test
    void a_finalizer_of_somebody_else_keeps_the_definition() {
        defineGears();
        server.merge(DEFINITIONS + "/gears.example.com", "{\"metadata\":{\"finalizers\":[\"example.com/hold\"]}}");
        server.delete(DEFINITIONS + "/gears.example.com");
        assertThat(condition("gears", "Terminating"))
                .isEqualTo("False InstanceDeletionCompleted: removed all instances");
        assertThat(definition("gears").array("metadata", "finalizers")).containsExactly("example.com/hold");
        server.merge(DEFINITIONS + "/gears.example.com", "{\"metadata\":{\"finalizers\":null}}");
        assertThat(server.get(DEFINITIONS + "/gears.example.com").status()).isEqualTo(404);
        assertThat(server.get(GEARS).status()).isEqualTo(404);
    }
}
