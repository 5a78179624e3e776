package dev.hcp.reconcilers.hostedcluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.reconcilers.Conditions;
import dev.hcp.reconcilers.HostedClusterFixture;
import dev.hcp.reconcilers.WorldFixture;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code status.version} says in each of its three cases, and when a cluster may move to another release. */
class VersionStatusTest {
    private static final JsonObject RUNNING = JsonObject.of(
            "availableUpdates",
            JsonArray.of(JsonObject.of("image", "release:4.16.9", "version", "4.16.9")),
            "conditionalUpdates",
            JsonArray.of(JsonObject.of("release", JsonObject.of("version", "4.17.1"))),
            "desired",
            JsonObject.of("channels", JsonArray.of("stable-4.16"), "image", "release:4.16.0", "version", "4.16.0"),
            "history",
            JsonArray.of(JsonObject.of("image", "release:4.16.0", "state", "Completed", "version", "4.16.0")),
            "observedGeneration",
            7);

    private static ClusterView cluster(String image) {
        return new ClusterView(HostedClusterFixture.cluster().withAt(image, "spec", "release", "image"));
    }

    private static JsonObject version(ClusterView cluster, JsonObject known, JsonObject controlPlane) {
        return VersionStatus.of(
                cluster,
                known,
                controlPlane.isEmpty() ? Optional.empty() : Optional.of(controlPlane),
                WorldFixture.NOW);
    }

    @Test
    void what_the_version_operator_says_is_taken_over_with_channels_and_updates() {
        JsonObject controlPlane = JsonObject.of("status", JsonObject.of("versionStatus", RUNNING));

        assertThat(version(cluster("release:4.17.0"), JsonObject.EMPTY, controlPlane))
                .isEqualTo(RUNNING);
    }

    @Test
    void before_that_the_release_asked_for_is_partly_there() {
        JsonObject version = version(cluster("release:4.17.0"), JsonObject.EMPTY, JsonObject.EMPTY);

        assertThat(version.text("desired", "image")).isEqualTo("release:4.17.0");
        assertThat(version.array("history")).hasSize(1);
        assertThat(version.array("history").object(0).text("state")).isEqualTo("Partial");
        assertThat(version.containsKey("availableUpdates")).isTrue();
        assertThat(version(cluster("release:4.17.0"), version, JsonObject.EMPTY))
                .isEqualTo(version);
    }

    @Test
    void another_release_asked_for_comes_first_in_the_history() {
        JsonObject before = version(cluster("release:4.16.0"), JsonObject.EMPTY, JsonObject.EMPTY);
        JsonObject version = version(cluster("release:4.17.0"), before, JsonObject.EMPTY);

        assertThat(version.text("desired", "image")).isEqualTo("release:4.17.0");
        assertThat(version.array("history"))
                .extracting(entry -> ((JsonObject) entry).text("image"))
                .containsExactly("release:4.17.0", "release:4.16.0");
    }

    @ParameterizedTest
    @CsvSource({
        "release:4.17.0,release:4.17.0,Completed",
        "release:4.16.0,release:4.17.0,Partial",
        "release:4.17.0,release:4.16.0,Partial"
    })
    void a_control_plane_that_reports_no_version_completes_it_by_running_what_was_asked(
            String asked, String running, String state) {
        JsonObject before = version(cluster("release:4.17.0"), JsonObject.EMPTY, JsonObject.EMPTY);
        JsonObject controlPlane = JsonObject.of(
                "spec",
                JsonObject.of("releaseImage", asked),
                "status",
                JsonObject.of(
                        "lastReleaseImageTransitionTime",
                        "2026-02-02T00:00:00Z",
                        "releaseImage",
                        running,
                        "version",
                        "4.17.0"));

        JsonObject newest = version(cluster("release:4.17.0"), before, controlPlane)
                .array("history")
                .object(0);
        assertThat(newest.text("state")).isEqualTo(state);
        assertThat("2026-02-02T00:00:00Z".equals(newest.text("completionTime"))).isEqualTo(state.equals("Completed"));
    }

    @Test
    void the_release_of_the_management_side_is_what_counts_from_outside() {
        ClusterView cluster = new ClusterView(
                cluster("release:4.16.0").object().withAt("release:4.16.3", "spec", "controlPlaneRelease", "image"));

        assertThat(version(cluster, JsonObject.EMPTY, JsonObject.EMPTY).text("desired", "image"))
                .isEqualTo("release:4.16.3");
    }

    // ---- the gate -----------------------------------------------------------------------------------------------

    private static Optional<String> objection(JsonObject cluster, @Nullable String upgradeable, String requested) {
        Conditions conditions = Conditions.of(JsonObject.EMPTY, WorldFixture.NOW);
        if (upgradeable != null) {
            conditions.set("ClusterVersionUpgradeable", upgradeable, "FromClusterVersion", "");
        }
        return UpgradeGate.objection(new ClusterView(cluster), RUNNING, conditions, requested);
    }

    private static JsonObject wanting(String version) {
        return cluster("release:" + version).object();
    }

    private static JsonObject forced(String version, String image) {
        return wanting(version).withAt(image, "metadata", "annotations", "hypershift.openshift.io/force-upgrade-to");
    }

    @Test
    void a_cluster_at_its_release_is_not_held_back() {
        assertThat(objection(wanting("4.16.0"), "False", "4.16.0")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"4.16.9", "4.17.0"})
    void an_upgradeable_cluster_may_move(String version) {
        assertThat(objection(wanting(version), "True", version)).isEmpty();
        assertThat(objection(wanting(version), null, version)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"False", "Unknown"})
    void one_that_is_not_may_move_within_its_minor_line_only(String upgradeable) {
        assertThat(objection(wanting("4.16.9"), upgradeable, "4.16.9")).isEmpty();
        assertThat(objection(wanting("4.17.0"), upgradeable, "4.17.0")).contains("cluster version is not upgradeable");
    }

    @Test
    void it_can_be_forced_to_the_release_that_is_named() {
        assertThat(objection(forced("4.17.0", "release:4.17.0"), "False", "4.17.0"))
                .isEmpty();
    }

    @Test
    void force_for_another_release_holds_back_even_a_patch() {
        String message = "force upgrade annotation is present but does not match desired release image";
        assertThat(objection(forced("4.17.0", "release:4.17.1"), "False", "4.17.0"))
                .contains(message);
        assertThat(objection(forced("4.16.9", "release:4.17.1"), "False", "4.16.9"))
                .contains(message);
        assertThat(objection(forced("4.17.0", "release:4.17.1"), "True", "4.17.0"))
                .isEmpty();
    }

    @Test
    void a_release_of_the_management_side_counts_as_force() {
        JsonObject cluster = wanting("4.17.0").withAt("release:4.17.0", "spec", "controlPlaneRelease", "image");
        assertThat(objection(cluster, "False", "4.17.0")).isEmpty();
    }
}
