package dev.hcp.reconcilers.controlplane;

import static dev.hcp.reconcilers.controlplane.ControlPlaneFixture.NAMESPACE;
import static dev.hcp.reconcilers.controlplane.ControlPlaneFixture.highlyAvailable;
import static dev.hcp.reconcilers.controlplane.ControlPlaneFixture.view;
import static dev.hcp.reconcilers.controlplane.WorkloadView.container;
import static dev.hcp.reconcilers.controlplane.WorkloadView.containers;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.names.Annotations;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What annotations and fields of a control plane make of its workloads. */
class ComponentAnnotationsTest {
    private static JsonObject render(Component component, Map<String, String> annotations) {
        return Workloads.render(component, view(highlyAvailable(), annotations), JsonObject.EMPTY);
    }

    private static JsonObject pod(JsonObject workload) {
        return workload.object("spec", "template", "spec");
    }

    @Test
    void request_overrides_win_over_what_is_there_and_what_is_no_quantity_is_passed_over() {
        Map<String, String> override = Map.of(
                Annotations.RESOURCE_REQUEST_OVERRIDE_PREFIX + "kube-apiserver.kube-apiserver",
                "memory=3Gi,cpu=2000m,disk=much,nothing");
        JsonObject before =
                Workloads.render(ApiComponents.KUBE_API_SERVER, view(highlyAvailable(), Map.of()), JsonObject.EMPTY);

        JsonObject after = Workloads.render(ApiComponents.KUBE_API_SERVER, view(highlyAvailable(), override), before);

        assertThat(container(after, "kube-apiserver").object("resources"))
                .isEqualTo(JsonObject.of("requests", JsonObject.of("cpu", "2", "memory", "3Gi")));
        assertThat(container(after, "audit-logs")).isEqualTo(container(before, "audit-logs"));
    }

    @Test
    void a_helper_before_the_others_can_be_given_requests_too() {
        JsonObject etcd = render(
                EtcdComponents.ETCD,
                Map.of(Annotations.RESOURCE_REQUEST_OVERRIDE_PREFIX + "etcd.ensure-dns", "cpu=5m"));

        assertThat(pod(etcd).array("initContainers").object(0).text("resources", "requests", "cpu"))
                .isEqualTo("5m");
    }

    @Test
    void resources_of_the_main_container_stay_as_somebody_set_them_and_those_of_others_do_not() {
        JsonObject usual = render(ApiComponents.OPENSHIFT_API_SERVER, Map.of());
        JsonObject more =
                JsonObject.of("limits", JsonObject.of("memory", "4Gi"), "requests", JsonObject.of("memory", "1Gi"));
        JsonArray changed = JsonArray.of(
                container(usual, "openshift-apiserver").with("resources", more),
                container(usual, "konnectivity-proxy").with("resources", more));

        JsonObject next = Workloads.render(
                ApiComponents.OPENSHIFT_API_SERVER,
                view(highlyAvailable(), Map.of()),
                usual.withAt(changed, "spec", "template", "spec", "containers"));

        assertThat(container(next, "openshift-apiserver").object("resources")).isEqualTo(more);
        assertThat(container(next, "konnectivity-proxy")).isEqualTo(container(usual, "konnectivity-proxy"));
    }

    @ParameterizedTest
    @CsvSource({
        Annotations.ETCD_PRIORITY_CLASS + ", true, false, false",
        Annotations.API_CRITICAL_PRIORITY_CLASS + ", false, true, false",
        Annotations.CONTROL_PLANE_PRIORITY_CLASS + ", false, false, true",
    })
    void a_priority_class_is_overridden_for_the_workloads_of_its_kind(
            String annotation, boolean etcd, boolean apiServer, boolean scheduler) {
        Map<String, String> mine = Map.of(annotation, "mine");

        assertThat("mine".equals(pod(render(EtcdComponents.ETCD, mine)).text("priorityClassName")))
                .isEqualTo(etcd);
        assertThat("mine"
                        .equals(pod(render(ApiComponents.KUBE_API_SERVER, mine)).text("priorityClassName")))
                .isEqualTo(apiServer);
        assertThat("mine".equals(pod(render(ApiComponents.KUBE_SCHEDULER, mine)).text("priorityClassName")))
                .isEqualTo(scheduler);
    }

    @Test
    void deployments_under_debugging_have_no_pods_but_keep_all_else() {
        Map<String, String> debugged = Map.of(Annotations.DEBUG_DEPLOYMENTS, "kube-scheduler,olm-operator");

        JsonObject scheduler = render(ApiComponents.KUBE_SCHEDULER, debugged);

        assertThat(scheduler.integer(-1, "spec", "replicas")).isZero();
        assertThat(scheduler.withAt(2, "spec", "replicas")).isEqualTo(render(ApiComponents.KUBE_SCHEDULER, Map.of()));
        assertThat(render(ApiComponents.KUBE_CONTROLLER_MANAGER, debugged).integer(-1, "spec", "replicas"))
                .isEqualTo(2);
    }

    @Test
    void nothing_to_scale_leaves_the_autoscaler_without_a_pod() {
        assertThat(render(OperatorComponents.AUTOSCALER, Map.of(Annotations.DISABLE_CLUSTER_AUTOSCALER, "true"))
                        .integer(-1, "spec", "replicas"))
                .isZero();
    }

    @Test
    void what_serves_requests_runs_on_nodes_of_the_cluster_s_own_where_there_are_any() {
        Map<String, String> dedicated = Map.of(
                Annotations.TOPOLOGY,
                "dedicated-request-serving-components",
                Annotations.REQUEST_SERVING_NODE_ADDITIONAL_SELECTOR,
                "size=large,arch=amd64");

        JsonObject serving = pod(render(ApiComponents.KUBE_API_SERVER, dedicated));
        JsonObject other = pod(render(ApiComponents.OPENSHIFT_API_SERVER, dedicated));

        assertThat(serving
                        .array(
                                "affinity",
                                "nodeAffinity",
                                "requiredDuringSchedulingIgnoredDuringExecution",
                                "nodeSelectorTerms")
                        .object(0)
                        .array("matchExpressions")
                        .stream()
                        .map(item -> ((JsonObject) item).text("key") + "="
                                + ((JsonObject) item).array("values").get(0)))
                .containsExactly(
                        "hypershift.openshift.io/request-serving-component=true",
                        "hypershift.openshift.io/cluster=" + NAMESPACE,
                        "arch=amd64",
                        "size=large");
        assertThat(serving.array("tolerations").size()).isEqualTo(3);
        assertThat(other.at("affinity", "nodeAffinity", "requiredDuringSchedulingIgnoredDuringExecution"))
                .isNull();
        assertThat(other.array("tolerations").size()).isEqualTo(2);
    }

    @Test
    void node_selector_and_tolerations_of_the_user_reach_every_pod() {
        JsonObject toleration = JsonObject.of("key", "mine", "operator", "Exists");
        ControlPlane controlPlane = view(
                JsonObject.of("nodeSelector", JsonObject.of("zone", "a"), "tolerations", JsonArray.of(toleration)),
                Map.of());

        for (Component component : Groups.ALL) {
            JsonObject pod = pod(Workloads.render(component, controlPlane, JsonObject.EMPTY));

            assertThat(pod.object("nodeSelector")).as(component.name).isEqualTo(JsonObject.of("zone", "a"));
            assertThat(pod.array("tolerations").get(2)).as(component.name).isEqualTo(toleration);
        }
    }

    @ParameterizedTest
    @CsvSource({
        Annotations.KONNECTIVITY_SERVER_IMAGE + ", konnectivity-server",
        Annotations.PORTIERIS_IMAGE + ", portieris",
    })
    void images_beside_the_api_server_are_overridden(String annotation, String name) {
        JsonObject workload = render(ApiComponents.KUBE_API_SERVER, Map.of(annotation, "mine:1"));

        assertThat(container(workload, name).text("image")).isEqualTo("mine:1");
    }

    @Test
    void the_image_of_agents_is_overridden_apart_from_that_of_their_server() {
        JsonObject agent =
                render(ApiComponents.KONNECTIVITY_AGENT, Map.of(Annotations.KONNECTIVITY_AGENT_IMAGE, "mine:1"));

        assertThat(container(agent, "konnectivity-agent").text("image")).isEqualTo("mine:1");
    }

    @Test
    void image_policies_are_enforced_only_where_an_image_for_it_is_given() {
        assertThat(containers(render(ApiComponents.KUBE_API_SERVER, Map.of()))).doesNotContain("portieris");
    }

    @Test
    void memory_and_verbosity_of_the_api_server_are_set() {
        JsonObject usual = container(render(ApiComponents.KUBE_API_SERVER, Map.of()), "kube-apiserver");
        JsonObject tuned = container(
                render(
                        ApiComponents.KUBE_API_SERVER,
                        Map.of(
                                Annotations.KUBE_APISERVER_GOGC,
                                "56",
                                Annotations.KUBE_APISERVER_GOMEMLIMIT,
                                "10GiB",
                                Annotations.KUBE_APISERVER_VERBOSITY_LEVEL,
                                "5")),
                "kube-apiserver");

        assertThat(usual.array("env")).containsExactly(JsonObject.of("name", "GOGC", "value", "100"));
        assertThat(usual.array("args")).contains("--v=2");
        assertThat(tuned.array("env"))
                .containsExactly(
                        JsonObject.of("name", "GOGC", "value", "56"),
                        JsonObject.of("name", "GOMEMLIMIT", "value", "10GiB"));
        assertThat(tuned.array("args")).contains("--v=5");
    }

    @Test
    void profiles_are_switched_off_by_component() {
        Map<String, String> off = Map.of(Annotations.DISABLE_PROFILING, "kube-scheduler");

        assertThat(container(render(ApiComponents.KUBE_SCHEDULER, off), "kube-scheduler")
                        .array("args"))
                .contains("--profiling=false");
        assertThat(container(render(ApiComponents.KUBE_CONTROLLER_MANAGER, off), "kube-controller-manager")
                        .array("args"))
                .isEmpty();
    }

    @Test
    void the_autoscaler_is_told_only_what_the_user_says() {
        JsonObject autoscaling = JsonObject.of(
                "maxNodesTotal",
                20,
                "maxNodeProvisionTime",
                "20m",
                "maxPodGracePeriod",
                30,
                "podPriorityThreshold",
                -5);
        ControlPlane told = view(JsonObject.of("autoscaling", autoscaling), Map.of());

        assertThat(AutoscalerArguments.of(told))
                .contains(
                        "--max-nodes-total=20",
                        "--max-node-provision-time=20m",
                        "--max-graceful-termination-sec=30",
                        "--expendable-pods-priority-cutoff=-5",
                        "--balancing-ignore-label=hypershift.openshift.io/nodePool");
        assertThat(AutoscalerArguments.of(view(JsonObject.EMPTY, Map.of())))
                .noneMatch(argument -> argument.startsWith("--max-"));
    }

    @Test
    void the_api_server_listens_where_it_is_told_to() {
        JsonObject port = JsonObject.of("networking", JsonObject.of("apiServer", JsonObject.of("port", 7443)));
        JsonObject workload = Workloads.render(ApiComponents.KUBE_API_SERVER, view(port, Map.of()), JsonObject.EMPTY);

        assertThat(container(workload, "kube-apiserver")
                        .array("ports")
                        .object(0)
                        .integer(0, "containerPort"))
                .isEqualTo(7443);
    }
}
