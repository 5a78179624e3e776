package dev.hcp.reconcilers.controlplane;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.reconcilers.HostedClusterFixture;
import dev.hcp.reconcilers.ObjectKey;
import dev.hcp.reconcilers.PlainStore;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each condition of a HostedControlPlane with each of its reasons, and the circumstances that produce it. */
class ControlPlaneConditionsTest {
    private static final String NAMESPACE = ControlPlaneFixture.NAMESPACE;

    private ControlPlaneFixture demo = ControlPlaneFixture.of(JsonObject.EMPTY);

    private String condition(String type) {
        return HostedClusterFixture.condition(demo.object(), type);
    }

    private void patch(Class<? extends HasMetadata> type, String name, JsonObject patch) {
        demo.world.store.patch(PlainStore.kindOf(type), new ObjectKey(NAMESPACE, name), patch);
    }

    private void event(String kind, String name, String type, String message) {
        demo.world.store.create(JsonObject.of(
                "apiVersion",
                "v1",
                "involvedObject",
                JsonObject.of("kind", kind, "name", name, "namespace", NAMESPACE),
                "kind",
                "Event",
                "message",
                message,
                "metadata",
                JsonObject.of("name", name + "." + message.hashCode(), "namespace", NAMESPACE),
                "type",
                type));
    }

    static JsonObject published(String service, JsonObject strategy) {
        return JsonObject.of(
                "services",
                JsonArray.of(
                        mapping("APIServer", service.equals("APIServer") ? strategy : NODE_PORT),
                        mapping("Konnectivity", service.equals("Konnectivity") ? strategy : NODE_PORT),
                        mapping("OAuthServer", service.equals("OAuthServer") ? strategy : NODE_PORT),
                        mapping("Ignition", NODE_PORT)));
    }

    private static final JsonObject NODE_PORT =
            JsonObject.of("type", "NodePort", "nodePort", JsonObject.of("address", "203.0.113.7"));

    private static JsonObject mapping(String service, JsonObject strategy) {
        return JsonObject.of("service", service, "servicePublishingStrategy", strategy);
    }

    @Nested
    class ValidHostedControlPlaneConfiguration {
        @Test
        void passes_where_the_management_cluster_can_publish() {
            demo.pass();
            assertThat(condition("ValidHostedControlPlaneConfiguration"))
                    .isEqualTo("True AsExpected Configuration passes validation");
        }

        @Test
        void blocks_a_control_plane_with_routes_where_there_are_none() {
            demo = ControlPlaneFixture.of(published("OAuthServer", JsonObject.of("type", "Route")));
            demo.world.withoutRoutes();
            demo.pass();

            assertThat(condition("ValidHostedControlPlaneConfiguration"))
                    .isEqualTo("False InsufficientClusterCapabilities cluster does not support Routes, but service "
                            + "\"OAuthServer\" is exposed via a Route");
            assertThat(demo.has(Service.class, "kube-apiserver")).isFalse();
        }
    }

    @Nested
    class EtcdAvailable {
        private void members(int ready) {
            demo.settle();
            patch(StatefulSet.class, "etcd", JsonObject.of("status", JsonObject.of("readyReplicas", ready)));
            demo.pass();
        }

        @Test
        void before_there_is_a_stateful_set() {
            demo.pass();
            assertThat(condition("EtcdAvailable")).isEqualTo("False StatefulSetNotFound ");
        }

        @ParameterizedTest
        @CsvSource({
            "1, False EtcdWaitingForQuorum Waiting for etcd to reach quorum",
            "2, True QuorumAvailable ",
            "3, True QuorumAvailable "
        })
        void by_the_members_that_are_ready(int ready, String condition) {
            demo = ControlPlaneFixture.of(ControlPlaneFixture.highlyAvailable());
            members(ready);
            assertThat(condition("EtcdAvailable").trim()).isEqualTo(condition.trim());
        }

        @Test
        void tells_why_a_volume_claim_is_pending() {
            demo.settle();
            demo.world.store.create(JsonObject.of(
                    "apiVersion",
                    "v1",
                    "kind",
                    "PersistentVolumeClaim",
                    "metadata",
                    JsonObject.of(
                            "labels", JsonObject.of("app", "etcd"), "name", "data-etcd-0", "namespace", NAMESPACE),
                    "status",
                    JsonObject.of("phase", "Pending")));
            event("PersistentVolumeClaim", "data-etcd-0", "Warning", "no storage class");
            event("PersistentVolumeClaim", "data-etcd-0", "Normal", "waiting");
            members(0);

            assertThat(condition("EtcdAvailable"))
                    .isEqualTo("False EtcdWaitingForQuorum Etcd volume claim data-etcd-0 pending: no storage class");
        }

        @Test
        void of_somebody_elses_etcd_is_taken_for_granted() {
            demo = ControlPlaneFixture.of(
                    JsonObject.of("etcd", JsonObject.of("managementType", "Unmanaged", "unmanaged", JsonObject.EMPTY)));
            demo.pass();
            assertThat(condition("EtcdAvailable"))
                    .isEqualTo("True EtcdRunning Etcd cluster is assumed to be running in unmanaged state");
        }
    }

    @Nested
    class EtcdSnapshotRestored {
        private void started(JsonObject... containers) {
            demo = ControlPlaneFixture.of(JsonObject.of(
                    "etcd",
                    JsonObject.of(
                            "managed",
                            JsonObject.of(
                                    "storage",
                                    JsonObject.of("restoreSnapshotURL", JsonArray.of("https://example.com/snapshot"))),
                            "managementType",
                            "Managed")));
            demo.settle();
            JsonObject labels =
                    demo.existing(StatefulSet.class, "etcd").object("spec", "template", "metadata", "labels");
            int member = 0;
            for (JsonObject container : containers) {
                demo.world.store.create(JsonObject.of(
                        "apiVersion",
                        "v1",
                        "kind",
                        "Pod",
                        "metadata",
                        JsonObject.of("labels", labels, "name", "etcd-" + member++, "namespace", NAMESPACE),
                        "status",
                        JsonObject.of("initContainerStatuses", JsonArray.of(container.with("name", "etcd-init")))));
            }
            demo.pass();
        }

        private final JsonObject done = JsonObject.of("ready", true);
        private final JsonObject failed = JsonObject.of(
                "lastState", JsonObject.of("terminated", JsonObject.of("exitCode", 1, "reason", "Error")));

        @Test
        void once_every_member_has_the_snapshot() {
            started(done, done);
            assertThat(condition("EtcdSnapshotRestored")).isEqualTo("True AsExpected ");
        }

        @Test
        void not_when_a_member_could_not_read_it() {
            started(done, failed);
            assertThat(condition("EtcdSnapshotRestored")).isEqualTo("False Error ");
        }

        @Test
        void is_not_said_while_a_member_is_at_it_or_nothing_is_to_be_restored() {
            started(done, JsonObject.of("ready", false));
            assertThat(condition("EtcdSnapshotRestored")).startsWith("null");
        }
    }

    @Nested
    class KubeAPIServerAvailable {
        private void reported(JsonArray conditions) {
            demo.settle();
            patch(Deployment.class, "kube-apiserver", JsonObject.of("status", JsonObject.of("conditions", conditions)));
            demo.pass();
        }

        @Test
        void before_there_is_a_deployment() {
            demo.pass();
            assertThat(condition("KubeAPIServerAvailable"))
                    .isEqualTo("False NotFound Kube APIServer deployment not found");
        }

        @Test
        void while_its_deployment_says_nothing() {
            reported(JsonArray.EMPTY);
            assertThat(condition("KubeAPIServerAvailable")).isEqualTo("False StatusUnknown ");
        }

        @Test
        void while_its_deployment_is_not_available() {
            reported(JsonArray.of(JsonObject.of("status", "False", "type", "Available")));
            assertThat(condition("KubeAPIServerAvailable"))
                    .isEqualTo("False WaitingForAvailable Waiting for Kube APIServer deployment to become available");
        }

        @Test
        void with_its_deployment() {
            demo.settle();
            assertThat(condition("KubeAPIServerAvailable"))
                    .isEqualTo("True AsExpected Kube APIServer deployment is available");
        }
    }

    @Nested
    class Degraded {
        @Test
        void is_said_of_every_deployment_that_lacks_pods() {
            demo.settle();
            demo.pass();
            assertThat(condition("Degraded")).isEqualTo("False AsExpected ");

            JsonObject unavailable = JsonObject.of("status", JsonObject.of("unavailableReplicas", 2));
            patch(Deployment.class, "kube-scheduler", unavailable);
            demo.pass();
            assertThat(condition("Degraded"))
                    .isEqualTo("True UnavailableReplicas kube-scheduler deployment has 2 unavailable replicas");

            patch(Deployment.class, "dns-operator", unavailable);
            demo.pass();
            assertThat(condition("Degraded"))
                    .isEqualTo("True UnavailableReplicas [dns-operator deployment has 2 unavailable replicas, "
                            + "kube-scheduler deployment has 2 unavailable replicas]");
        }

        @Test
        void does_not_count_what_others_run_in_the_namespace() {
            demo.settle();
            demo.world.store.create(JsonObject.of(
                    "apiVersion",
                    "apps/v1",
                    "kind",
                    "Deployment",
                    "metadata",
                    JsonObject.of("name", "ovnkube-control-plane", "namespace", NAMESPACE),
                    "status",
                    JsonObject.of("unavailableReplicas", 1)));
            demo.pass();
            assertThat(condition("Degraded")).isEqualTo("False AsExpected ");
        }
    }

    @Nested
    class InfrastructureReady {
        @Test
        void while_ports_are_not_given() {
            demo.pass();
            assertThat(condition("InfrastructureReady"))
                    .isEqualTo("False WaitingOnInfrastructureReady Cluster infrastructure is still provisioning");
        }

        @Test
        void names_the_load_balancer_its_age_and_what_events_say() {
            demo = ControlPlaneFixture.of(published("APIServer", JsonObject.of("type", "LoadBalancer")));
            demo.pass();
            JsonObject created = JsonObject.of(
                    "creationTimestamp", demo.world.now.minusSeconds(95).toString());
            patch(Service.class, "kube-apiserver", JsonObject.of("metadata", created));
            demo.pass();
            String message = "kube-apiserver load balancer is not provisioned; 1m since creation.";
            assertThat(condition("InfrastructureReady")).isEqualTo("False WaitingOnInfrastructureReady " + message);

            event("Service", "kube-apiserver", "Warning", "quota exceeded");
            demo.pass();
            assertThat(condition("InfrastructureReady"))
                    .isEqualTo("False WaitingOnInfrastructureReady " + message + ": quota exceeded");
        }

        @Test
        void names_all_that_is_missing() {
            demo = ControlPlaneFixture.of(JsonObject.of(
                    "services",
                    JsonArray.of(
                            mapping("APIServer", JsonObject.of("type", "LoadBalancer")),
                            mapping("Konnectivity", JsonObject.of("type", "LoadBalancer")),
                            mapping("OAuthServer", JsonObject.of("type", "Route")))));
            demo.pass();
            demo.pass();
            assertThat(condition("InfrastructureReady"))
                    .isEqualTo("False WaitingOnInfrastructureReady "
                            + "kube-apiserver load balancer is not provisioned; 292y since creation.; "
                            + "konnectivity-server load balancer is not provisioned; 292y since creation.; "
                            + "OAuth service route does not contain valid host; 292y since creation");
        }

        @Test
        void is_unknown_when_nobody_says_how_to_publish() {
            demo = ControlPlaneFixture.of(JsonObject.of("services", JsonArray.of(mapping("APIServer", NODE_PORT))));
            demo.pass();
            assertThat(condition("InfrastructureReady"))
                    .isEqualTo("Unknown InfraStatusFailure [Konnectivity service strategy not specified, "
                            + "OAuth strategy not specified]");
        }

        @Test
        void is_unknown_when_a_node_port_has_no_address() {
            demo = ControlPlaneFixture.of(published("APIServer", JsonObject.of("type", "NodePort")));
            demo.pass();
            demo.pass();
            assertThat(condition("InfrastructureReady"))
                    .isEqualTo("Unknown InfraStatusFailure "
                            + "strategy details not specified for API server nodeport type service");
        }

        @Test
        void when_everything_has_an_address() {
            demo.settle();
            assertThat(condition("InfrastructureReady")).isEqualTo("True AsExpected All is well");
        }
    }

    @Nested
    class ExternalDNSReachable {
        private final JsonObject named =
                JsonObject.of("type", "LoadBalancer", "loadBalancer", JsonObject.of("hostname", "api.example.com"));

        @Test
        void is_unknown_without_a_name() {
            demo.pass();
            assertThat(condition("ExternalDNSReachable"))
                    .isEqualTo("Unknown StatusUnknown External DNS is not configured");
        }

        @Test
        void when_the_name_resolves() {
            demo = ControlPlaneFixture.of(published("APIServer", named));
            demo.pass();
            assertThat(condition("ExternalDNSReachable")).isEqualTo("True AsExpected All is well");
        }

        @Test
        void not_when_the_name_does_not_resolve() {
            demo = ControlPlaneFixture.of(published("APIServer", named));
            demo.world.lostNames.add("api.example.com");
            demo.pass();
            assertThat(condition("ExternalDNSReachable"))
                    .isEqualTo("False ExternalDNSHostNotReachable lookup api.example.com: no such host");
        }
    }

    @Nested
    class ValidReleaseInfo {
        @Test
        void lists_the_images_that_the_release_lacks() {
            demo.settle();
            assertThat(condition("ValidReleaseInfo"))
                    .startsWith("False MissingReleaseImages ")
                    .contains("cluster-version-operator, ");
        }

        @Test
        void is_not_said_before_the_infrastructure_is_ready() {
            demo.pass();
            assertThat(condition("ValidReleaseInfo")).startsWith("null");
        }

        @Test
        void when_nothing_is_missing() {
            ControlPlane controlPlane = ControlPlaneFixture.view(JsonObject.EMPTY, Map.of());
            ControlPlaneStatus status = new ControlPlaneStatus(controlPlane, demo.world);
            status.releaseInfo(java.util.Set.of());
            assertThat(HostedClusterFixture.condition(status.object(), "ValidReleaseInfo"))
                    .isEqualTo("True AsExpected All is well");
        }
    }

    @Nested
    class ReconciliationActive {
        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                | True AsExpected Reconciliation active on resource
                true | False ReconciliationPaused Reconciliation paused until field removed
                2030-01-01T00:00:00Z | False ReconciliationPaused Reconciliation paused until: 2030-01-01T00:00:00Z
                2020-01-01T00:00:00Z | True AsExpected Reconciliation active on resource
                whenever | True InvalidPausedUntilValue Invalid value provided for PausedUntil field
                """)
        void follows_the_pause(String until, String condition) {
            demo = ControlPlaneFixture.of(until == null ? JsonObject.EMPTY : JsonObject.of("pausedUntil", until));
            demo.pass();
            assertThat(condition("ReconciliationActive")).isEqualTo(condition);
        }

        @Test
        void a_pause_holds_back_changes_but_not_the_status() {
            demo.settle();
            demo.specify(JsonObject.of("pausedUntil", "true"));
            patch(Deployment.class, "kube-scheduler", JsonObject.of("spec", JsonObject.of("replicas", 9)));
            patch(
                    Deployment.class,
                    "kube-apiserver",
                    JsonObject.of("status", JsonObject.of("conditions", JsonArray.EMPTY)));
            demo.pass();

            assertThat(demo.existing(Deployment.class, "kube-scheduler").integer(0, "spec", "replicas"))
                    .isEqualTo(9);
            assertThat(condition("KubeAPIServerAvailable")).isEqualTo("False StatusUnknown ");
        }
    }

    @Nested
    class KeyServices {
        @ParameterizedTest
        @CsvSource({"AWS, ValidAWSKMSConfig", "Azure, ValidAzureKMSConfig"})
        void are_reported_on_their_platform_only(String platform, String type) {
            demo.pass();
            assertThat(condition(type)).startsWith("null");

            demo = ControlPlaneFixture.of(ControlPlaneFixture.onPlatform(platform));
            demo.pass();
            assertThat(condition(type)).isEqualTo("Unknown StatusUnknown " + platform + " KMS is not configured");

            demo.specify(JsonObject.of(
                    "secretEncryption", JsonObject.of("kms", JsonObject.of("provider", platform), "type", "kms")));
            demo.pass();
            assertThat(condition(type)).isEqualTo("True AsExpected All is well");
        }
    }
}
