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
import dev.hcp.simulator.faults.Fault;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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
        void a_management_cluster_without_default_storage_class(
                HcpClient hcp, Simulator simulator, KubernetesClient kubernetes) {
            simulator.inject(new Fault.VolumesNotProvisioned(PLANE, "data-etcd-", "nobody does"));
            HostedClusterResource demo = begun(hcp, simulator);
            simulator.inject(new Fault.CreationRefused(PLANE, "Event", 403, "Forbidden", "nobody tells"));
            kubernetes.v1().events().inNamespace(PLANE).delete();

            assertThat(only(demo, PARTIAL_STATE, "the management cluster has no default storage class")
                            .evidence())
                    .contains("claim data-etcd-0 is Pending and names no storage class");
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
        void a_host_name_without_address(HcpClient hcp, Simulator simulator, KubernetesClient kubernetes) {
            HostedClusterResource demo = Clusters.begun(hcp, 1);
            setCondition(
                    simulator,
                    "HostedCluster",
                    "clusters",
                    "demo",
                    "ExternalDNSReachable",
                    "False",
                    "ExternalDNSHostNotReachable");

            only(demo, PARTIAL_STATE, "the API server's host name has no address");
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
            HostedClusterResource demo = begunUntilNodes(hcp, 1);
            operatorSays(simulator, "monitoring", "Degraded", "True", "UpdatingPrometheusFailed");

            assertThat(only(demo, PARTIAL_STATE, "cluster operators are degraded")
                            .evidence())
                    .anyMatch(line -> line.contains("UpdatingPrometheusFailed"));
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
            simulator.inject(new Fault.ContainersFail(PLANE, "importer-", Fault.ContainerFailure.CRASH, ""));
            HostedClusterResource demo = Clusters.begun(hcp, 1);
            demo.awaitAvailable(LONG);
            simulator.runUntil(() -> !importing(demo).isEmpty(), LONG);
            importer(simulator, importing(demo).get(0));
            simulator.advance(Duration.ofSeconds(30));

            Finding finding = only(demo, NO_WORKER_NODES, "the disks of virtual machines are not filled");

            assertThat(finding.evidence()).anyMatch(line -> line.contains("CrashLoopBackOff"));
            assertThat(finding.command()).isEqualTo("oc get pods -n clusters-demo | grep \"import\"");
        }

        @Test
        void machines_that_find_no_room(HcpClient hcp, Simulator simulator) {
            simulator.inject(new Fault.ContainersFail(PLANE, "virt-launcher-", Fault.ContainerFailure.IMAGE_PULL, ""));
            HostedClusterResource demo = Clusters.begun(hcp, 1);
            demo.awaitAvailable(LONG);
            simulator.advance(Duration.ofMinutes(30));

            assertThat(only(demo, NO_WORKER_NODES, "virtual machines do not start")
                            .command())
                    .isEqualTo("oc get pods -n clusters-demo -l kubevirt.io=virt-launcher");
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
        void wildcard_routes_that_are_not_admitted(HcpClient hcp, Simulator simulator) {
            HostedClusterResource demo = begunUntilNodes(hcp, 1);
            operatorSays(simulator, "console", "Degraded", "True", "RouteHealthDegraded");

            Finding finding = only(demo, INGRESS_OFFLINE, "the management cluster does not admit wildcard routes");

            assertThat(finding.evidence()).anyMatch(line -> line.contains("RouteHealthDegraded"));
            assertThat(finding.command()).contains("WildcardsAllowed");
        }

        @Test
        void a_wildcard_name_that_leads_elsewhere(HcpClient hcp, Simulator simulator, KubernetesClient kubernetes) {
            HostedClusterResource demo = withBaseDomain(hcp);
            operatorSays(simulator, "console", "Degraded", "True", "RouteHealthDegraded");

            Finding finding = only(demo, INGRESS_OFFLINE, "the wildcard DNS name of the cluster's applications");

            assertThat(finding.evidence()).anyMatch(line -> line.contains("*.apps.demo.example.com"));
            assertThat(finding.command()).isEqualTo("dig +short console-openshift-console.apps.demo.example.com");
        }

        @Test
        void a_load_balancer_of_the_ingress_without_address(HcpClient hcp, Simulator simulator) {
            HostedClusterResource demo = withBaseDomain(hcp);
            operatorSays(simulator, "ingress", "Degraded", "True", "LoadBalancerPending");
            try (KubernetesClient guest = demo.guest()) {
                loadBalancer(guest, "openshift-ingress", "router-default");
            }

            only(demo, INGRESS_OFFLINE, "the load balancer of the cluster's ingress has no address");
        }
    }

    @Nested
    class Load_balancers_12_3_5 {
        @Test
        void a_cloud_controller_manager_that_does_not_run(HcpClient hcp, Simulator simulator) {
            HostedClusterResource demo = Clusters.complete(hcp, 1);
            simulator.inject(new Fault.ContainersFail(
                    PLANE, "kubevirt-cloud-controller-manager-", Fault.ContainerFailure.CRASH, ""));
            waitForAddress(demo, simulator);

            Finding finding = only(demo, LOAD_BALANCERS, "the cloud controller manager of the cluster does not run");

            assertThat(finding.evidence())
                    .contains("service default/web has no address")
                    .anyMatch(line -> line.contains("CrashLoopBackOff"));
            assertThat(finding.command()).isEqualTo("oc get pods -n clusters-demo -l app=cloud-controller-manager");
        }

        @Test
        void a_management_cluster_that_gives_no_addresses(HcpClient hcp, Simulator simulator) {
            HostedClusterResource demo = Clusters.complete(hcp, 1);
            waitForAddress(demo, simulator);

            only(demo, LOAD_BALANCERS, "the cloud controller manager runs, but the management cluster gives");
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
            simulator.inject(
                    new Fault.ContainersFail(PLANE, "kubevirt-csi-controller-", Fault.ContainerFailure.CRASH, ""));
            claim(demo, simulator);

            Finding finding =
                    only(demo, VOLUME_CLAIMS, "the storage driver's controller, which binds claims, does not run");

            assertThat(finding.evidence()).contains("claim default/data is Pending");
            assertThat(finding.command()).isEqualTo("oc get pods -n clusters-demo -l app=kubevirt-csi-driver");
        }

        @Test
        void a_storage_class_that_gives_no_volumes(HcpClient hcp, Simulator simulator) {
            HostedClusterResource demo = Clusters.complete(hcp, 1);
            claim(demo, simulator);

            only(demo, VOLUME_CLAIMS, "claims are not bound although the storage driver's controller runs");
        }

        @Test
        void volumes_that_are_not_attached(HcpClient hcp, Simulator simulator) {
            HostedClusterResource demo = Clusters.complete(hcp, 1);
            Objects guest = simulator.guest("clusters", "demo").orElseThrow();
            guest.create(
                    guest.resource("v1", "Pod"),
                    JsonObject.of(
                            "metadata", JsonObject.of("name", "db", "namespace", "default"),
                            "spec",
                                    JsonObject.of(
                                            "containers",
                                            JsonArray.of(JsonObject.of("image", "db", "name", "db")),
                                            "nodeName",
                                            "nowhere")),
                    "test");
            guest.create(
                    guest.resource("v1", "Event"),
                    JsonObject.of(
                            "involvedObject", JsonObject.of("kind", "Pod", "name", "db", "namespace", "default"),
                            "message", "Multi-Attach error for volume",
                            "metadata", JsonObject.of("name", "db.1", "namespace", "default"),
                            "reason", "FailedAttachVolume",
                            "type", "Warning"),
                    "test");

            Finding finding = only(demo, VOLUME_CLAIMS, "volumes are not attached to the nodes");

            assertThat(finding.evidence())
                    .containsExactly("pod default/db: FailedAttachVolume Multi-Attach error for volume");
            assertThat(finding.command()).contains("-n openshift-cluster-csi-drivers");
        }

        private void claim(HostedClusterResource demo, Simulator simulator) {
            try (KubernetesClient guest = demo.guest()) {
                guest.resource(new PersistentVolumeClaimBuilder()
                                .withNewMetadata()
                                .withNamespace("default")
                                .withName("data")
                                .endMetadata()
                                .withNewSpec()
                                .withAccessModes("ReadWriteOnce")
                                .withStorageClassName("missing")
                                .withNewResources()
                                .withRequests(Map.of("storage", new Quantity("1Gi")))
                                .endResources()
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
    void a_boot_image_that_was_not_mirrored_12_3_8(HcpClient hcp, Simulator simulator) {
        simulator.inject(new Fault.ContainersFail(PLANE, "importer-", Fault.ContainerFailure.IMAGE_PULL, ""));
        HostedClusterResource demo = Clusters.begun(hcp, 1);
        demo.awaitAvailable(LONG);
        simulator.runUntil(() -> !importing(demo).isEmpty(), LONG);
        importer(simulator, importing(demo).get(0));
        simulator.advance(Duration.ofSeconds(30));

        Finding finding = only(demo, BOOT_IMAGE, "the boot image is not in the registry");

        assertThat(finding.command()).startsWith("oc image mirror ").endsWith(" <internal_registry>");
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

    /** A cluster that has nodes, and whose version is not complete. */
    private static HostedClusterResource begunUntilNodes(HcpClient hcp, int nodes) {
        HostedClusterResource demo = Clusters.begun(hcp, nodes);
        demo.nodePool("demo").awaitReplicas(nodes, LONG);
        return demo;
    }

    private static HostedClusterResource withBaseDomain(HcpClient hcp) {
        HostedClusterResource demo = hcp.kubeVirtCluster("clusters", "demo")
                .releaseImage(Clusters.release("4.16.5"))
                .pullSecret("{\"auths\":{\"quay.io\":{\"auth\":\"dGVzdDp0ZXN0\"}}}")
                .baseDomain("example.com")
                .nodePoolReplicas(1)
                .apply();
        demo.nodePool("demo").awaitReplicas(1, LONG);
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

    /** Data volumes that are being filled. */
    private static List<String> importing(HostedClusterResource demo) {
        return demo.status().virtualMachines().stream()
                .filter(machine -> machine.status().equals("Provisioning"))
                .map(machine -> machine.name())
                .toList();
    }

    /** The pod with which CDI fills the disk of a machine. */
    private static void importer(Simulator simulator, String machine) {
        Objects objects = simulator.objects();
        String volume = objects.list(objects.resource("cdi.kubevirt.io/v1beta1", "DataVolume"), PLANE).stream()
                .filter(one -> one.text("spec", "source", "registry", "url") != null)
                .map(one -> String.valueOf(one.text("metadata", "name")))
                .findFirst()
                .orElse(machine);
        objects.create(
                objects.resource("v1", "Pod"),
                JsonObject.of(
                        "metadata", JsonObject.of("name", "importer-" + volume, "namespace", PLANE),
                        "spec",
                                JsonObject.of(
                                        "containers",
                                        JsonArray.of(JsonObject.of("image", "importer", "name", "importer")))),
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

    private static void operatorSays(Simulator simulator, String operator, String type, String status, String reason) {
        Objects guest = simulator.guest("clusters", "demo").orElseThrow();
        set(guest, "config.openshift.io/v1", "ClusterOperator", "", operator, type, status, reason);
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
        List<Object> conditions = new java.util.ArrayList<>();
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
