package dev.hcp.reconcilers.controlplane;

import static dev.hcp.reconcilers.controlplane.ControlPlaneFixture.highlyAvailable;
import static dev.hcp.reconcilers.controlplane.ControlPlaneFixture.view;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.JsonObject;
import dev.hcp.api.names.Annotations;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of components: how many pods each has, what they request, and how they are rolled out. */
class ComponentTableTest {
    private static final Map<String, String> DEDICATED =
            Map.of(Annotations.TOPOLOGY, "dedicated-request-serving-components");

    private static Component component(String name) {
        return Groups.ALL.stream()
                .filter(component -> component.name.equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("there is no component " + name));
    }

    private static JsonObject render(String name, JsonObject spec, Map<String, String> annotations) {
        return Workloads.render(component(name), view(spec, annotations), JsonObject.EMPTY)
                .object("spec");
    }

    @ParameterizedTest
    @CsvSource({
        // workload, highly available, dedicated, single, priority class
        "etcd, 3, 3, 1, hypershift-etcd",
        "kube-apiserver, 3, 2, 1, hypershift-api-critical",
        "kube-controller-manager, 2, 2, 1, hypershift-control-plane",
        "kube-scheduler, 2, 2, 1, hypershift-control-plane",
        "openshift-apiserver, 3, 3, 1, hypershift-api-critical",
        "openshift-oauth-apiserver, 3, 3, 1, hypershift-api-critical",
        "oauth-openshift, 2, 2, 1, hypershift-api-critical",
        "openshift-controller-manager, 2, 2, 1, hypershift-control-plane",
        "openshift-route-controller-manager, 2, 2, 1, hypershift-control-plane",
        "cluster-policy-controller, 2, 2, 1, hypershift-control-plane",
        "ignition-server, 3, 3, 1, hypershift-control-plane",
        "ignition-server-proxy, 3, 2, 1, hypershift-control-plane",
        "router, 3, 2, 1, hypershift-api-critical",
        "konnectivity-agent, 3, 3, 1, hypershift-control-plane",
        "packageserver, 3, 3, 1, hypershift-api-critical",
        "kubevirt-cloud-controller-manager, 3, 3, 1, hypershift-control-plane",
        "cluster-version-operator, 1, 1, 1, hypershift-control-plane",
        "cluster-network-operator, 1, 1, 1, hypershift-control-plane",
        "cluster-node-tuning-operator, 1, 1, 1, hypershift-control-plane",
        "dns-operator, 1, 1, 1, hypershift-control-plane",
        "ingress-operator, 1, 1, 1, hypershift-control-plane",
        "hosted-cluster-config-operator, 1, 1, 1, hypershift-control-plane",
        "olm-operator, 1, 1, 1, hypershift-control-plane",
        "catalog-operator, 1, 1, 1, hypershift-control-plane",
        "cluster-image-registry-operator, 1, 1, 1, hypershift-control-plane",
        "cluster-storage-operator, 1, 1, 1, hypershift-control-plane",
        "csi-snapshot-controller-operator, 1, 1, 1, hypershift-control-plane",
        "control-plane-pki-operator, 1, 1, 1, hypershift-control-plane",
        "machine-approver, 1, 1, 1, hypershift-control-plane",
        "cluster-autoscaler, 1, 1, 1, hypershift-control-plane",
        "cloud-credential-operator, 1, 1, 1, hypershift-control-plane",
        "cloud-controller-manager, 1, 1, 1, hypershift-control-plane",
        "kubevirt-csi-controller, 1, 1, 1, hypershift-control-plane",
        "certified-operators-catalog, 1, 1, 1, hypershift-control-plane",
        "community-operators-catalog, 1, 1, 1, hypershift-control-plane",
        "redhat-marketplace-catalog, 1, 1, 1, hypershift-control-plane",
        "redhat-operators-catalog, 1, 1, 1, hypershift-control-plane",
    })
    void replicas_follow_availability_and_topology(
            String name, long available, long dedicated, long single, String priority) {
        JsonObject spec = render(name, highlyAvailable(), Map.of());

        assertThat(spec.integer(0, "replicas")).isEqualTo(available);
        assertThat(render(name, highlyAvailable(), DEDICATED).integer(0, "replicas"))
                .isEqualTo(dedicated);
        assertThat(render(name, JsonObject.EMPTY, DEDICATED).integer(0, "replicas"))
                .isEqualTo(single);
        assertThat(spec.text("template", "spec", "priorityClassName")).isEqualTo(priority);
    }

    @ParameterizedTest
    @CsvSource({
        // workload, dedicated topology, surge, unavailable
        "kube-controller-manager, false, 1, 0",
        "oauth-openshift, false, 1, 1",
        "kube-apiserver, false, 0, 1",
        "kube-apiserver, true, 1, 1",
        "router, true, 1, 1",
        "openshift-apiserver, true, 0, 1",
    })
    void two_replicas_surge_and_three_make_room(String name, boolean dedicated, long surge, long unavailable) {
        JsonObject rolling = render(name, highlyAvailable(), dedicated ? DEDICATED : Map.of())
                .object("strategy", "rollingUpdate");

        assertThat(rolling.integer(-1, "maxSurge")).isEqualTo(surge);
        assertThat(rolling.integer(-1, "maxUnavailable")).isEqualTo(unavailable);
    }

    @ParameterizedTest
    @CsvSource({
        "etcd, etcd, 300m, 600Mi",
        "kube-apiserver, kube-apiserver, 350m, 2Gi",
        "kube-controller-manager, kube-controller-manager, 60m, 400Mi",
        "kube-scheduler, kube-scheduler, 25m, 150Mi",
        "openshift-apiserver, openshift-apiserver, 100m, 200Mi",
        "openshift-oauth-apiserver, oauth-apiserver, 150m, 80Mi",
        "openshift-controller-manager, openshift-controller-manager, 100m, 100Mi",
        "cloud-controller-manager, cloud-controller-manager, 75m, 60Mi",
    })
    void main_containers_request_what_the_table_says(String name, String container, String cpu, String memory) {
        JsonObject requests = WorkloadView.container(
                        Workloads.render(component(name), view(highlyAvailable(), Map.of()), JsonObject.EMPTY),
                        container)
                .object("resources", "requests");

        assertThat(requests).isEqualTo(JsonObject.of("cpu", cpu, "memory", memory));
    }

    @Test
    void replicas_keep_apart_by_zone_and_host_only_where_there_are_several() {
        JsonObject several = render("openshift-apiserver", highlyAvailable(), Map.of());
        JsonObject one = render("openshift-apiserver", JsonObject.EMPTY, Map.of());

        assertThat(several
                        .array(
                                "template",
                                "spec",
                                "affinity",
                                "podAntiAffinity",
                                "requiredDuringSchedulingIgnoredDuringExecution")
                        .stream()
                        .map(term -> ((JsonObject) term).text("topologyKey")))
                .containsExactly("topology.kubernetes.io/zone", "kubernetes.io/hostname");
        assertThat(one.at("template", "spec", "affinity", "podAntiAffinity")).isNull();
    }

    @Test
    void etcd_is_defragmented_only_where_other_members_answer_meanwhile() {
        assertThat(WorkloadView.containers(render("etcd", highlyAvailable(), Map.of())))
                .contains("etcd-defrag");
        assertThat(WorkloadView.containers(render("etcd", JsonObject.EMPTY, Map.of())))
                .doesNotContain("etcd-defrag");
    }

    @Test
    void the_package_server_has_two_replicas_on_ibm_cloud() {
        JsonObject spec = highlyAvailable().with("platform", JsonObject.of("type", "IBMCloud"));

        assertThat(render("packageserver", spec, Map.of()).integer(0, "replicas"))
                .isEqualTo(2);
    }
}
