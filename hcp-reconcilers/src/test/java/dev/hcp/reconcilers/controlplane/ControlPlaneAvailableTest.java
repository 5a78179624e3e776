package dev.hcp.reconcilers.controlplane;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.hypershift.HostedControlPlane;
import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.reconcilers.HostedClusterFixture;
import dev.hcp.reconcilers.ObjectKey;
import dev.hcp.reconcilers.PlainStore;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The condition Available: the first thing that is missing, in the order of the rows below. */
class ControlPlaneAvailableTest {
    private static final String NAMESPACE = ControlPlaneFixture.NAMESPACE;

    private ControlPlaneFixture demo = ControlPlaneFixture.of(JsonObject.EMPTY);

    private String condition(String type) {
        return HostedClusterFixture.condition(demo.object(), type);
    }

    private void patch(Class<? extends HasMetadata> type, String name, JsonObject patch) {
        demo.world.store.patch(PlainStore.kindOf(type), new ObjectKey(NAMESPACE, name), patch);
    }

    private JsonObject report(String infrastructure, boolean kubeconfig, String etcd, String api, boolean answers) {
        demo = ControlPlaneFixture.of(ControlPlaneConditionsTest.published(
                "APIServer",
                infrastructure.equals("Unknown")
                        ? JsonObject.of("type", "NodePort")
                        : JsonObject.of("type", "LoadBalancer")));
        demo.pass();
        if (infrastructure.equals("True")) {
            JsonArray ingress = JsonArray.of(JsonObject.of("ip", "192.0.2.1"));
            patch(
                    Service.class,
                    "kube-apiserver",
                    JsonObject.of("status", JsonObject.of("loadBalancer", JsonObject.of("ingress", ingress))));
        }
        givePorts();
        demo.world.store.create(workload("StatefulSet", "etcd", etcd.equals("True")));
        demo.world.store.create(workload("Deployment", "kube-apiserver", api.equals("True")));
        if (!answers) {
            demo.world.silentAddresses.add("192.0.2.1:6443");
        }
        if (kubeconfig) {
            patch(
                    HostedControlPlane.class,
                    "demo",
                    JsonObject.of("status", JsonObject.of("kubeConfig", JsonObject.of("name", "admin-kubeconfig"))));
        }
        demo.pass();
        return demo.object();
    }

    private void givePorts() {
        for (String name : List.of("kube-apiserver", "konnectivity-server", "oauth-openshift")) {
            demo.world
                    .tree(Service.class, NAMESPACE, name)
                    .ifPresent(service -> patch(
                            Service.class,
                            name,
                            JsonObject.of(
                                    "spec",
                                    JsonObject.of(
                                            "ports",
                                            JsonArray.of(service.array("spec", "ports")
                                                    .object(0)
                                                    .with("nodePort", 30000))))));
        }
    }

    private JsonObject workload(String kind, String name, boolean available) {
        return JsonObject.of(
                "apiVersion",
                "apps/v1",
                "kind",
                kind,
                "metadata",
                JsonObject.of("name", name, "namespace", NAMESPACE),
                "spec",
                JsonObject.of("replicas", 1),
                "status",
                JsonObject.of(
                        "conditions",
                        JsonArray.of(JsonObject.of("status", available ? "True" : "False", "type", "Available")),
                        "readyReplicas",
                        available ? 1 : 0));
    }

    @ParameterizedTest(name = "infrastructure {0}, kubeconfig {1}, etcd {2}, API server {3}, answers {4}")
    @CsvSource({
        "False, false, False, False, false, WaitingOnInfrastructureReady",
        "False, true,  True,  True,  true,  WaitingOnInfrastructureReady",
        "True,  false, False, False, false, KubeconfigWaitingForCreate",
        "True,  true,  False, False, false, EtcdWaitingForQuorum",
        "True,  true,  True,  False, false, WaitingForAvailable",
        "True,  true,  True,  True,  false, KASLoadBalancerNotReachable",
        "True,  true,  True,  True,  true,  AsExpected",
        "Unknown, true, False, True, true, EtcdWaitingForQuorum",
        "Unknown, true, True,  True, true, AsExpected"
    })
    void names_the_first_thing_that_is_missing(
            String infrastructure, boolean kubeconfig, String etcd, String api, boolean answers, String reason) {
        JsonObject object = report(infrastructure, kubeconfig, etcd, api, answers);

        assertThat(HostedClusterFixture.condition(object, "Available"))
                .startsWith((reason.equals("AsExpected") ? "True " : "False ") + reason + " ");
        assertThat(object.isTrue("status", "ready")).isEqualTo(reason.equals("AsExpected"));
    }

    @Test
    void comes_one_pass_after_the_kubeconfig() {
        demo.pass();
        givePorts();
        demo.pass();
        demo.world.store.patch(
                PlainStore.kindOf(StatefulSet.class),
                new ObjectKey(NAMESPACE, "etcd"),
                workload("StatefulSet", "etcd", true).without("spec"));
        patch(
                StatefulSet.class,
                "etcd",
                JsonObject.of("status", JsonObject.of("replicas", 1, "updatedReplicas", 1, "availableReplicas", 1)));
        demo.pass();

        assertThat(demo.object().object("status", "kubeConfig")).isNotEmpty();
        assertThat(condition("Available"))
                .isEqualTo("False KubeconfigWaitingForCreate "
                        + "Waiting for hosted control plane kubeconfig to be created");
        demo.pass();
        assertThat(condition("Available")).isEqualTo("False StatusUnknown ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            None | LoadBalancer | kube-apiserver.lb.example.com:6443
            Azure | LoadBalancer | kube-apiserverlb.lb.example.com:7443
            KubeVirt | Route:api.example.com | router.lb.example.com:443
            AWS:Private | LoadBalancer | kube-apiserver:6443
            """)
    void is_not_said_while_the_published_address_does_not_answer(String platform, String strategy, String address) {
        PublishedControlPlane published = PublishedControlPlane.on(
                        platform, Map.of("APIServer", strategy, "OAuthServer", "Route", "Konnectivity", "Route"))
                .provisioned();
        demo = published.demo;
        demo.settle();
        assertThat(condition("Available")).isEqualTo("True AsExpected ");

        demo.world.silentAddresses.add(address);
        assertThat(demo.pass().flatMap(plan -> plan.requeueAfter())).contains(java.time.Duration.ofSeconds(15));
        assertThat(condition("Available")).isEqualTo("False KASLoadBalancerNotReachable no answer from " + address);
    }
}
