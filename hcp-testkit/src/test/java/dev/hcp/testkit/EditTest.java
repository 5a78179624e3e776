package dev.hcp.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hcp.api.agent.InfraEnv;
import dev.hcp.api.hypershift.NodePool;
import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.ocm.ManagedCluster;
import dev.hcp.client.Agents;
import dev.hcp.client.ConflictException;
import dev.hcp.client.HcpClient;
import dev.hcp.client.HostedClusterResource;
import dev.hcp.client.NodePoolResource;
import dev.hcp.client.ObjectRefusedException;
import dev.hcp.client.ResourceNotFoundException;
import dev.hcp.simulator.Simulator;
import dev.hcp.simulator.faults.Fault;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Changes for which there is no method of their own, and what is around clusters. */
@HcpTest
class EditTest {
    @Test
    void what_differs_is_sent_and_the_rest_is_left_alone(HcpClient hcp) {
        HostedClusterResource demo = Clusters.begun(hcp, 1);
        NodePoolResource pool = demo.nodePool("demo");
        JsonObject before = Json.toTree(pool.get()).object("spec");

        NodePool edited = pool.edit(
                spec -> spec.toBuilder().nodeLabels(Map.of("rack", "one")).build());

        assertThat(Json.toTree(edited).object("spec"))
                .isEqualTo(before.with("nodeLabels", JsonObject.of("rack", "one")));
        assertThat(Json.toTree(demo.edit(
                                spec -> spec.toBuilder().channel("fast-4.16").build()))
                        .text("spec", "channel"))
                .isEqualTo("fast-4.16");
        assertThat(Json.toTree(demo.edit(spec -> spec.toBuilder().channel(null).build()))
                        .at("spec", "channel"))
                .isNull();
    }

    @Test
    void an_edit_that_changes_nothing_sends_nothing(HcpClient hcp) {
        NodePoolResource pool = Clusters.begun(hcp, 1).nodePool("demo");
        String version = pool.get().getMetadata().getResourceVersion();

        assertThat(pool.edit(spec -> spec).getMetadata().getResourceVersion()).isEqualTo(version);
    }

    @Test
    void an_edit_is_made_again_on_what_somebody_else_wrote_meanwhile(HcpClient hcp) {
        NodePoolResource pool = Clusters.begun(hcp, 1).nodePool("demo");
        AtomicInteger calls = new AtomicInteger();

        pool.edit(spec -> {
            if (calls.incrementAndGet() == 1) {
                pool.autoRepair(true);
            }
            return spec.toBuilder()
                    .replicas(spec.getManagement().getAutoRepair() ? 5 : 4)
                    .build();
        });

        assertThat(calls).hasValue(2);
        assertThat(pool.get().getSpec().getReplicas()).isEqualTo(5);
        assertThat(pool.get().getSpec().getManagement().getAutoRepair()).isTrue();
    }

    @Test
    void what_is_missing_or_refused_is_told(HcpClient hcp) {
        NodePoolResource pool = Clusters.begun(hcp, 1).nodePool("demo");

        assertThatThrownBy(() -> hcp.nodePool("clusters", "none").edit(spec -> spec))
                .isInstanceOf(ResourceNotFoundException.class)
                .hasMessage("cannot change node pool clusters/none: NodePool clusters/none does not exist");
        assertThatThrownBy(() ->
                        pool.edit(spec -> spec.toBuilder().clusterName("other").build()))
                .isInstanceOf(ObjectRefusedException.class)
                .hasMessageContaining("clusterName");
    }

    @Test
    void a_configuration_that_cannot_be_referenced_is_told_with_what_was_written(HcpClient hcp, Simulator simulator) {
        NodePoolResource pool = Clusters.begun(hcp, 1).nodePool("demo");

        assertThatThrownBy(() -> hcp.nodePool("clusters", "none").configure("chrony", "kind: MachineConfig"))
                .isInstanceOf(ResourceNotFoundException.class);
        assertThat(configMap(hcp, "chrony"))
                .as("nothing is written for no pool")
                .isNull();

        simulator.inject(new Fault.WritesConflict("clusters", "NodePool"));
        assertThatThrownBy(() -> pool.configure("chrony", "kind: MachineConfig"))
                .isInstanceOfSatisfying(ConflictException.class, e -> assertThat(e.applied())
                        .containsExactly("ConfigMap clusters/chrony"))
                .hasMessageEndingWith("; applied before that and still there: ConfigMap clusters/chrony");
        assertThat(configMap(hcp, "chrony")).isNotNull();
    }

    @Test
    void nodes_that_were_labelled_before_one_that_is_missing_are_told(HcpClient hcp) {
        assertThatThrownBy(() -> hcp.managementNodes().zone("rack1", "management-0", "nowhere"))
                .isInstanceOf(ResourceNotFoundException.class)
                .hasMessageEndingWith("; applied before that and still there: label of node management-0");
        assertThatThrownBy(() -> hcp.managementNodes().dedicateToControlPlanes("management-0", "nowhere"))
                .isInstanceOf(ResourceNotFoundException.class)
                .hasMessageEndingWith("; applied before that and still there: label and taint of node management-0");
    }

    @Test
    void the_managed_cluster_of_a_hosted_cluster_is_deleted(HcpClient hcp, KubernetesClient kubernetes) {
        ManagedCluster managed = new ManagedCluster();
        managed.setMetadata(new ObjectMetaBuilder().withName("demo").build());
        kubernetes.resource(managed).create();

        hcp.hostedCluster("clusters", "demo").deleteManagedCluster();
        hcp.hostedCluster("clusters", "demo").deleteManagedCluster();

        assertThat(kubernetes.resources(ManagedCluster.class).withName("demo").get())
                .isNull();
    }

    @Test
    void applications_are_published_once_the_router_is_there(HcpClient hcp, KubernetesClient kubernetes) {
        HostedClusterResource demo = Clusters.begun(hcp, 1);
        assertThatThrownBy(demo::publishApplications).isInstanceOf(ResourceNotFoundException.class);
        assertThatThrownBy(demo::applicationsAddress)
                .isInstanceOf(ResourceNotFoundException.class)
                .hasMessageContaining("publish the applications first");
        demo.awaitCompleted(Clusters.LONG);

        Service service = demo.publishApplications();
        demo.publishApplications();

        assertThat(service.getSpec().getSelector()).containsEntry("kubevirt.io", "virt-launcher");
        try (KubernetesClient guest = demo.guest()) {
            assertThat(service.getSpec().getPorts())
                    .extracting(port ->
                            port.getPort() + " to " + port.getTargetPort().getIntVal())
                    .containsExactlyInAnyOrderElementsOf(guest
                            .services()
                            .inNamespace("openshift-ingress")
                            .withName("router-nodeport-default")
                            .get()
                            .getSpec()
                            .getPorts()
                            .stream()
                            .map(port -> port.getPort() + " to " + port.getNodePort())
                            .toList());
        }
        assertThatThrownBy(demo::applicationsAddress)
                .isInstanceOf(ResourceNotFoundException.class)
                .hasMessageContaining("has no address yet");
    }

    @Test
    void hosts_are_discovered_in_a_namespace_that_is_there(HcpClient hcp) {
        HostedClusterResource metal = hcp.hostedCluster("clusters", "metal");
        Agents agents = hcp.agents(metal.controlPlaneNamespace());
        assertThatThrownBy(() -> agents.infraEnv("metal").apply())
                .isInstanceOf(ResourceNotFoundException.class)
                .hasMessageContaining("namespaces \"clusters-metal\" not found");

        metal.createControlPlaneNamespace();
        metal.createControlPlaneNamespace();
        InfraEnv environment = agents.infraEnv("metal").pullSecret("pull").apply();

        assertThat(Json.toTree(environment).object("spec").without("ipxeScriptType"))
                .isEqualTo(JsonObject.of("cpuArchitecture", "x86_64", "pullSecretRef", JsonObject.of("name", "pull")));
        assertThatThrownBy(() -> agents.discoveryImage("metal"))
                .isInstanceOf(ResourceNotFoundException.class)
                .hasMessageContaining("has no image yet");
        assertThatThrownBy(() -> agents.bootArtifacts("none"))
                .isInstanceOf(ResourceNotFoundException.class)
                .hasMessageContaining("does not exist");
    }

    private static @Nullable ConfigMap configMap(HcpClient hcp, String name) {
        return hcp.kubernetes()
                .configMaps()
                .inNamespace("clusters")
                .withName(name)
                .get();
    }
}
