package dev.hcp.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.Simulator;
import dev.hcp.simulator.apiserver.Objects;
import dev.hcp.simulator.faults.Fault;
import dev.hcp.simulator.faults.Fault.ContainerFailure;
import dev.hcp.simulator.faults.FaultSchedule;
import dev.hcp.simulator.faults.InjectedFault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The documented symptoms of faults, and that they go when the fault is mended. */
class FaultsTest {
    private static final String CONTROL_PLANE = "clusters-demo";
    private static final String RELEASE = "quay.io/openshift-release-dev/ocp-release:4.17.0-x86_64";

    private final Cluster cluster = new Cluster(Simulator.builder());

    @AfterEach
    void stop() {
        cluster.close();
    }

    private void createAndWait(Duration time) {
        cluster.createHostedCluster("demo");
        cluster.simulator.advance(time);
    }

    private void createAvailable() {
        cluster.createHostedCluster("demo");
        until(() -> is("Available", "True"));
    }

    private void until(BooleanSupplier condition) {
        assertThat(cluster.simulator.runUntil(condition, Duration.ofMinutes(40)))
                .as(() -> hosted().array("status", "conditions").toString())
                .isTrue();
    }

    private JsonObject hosted() {
        return cluster.get("HostedCluster", "clusters", "demo");
    }

    private boolean is(String type, String status) {
        return status.equals(Cluster.condition(hosted(), type).text("status"));
    }

    private String condition(String type) {
        JsonObject condition = Cluster.condition(hosted(), type);
        return condition.text("status") + " " + condition.text("reason") + ": " + condition.text("message");
    }

    private List<String> events(String reason) {
        return cluster.list("Event", CONTROL_PLANE).stream()
                .filter(event -> reason.equals(event.text("reason")))
                .map(event -> event.text("involvedObject", "name") + ": " + event.text("message"))
                .distinct()
                .toList();
    }

    private void mended(InjectedFault fault) {
        fault.mend();
        until(() -> is("Available", "True"));
    }

    @Test
    void a_load_balancer_is_not_provisioned() {
        InjectedFault fault = cluster.simulator.inject(
                new Fault.LoadBalancerNotProvisioned(CONTROL_PLANE, "kube-apiserver", "quota exceeded"));
        createAndWait(Duration.ofMinutes(5));
        assertThat(condition("InfrastructureReady"))
                .startsWith("False WaitingOnInfrastructureReady: kube-apiserver load balancer is not provisioned; ");
        assertThat(condition("Available")).startsWith("False WaitingForAvailable: kube-apiserver load balancer is not");
        assertThat(events("SyncLoadBalancerFailed"))
                .containsExactly("kube-apiserver: Error syncing load balancer: quota exceeded");
        mended(fault);
    }

    @Test
    void volumes_of_etcd_are_not_provisioned() {
        InjectedFault fault = cluster.simulator.inject(
                new Fault.VolumesNotProvisioned(CONTROL_PLANE, "data-etcd-", "no space left in the pool"));
        createAndWait(Duration.ofMinutes(5));
        assertThat(condition("EtcdAvailable"))
                .startsWith("False EtcdWaitingForQuorum: Etcd volume claim data-etcd-2 pending: ")
                .contains("no space left in the pool");
        assertThat(events("ProvisioningFailed"))
                .contains("data-etcd-0: failed to provision volume with StorageClass \"\": no space left in the pool");
        assertThat(events("FailedScheduling"))
                .anyMatch(text -> text.startsWith(
                        "etcd-0: 0/6 nodes are available: pod has unbound immediate" + " PersistentVolumeClaims."));
        mended(fault);
    }

    @Test
    void the_image_of_the_api_server_cannot_be_pulled() {
        InjectedFault fault = cluster.simulator.inject(
                new Fault.ContainersFail(CONTROL_PLANE, "kube-apiserver-", ContainerFailure.IMAGE_PULL, ""));
        createAndWait(Duration.ofMinutes(8));
        assertThat(condition("KubeAPIServerAvailable"))
                .isEqualTo("False WaitingForAvailable: Waiting for Kube APIServer deployment to become available");
        assertThat(waitingReasons("kube-apiserver-")).containsOnly("ImagePullBackOff");
        mended(fault);
    }

    @Test
    void an_api_server_that_runs_crashes() {
        createAvailable();
        InjectedFault fault = cluster.simulator.inject(
                new Fault.ContainersFail(CONTROL_PLANE, "kube-apiserver-", ContainerFailure.CRASH, ""));
        until(() -> is("Available", "False"));
        assertThat(cluster.simulator.guest("clusters", "demo")).isEmpty();
        assertThat(waitingReasons("kube-apiserver-")).containsOnly("CrashLoopBackOff");
        assertThat(events("BackOff")).isNotEmpty().allMatch(text -> text.contains("restarting failed container"));
        mended(fault);
        assertThat(cluster.simulator.guest("clusters", "demo")).isPresent();
    }

    private List<String> waitingReasons(String workload) {
        List<String> reasons = new ArrayList<>();
        for (JsonObject pod : cluster.list("Pod", CONTROL_PLANE)) {
            if (Meta.name(pod).startsWith(workload)) {
                reasons.add(pod.array("status", "containerStatuses").object(0).text("state", "waiting", "reason"));
            }
        }
        return reasons;
    }

    @Test
    void one_etcd_member_is_spare_and_two_are_not() {
        createAvailable();
        InjectedFault first = cluster.simulator.inject(new Fault.EtcdMemberDown(CONTROL_PLANE, 0));
        cluster.simulator.advance(Duration.ofMinutes(5));
        assertThat(condition("EtcdAvailable")).startsWith("True QuorumAvailable");
        assertThat(cluster.simulator.guest("clusters", "demo")).isPresent();

        InjectedFault second = cluster.simulator.inject(new Fault.EtcdMemberDown(CONTROL_PLANE, 1));
        until(() -> is("EtcdAvailable", "False"));
        assertThat(condition("Available")).isEqualTo("False WaitingForAvailable: Waiting for etcd to reach quorum");
        assertThat(cluster.simulator.guest("clusters", "demo")).isEmpty();
        second.mend();
        mended(first);
    }

    @Test
    void the_published_api_server_does_not_answer() {
        createAvailable();
        InjectedFault fault = cluster.simulator.inject(new Fault.ApiServerUnreachable(CONTROL_PLANE));
        until(() -> is("Available", "False"));
        assertThat(condition("Available")).contains("context deadline exceeded");
        mended(fault);
    }

    @Test
    void a_release_image_cannot_be_read() {
        InjectedFault fault =
                cluster.simulator.inject(new Fault.ReleaseUnreadable(RELEASE, "unauthorized: access denied"));
        createAndWait(Duration.ofMinutes(2));
        assertThat(condition("ValidReleaseImage")).startsWith("False ").contains("unauthorized: access denied");
        mended(fault);
        assertThat(condition("ValidReleaseImage")).startsWith("True ");
    }

    @Test
    void a_release_image_is_of_another_architecture() {
        cluster.simulator.inject(new Fault.ReleaseOfArchitecture(RELEASE, "ARM64"));
        createAndWait(Duration.ofMinutes(1));
        assertThat(hosted().text("status", "payloadArch")).isEqualTo("ARM64");
    }

    @Test
    void machines_do_not_reach_ignition() {
        InjectedFault fault = cluster.simulator.inject(new Fault.IgnitionUnreachable(CONTROL_PLANE));
        cluster.createHostedCluster("demo");
        cluster.createNodePool("demo", 1);
        cluster.simulator.advance(Duration.ofMinutes(25));
        JsonObject reached = Cluster.condition(cluster.get("NodePool", "clusters", "demo"), "ReachedIgnitionEndpoint");
        assertThat(reached.text("status")).isEqualTo("False");
        assertThat(reached.text("reason")).isEqualTo("ignitionNotReached");
        fault.mend();
        until(() -> cluster.get("NodePool", "clusters", "demo").integer(0, "status", "replicas") == 1
                && "True"
                        .equals(Cluster.condition(cluster.get("NodePool", "clusters", "demo"), "Ready")
                                .text("status")));
    }

    @Test
    void the_hosted_cluster_says_that_it_must_not_be_upgraded() {
        createAvailable();
        cluster.simulator.advance(Duration.ofMinutes(5));
        InjectedFault fault = cluster.simulator.inject(
                new Fault.NotUpgradeable(CONTROL_PLANE, "AdminAckRequired", "an administrator has to agree first"));
        until(() -> is("ClusterVersionUpgradeable", "False"));
        assertThat(condition("ClusterVersionUpgradeable"))
                .isEqualTo("False AdminAckRequired: an administrator has to agree first");
        fault.mend();
        until(() -> is("ClusterVersionUpgradeable", "True"));
    }

    @Test
    void a_quota_refuses_objects() {
        InjectedFault fault = cluster.simulator.inject(new Fault.CreationRefused(
                CONTROL_PLANE,
                "StatefulSet",
                403,
                "Forbidden",
                "statefulsets.apps \"etcd\" is forbidden: exceeded quota"));
        createAndWait(Duration.ofMinutes(5));
        assertThat(cluster.find("StatefulSet", CONTROL_PLANE, "etcd")).isEmpty();
        assertThat(cluster.simulator.history().text()).contains("exceeded quota");
        mended(fault);
    }

    static List<Fault> faultsThatHoldACreationUp() {
        return List.of(
                new Fault.CreationRefused(CONTROL_PLANE, "StatefulSet", 403, "Forbidden", "exceeded quota"),
                new Fault.CreationRefused(CONTROL_PLANE, "VirtualMachine", 403, "Forbidden", "exceeded quota"),
                new Fault.IgnitionUnreachable(CONTROL_PLANE),
                new Fault.ReleaseUnreadable("", "unauthorized: access to the requested resource is not authorized"),
                new Fault.WritesConflict(CONTROL_PLANE, "ReplicaSet"));
    }

    @ParameterizedTest
    @MethodSource("faultsThatHoldACreationUp")
    void when_it_is_quiet_after_mending_all_that_waited_is_done(Fault fault) {
        InjectedFault injected = cluster.simulator.inject(fault);
        cluster.createHostedCluster("demo");
        cluster.createNodePool("demo", 1);
        cluster.settle();
        assertThat(cluster.get("NodePool", "clusters", "demo").integer(0, "status", "replicas"))
                .isZero();
        injected.mend();
        cluster.settle();
        assertThat(is("Available", "True")).isTrue();
        assertThat(cluster.get("NodePool", "clusters", "demo").integer(0, "status", "replicas"))
                .isOne();
    }

    @Test
    void conflicts_hold_writers_up_until_they_end() {
        createAvailable();
        InjectedFault fault = cluster.simulator.inject(new Fault.WritesConflict(CONTROL_PLANE, "Deployment"));
        InjectedFault crash = cluster.simulator.inject(
                new Fault.ContainersFail(CONTROL_PLANE, "kube-apiserver-", ContainerFailure.CRASH, ""));
        cluster.simulator.advance(Duration.ofMinutes(1));
        assertThat(is("KubeAPIServerAvailable", "True")).isTrue();
        assertThat(cluster.simulator.history().text())
                .contains(
                        "deployment-controller failed on clusters-demo/kube-apiserver: Operation cannot be fulfilled on"
                                + " deployments.apps \"kube-apiserver\": the object has been modified;");
        fault.mend();
        until(() -> is("KubeAPIServerAvailable", "False"));
        mended(crash);
    }

    @Test
    void a_member_that_lost_its_data_comes_back_on_a_new_volume_while_the_others_are_a_quorum() {
        createAvailable();
        cluster.simulator.inject(new Fault.EtcdVolumeLost(CONTROL_PLANE, 0));
        cluster.simulator.advance(Duration.ofMinutes(2));
        assertThat(readyMembers()).isEqualTo(2);
        assertThat(condition("EtcdAvailable")).startsWith("True QuorumAvailable");

        replaceVolume(0);
        until(() -> readyMembers() == 3);
    }

    @Test
    void new_volumes_do_not_help_without_a_quorum() {
        createAvailable();
        InjectedFault first = cluster.simulator.inject(new Fault.EtcdVolumeLost(CONTROL_PLANE, 0));
        InjectedFault second = cluster.simulator.inject(new Fault.EtcdVolumeLost(CONTROL_PLANE, 1));
        until(() -> is("EtcdAvailable", "False"));
        replaceVolume(0);
        cluster.simulator.advance(Duration.ofMinutes(10));
        assertThat(readyMembers()).isEqualTo(1);
        assertThat(cluster.simulator.guest("clusters", "demo")).isEmpty();
        second.mend();
        first.mend();
        until(() -> is("Available", "True"));
    }

    private long readyMembers() {
        return cluster.get("StatefulSet", CONTROL_PLANE, "etcd").integer(0, "status", "readyReplicas");
    }

    private void replaceVolume(int member) {
        cluster.delete("PersistentVolumeClaim", CONTROL_PLANE, "data-etcd-" + member);
        cluster.delete("Pod", CONTROL_PLANE, "etcd-" + member);
    }

    @Test
    void a_component_that_is_stuck_freezes_the_later_ones_at_the_old_release() {
        createAvailable();
        cluster.simulator.advance(Duration.ofMinutes(5));
        String next = RELEASE.replace("4.17.0", "4.17.5");
        InjectedFault fault = cluster.simulator.inject(
                new Fault.ContainersFail(CONTROL_PLANE, "kube-controller-manager-", ContainerFailure.IMAGE_PULL, next));
        cluster.patch("HostedCluster", "clusters", "demo", "{\"spec\": {\"release\": {\"image\": \"" + next + "\"}}}");
        cluster.simulator.advance(Duration.ofMinutes(20));
        assertThat(releaseOf("kube-apiserver")).isEqualTo(next);
        assertThat(releaseOf("kube-controller-manager")).isEqualTo(next);
        assertThat(releaseOf("openshift-oauth-apiserver")).isEqualTo(RELEASE);
        assertThat(releaseOf("cluster-version-operator")).isEqualTo(RELEASE);
        assertThat(condition("Degraded")).contains("kube-controller-manager deployment has 1 unavailable replicas");
        assertThat(condition("Available")).startsWith("True ");
        fault.mend();
        until(() -> releaseOf("cluster-version-operator").equals(next));
    }

    private String releaseOf(String deployment) {
        return cluster.get("Deployment", CONTROL_PLANE, deployment)
                .text("spec", "template", "metadata", "annotations", "hypershift.openshift.io/release-image");
    }

    @Test
    void controllers_that_hear_nothing_see_what_they_missed_afterwards() {
        InjectedFault fault = cluster.simulator.inject(new Fault.WatchesSilent("StatefulSet"));
        createAndWait(Duration.ofMinutes(10));
        assertThat(cluster.find("StatefulSet", CONTROL_PLANE, "etcd")).isPresent();
        assertThat(cluster.find("Pod", CONTROL_PLANE, "etcd-0")).isEmpty();
        mended(fault);
    }

    @Test
    void controllers_that_hear_late_and_twice_come_to_the_same_end() {
        cluster.simulator.inject(new Fault.WatchesLate("", 40));
        cluster.simulator.inject(new Fault.WatchesRepeat(""));
        createAndWait(Duration.ofMinutes(1));
        assertThat(cluster.find("StatefulSet", CONTROL_PLANE, "etcd")).isEmpty();
        until(() -> is("Available", "True"));
        cluster.settle();
        assertThat(cluster.list("Pod", CONTROL_PLANE)).allMatch(PodTemplates::ready);
    }

    @Test
    void a_name_in_the_domain_system_is_missing() {
        InjectedFault fault = cluster.simulator.inject(new Fault.NameUnresolved("api.demo.example.com"));
        JsonObject named = JsonObject.of(
                "loadBalancer", JsonObject.of("hostname", "api.demo.example.com"), "type", "LoadBalancer");
        cluster.createHostedCluster("demo", spec -> {
            List<Object> services = new ArrayList<>(spec.array("services"));
            services.set(0, JsonObject.of("service", "APIServer", "servicePublishingStrategy", named));
            return spec.with("services", services);
        });
        until(() -> is("ExternalDNSReachable", "False"));
        assertThat(condition("ExternalDNSReachable"))
                .isEqualTo("False ExternalDNSHostNotReachable: lookup api.demo.example.com: no such host");
        fault.mend();
        until(() -> is("ExternalDNSReachable", "True"));
    }

    @Test
    void what_a_cluster_made_in_the_cloud_cannot_be_removed() {
        createAvailable();
        cluster.patch("HostedCluster", "clusters", "demo", """
                {"metadata": {"annotations": {"hypershift.openshift.io/cleanup-cloud-resources": "true"}}}
                """);
        cluster.simulator.advance(Duration.ofMinutes(5));
        Objects guest = cluster.simulator.guest("clusters", "demo").orElseThrow();
        guest.create(guest.resource("v1", "Service"), Json.parseObject("""
                {"apiVersion": "v1", "kind": "Service", "metadata": {"name": "web", "namespace": "default",
                   "finalizers": ["service.kubernetes.io/load-balancer-cleanup"]},
                 "spec": {"type": "LoadBalancer", "ports": [{"port": 80}]}}
                """), "test");
        InjectedFault fault = cluster.simulator.inject(new Fault.CloudCleanupStuck(CONTROL_PLANE));
        cluster.simulator.advance(Duration.ofMinutes(1));
        cluster.delete("HostedCluster", "clusters", "demo");
        cluster.simulator.advance(Duration.ofMinutes(4));
        assertThat(condition("CloudResourcesDestroyed"))
                .isEqualTo("False RemainingCloudResources: Remaining resources: loadbalancers");
        JsonObject another = Json.parseObject("""
                {"metadata": {"name": "another", "namespace": "default"},
                 "spec": {"type": "LoadBalancer", "ports": [{"port": 80}]}}
                """);
        assertThatThrownBy(() -> guest.create(guest.resource("v1", "Service"), another, "test"))
                .as("nothing new is made meanwhile")
                .hasMessage("Internal error occurred: failed calling webhook"
                        + " \"block-resources.hypershift.openshift.io\": failed to call webhook: Post"
                        + " \"https://xxx-invalid-service-xxx.default.svc:443/?timeout=10s\": service"
                        + " \"xxx-invalid-service-xxx\" not found");
        fault.mend();
        assertThat(cluster.simulator.runUntil(
                        () -> cluster.find("HostedCluster", "clusters", "demo").isEmpty(), Duration.ofMinutes(8)))
                .isTrue();
    }

    @Test
    void faults_are_the_same_when_they_are_read_back() {
        assertThat(List.of(
                        new Fault.NoDefaultStorageClass(),
                        new Fault.ProvisionerLost("fast"),
                        new Fault.VolumesNotAttached(CONTROL_PLANE, "timed out"),
                        new Fault.ImageNotPulled("", "quay.io/disk", "manifest unknown"),
                        new Fault.ImportFails(CONTROL_PLANE, "demo-", "no space left on device"),
                        new Fault.ClusterOperatorDegraded(CONTROL_PLANE, "dns", "DNSDegraded", "no pods are running")))
                .allSatisfy(fault -> assertThat(Fault.fromJson(fault.toJson())).isEqualTo(fault));
    }

    @Test
    void a_schedule_is_played_in_virtual_time_and_can_be_read_back() {
        FaultSchedule schedule = FaultSchedule.EMPTY
                .during(Duration.ofMinutes(1), Duration.ofMinutes(3), new Fault.NodeLost("management-0"))
                .inject(Duration.ofMinutes(2), new Fault.ZoneLost("zone-b"));
        assertThat(FaultSchedule.fromJson(schedule.toJson())).isEqualTo(schedule);
        assertThat(schedule.toString())
                .isEqualTo("PT1M inject NodeLost[node=management-0]\nPT2M inject ZoneLost[zone=zone-b]\n"
                        + "PT3M mend NodeLost[node=management-0]");
        cluster.simulator.play(schedule);
        cluster.simulator.advance(Duration.ofMinutes(5));
        assertThat(cluster.simulator.history().text())
                .contains("0:01:00.000 faults NodeLost[node=management-0]: injected")
                .contains("0:02:00.000 faults ZoneLost[zone=zone-b]: injected")
                .contains("0:03:00.000 faults NodeLost[node=management-0]: mended");
        assertThat(Cluster.condition(cluster.get("Node", "", "management-0"), "Ready")
                        .text("status"))
                .isEqualTo("True");
        assertThat(Cluster.condition(cluster.get("Node", "", "management-1"), "Ready")
                        .text("status"))
                .isEqualTo("Unknown");
    }
}
