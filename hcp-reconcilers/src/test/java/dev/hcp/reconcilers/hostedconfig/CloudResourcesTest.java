package dev.hcp.reconcilers.hostedconfig;

import static dev.hcp.reconcilers.HostedClusterFixture.condition;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.Json;
import dev.hcp.reconcilers.ObjectKey;
import dev.hcp.reconcilers.PlainStore;
import dev.hcp.reconcilers.Plan;
import dev.hcp.reconcilers.WorldFixture;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingWebhookConfiguration;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CloudResourcesTest {
    private final TwoWorlds worlds = new TwoWorlds("AWS");

    @BeforeEach
    void a_cluster_with_a_registry_a_load_balancer_and_a_volume() {
        worlds.settle();
        worlds.guest.store.patch(
                PlainStore.kindOf(OperatorKinds.ImageRegistry.class),
                new ObjectKey("", "cluster"),
                Json.parseObject("{\"status\": {\"storage\": {\"managementState\": \"Managed\"}}}"));
        create("{\"kind\": \"Service\", \"metadata\": {\"name\": \"lb\", \"namespace\": \"default\","
                + " \"finalizers\": [\"cloud\"]}, \"spec\": {\"type\": \"LoadBalancer\"}}");
        create("{\"kind\": \"Service\", \"metadata\": {\"name\": \"plain\", \"namespace\": \"default\"}}");
        create("{\"kind\": \"PersistentVolumeClaim\", \"metadata\": {\"name\": \"pvc\", \"namespace\": \"default\"}}");
        create("{\"kind\": \"PersistentVolume\", \"metadata\": {\"name\": \"pv\"}}");
    }

    private void create(String json) {
        worlds.guest.store.create(Json.parseObject(json).with("apiVersion", "v1"));
    }

    private void deleting(String cleanup, String versionOperator) {
        worlds.change("""
                {"metadata": {"deletionTimestamp": "2026-03-01T11:00:00Z",
                   "annotations": {"hypershift.openshift.io/cleanup-cloud-resources": "%s"}},
                 "status": {"conditions": [{"type": "CVOScaledDown", "status": "%s"}]}}
                """.formatted(cleanup, versionOperator));
    }

    private boolean exists(Class<? extends HasMetadata> type, String namespace, String name) {
        return worlds.guest.tree(type, namespace, name).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"false, True", "true, False"})
    void nothing_is_removed_unless_asked_for_and_the_version_operator_is_stopped(String cleanup, String stopped) {
        deleting(cleanup, stopped);

        assertThat(worlds.pass().intents()).isEmpty();
    }

    @Test
    void what_the_cluster_made_in_the_cloud_is_removed_and_what_is_left_of_it_is_said() {
        deleting("true", "True");

        Plan plan = worlds.pass();

        assertThat(condition(worlds.controlPlane(), "CloudResourcesDestroyed"))
                .isEqualTo("False RemainingCloudResources Remaining resources:"
                        + " image-registry,ingress-controllers,loadbalancers,persistent-volumes");
        assertThat(plan.requeueAfter()).contains(Duration.ofSeconds(30));
        assertThat(worlds.inGuest(ValidatingWebhookConfiguration.class, "", "block-resources.hypershift.openshift.io")
                        .array("webhooks")
                        .object(0)
                        .text("clientConfig", "service", "name"))
                .isEqualTo("xxx-invalid-service-xxx");
        assertThat(worlds.setting(OperatorKinds.ImageRegistry.class).text("managementState"))
                .isEqualTo("Removed");
        assertThat(exists(PersistentVolumeClaim.class, "default", "pvc")).isFalse();
        assertThat(exists(Service.class, "default", "plain")).isTrue();

        worlds.guest.store.patch(
                PlainStore.kindOf(OperatorKinds.ImageRegistry.class),
                new ObjectKey("", "cluster"),
                Json.parseObject("{\"status\": {\"storage\": {\"managementState\": \"Removed\"}}}"));
        worlds.guest.store.delete(PlainStore.kindOf(PersistentVolume.class), new ObjectKey("", "pv"), WorldFixture.NOW);
        worlds.pass();
        assertThat(condition(worlds.controlPlane(), "CloudResourcesDestroyed"))
                .isEqualTo("False RemainingCloudResources Remaining resources: loadbalancers");

        worlds.guest.store.patch(
                PlainStore.kindOf(Service.class),
                new ObjectKey("default", "lb"),
                Json.parseObject("{\"metadata\": {\"finalizers\": null}}"));
        worlds.guest.store.delete(PlainStore.kindOf(Service.class), new ObjectKey("default", "lb"), WorldFixture.NOW);
        assertThat(worlds.pass().requeueAfter()).isEmpty();
        assertThat(condition(worlds.controlPlane(), "CloudResourcesDestroyed"))
                .isEqualTo("True CloudResourcesDestroyed All guest resources destroyed");
    }
}
