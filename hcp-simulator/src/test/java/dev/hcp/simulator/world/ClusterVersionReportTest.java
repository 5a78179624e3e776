package dev.hcp.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.platforms.ReleaseCatalogue;
import dev.hcp.platforms.ReleaseMetadata;
import dev.hcp.platforms.ReleaseUpdates;
import dev.hcp.platforms.ReleaseUpdates.ConditionalUpdate;
import dev.hcp.platforms.ReleaseUpdates.Risk;
import dev.hcp.platforms.ReleaseUpdates.Update;
import dev.hcp.simulator.apiserver.ApiServer;
import dev.hcp.simulator.apiserver.ApiServerOptions;
import dev.hcp.simulator.apiserver.Identifiers;
import dev.hcp.simulator.apiserver.Objects;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClusterVersionReportTest {
    private static final Instant NOW = Instant.parse("2025-01-01T00:00:00Z");
    private static final ReleasesByTag RELEASES = new ReleasesByTag();

    private static ReleaseMetadata release(String version) {
        return RELEASES.lookup("quay.io/openshift-release-dev/ocp-release:" + version + "-x86_64");
    }

    private static RetrievedUpdates updates(JsonObject live, String version, ReleaseCatalogue catalogue) {
        return new RetrievedUpdates(live, release(version), catalogue, NOW);
    }

    @Test
    void an_interrupted_update_stays_partial_and_ends_when_the_next_begins() {
        JsonObject live = Json.parseObject("""
                {"metadata": {"generation": 1}, "status": {"history": [{"state": "Partial", "version": "4.17.1",
                  "image": "quay.io/openshift-release-dev/ocp-release:4.17.1-x86_64", "completionTime": null}]}}
                """);

        ClusterVersionReport report =
                new ClusterVersionReport(live, release("4.17.2"), updates(live, "4.17.2", RELEASES), NOW);

        JsonArray history = report.status(new Upgradeability(emptyGuest(), Optional.empty()))
                .array("history");
        assertThat(history.object(0).text("version")).isEqualTo("4.17.2");
        assertThat(history.object(0).get("completionTime")).isNull();
        assertThat(history.object(1).text("state")).isEqualTo("Partial");
        assertThat(history.object(1).text("completionTime")).isEqualTo(NOW.toString());
    }

    private static Objects emptyGuest() {
        ApiServer server = new ApiServer(ApiServerOptions.of(() -> NOW, Identifiers.seeded(1)));
        Objects objects = server.objects();
        for (String kind : List.of("ClusterOperator clusteroperators", "FeatureGate featuregates")) {
            String[] names = kind.split(" ");
            objects.create(
                    objects.resource("apiextensions.k8s.io/v1", "CustomResourceDefinition"),
                    Json.parseObject("""
                            {"metadata": {"name": "%2$s.config.openshift.io"},
                             "spec": {"group": "config.openshift.io", "scope": "Cluster",
                               "names": {"kind": "%1$s", "plural": "%2$s"}, "versions": [{"name": "v1",
                                 "served": true, "storage": true, "schema": {"openAPIV3Schema": {"type": "object"}}}]}}
                            """.formatted(names[0], names[1])),
                    "test");
        }
        return objects;
    }

    @ParameterizedTest
    @CsvSource({
        "4.17.3, stable-4.17, 17, 4.17.20",
        "4.17.3, stable-4.18, 38, 4.18.20",
        "4.17.20, fast-4.17, 0, ''",
        "4.16.5, eus-4.18, 35, 4.17.20",
        "4.17.3, eus-4.17, -1, ''",
        "4.17.3, stable-4.16, -1, ''",
        "4.17.3, nightly, -1, ''",
        "4.18.0-rc.1, candidate-4.18, -1, ''"
    })
    void a_channel_has_the_later_releases_of_its_minor_versions(
            String version, String channel, int count, String newest) {
        ReleaseUpdates updates = RELEASES.updates(version, channel, "AMD64");

        assertThat(updates.current().isPresent()).isEqualTo(count >= 0);
        assertThat(updates.available()).hasSize(Math.max(0, count));
        assertThat(updates.available().stream().findFirst().map(Update::version).orElse(""))
                .isEqualTo(newest);
        updates.available()
                .forEach(update ->
                        assertThat(RELEASES.lookup(update.image()).version()).isEqualTo(update.version()));
    }

    @ParameterizedTest
    @CsvSource({
        "up, Unknown EvaluationFailed",
        "'', False Trouble",
    })
    void a_risk_makes_an_update_conditional(String query, String recommended) {
        Update update = new Update("4.17.1", "image", "https://errata", List.of("stable-4.17"));
        Risk risk = new Risk(
                "Trouble", "It hurts.", "https://why", Optional.of(query).filter(text -> !text.isEmpty()));
        JsonObject live = Json.parseObject("{\"spec\": {\"channel\": \"stable-4.17\"}}");

        JsonArray conditional = updates(live, "4.17.0", new ReleaseCatalogue() {
                    @Override
                    public ReleaseMetadata lookup(String image) {
                        return RELEASES.lookup(image);
                    }

                    @Override
                    public ReleaseUpdates updates(String version, String channel, String architecture) {
                        return new ReleaseUpdates(
                                Optional.of(update), List.of(), List.of(new ConditionalUpdate(update, List.of(risk))));
                    }
                })
                .conditional();

        assertThat(conditional).isNotNull();
        JsonObject condition = conditional.object(0).array("conditions").object(0);
        assertThat(condition.text("status") + " " + condition.text("reason")).isEqualTo(recommended);
        assertThat(condition.text("message")).contains("It hurts.").contains("https://why");
        assertThat(conditional.object(0).array("risks").object(0).text("name")).isEqualTo("Trouble");
        assertThat(RELEASES.updates("4.16.5", "stable-4.16", "AMD64").conditional())
                .extracting(found -> found.release().version())
                .containsExactly("4.16.7");
    }
}
