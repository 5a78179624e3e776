package dev.hcp.simulator.apiserver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Webhooks that nobody answers, and what they keep from being written. */
class ValidatingWebhooksTest {
    private static final String CONFIGURATIONS =
            "/apis/admissionregistration.k8s.io/v1/validatingwebhookconfigurations";
    private static final String MAPS = "/api/v1/namespaces/default/configmaps";
    private static final String MAP = "{\"metadata\": {\"name\": \"m\", \"labels\": {\"app\": \"web\"}}}";

    private final TestServer server = new TestServer();

    /** About new config maps, with changes. */
    private static JsonObject webhook(String changes) {
        return changed(Json.parseObject("""
                {"name": "block.example.com", "admissionReviewVersions": ["v1"], "sideEffects": "None",
                 "clientConfig": {"service": {"name": "nobody", "namespace": "default"}},
                 "rules": [{"apiGroups": [""], "apiVersions": ["v1"], "resources": ["configmaps"],
                            "operations": ["CREATE"]}]}
                """), changes);
    }

    /** With one rule, which is about everything but for the changes. */
    private static JsonObject ruled(String changes) {
        JsonObject rule = Json.parseObject("""
                {"apiGroups": ["*"], "apiVersions": ["*"], "operations": ["*"], "resources": ["*"]}
                """);
        return webhook("").with("rules", JsonArray.of(changed(rule, changes)));
    }

    /** @param changes members of an object in JSON, with single quotes */
    private static JsonObject changed(JsonObject object, String changes) {
        JsonObject members = Json.parseObject("{" + changes.replace('\'', '"') + "}");
        JsonObject result = object;
        for (int i = 0; i < members.size(); i++) {
            result = result.with(members.keyAt(i), members.valueAt(i));
        }
        return result;
    }

    private void configure(JsonObject webhook) {
        TestServer.Answer answer = server.send(
                "POST",
                CONFIGURATIONS,
                "{\"metadata\": {\"name\": \"block\"}, \"webhooks\": [" + Json.write(webhook) + "]}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    }

    @Test
    void a_write_that_a_webhook_must_be_asked_about_is_refused_in_the_servers_words() {
        configure(webhook(""));
        TestServer.Answer refused = server.send("POST", MAPS, MAP);
        String cause = "failed calling webhook \"block.example.com\": failed to call webhook: Post"
                + " \"https://nobody.default.svc:443/?timeout=10s\": service \"nobody\" not found";
        assertThat(refused.status()).isEqualTo(500);
        assertThat(refused.body().text("reason")).isEqualTo("InternalError");
        assertThat(refused.message()).isEqualTo("Internal error occurred: " + cause);
        assertThat(refused.body().array("details", "causes").object(0).text("message"))
                .isEqualTo(cause);
        assertThat(server.send("GET", MAPS + "/m", null).status()).isEqualTo(404);
    }

    @Test
    void a_dry_run_is_refused_too_and_an_object_that_is_no_good_for_what_it_is() {
        configure(webhook(""));
        assertThat(server.send("POST", MAPS + "?dryRun=All", MAP).status()).isEqualTo(500);
        assertThat(server.send("POST", MAPS, "{\"metadata\": {\"name\": \"M\"}}")
                        .status())
                .isEqualTo(422);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'failurePolicy': 'Ignore' | 201",
                "'objectSelector': {'matchLabels': {'app': 'web'}} | 500",
                "'objectSelector': {'matchLabels': {'app': 'other'}} | 201",
                "'namespaceSelector': {'matchLabels': {'kubernetes.io/metadata.name': 'default'}} | 500",
                "'namespaceSelector': {'matchLabels': {'kubernetes.io/metadata.name': 'other'}} | 201",
            })
    void failure_policy_and_selectors_decide(String change, int status) {
        configure(webhook(change));
        assertThat(server.send("POST", MAPS, MAP).status()).isEqualTo(status);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'resources': ['*'] | 500",
                "'resources': ['*/*'] | 500",
                "'resources': ['secrets', 'configmaps'] | 500",
                "'resources': ['configmaps/status'] | 201",
                "'resources': ['secrets'] | 201",
                "'apiGroups': ['apps'] | 201",
                "'apiVersions': ['v2'] | 201",
                "'operations': ['UPDATE', 'DELETE'] | 201",
                "'scope': 'Namespaced' | 500",
                "'scope': 'Cluster' | 201",
            })
    void rules_decide(String change, int status) {
        configure(ruled(change));
        assertThat(server.send("POST", MAPS, MAP).status()).isEqualTo(status);
    }

    @Test
    void updates_and_deletions_are_refused_where_a_rule_says_so() {
        server.send("POST", MAPS, MAP);
        configure(ruled("'operations': ['UPDATE', 'DELETE']"));
        String change = "{\"data\": {\"k\": \"v\"}}";
        assertThat(server.send("PATCH", MAPS + "/m", change, "Content-Type", "application/merge-patch+json")
                        .status())
                .isEqualTo(500);
        assertThat(server.send("DELETE", MAPS + "/m", null).status()).isEqualTo(500);
    }

    @Test
    void a_selector_of_namespaces_looks_at_the_labels_of_a_namespace_itself() {
        configure(changed(ruled(""), "'namespaceSelector': {'matchLabels': {'team': 'a'}}"));
        String namespace = "{\"metadata\": {\"name\": \"%s\", \"labels\": {\"team\": \"%s\"}}}";
        assertThat(server.send("POST", "/api/v1/namespaces", namespace.formatted("one", "a"))
                        .status())
                .isEqualTo(500);
        assertThat(server.send("POST", "/api/v1/namespaces", namespace.formatted("two", "b"))
                        .status())
                .isEqualTo(201);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"Equivalent, 500", "Exact, 201"})
    void objects_that_have_two_names_are_met_by_either_unless_it_must_be_exact(String policy, int status) {
        configure(changed(
                ruled("'apiGroups': ['events.k8s.io'], 'resources': ['events']"), "'matchPolicy': '" + policy + "'"));
        String event = "{\"metadata\": {\"name\": \"e\"}, \"involvedObject\": {\"namespace\": \"default\"}}";
        assertThat(server.send("POST", "/api/v1/namespaces/default/events", event)
                        .status())
                .isEqualTo(status);
    }

    @Test
    void a_webhook_about_everything_does_not_keep_its_configuration_from_being_taken_away() {
        configure(ruled("'resources': ['*/*']"));
        assertThat(server.send("DELETE", CONFIGURATIONS + "/block", null).status())
                .isEqualTo(200);
        assertThat(server.send("POST", MAPS, MAP).status()).isEqualTo(201);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'service': {'name': 'web', 'namespace': 'default', 'path': '/check'} | "
                        + "https://web.default.svc:443/check?timeout=10s: no endpoints available for service web",
                "'service': {'name': 'web', 'namespace': 'default', 'port': 8443} | "
                        + "https://web.default.svc:8443/?timeout=10s: no service port 8443 found for service web",
                "'url': 'https://check.example.com/v1' | https://check.example.com/v1?timeout=10s: dial tcp: lookup "
                        + "check.example.com: no such host",
                "'url': 'https://192.0.2.1' | "
                        + "https://192.0.2.1/?timeout=10s: dial tcp 192.0.2.1:443: connect: connection refused",
            })
    void it_is_said_why_nobody_answers(String client, String words) {
        server.send(
                "POST",
                "/api/v1/namespaces/default/services",
                "{\"metadata\": {\"name\": \"web\"}, \"spec\": {\"ports\": [{\"port\": 443}]}}");
        configure(webhook("'clientConfig': {" + client + "}"));
        assertThat(server.send("POST", MAPS, MAP).message().replace("\"", ""))
                .endsWith(": failed to call webhook: Post " + words);
    }
}
