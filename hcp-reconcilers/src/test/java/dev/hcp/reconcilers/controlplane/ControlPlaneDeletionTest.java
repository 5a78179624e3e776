package dev.hcp.reconcilers.controlplane;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.hypershift.HostedControlPlane;
import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.names.Annotations;
import dev.hcp.reconcilers.HostedClusterFixture;
import dev.hcp.reconcilers.ObjectKey;
import dev.hcp.reconcilers.PlainStore;
import dev.hcp.reconcilers.Plan;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A deleted control plane waits for what its cluster made in the cloud, if it is asked to, and not for ever. */
class ControlPlaneDeletionTest {
    private static final String NAMESPACE = ControlPlaneFixture.NAMESPACE;
    private static final String VERSION_OPERATOR = "cluster-version-operator";

    private ControlPlaneFixture demo = ControlPlaneFixture.annotated(Annotations.CLEANUP_CLOUD_RESOURCES, "true");

    private Optional<Plan> delete() {
        demo.settle();
        demo.world.store.delete(
                PlainStore.kindOf(HostedControlPlane.class), new ObjectKey(NAMESPACE, "demo"), demo.world.now);
        return demo.pass();
    }

    private boolean isGone() {
        return !demo.has(HostedControlPlane.class, "demo");
    }

    private void patch(Class<? extends HasMetadata> type, String name, JsonObject patch) {
        demo.world.store.patch(PlainStore.kindOf(type), new ObjectKey(NAMESPACE, name), patch);
    }

    private void versionOperatorStops() {
        patch(Deployment.class, VERSION_OPERATOR, JsonObject.of("status", JsonObject.of("replicas", 0)));
        demo.pass();
    }

    private void report(String type, String status) {
        JsonArray conditions = demo.object()
                .array("status", "conditions")
                .plus(JsonObject.of("lastTransitionTime", demo.world.now.toString(), "status", status, "type", type));
        patch(HostedControlPlane.class, "demo", JsonObject.of("status", JsonObject.of("conditions", conditions)));
    }

    @Test
    void nothing_is_waited_for_unless_it_is_asked_for() {
        demo = ControlPlaneFixture.of(JsonObject.EMPTY);
        delete();
        assertThat(isGone()).isTrue();
    }

    @Test
    void the_version_operator_stops_first() {
        assertThat(delete().flatMap(Plan::requeueAfter)).contains(Duration.ofMinutes(1));
        assertThat(demo.existing(Deployment.class, VERSION_OPERATOR).integer(9, "spec", "replicas"))
                .isZero();
        assertThat(HostedClusterFixture.condition(demo.object(), "CVOScaledDown"))
                .startsWith("null");

        versionOperatorStops();
        assertThat(HostedClusterFixture.condition(demo.object(), "CVOScaledDown"))
                .isEqualTo("True CVOScaledDown ");
        assertThat(isGone()).isFalse();
    }

    @Test
    void a_platform_without_security_groups_has_none_to_delete() {
        delete();
        assertThat(HostedClusterFixture.condition(demo.object(), "AWSDefaultSecurityGroupDeleted"))
                .isEqualTo("True AsExpected All is well");
    }

    @Test
    void what_holds_up_the_deletion_of_a_security_group_stays_said() {
        demo.condition("AWSDefaultSecurityGroupDeleted", "False");
        delete();
        assertThat(HostedClusterFixture.condition(demo.object(), "AWSDefaultSecurityGroupDeleted"))
                .startsWith("False");
    }

    @Test
    void it_goes_when_the_resources_are_gone() {
        delete();
        versionOperatorStops();
        report("CloudResourcesDestroyed", "True");
        demo.pass();
        assertThat(isGone()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"false, 10, false", "false, 11, true", "true, 12, false", "true, 17, true"})
    void it_gives_up_ten_minutes_after_the_last_sign_of_progress(boolean remaining, int minutes, boolean gone) {
        delete();
        versionOperatorStops();
        if (remaining) {
            demo.world.now = demo.world.now.plus(Duration.ofMinutes(5));
            report("CloudResourcesDestroyed", "False");
            demo.world.now = demo.world.now.minus(Duration.ofMinutes(5));
        }
        demo.world.now = demo.world.now.plus(Duration.ofMinutes(minutes));
        demo.pass();
        assertThat(isGone()).isEqualTo(gone);
    }

    @ParameterizedTest
    @CsvSource({"False, true", "Unknown, true", "True, false"})
    void credentials_that_are_not_known_to_work_are_not_tried(String valid, boolean gone) {
        demo = ControlPlaneFixture.of(
                ControlPlaneFixture.onPlatform("AWS"), java.util.Map.of(Annotations.CLEANUP_CLOUD_RESOURCES, "true"));
        demo.settle();
        demo.condition("ValidAWSIdentityProvider", valid);
        delete();
        assertThat(isGone()).isEqualTo(gone);
    }
}
