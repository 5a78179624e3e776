package dev.hcp.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.Simulator;
import dev.hcp.simulator.faults.Fault;
import dev.hcp.simulator.faults.Fault.ContainerFailure;
import dev.hcp.simulator.faults.InjectedFault;
import java.time.Duration;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What pods tell of containers that end, are restarted, or wait for others, and what clusters make of it. */
class PodTroublesTest {
    private static final String CONTROL_PLANE = "clusters-demo";

    private final Cluster cluster = new Cluster(Simulator.builder());

    @AfterEach
    void stop() {
        cluster.close();
    }

    private void createAvailable() {
        cluster.createHostedCluster("demo");
        until(() -> condition("Available").startsWith("True "));
        cluster.simulator.advance(Duration.ofMinutes(5));
    }

    private void createFromSnapshot() {
        cluster.createHostedCluster(
                "demo",
                spec -> spec.withAt(
                        JsonArray.of("https://backups.example.com/demo.db"),
                        "etcd",
                        "managed",
                        "storage",
                        "restoreSnapshotURL"));
    }

    private void until(BooleanSupplier condition) {
        assertThat(cluster.simulator.runUntil(condition, Duration.ofMinutes(40)))
                .as(() -> hosted().array("status", "conditions").toString())
                .isTrue();
    }

    private JsonObject hosted() {
        return cluster.get("HostedCluster", "clusters", "demo");
    }

    private String condition(String type) {
        return condition("HostedCluster", "clusters", type);
    }

    private String condition(String kind, String namespace, String type) {
        JsonObject condition = Cluster.condition(cluster.get(kind, namespace, "demo"), type);
        return condition.text("status") + " " + condition.text("reason") + ": " + condition.text("message");
    }

    private JsonObject member(int number) {
        return cluster.get("Pod", CONTROL_PLANE, "etcd-" + number);
    }

    @Test
    void a_snapshot_is_restored() {
        createFromSnapshot();
        until(() -> condition("Available").startsWith("True "));
        assertThat(condition("HostedControlPlane", CONTROL_PLANE, "EtcdSnapshotRestored"))
                .startsWith("True AsExpected");
        JsonArray init = member(0).array("status", "initContainerStatuses");
        assertThat(init).hasSize(2).allSatisfy(each -> {
            JsonObject status = (JsonObject) each;
            assertThat(status.isTrue("ready")).isTrue();
            assertThat(status.text("state", "terminated", "reason")).isEqualTo("Completed");
            assertThat(status.integer(1, "state", "terminated", "exitCode")).isZero();
        });
    }

    @Test
    void a_snapshot_cannot_be_restored() {
        InjectedFault fault = cluster.simulator.inject(new Fault.SnapshotNotRestored(CONTROL_PLANE, 137, "OOMKilled"));
        createFromSnapshot();
        cluster.simulator.advance(Duration.ofMinutes(10));
        assertThat(condition("HostedControlPlane", CONTROL_PLANE, "EtcdSnapshotRestored"))
                .startsWith("False OOMKilled");
        assertThat(condition("EtcdAvailable")).startsWith("False EtcdWaitingForQuorum");
        JsonObject init = ContainerStatuses.of(member(0), "etcd-init");
        assertThat(init.text("state", "waiting", "reason")).isEqualTo("CrashLoopBackOff");
        assertThat(init.integer(0, "lastState", "terminated", "exitCode")).isEqualTo(137);
        assertThat(init.integer(0, "restartCount")).isGreaterThan(5);
        assertThat(ContainerStatuses.of(member(0), "etcd").text("state", "waiting", "reason"))
                .isEqualTo("PodInitializing");

        fault.mend();
        until(() -> condition("Available").startsWith("True "));
        assertThat(condition("HostedControlPlane", CONTROL_PLANE, "EtcdSnapshotRestored"))
                .as("what has become of the snapshot is said once")
                .startsWith("False OOMKilled");
    }

    @Test
    void an_api_server_is_not_ready_while_etcd_has_no_quorum() {
        createAvailable();
        InjectedFault first = cluster.simulator.inject(new Fault.EtcdMemberDown(CONTROL_PLANE, 0));
        InjectedFault second = cluster.simulator.inject(new Fault.EtcdMemberDown(CONTROL_PLANE, 1));
        until(() -> condition("KubeAPIServerAvailable").startsWith("False "));
        assertThat(condition("KubeAPIServerAvailable"))
                .isEqualTo("False WaitingForAvailable: Waiting for Kube APIServer deployment to become available");
        assertThat(condition("Available")).isEqualTo("False WaitingForAvailable: Waiting for etcd to reach quorum");
        assertThat(apiServers()).isNotEmpty().allSatisfy((name, pod) -> {
            assertThat(Cluster.condition(pod, "Ready").text("message"))
                    .isEqualTo("containers with unready status: [kube-apiserver]");
            JsonObject container = ContainerStatuses.of(pod, "kube-apiserver");
            assertThat(container.isTrue("ready")).isFalse();
            assertThat(container.object("state", "running")).isNotEmpty();
        });

        second.mend();
        until(() -> condition("Available").startsWith("True "));
        assertThat(condition("KubeAPIServerAvailable")).startsWith("True ");
        assertThat(apiServers()).as("nobody restarted them").allSatisfy((name, pod) -> assertThat(
                        ContainerStatuses.of(pod, "kube-apiserver").integer(1, "restartCount"))
                .isZero());
        first.mend();
    }

    private Map<String, JsonObject> apiServers() {
        return cluster.list("Pod", CONTROL_PLANE).stream()
                .filter(pod -> "kube-apiserver".equals(pod.text("metadata", "labels", "app")))
                .collect(Collectors.toMap(Meta::name, pod -> pod));
    }

    @Test
    void a_cluster_that_lost_two_of_three_volumes_is_unavailable_until_the_data_of_one_are_back() {
        createAvailable();
        InjectedFault first = cluster.simulator.inject(new Fault.EtcdVolumeLost(CONTROL_PLANE, 0));
        InjectedFault second = cluster.simulator.inject(new Fault.EtcdVolumeLost(CONTROL_PLANE, 1));
        replaceVolume(0);
        replaceVolume(1);
        cluster.simulator.advance(Duration.ofHours(1));
        assertThat(condition("EtcdAvailable")).startsWith("False EtcdWaitingForQuorum");
        assertThat(condition("KubeAPIServerAvailable")).startsWith("False ");
        assertThat(condition("Available")).isEqualTo("False WaitingForAvailable: Waiting for etcd to reach quorum");
        assertThat(cluster.simulator.guest("clusters", "demo")).isEmpty();

        first.mend();
        until(() -> condition("Available").startsWith("True "));
        until(() -> cluster.get("StatefulSet", CONTROL_PLANE, "etcd").integer(0, "status", "readyReplicas") == 3);
        second.mend();
    }

    private void replaceVolume(int number) {
        cluster.delete("PersistentVolumeClaim", CONTROL_PLANE, "data-etcd-" + number);
        cluster.delete("Pod", CONTROL_PLANE, "etcd-" + number);
    }

    @Test
    void a_container_that_crashed_tells_how_often_it_was_restarted_and_how_it_ended() {
        createAvailable();
        InjectedFault fault =
                cluster.simulator.inject(new Fault.ContainersFail(CONTROL_PLANE, "etcd-2", ContainerFailure.CRASH, ""));
        cluster.simulator.advance(Duration.ofMinutes(2));
        JsonObject crashing = ContainerStatuses.of(member(2), "etcd");
        assertThat(crashing.integer(0, "restartCount")).isEqualTo(4);
        fault.mend();
        cluster.simulator.advance(Duration.ofMinutes(1));
        JsonObject running = ContainerStatuses.of(member(2), "etcd");
        assertThat(running.object("state", "running")).isNotEmpty();
        assertThat(running.integer(0, "restartCount")).isEqualTo(5);
        assertThat(running.integer(0, "lastState", "terminated", "exitCode")).isEqualTo(1);
        assertThat(running.text("lastState", "terminated", "reason")).isEqualTo("Error");
    }

    @Test
    void containers_are_started_anew_when_their_node_is_back() {
        createAvailable();
        String node = String.valueOf(member(2).text("spec", "nodeName"));
        InjectedFault fault = cluster.simulator.inject(new Fault.NodeLost(node));
        cluster.simulator.advance(Duration.ofMinutes(2));
        fault.mend();
        cluster.simulator.advance(Duration.ofMinutes(1));
        JsonObject running = ContainerStatuses.of(member(2), "etcd");
        assertThat(running.integer(0, "restartCount")).isEqualTo(1);
        assertThat(running.text("lastState", "terminated", "reason")).isEqualTo("ContainerStatusUnknown");
    }
}
