package dev.hcp.testkit;

import static dev.hcp.client.diagnosis.Symptom.BOOT_IMAGE;
import static dev.hcp.client.diagnosis.Symptom.INGRESS_OFFLINE;
import static dev.hcp.client.diagnosis.Symptom.LATE_BINDING;
import static dev.hcp.client.diagnosis.Symptom.LOAD_BALANCERS;
import static dev.hcp.client.diagnosis.Symptom.MACHINES_NOT_JOINING;
import static dev.hcp.client.diagnosis.Symptom.NODES_NOT_READY;
import static dev.hcp.client.diagnosis.Symptom.NO_WORKER_NODES;
import static dev.hcp.client.diagnosis.Symptom.PARTIAL_STATE;
import static dev.hcp.client.diagnosis.Symptom.VOLUME_CLAIMS;
import static dev.hcp.testkit.Clusters.LONG;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.client.HcpClient;
import dev.hcp.client.HostedClusterResource;
import dev.hcp.client.diagnosis.Diagnosis;
import dev.hcp.client.diagnosis.Finding;
import dev.hcp.client.diagnosis.Symptom;
import dev.hcp.simulator.Simulator;
import dev.hcp.simulator.apiserver.Objects;
import dev.hcp.simulator.apiserver.ResourceType;
import dev.hcp.simulator.faults.Fault;
import dev.hcp.simulator.faults.InjectedFault;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimBuilder;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Each cause of each symptom of the documentation's 12.3, brought about in a simulated world and found by the client. */
@HcpTest
class DiagnosisTest {
    private static final String PLANE = "clusters-demo";

    @Test
    void a_healthy_cluster_has_no_findings(HcpClient hcp) {
        Diagnosis diagnosis = Clusters.complete(hcp, 2).diagnose();

        assertThat(diagnosis.findings()).isEmpty();
        assertThat(diagnosis.toString()).isEqualTo("hosted cluster clusters/demo: nothing wrong was found");
    }

    @Test
    void a_cluster_that_takes_its_time_has_no_findings(HcpClient hcp, Simulator simulator) {
        HostedClusterResource demo = Clusters.begun(hcp, 2);
        for (int minute = 2; minute < 20; minute++) {
            simulator.advance(Duration.ofMinutes(1));
            String at = "after " + minute + " minutes";
            assertThat(demo.diagnose().findings()).as(at).allSatisfy(finding -> assertThat(finding.cause())
                    .isEqualTo("what publishes the control plane, a load balancer or routes, does not come up"));
        }
        assertThat(demo.diagnose().findings()).isEmpty();
    }

    @Nested
    class Partial_state_12_3_1 {
        @Test
        void a_release_image_that_cannot_be_read(HcpClient hcp, Simulator simulator) {
            simulator.inject(
                    new Fault.ReleaseUnreadable("", "unauthorized: access to the requested resource is denied"));
            HostedClusterResource demo = begun(hcp, simulator);

            Finding finding = only(demo, PARTIAL_STATE, "the release image cannot be used");

            assertThat(finding.evidence()).anyMatch(line -> line.contains("unauthorized: access to the requested"));
            assertThat(finding.command()).isEqualTo("oc get hostedcluster demo -n clusters -o yaml");
        }

        @Test
        void a_pull_secret_that_does_not_exist(HcpClient hcp, Simulator simulator, KubernetesClient kubernetes) {
            HostedClusterResource demo = Clusters.begun(hcp, 1);
            kubernetes
                    .secrets()
                    .inNamespace("clusters")
                    .withName("demo-pull-secret")
                    .delete();
            simulator.advance(Duration.ofMinutes(5));

            Finding finding = only(demo, PARTIAL_STATE, "the pull secret does not exist");

            assertThat(finding.command()).startsWith("oc create secret generic demo-pull-secret -n clusters");
        }

        @Test
        void a_load_balancer_without_address(HcpClient hcp, Simulator simulator) {
            simulator.inject(new Fault.LoadBalancerNotProvisioned("", "kube-apiserver", "quota exceeded"));
            Finding finding = only(begun(hcp, simulator), PARTIAL_STATE, "what publishes the control plane");

            assertThat(finding.evidence())
                    .contains("service kube-apiserver has no address")
                    .anyMatch(line -> line.contains("quota exceeded"));
        }

        @Test
        void etcd_without_volumes(HcpClient hcp, Simulator simulator) {
            simulator.inject(new Fault.VolumesNotProvisioned(PLANE, "data-etcd-", "no space left"));
            Finding finding = only(begun(hcp, simulator), PARTIAL_STATE, "etcd gets no volumes");

            assertThat(finding.evidence())
                    .contains("claim data-etcd-0 is Pending")
                    .anyMatch(line -> line.contains("no space left"));
        }

        @Test
        void a_management_cluster_without_default_storage_class(HcpClient hcp, Simulator simulator) {
            InjectedFault fault = simulator.inject(new Fault.NoDefaultStorageClass());
            HostedClusterResource demo = begun(hcp, simulator);

            assertThat(only(demo, PARTIAL_STATE, "the management cluster has no default storage class")
                            .evidence())
                    .contains(
                            "claim data-etcd-0 is Pending, and names no storage class",
                            "event FailedBinding of PersistentVolumeClaim data-etcd-0: no persistent volumes available for"
                                    + " this claim and no storage class is set");
            mended(demo, simulator, fault);
        }

        @Test
        void a_storage_class_without_provisioner(HcpClient hcp, Simulator simulator) {
            InjectedFault fault = simulator.inject(new Fault.ProvisionerLost(""));
            HostedClusterResource demo = begun(hcp, simulator);

            assertThat(only(demo, PARTIAL_STATE, "nothing makes volumes of the storage class of claims")
                            .evidence())
                    .anyMatch(line -> line.startsWith("event ExternalProvisioning of PersistentVolumeClaim data-etcd-0:"
                            + " Waiting for a volume to be created either by the external provisioner"));
            mended(demo, simulator, fault);
        }

        @Test
        void etcd_that_crashes(HcpClient hcp, Simulator simulator) {
            HostedClusterResource demo = Clusters.complete(hcp, 1);
            simulator.inject(new Fault.EtcdMemberDown(PLANE, 0));
            simulator.inject(new Fault.EtcdMemberDown(PLANE, 1));
            simulator.advance(Duration.ofMinutes(5));

            Finding finding = only(demo, PARTIAL_STATE, "etcd members do not run");

            assertThat(finding.evidence())
                    .anyMatch(line -> line.startsWith("pod etcd-0, container etcd: CrashLoopBackOff"));
        }

        @Test
        void a_component_whose_image_cannot_be_pulled(HcpClient hcp, Simulator simulator) {
            simulator.inject(
                    new Fault.ContainersFail(PLANE, "kube-controller-manager-", Fault.ContainerFailure.IMAGE_PULL, ""));
            Finding finding = only(
                    begun(hcp, simulator),
                    PARTIAL_STATE,
                    "component kube-controller-manager of the control plane does not run");

            assertThat(finding.evidence()).anyMatch(line -> line.contains("ImagePullBackOff"));
            assertThat(finding.command()).contains("-l app=kube-controller-manager");
        }

        @Test
        void a_host_name_without_address(HcpClient hcp, Simulator simulator) {
            InjectedFault fault = simulator.inject(new Fault.NameUnresolved("api.demo.example.com"));
            HostedClusterResource demo = Clusters.begun(hcp, 1);
            publishApiServer(simulator, "api.demo.example.com");
            simulator.advance(Duration.ofMinutes(15));

            assertThat(only(demo, PARTIAL_STATE, "the API server's host name has no address")
                            .evidence())
                    .anyMatch(line -> line.contains("lookup api.demo.example.com: no such host"));
            mended(demo, simulator, fault);
        }

        private void publishApiServer(Simulator simulator, String host) {
            Objects objects = simulator.objects();
            ResourceType type = objects.resource("hypershift.openshift.io/v1beta1", "HostedCluster");
            JsonObject cluster = objects.get(type, "clusters", "demo").orElseThrow();
            List<Object> services = new ArrayList<>(cluster.array("spec", "services"));
            services.removeIf(service -> "APIServer".equals(((JsonObject) service).text("service")));
            JsonObject strategy =
                    JsonObject.of("loadBalancer", JsonObject.of("hostname", host), "type", "LoadBalancer");
            services.add(0, JsonObject.of("service", "APIServer", "servicePublishingStrategy", strategy));
            // They cannot be changed, so it is created anew.
            objects.delete(type, "clusters", "demo", Objects.Deletion.BACKGROUND);
            JsonObject metadata = JsonObject.of("name", "demo", "namespace", "clusters");
            objects.create(
                    type,
                    cluster.with("metadata", metadata).withAt(JsonArray.copyOf(services), "spec", "services"),
                    "test");
        }

        @Test
        void a_control_plane_whose_pods_are_refused(HcpClient hcp, Simulator simulator) {
            InjectedFault fault =
                    simulator.inject(new Fault.CreationRefused(PLANE, "Pod", 403, "Forbidden", "exceeded quota"));
            HostedClusterResource demo = Clusters.begun(hcp, 1);
            simulator.advance(Duration.ofMinutes(30));

            assertThat(only(demo, PARTIAL_STATE, "the control plane is not available: Waiting for hosted control")
                            .evidence())
                    .anyMatch(line -> line.startsWith("Degraded=True (UnavailableReplicas)"));
            mended(demo, simulator, fault);
        }

        @Test
        void nodes_of_the_management_cluster_that_are_away(HcpClient hcp, Simulator simulator) {
            HostedClusterResource demo = Clusters.complete(hcp, 1);
            InjectedFault fault = simulator.inject(new Fault.ZoneLost("zone-a"));
            simulator.advance(Duration.ofMinutes(12));

            Finding finding = only(demo, PARTIAL_STATE, "nodes of the management cluster are not ready");
            assertThat(finding.evidence())
                    .anyMatch(line -> line.startsWith("node management-0: Ready=Unknown (NodeStatusUnknown)"))
                    .anyMatch(line -> line.startsWith("pod kube-apiserver-"));
            mended(demo, simulator, fault);
        }

        @Test
        void an_etcd_member_that_is_spare(HcpClient hcp, Simulator simulator) {
            HostedClusterResource demo = Clusters.complete(hcp, 1);
            InjectedFault fault = simulator.inject(new Fault.EtcdMemberDown(PLANE, 2));
            simulator.advance(Duration.ofMinutes(5));

            assertThat(only(demo, PARTIAL_STATE, "an etcd member does not run; the others are a quorum")
                            .evidence())
                    .anyMatch(line -> line.startsWith("pod etcd-2, container etcd: CrashLoopBackOff"));
            mended(demo, simulator, fault);
        }

        @Test
        void two_causes_at_once(HcpClient hcp, Simulator simulator) {
            HostedClusterResource demo = Clusters.complete(hcp, 1);
            InjectedFault crash = simulator.inject(
                    new Fault.ContainersFail(PLANE, "ignition-server-", Fault.ContainerFailure.CRASH, ""));
            InjectedFault degraded = simulator.inject(
                    new Fault.ClusterOperatorDegraded(PLANE, "dns", "DNSDegraded", "no pods are running"));
            simulator.advance(Duration.ofMinutes(10));

            assertThat(demo.diagnose().of(PARTIAL_STATE))
                    .extracting(Finding::cause)
                    .containsExactly(
                            "component ignition-server of the control plane does not run",
                            "component ignition-server-proxy of the control plane does not run",
                            "cluster operators are degraded");
            crash.mend();
            mended(demo, simulator, degraded);
        }

        @Test
        void a_pause(HcpClient hcp, Simulator simulator) {
            HostedClusterResource demo = Clusters.begun(hcp, 1);
            demo.pause();
            simulator.advance(Duration.ofMinutes(1));

            assertThat(only(demo, PARTIAL_STATE, "reconciliation is paused").command())
                    .isEqualTo(
                            "oc patch -n clusters hostedclusters/demo -p '{\"spec\":{\"pausedUntil\":null}}' --type=merge");
        }

        @Test
        void a_management_cluster_without_virtualization(
                HcpClient hcp, Simulator simulator, KubernetesClient kubernetes) {
            HostedClusterResource demo = Clusters.begun(hcp, 1);
            kubernetes.apiextensions().v1().customResourceDefinitions().list().getItems().stream()
                    .filter(definition -> definition.getSpec().getGroup().equals("kubevirt.io"))
                    .forEach(definition -> kubernetes.resource(definition).delete());
            simulator.advance(Duration.ofMinutes(1));

            only(demo, PARTIAL_STATE, "OpenShift Virtualization is not installed on the management cluster");
        }

        @Test
        void a_node_pool_whose_configuration_is_not_valid(HcpClient hcp, Simulator simulator) {
            HostedClusterResource demo = Clusters.complete(hcp, 1);
            demo.nodePool("demo").configure("bad", "apiVersion: v1\nkind: Secret\nmetadata: {name: x}\n");
            simulator.advance(Duration.ofMinutes(1));

            assertThat(only(demo, PARTIAL_STATE, "node pool demo is not valid").evidence())
                    .anyMatch(line -> line.startsWith("ValidMachineConfig=False"));
        }

        @Test
        void a_cluster_operator_that_is_degraded(HcpClient hcp, Simulator simulator) {
            HostedClusterResource demo = Clusters.complete(hcp, 1);
            InjectedFault fault = simulator.inject(new Fault.ClusterOperatorDegraded(
                    PLANE, "monitoring", "UpdatingPrometheusFailed", "Prometheus has no room on its volume"));
            simulator.advance(Duration.ofMinutes(1));

            assertThat(only(demo, PARTIAL_STATE, "cluster operators are degraded")
                            .evidence())
                    .anyMatch(line -> line.contains("UpdatingPrometheusFailed")
                            && line.contains("Prometheus has no room on its volume"));
            mended(demo, simulator, fault);
        }
    }

    @Nested
    class No_worker_nodes_12_3_2 {
        @Test
        void a_pool_that_asks_for_none(HcpClient hcp) {
            HostedClusterResource demo = Clusters.begun(hcp, 0);
            demo.awaitAvailable(LONG);

            assertThat(only(demo, NO_WORKER_NODES, "no node pool asks for nodes")
                            .command())
                    .isEqualTo("oc scale nodepool/demo --namespace clusters --replicas=2");
        }

        @Test
        void a_cluster_without_pools(HcpClient hcp) {
            HostedClusterResource demo = Clusters.begun(hcp, -1);
            demo.awaitAvailable(LONG);

            assertThat(only(demo, NO_WORKER_NODES, "the cluster has no node pool")
                            .command())
                    .startsWith("hcp create nodepool kubevirt --cluster-name demo");
        }

        @Test
        void a_pool_that_is_paused(HcpClient hcp, Simulator simulator) {
            HostedClusterResource demo = Clusters.begun(hcp, 0);
            demo.awaitAvailable(LONG);
            demo.nodePool("demo").pause();
            demo.nodePool("demo").scale(2);
            simulator.advance(Duration.ofMinutes(20));

            only(demo, NO_WORKER_NODES, "node pool demo is paused");
        }

        @Test
        void disks_whose_import_does_not_get_on(HcpClient hcp, Simulator simulator) {
            InjectedFault fault = simulator.inject(
                    new Fault.ImportFails(PLANE, "", "Unable to process data: no space left on device"));
            HostedClusterResource demo = Clusters.begun(hcp, 1);
            demo.awaitAvailable(LONG);
            simulator.advance(Duration.ofMinutes(15));

            Finding finding = only(demo, NO_WORKER_NODES, "the disks of virtual machines are not filled");

            assertThat(finding.evidence())
                    .anyMatch(line -> line.endsWith(" is DataVolumeError"))
                    .anyMatch(line -> line.contains("CrashLoopBackOff") && line.endsWith("no space left on device"));
            assertThat(finding.command()).isEqualTo("oc get pods -n clusters-demo | grep \"import\"");
            mended(demo, simulator, fault);
        }

        @Test
        void disks_without_volumes(HcpClient hcp, Simulator simulator) {
            HostedClusterResource demo = Clusters.begun(hcp, 0);
            demo.awaitAvailable(LONG);
            InjectedFault fault = simulator.inject(new Fault.VolumesNotProvisioned(PLANE, "demo-", "no space left"));
            demo.nodePool("demo").scale(1);
            simulator.advance(Duration.ofMinutes(15));

            assertThat(only(demo, NO_WORKER_NODES, "the disks of virtual machines are not filled")
                            .evidence())
                    .anyMatch(line -> line.startsWith("claim demo-") && line.endsWith("-rhcos is Pending"))
                    .anyMatch(line -> line.contains("no space left"));
            mended(demo, simulator, fault);
        }

        @Test
        void machines_that_are_refused(HcpClient hcp, Simulator simulator) {
            InjectedFault fault = simulator.inject(
                    new Fault.CreationRefused(PLANE, "VirtualMachine", 403, "Forbidden", "exceeded quota: machines"));
            HostedClusterResource demo = Clusters.begun(hcp, 1);
            demo.awaitAvailable(LONG);
            simulator.advance(Duration.ofMinutes(10));

            assertThat(only(demo, NO_WORKER_NODES, "the management cluster refuses virtual machines")
                            .evidence())
                    .anyMatch(line -> line.endsWith(
                            "VMProvisioned=False (VMCreateFailed): Failed vm creation: exceeded quota: machines"));
            mended(demo, simulator, fault);
        }

        @Test
        void machines_whose_pods_do_not_run(HcpClient hcp, Simulator simulator) {
            InjectedFault fault = simulator.inject(
                    new Fault.ContainersFail(PLANE, "virt-launcher-", Fault.ContainerFailure.IMAGE_PULL, ""));
            HostedClusterResource demo = Clusters.begun(hcp, 1);
            demo.awaitAvailable(LONG);
            simulator.advance(Duration.ofMinutes(30));

            assertThat(only(demo, NO_WORKER_NODES, "virtual machines do not start: their pods do not run")
                            .command())
                    .isEqualTo("oc get pods -n clusters-demo -l kubevirt.io=virt-launcher");
            mended(demo, simulator, fault);
        }

        @Test
        void machines_that_find_no_room(HcpClient hcp, Simulator simulator) {
            HostedClusterResource demo = hcp.kubeVirtCluster("clusters", "demo")
                    .releaseImage(Clusters.release("4.16.5"))
                    .pullSecret(Clusters.PULL_SECRET)
                    .memory("4Ti")
                    .nodePoolReplicas(1)
                    .apply();
            demo.awaitAvailable(LONG);
            simulator.advance(Duration.ofMinutes(30));

            Finding finding = only(
                    demo,
                    NO_WORKER_NODES,
                    "virtual machines do not start: the management cluster has no room for their pods");
            assertThat(finding.evidence()).anyMatch(line -> line.contains("Insufficient memory"));
            assertThat(finding.command()).isEqualTo("oc describe nodes");
        }

        @Test
        void machines_that_do_not_reach_the_ignition_server(HcpClient hcp, Simulator simulator) {
            simulator.inject(new Fault.IgnitionUnreachable(PLANE));
            HostedClusterResource demo = Clusters.begun(hcp, 1);
            demo.awaitAvailable(LONG);
            simulator.advance(Duration.ofMinutes(30));

            assertThat(only(demo, NO_WORKER_NODES, "machines run, but have not fetched their configuration")
                            .evidence())
                    .anyMatch(line -> line.contains("ignitionNotReached"));
        }

        @Test
        void agents_that_are_not_approved_or_not_there(HcpClient hcp, Simulator simulator) {
            HostedClusterResource demo = onAgents(hcp, simulator);
            only(demo, NO_WORKER_NODES, "no host has registered");

            agent(simulator, "one", JsonObject.of("approved", false), "discovering");
            assertThat(only(demo, NO_WORKER_NODES, "no agent can be taken").evidence())
                    .containsExactly("agent one is not approved");
        }
    }

    @Test
    void nodes_that_are_not_ready_12_3_3(HcpClient hcp, Simulator simulator) {
        HostedClusterResource demo = Clusters.complete(hcp, 1);
        String machine = demo.status().machines().get(0).name();
        simulator.inject(new Fault.MachineNotReady(PLANE, machine, "KubeletNotReady", "network plugin is not ready"));
        simulator.advance(Duration.ofMinutes(10));
        assertThat(demo.diagnose().of(NODES_NOT_READY))
                .as("within the normal time")
                .isEmpty();
        simulator.advance(Duration.ofMinutes(10));

        Finding finding = only(demo, NODES_NOT_READY, "nodes are not ready for more than 15 minutes");

        assertThat(finding.evidence()).anyMatch(line -> line.contains("network plugin is not ready"));
        assertThat(finding.command()).startsWith("oc get nodes -o yaml");
    }

    @Nested
    class Ingress_and_console_12_3_4 {
        @Test
        void wildcard_routes_that_are_not_admitted(HcpClient hcp, Simulator simulator, KubernetesClient kubernetes) {
            HostedClusterResource demo = Clusters.complete(hcp, 1);
            wildcardPolicy(kubernetes, "WildcardsDisallowed");
            simulator.advance(Duration.ofMinutes(1));

            Finding finding = only(demo, INGRESS_OFFLINE, "the management cluster does not admit wildcard routes");

            assertThat(finding.evidence())
                    .anyMatch(line -> line.contains("RouteHealthDegraded: route not yet available"))
                    .contains("the default ingress controller of the management cluster has wildcardPolicy"
                            + " 'WildcardsDisallowed'");
            assertThat(finding.command()).contains("WildcardsAllowed");
            wildcardPolicy(kubernetes, "WildcardsAllowed");
            simulator.advance(Duration.ofMinutes(1));
            assertThat(demo.diagnose().findings()).isEmpty();
        }

        @Test
        void a_cluster_that_never_had_them_admitted(HcpClient hcp, Simulator simulator, KubernetesClient kubernetes) {
            wildcardPolicy(kubernetes, "WildcardsDisallowed");
            HostedClusterResource demo = Clusters.begun(hcp, 1);
            simulator.advance(Duration.ofMinutes(45));

            only(demo, INGRESS_OFFLINE, "the management cluster does not admit wildcard routes");
            wildcardPolicy(kubernetes, "WildcardsAllowed");
            demo.awaitCompleted(Duration.ofMinutes(5));
        }

        @Test
        void a_wildcard_name_that_leads_elsewhere(HcpClient hcp, Simulator simulator) {
            HostedClusterResource demo = withBaseDomain(hcp);
            InjectedFault fault = simulator.inject(new Fault.NameUnresolved("*.apps.demo.example.com"));
            simulator.advance(Duration.ofMinutes(1));

            Finding finding = only(demo, INGRESS_OFFLINE, "the wildcard DNS name of the cluster's applications");

            assertThat(finding.evidence())
                    .anyMatch(line -> line.contains("the wildcard name *.apps.demo.example.com"))
                    .anyMatch(line ->
                            line.contains("lookup console-openshift-console.apps.demo.example.com: no such host"));
            assertThat(finding.command()).isEqualTo("dig +short console-openshift-console.apps.demo.example.com");
            mended(demo, simulator, fault);
        }

        @Test
        void a_load_balancer_of_the_ingress_without_address(HcpClient hcp, Simulator simulator) {
            HostedClusterResource demo = withBaseDomain(hcp);
            InjectedFault fault = simulator.inject(new Fault.LoadBalancerNotProvisioned(PLANE, "", "quota exceeded"));
            try (KubernetesClient guest = demo.guest()) {
                loadBalancer(guest, "openshift-ingress", "apps-ingress");
            }
            simulator.advance(Duration.ofMinutes(10));

            only(demo, INGRESS_OFFLINE, "the load balancer of the cluster's ingress has no address");
            mended(demo, simulator, fault);
        }

        @Test
        void operators_with_trouble_of_their_own(HcpClient hcp, Simulator simulator) {
            HostedClusterResource demo = Clusters.complete(hcp, 1);
            InjectedFault fault = simulator.inject(new Fault.ClusterOperatorDegraded(
                    PLANE, "console", "SyncLoopRefresh", "the configuration of the console is not valid"));
            simulator.advance(Duration.ofMinutes(1));

            only(demo, INGRESS_OFFLINE, "the operators for ingress and console report trouble of their own");
            mended(demo, simulator, fault);
        }

        private void wildcardPolicy(KubernetesClient kubernetes, String policy) {
            kubernetes
                    .genericKubernetesResources("operator.openshift.io/v1", "IngressController")
                    .inNamespace("openshift-ingress-operator")
                    .withName("default")
                    .edit(controller -> {
                        controller.setAdditionalProperty(
                                "spec", Map.of("routeAdmission", Map.of("wildcardPolicy", policy)));
                        return controller;
                    });
        }
    }

    @Nested
    class Load_balancers_12_3_5 {
        @Test
        void a_cloud_controller_manager_that_does_not_run(HcpClient hcp, Simulator simulator) {
            HostedClusterResource demo = Clusters.complete(hcp, 1);
            InjectedFault fault = simulator.inject(new Fault.ContainersFail(
                    PLANE, "kubevirt-cloud-controller-manager-", Fault.ContainerFailure.CRASH, ""));
            simulator.advance(Duration.ofMinutes(1));
            waitForAddress(demo, simulator);

            Finding finding = only(demo, LOAD_BALANCERS, "the cloud controller manager of the cluster does not run");

            assertThat(finding.evidence())
                    .contains("service default/web has no address")
                    .anyMatch(line -> line.contains("CrashLoopBackOff"));
            assertThat(finding.command()).isEqualTo("oc get pods -n clusters-demo -l app=cloud-controller-manager");
            mended(demo, simulator, fault);
        }

        @Test
        void a_management_cluster_that_gives_no_addresses(HcpClient hcp, Simulator simulator) {
            HostedClusterResource demo = Clusters.complete(hcp, 1);
            InjectedFault fault = simulator.inject(new Fault.LoadBalancerNotProvisioned(PLANE, "", "quota exceeded"));
            waitForAddress(demo, simulator);

            Finding finding =
                    only(demo, LOAD_BALANCERS, "the cloud controller manager runs, but the management cluster gives");
            assertThat(finding.evidence())
                    .anyMatch(line -> line.endsWith("Error syncing load balancer: quota exceeded"))
                    .contains(
                            "event SyncLoadBalancerFailed of Service web: Error syncing load balancer: failed to ensure"
                                    + " load balancer: context deadline exceeded");
            mended(demo, simulator, fault);
        }

        private void waitForAddress(HostedClusterResource demo, Simulator simulator) {
            try (KubernetesClient guest = demo.guest()) {
                loadBalancer(guest, "default", "web");
            }
            simulator.advance(Duration.ofMinutes(10));
        }
    }

    @Nested
    class Volume_claims_12_3_6 {
        @Test
        void a_storage_driver_that_does_not_run(HcpClient hcp, Simulator simulator) {
            HostedClusterResource demo = Clusters.complete(hcp, 1);
            InjectedFault fault = simulator.inject(
                    new Fault.ContainersFail(PLANE, "kubevirt-csi-controller-", Fault.ContainerFailure.CRASH, ""));
            simulator.advance(Duration.ofMinutes(1));
            database(demo, simulator, null);

            Finding finding =
                    only(demo, VOLUME_CLAIMS, "the storage driver's controller, which binds claims, does not run");

            assertThat(finding.evidence())
                    .contains("claim default/data is Pending")
                    .anyMatch(line -> line.contains("by the external provisioner 'csi.kubevirt.io'"));
            assertThat(finding.command()).isEqualTo("oc get pods -n clusters-demo -l app=kubevirt-csi-driver");
            mended(demo, simulator, fault);
        }

        @Test
        void a_storage_class_that_does_not_exist(HcpClient hcp, Simulator simulator) {
            HostedClusterResource demo = Clusters.complete(hcp, 1);
            database(demo, simulator, "missing");

            assertThat(only(demo, VOLUME_CLAIMS, "claims name a storage class that does not exist")
                            .evidence())
                    .contains("event ProvisioningFailed of PersistentVolumeClaim data: storageclass.storage.k8s.io"
                            + " \"missing\" not found");
        }

        @Test
        void a_management_cluster_that_gives_no_volumes(HcpClient hcp, Simulator simulator) {
            HostedClusterResource demo = Clusters.complete(hcp, 1);
            InjectedFault fault = simulator.inject(new Fault.VolumesNotProvisioned(PLANE, "pvc-", "pool is full"));
            database(demo, simulator, null);

            assertThat(only(demo, VOLUME_CLAIMS, "the management cluster gives no volumes for the claims")
                            .evidence())
                    .anyMatch(line -> line.endsWith("pool is full"));
            mended(demo, simulator, fault);
        }

        @Test
        void volumes_that_are_not_attached(HcpClient hcp, Simulator simulator) {
            HostedClusterResource demo = Clusters.complete(hcp, 1);
            InjectedFault fault =
                    simulator.inject(new Fault.VolumesNotAttached(PLANE, "hotplug of the volume timed out"));
            database(demo, simulator, null);

            Finding finding = only(demo, VOLUME_CLAIMS, "volumes are not attached to the nodes");

            assertThat(finding.evidence()).singleElement().satisfies(line -> assertThat(line)
                    .startsWith("pod default/db: FailedAttachVolume AttachVolume.Attach failed for volume \"pvc-")
                    .endsWith("\" : hotplug of the volume timed out"));
            assertThat(finding.command()).contains("-n openshift-cluster-csi-drivers");
            mended(demo, simulator, fault);
        }

        /** A pod with a volume. */
        private void database(HostedClusterResource demo, Simulator simulator, @Nullable String storageClass) {
            try (KubernetesClient guest = demo.guest()) {
                guest.resource(new PersistentVolumeClaimBuilder()
                                .withNewMetadata()
                                .withNamespace("default")
                                .withName("data")
                                .endMetadata()
                                .withNewSpec()
                                .withAccessModes("ReadWriteOnce")
                                .withStorageClassName(storageClass)
                                .withNewResources()
                                .withRequests(Map.of("storage", new Quantity("1Gi")))
                                .endResources()
                                .endSpec()
                                .build())
                        .create();
                guest.resource(new PodBuilder()
                                .withNewMetadata()
                                .withNamespace("default")
                                .withName("db")
                                .endMetadata()
                                .withNewSpec()
                                .addNewContainer()
                                .withName("db")
                                .withImage("quay.io/example/db")
                                .endContainer()
                                .addNewVolume()
                                .withName("data")
                                .withNewPersistentVolumeClaim()
                                .withClaimName("data")
                                .endPersistentVolumeClaim()
                                .endVolume()
                                .endSpec()
                                .build())
                        .create();
            }
            simulator.advance(Duration.ofMinutes(10));
        }
    }

    @Test
    void machines_that_run_and_do_not_join_12_3_7(HcpClient hcp, Simulator simulator) {
        HostedClusterResource demo = Clusters.complete(hcp, 1);
        simulator.inject(new Fault.IgnitionUnreachable(PLANE));
        demo.nodePool("demo").scale(2);
        simulator.advance(Duration.ofMinutes(40));

        Finding finding = only(demo, MACHINES_NOT_JOINING, "virtual machines run and do not join");

        assertThat(finding.command()).startsWith("virtctl console -n clusters-demo demo-");
    }

    @Test
    void a_machine_whose_disk_is_not_filled_beside_others_12_3_7(HcpClient hcp, Simulator simulator) {
        HostedClusterResource demo = Clusters.complete(hcp, 1);
        InjectedFault fault =
                simulator.inject(new Fault.ImportFails(PLANE, "", "certificate signed by unknown authority"));
        demo.nodePool("demo").scale(2);
        simulator.advance(Duration.ofMinutes(15));

        only(demo, MACHINES_NOT_JOINING, "the disks of virtual machines are not filled");
        mended(demo, simulator, fault);
    }

    @Test
    void a_boot_image_that_was_not_mirrored_12_3_8(HcpClient hcp, Simulator simulator) {
        HostedClusterResource demo = Clusters.begun(hcp, 0);
        demo.awaitAvailable(LONG);
        String image = demo.nodePool("demo").get().getStatus().getConditions().stream()
                .filter(condition -> condition.getType().equals("ValidPlatformImage"))
                .map(condition -> condition.getMessage().replaceFirst(".* is ", ""))
                .findFirst()
                .orElseThrow();
        InjectedFault fault = simulator.inject(new Fault.ImageNotPulled("", image, "manifest unknown"));
        demo.nodePool("demo").scale(1);
        simulator.advance(Duration.ofMinutes(15));

        Finding finding = only(demo, BOOT_IMAGE, "the boot image is not in the registry");

        assertThat(finding.evidence())
                .anyMatch(line -> line.endsWith("Failed to pull image \"" + image + "\": manifest unknown"))
                .contains("image " + image);
        assertThat(finding.command()).isEqualTo("oc image mirror " + image + " <internal_registry>");
        assertThat(demo.diagnose().findings()).as("it is said once").containsExactly(finding);
        mended(demo, simulator, fault);
    }

    @Test
    void hosts_that_do_not_return_12_3_9(HcpClient hcp, Simulator simulator) {
        HostedClusterResource demo = onAgents(hcp, simulator);
        agent(simulator, "free", JsonObject.of("approved", true), "known-unbound");
        agent(
                simulator,
                "left",
                JsonObject.of("approved", true, "hostname", "worker-1"),
                "unbinding-pending-user-action");

        Finding finding = only(demo, LATE_BINDING, "hosts without a BareMetalHost do not return");

        assertThat(finding.evidence())
                .containsExactly("agent left (worker-1) is unbinding-pending-user-action, and has no BareMetalHost");
        assertThat(demo.diagnose().of(NO_WORKER_NODES)).isEmpty();
    }

    // Circumstances

    private static HostedClusterResource begun(HcpClient hcp, Simulator simulator) {
        HostedClusterResource demo = Clusters.begun(hcp, 1);
        simulator.advance(Duration.ofMinutes(15));
        return demo;
    }

    /** Nothing is found once the world has recovered. */
    private static void mended(HostedClusterResource demo, Simulator simulator, InjectedFault fault) {
        fault.mend();
        simulator.advance(Duration.ofMinutes(10));
        demo.awaitCompleted(LONG);
        demo.nodePool("demo")
                .awaitReplicas(demo.nodePool("demo").get().getSpec().getReplicas(), LONG);
        assertThat(demo.diagnose().findings()).isEmpty();
    }

    private static HostedClusterResource withBaseDomain(HcpClient hcp) {
        HostedClusterResource demo = hcp.kubeVirtCluster("clusters", "demo")
                .releaseImage(Clusters.release("4.16.5"))
                .pullSecret(Clusters.PULL_SECRET)
                .baseDomain("example.com")
                .nodePoolReplicas(1)
                .apply();
        demo.awaitCompleted(LONG);
        return demo;
    }

    private static HostedClusterResource onAgents(HcpClient hcp, Simulator simulator) {
        Objects objects = simulator.objects();
        for (String namespace : List.of("clusters", "hosts")) {
            objects.create(
                    objects.resource("v1", "Namespace"),
                    JsonObject.of("metadata", JsonObject.of("name", namespace)),
                    "test");
        }
        objects.create(
                objects.resource("hypershift.openshift.io/v1beta1", "HostedCluster"),
                JsonObject.of(
                        "metadata", JsonObject.of("name", "demo", "namespace", "clusters"),
                        "spec",
                                JsonObject.of(
                                        "networking",
                                                JsonObject.of(
                                                        "clusterNetwork",
                                                        JsonArray.of(JsonObject.of("cidr", "10.132.0.0/14"))),
                                        "pausedUntil", "true",
                                        "platform",
                                                JsonObject.of(
                                                        "agent",
                                                        JsonObject.of("agentNamespace", "hosts"),
                                                        "type",
                                                        "Agent"),
                                        "pullSecret", JsonObject.of("name", "pull"),
                                        "release", JsonObject.of("image", Clusters.release("4.16.5")),
                                        "services", JsonArray.EMPTY,
                                        "sshKey", JsonObject.EMPTY)),
                "test");
        objects.create(
                objects.resource("hypershift.openshift.io/v1beta1", "NodePool"),
                JsonObject.of(
                        "metadata", JsonObject.of("name", "demo", "namespace", "clusters"),
                        "spec",
                                JsonObject.of(
                                        "clusterName", "demo",
                                        "management", JsonObject.of("upgradeType", "InPlace"),
                                        "platform", JsonObject.of("agent", JsonObject.EMPTY, "type", "Agent"),
                                        "release", JsonObject.of("image", Clusters.release("4.16.5")),
                                        "replicas", 2L)),
                "test");
        simulator.advance(Duration.ofMinutes(1));
        setCondition(simulator, "HostedCluster", "clusters", "demo", "Available", "True", "AsExpected");
        return hcp.hostedCluster("clusters", "demo");
    }

    private static void agent(Simulator simulator, String name, JsonObject spec, String state) {
        Objects objects = simulator.objects();
        JsonObject agent = objects.create(
                objects.resource("agent-install.openshift.io/v1beta1", "Agent"),
                JsonObject.of(
                        "metadata", JsonObject.of("name", name, "namespace", "hosts"),
                        "spec", spec.with("role", "worker")),
                "test");
        objects.update(
                objects.resource("agent-install.openshift.io/v1beta1", "Agent"),
                "status",
                agent.withAt(JsonObject.of("state", state), "status", "debugInfo"),
                "test");
    }

    private static void loadBalancer(KubernetesClient guest, String namespace, String name) {
        if (guest.namespaces().withName(namespace).get() == null) {
            guest.resource(new io.fabric8.kubernetes.api.model.NamespaceBuilder()
                            .withNewMetadata()
                            .withName(namespace)
                            .endMetadata()
                            .build())
                    .create();
        }
        guest.resource(new ServiceBuilder()
                        .withNewMetadata()
                        .withNamespace(namespace)
                        .withName(name)
                        .endMetadata()
                        .withNewSpec()
                        .withType("LoadBalancer")
                        .addNewPort()
                        .withPort(80)
                        .endPort()
                        .endSpec()
                        .build())
                .create();
    }

    private static void setCondition(
            Simulator simulator,
            String kind,
            String namespace,
            String name,
            String type,
            String status,
            String reason) {
        set(simulator.objects(), "hypershift.openshift.io/v1beta1", kind, namespace, name, type, status, reason);
    }

    private static void set(
            Objects objects,
            String version,
            String kind,
            String namespace,
            String name,
            String type,
            String status,
            String reason) {
        JsonObject now =
                objects.get(objects.resource(version, kind), namespace, name).orElseThrow();
        List<Object> conditions = new ArrayList<>();
        for (Object one : now.array("status", "conditions")) {
            if (!type.equals(((JsonObject) one).text("type"))) {
                conditions.add(one);
            }
        }
        conditions.add(JsonObject.of(
                "lastTransitionTime",
                "2025-01-01T00:00:00Z",
                "message",
                "",
                "reason",
                reason,
                "status",
                status,
                "type",
                type));
        objects.update(
                objects.resource(version, kind),
                "status",
                now.withAt(JsonArray.copyOf(conditions), "status", "conditions"),
                "test");
    }

    /** The finding of a symptom that there is, which begins so. */
    private static Finding only(HostedClusterResource demo, Symptom symptom, String beginning) {
        Diagnosis diagnosis = demo.diagnose();
        assertThat(diagnosis.of(symptom)).as(diagnosis.toString()).hasSize(1);
        Finding finding = diagnosis.of(symptom).get(0);
        assertThat(finding.cause()).startsWith(beginning);
        assertThat(diagnosis.toString()).contains(symptom.section() + " " + symptom.title(), finding.command());
        return finding;
    }
}
