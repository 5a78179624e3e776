package dev.hcp.simulator.apiserver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the server does with the metadata of an object that is written: names, system fields, and what it refuses. */
class MetadataTest {
    private static final String MAPS = "/api/v1/namespaces/demo/configmaps";
    private static final String SUBDOMAIN = "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric "
            + "characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex "
            + "used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')";
    private static final String LABEL =
            "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or "
                    + "'-', and must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for "
                    + "validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')";
    private static final String DNS_1035 =
            "a DNS-1035 label must consist of lower case alphanumeric characters or '-', "
                    + "start with an alphabetic character, and end with an alphanumeric character (e.g. 'my-name',  or 'abc-123', "
                    + "regex used for validation is '[a-z]([-a-z0-9]*[a-z0-9])?')";
    private static final String TEMPLATE = "\"template\":{\"metadata\":{\"labels\":{\"a\":\"b\"}},\"spec\":{"
            + "\"restartPolicy\":\"RESTART\",\"containers\":[{\"name\":\"c\",\"image\":\"i\"}]}}";

    private final TestServer server = new TestServer();

    @BeforeEach
    void aNamespace() {
        server.namespace("demo");
    }

    private TestServer.Answer create(String metadata) {
        return server.post(MAPS, "{\"metadata\":" + metadata + "}");
    }

    private static List<String> messages(TestServer.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        List<String> messages = new ArrayList<>();
        for (Object cause : answer.body().array("details", "causes")) {
            JsonObject each = (JsonObject) cause;
            messages.add(each.text("field") + ": " + each.text("message"));
        }
        return messages;
    }

    /** Paths without their beginning, and what an object of the kind needs besides its name. */
    private TestServer.Answer named(String kind, String name) {
        String path =
                switch (kind) {
                    case "Namespace" -> "/api/v1/namespaces";
                    case "Service" -> "/api/v1/namespaces/demo/services";
                    case "Role" -> "/apis/rbac.authorization.k8s.io/v1/namespaces/demo/roles";
                    case "StatefulSet" -> "/apis/apps/v1/namespaces/demo/statefulsets";
                    case "CronJob" -> "/apis/batch/v1/namespaces/demo/cronjobs";
                    default -> MAPS;
                };
        String content =
                switch (kind) {
                    case "Service" -> "\"spec\":{\"ports\":[{\"port\":80}]}";
                    case "StatefulSet" ->
                        "\"spec\":{\"serviceName\":\"s\",\"selector\":{\"matchLabels\":{\"a\":\"b\"}},"
                                + TEMPLATE.replace("RESTART", "Always") + "}";
                    case "CronJob" ->
                        "\"spec\":{\"schedule\":\"* * * * *\",\"jobTemplate\":{\"spec\":{"
                                + TEMPLATE.replace("RESTART", "Never") + "}}}";
                    default -> "\"apiVersion\":\"\"".replace("\"apiVersion\":\"\"", "\"kind\":\"" + kind + "\"");
                };
        JsonObject body = Json.parseObject("{" + content + "}").without("kind");
        return server.post(path, body.with("metadata", JsonObject.of("name", name)));
    }

    @ParameterizedTest
    @CsvSource({
        "ConfigMap, UP, SUBDOMAIN",
        "ConfigMap, a_b, SUBDOMAIN",
        "ConfigMap, -a, SUBDOMAIN",
        "ConfigMap, a..b, SUBDOMAIN",
        "ConfigMap, a.b-1, ''",
        "Namespace, UP, LABEL",
        "Namespace, a.b, must not contain dots",
        "StatefulSet, a.b, must not contain dots",
        "Service, 1a, DNS_1035",
        "Service, a.b, DNS_1035",
        "Service, a-1, ''",
        "Role, 'system:Any.Thing', ''",
        "Role, a/b, may not contain '/'",
        "Role, a%b, may not contain '%'",
        "Role, ., may not be '.'",
        "Role, .., may not be '..'",
    })
    void each_kind_has_its_rule_for_names(String kind, String name, String problem) {
        TestServer.Answer answer = named(kind, name);
        if (problem.isEmpty()) {
            assertThat(answer.status()).as(answer.text()).isEqualTo(201);
            return;
        }
        String words =
                switch (problem) {
                    case "SUBDOMAIN" -> SUBDOMAIN;
                    case "LABEL" -> LABEL;
                    case "DNS_1035" -> DNS_1035;
                    default -> problem;
                };
        assertThat(messages(answer)).contains("metadata.name: Invalid value: \"" + name + "\": " + words);
    }

    @ParameterizedTest
    @CsvSource({"ConfigMap, 253", "Namespace, 63", "Service, 63", "StatefulSet, 63", "CronJob, 52"})
    void each_kind_has_its_longest_name(String kind, int longest) {
        assertThat(named(kind, "a".repeat(longest)).status()).isEqualTo(201);
        assertThat(messages(named(kind, "a".repeat(longest + 1))))
                .contains("metadata.name: Invalid value: \"" + "a".repeat(longest + 1) + "\": must be no more than "
                        + longest + " characters");
    }

    @Test
    void a_name_is_made_from_a_prefix() {
        TestServer.Answer answer = create("{\"generateName\":\"gen-\"}");
        assertThat(answer.body().text("metadata", "name")).matches("gen-[bcdfghjklmnpqrstvwxz2456789]{5}");
        assertThat(answer.body().text("metadata", "generateName")).isEqualTo("gen-");
        assertThat(create("{\"generateName\":\"" + "p".repeat(80) + "\"}")
                        .body()
                        .text("metadata", "name"))
                .matches("p{58}[bcdfghjklmnpqrstvwxz2456789]{5}");
        assertThat(create("{\"generateName\":\"gen-\",\"name\":\"named\"}")
                        .body()
                        .text("metadata", "name"))
                .isEqualTo("named");
    }

    @Test
    void a_name_is_tried_eight_times() {
        int[] asked = {0};
        Identifiers same = new Identifiers() {
            @Override
            public String uid() {
                return "00000000-0000-4000-8000-000000000000";
            }

            @Override
            public String nameSuffix() {
                asked[0]++;
                return "bcdfg";
            }
        };
        ApiServer stubborn = new ApiServer(ApiServerOptions.of(() -> java.time.Instant.EPOCH, same));
        ApiRequest request = server.request(
                "POST",
                "/api/v1/namespaces/default/configmaps",
                java.util.Map.of(),
                "{\"metadata\":{\"generateName\":\"x-\"}}".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(stubborn.handle(request).status()).isEqualTo(201);
        asked[0] = 0;
        TestServer.Answer refused = TestServer.answer(stubborn.handle(request));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.message()).isEqualTo("configmaps \"x-bcdfg\" already exists");
        assertThat(asked[0]).isEqualTo(8);
    }

    @Test
    void without_a_name_there_is_no_object() {
        assertThat(create("{}").message())
                .isEqualTo(
                        "ConfigMap \"\" is invalid: metadata.name: Required value: name or generateName is required");
        assertThat(messages(create("{\"generateName\":\"" + "a".repeat(254) + "\"}")))
                .contains("metadata.generateName: Invalid value: \"" + "a".repeat(254)
                        + "\": must be no more than 253 characters");
        assertThat(messages(create("{\"generateName\":\"UP-\"}")))
                .anyMatch(message -> message.startsWith("metadata.generateName: Invalid value: \"UP-\": a lowercase"));
    }

    @Test
    void the_server_sets_its_own_fields() {
        JsonObject meta = create("{\"name\":\"a\",\"uid\":\"mine\",\"creationTimestamp\":\"2001-01-01T00:00:00Z\","
                        + "\"deletionTimestamp\":\"2001-01-01T00:00:00Z\",\"deletionGracePeriodSeconds\":3,"
                        + "\"selfLink\":\"/x\",\"generation\":7}")
                .body()
                .object("metadata");
        assertThat(meta.text("uid")).hasSize(36);
        assertThat(meta.text("creationTimestamp")).isEqualTo("2023-11-14T22:13:20Z");
        assertThat(meta)
                .doesNotContainKeys("deletionTimestamp", "deletionGracePeriodSeconds", "selfLink", "generation");
    }

    @Test
    void a_new_object_has_no_revision() {
        TestServer.Answer answer = create("{\"name\":\"a\",\"resourceVersion\":\"5\"}");
        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.message()).isEqualTo("resourceVersion should not be set on objects to be created");
        assertThat(answer.body()).doesNotContainKey("reason");
    }

    @Test
    void an_object_is_in_the_namespace_of_its_path() {
        TestServer.Answer answer = create("{\"name\":\"a\",\"namespace\":\"other\"}");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.message())
                .isEqualTo("the namespace of the provided object does not match the namespace sent on the request");
        JsonObject node = server.post("/api/v1/nodes", "{\"metadata\":{\"name\":\"n\",\"namespace\":\"other\"}}")
                .body();
        assertThat(node.object("metadata")).doesNotContainKey("namespace");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"labels\":{\"a b\":\"c\"}}|metadata.labels: Invalid value: \"a b\": name part must consist of",
                "{\"labels\":{\"A/b\":\"c\"}}|metadata.labels: Invalid value: \"A/b\": prefix part a lowercase RFC 1123 "
                        + "subdomain",
                "{\"labels\":{\"/b\":\"c\"}}|metadata.labels: Invalid value: \"/b\": prefix part must be non-empty",
                "{\"labels\":{\"a/\":\"c\"}}|metadata.labels: Invalid value: \"a/\": name part must be non-empty",
                "{\"labels\":{\"a/b/c\":\"c\"}}|metadata.labels: Invalid value: \"a/b/c\": a qualified name must consist of",
                "{\"labels\":{\"a\":\"b c\"}}|metadata.labels: Invalid value: \"b c\": a valid label must be an empty string",
                "{\"annotations\":{\"a b\":\"c\"}}|metadata.annotations: Invalid value: \"a b\": name part must consist of",
                "{\"finalizers\":[\"bad\"]}|metadata.finalizers[0]: Invalid value: \"bad\": name is neither a standard "
                        + "finalizer name nor is it fully qualified",
                "{\"finalizers\":[\"a b/c\"]}|metadata.finalizers: Invalid value: \"a b/c\": prefix part a lowercase",
                "{\"ownerReferences\":[{}]}|metadata.ownerReferences.apiVersion: Invalid value: \"\": version must not be "
                        + "empty",
                "{\"ownerReferences\":[{}]}|metadata.ownerReferences.kind: Invalid value: \"\": kind must not be empty",
                "{\"ownerReferences\":[{}]}|metadata.ownerReferences.name: Invalid value: \"\": name must not be empty",
                "{\"ownerReferences\":[{}]}|metadata.ownerReferences.uid: Invalid value: \"\": uid must not be empty",
            })
    void what_metadata_may_not_say(String metadata, String message) {
        JsonObject meta = Json.parseObject(metadata).with("name", "a");
        assertThat(messages(server.post(MAPS, JsonObject.of("metadata", meta))))
                .anyMatch(each -> each.startsWith(message));
    }

    @Test
    void keys_of_annotations_may_have_capitals_in_their_domain() {
        assertThat(create("{\"name\":\"a\",\"annotations\":{\"Example.COM/Key\":\"any text at all\"}}")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void annotations_together_have_a_largest_size() {
        JsonObject meta = JsonObject.of("name", "a", "annotations", JsonObject.of("k", "x".repeat(262_144)));
        assertThat(messages(server.post(MAPS, JsonObject.of("metadata", meta))))
                .containsExactly("metadata.annotations: Too long: may not be more than 262144 bytes");
        JsonObject fits = JsonObject.of("name", "a", "annotations", JsonObject.of("k", "x".repeat(262_143)));
        assertThat(server.post(MAPS, JsonObject.of("metadata", fits)).status()).isEqualTo(201);
        // Bytes, not characters.
        JsonObject wide = JsonObject.of("name", "b", "annotations", JsonObject.of("k", "é".repeat(131_072)));
        assertThat(server.post(MAPS, JsonObject.of("metadata", wide)).status()).isEqualTo(422);
    }

    @Test
    void only_one_owner_controls_and_no_event_owns() {
        JsonObject owner =
                JsonObject.of("apiVersion", "v1", "kind", "Pod", "name", "n", "uid", "u", "controller", true);
        JsonObject meta = JsonObject.of("name", "a", "ownerReferences", JsonArray.of(owner, owner.with("name", "n2")));
        assertThat(messages(server.post(MAPS, JsonObject.of("metadata", meta))))
                .singleElement()
                .asString()
                .endsWith(
                        "Only one reference can have Controller set to true. Found \"true\" in references for n and n2");
        JsonObject event = JsonObject.of("apiVersion", "v1", "kind", "Event", "name", "n", "uid", "u");
        meta = JsonObject.of("name", "a", "ownerReferences", JsonArray.of(event));
        assertThat(messages(server.post(MAPS, JsonObject.of("metadata", meta))))
                .singleElement()
                .asString()
                .endsWith("/v1, Kind=Event is disallowed from being an owner");
    }

    @Test
    void generations_count_changes_of_what_is_wanted() {
        String path = "/apis/apps/v1/namespaces/demo/deployments";
        server.post(
                path,
                "{\"metadata\":{\"name\":\"d\"},\"spec\":{\"selector\":{\"matchLabels\":{\"a\":\"b\"}},"
                        + TEMPLATE.replace("RESTART", "Always") + "}}");
        assertThat(server.merge(path + "/d", "{\"metadata\":{\"labels\":{\"x\":\"y\"}}}")
                        .body()
                        .at("metadata", "generation"))
                .isEqualTo(1L);
        assertThat(server.merge(path + "/d", "{\"metadata\":{\"annotations\":{\"x\":\"y\"}}}")
                        .body()
                        .at("metadata", "generation"))
                .isEqualTo(2L);
        assertThat(server.merge(path + "/d", "{\"spec\":{\"replicas\":3}}")
                        .body()
                        .at("metadata", "generation"))
                .isEqualTo(3L);
        assertThat(server.merge(path + "/d/status", "{\"status\":{\"replicas\":3}}")
                        .body()
                        .at("metadata", "generation"))
                .isEqualTo(3L);
    }

    @Test
    void a_dry_run_tells_what_would_be_and_takes_nothing() {
        String revision = server.get(MAPS).body().text("metadata", "resourceVersion");
        TestServer.Answer answer = server.post(MAPS + "?dryRun=All", TestServer.configMap("a"));
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.body().object("metadata"))
                .containsKeys("uid", "creationTimestamp")
                .doesNotContainKey("resourceVersion");
        assertThat(server.get(MAPS + "/a").status()).isEqualTo(404);
        assertThat(server.get(MAPS).body().text("metadata", "resourceVersion")).isEqualTo(revision);

        JsonObject existing = server.post(MAPS, TestServer.configMap("b")).body();
        TestServer.Answer changed = server.send(
                "PATCH",
                MAPS + "/b?dryRun=All",
                "{\"data\":{\"k\":\"v\"}}",
                "Content-Type",
                "application/merge-patch+json");
        assertThat(changed.body().text("data", "k")).isEqualTo("v");
        assertThat(changed.body().text("metadata", "resourceVersion"))
                .isEqualTo(existing.text("metadata", "resourceVersion"));
        assertThat(server.get(MAPS + "/b").body()).doesNotContainKey("data");
        assertThat(server.post(MAPS + "?dryRun=Some", TestServer.configMap("c")).message())
                .isEqualTo("CreateOptions.meta.k8s.io \"\" is invalid: dryRun: Unsupported value: []string{\"Some\"}: "
                        + "supported values: \"All\"");
    }

    @Test
    void a_dry_run_gives_back_addresses_and_ports() {
        String services = "/api/v1/namespaces/demo/services";
        String body = "{\"metadata\":{\"name\":\"NAME\"},\"spec\":{\"type\":\"NodePort\",\"ports\":[{\"port\":80}]}}";
        JsonObject dry = server.post(services + "?dryRun=All", body.replace("NAME", "dry"))
                .body();
        Object port = dry.array("spec", "ports").object(0).get("nodePort");
        assertThat(port).isInstanceOf(Long.class);
        JsonObject pinned = Json.parseObject(body.replace("NAME", "real"))
                .withAt(dry.text("spec", "clusterIP"), "spec", "clusterIP")
                .withAt(JsonArray.of(JsonObject.of("port", 80L, "nodePort", port)), "spec", "ports");
        assertThat(server.post(services, pinned).status()).isEqualTo(201);
        JsonObject second = server.post(services + "?dryRun=All", pinned.withAt("late", "metadata", "name"))
                .body();
        assertThat(second.text("message")).contains("already allocated");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|201|1",
                "?fieldValidation=Warn|201|1",
                "?fieldValidation=Ignore|201|0",
                "?fieldValidation=Strict|400|0"
            })
    void unknown_fields_are_warned_of_refused_or_dropped(String query, int status, int warnings) {
        TestServer.Answer answer = server.post(MAPS + query, "{\"metadata\":{\"name\":\"a\"},\"zz\":1}");
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.warnings()).hasSize(warnings);
        if (status == 400) {
            assertThat(answer.message()).endsWith("strict decoding error: unknown field \"zz\"");
        } else {
            assertThat(answer.body()).doesNotContainKey("zz");
        }
    }

    @Test
    void sizes_have_limits() {
        assertThat(server.post(
                                MAPS,
                                "{\"metadata\":{\"name\":\"a\"},\"data\":{\"k\":\"" + "x".repeat(3_145_728) + "\"}}")
                        .message())
                .isEqualTo("Request entity too large: limit is 3145728");
        assertThat(server.post(MAPS, TestServer.configMap("big", "k", "x".repeat(1_048_577)))
                        .message())
                .isEqualTo("ConfigMap \"big\" is invalid: []: Too long: may not be more than 1048576 bytes");
        TestServer.Answer answer = server.post(
                "/apis/rbac.authorization.k8s.io/v1/namespaces/demo/roles",
                JsonObject.of(
                        "metadata",
                        JsonObject.of("name", "r"),
                        "rules",
                        JsonArray.of(JsonObject.of(
                                "apiGroups",
                                JsonArray.of(""),
                                "resources",
                                JsonArray.of("x".repeat(1_600_000)),
                                "verbs",
                                JsonArray.of("get")))));
        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.message()).isEqualTo("etcdserver: request is too large");
        assertThat(answer.body()).doesNotContainKey("reason");
    }
}
