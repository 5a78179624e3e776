package dev.hcp.simulator.apiserver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is done to pods, namespaces and workloads through end points of their own. */
class SubresourcesTest {
    private static final String NAMESPACE = "/api/v1/namespaces/demo";
    private static final String POD = NAMESPACE + "/pods/p";
    private static final String BUDGET = "/apis/policy/v1/namespaces/demo/poddisruptionbudgets";

    private final TestServer server = new TestServer();

    @BeforeEach
    void aNamespaceWithAPod() {
        server.namespace("demo");
        server.post(
                NAMESPACE + "/pods",
                json(
                        "{'metadata':{'name':'p','labels':{'a':'b'}},'spec':{'containers':[{'name':'c','image':'i:1'}]}}"));
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }

    private TestServer.Answer evict() {
        return server.post(POD + "/eviction", json("{'metadata':{'name':'p'}}"));
    }

    private void run() {
        server.merge(
                POD + "/status",
                json("{'status':{'phase':'Running','conditions':[{'type':'Ready','status':'True'}]}}"));
    }

    private void budget(String status) {
        server.post(
                BUDGET,
                json("{'metadata':{'name':'b'},'spec':{'minAvailable':1,'selector':{'matchLabels':{'a':'b'}}}}"));
        server.merge(BUDGET + "/b/status", json("{'status':" + status + "}"));
    }

    @Test
    void a_budget_that_nobody_has_looked_at_yet_holds_evictions_back_for_a_while() {
        run();
        budget("{}");
        TestServer.Answer held = evict();
        assertThat(held.status()).isEqualTo(429);
        assertThat(held.headers().get("Retry-After")).isEqualTo(List.of("10"));
        assertThat(held.body().object("details").array("causes").object(0).text("message"))
                .isEqualTo("The disruption budget b is still being processed by the server.");
    }

    @Test
    void a_budget_with_none_to_spare_holds_evictions_back() {
        run();
        budget("{'observedGeneration':1,'desiredHealthy':1,'currentHealthy':1}");
        TestServer.Answer held = evict();
        assertThat(held.status()).isEqualTo(429);
        assertThat(held.message()).isEqualTo("Cannot evict pod as it would violate the pod's disruption budget.");
        assertThat(held.body().object("details").array("causes").object(0))
                .isEqualTo(JsonObject.of(
                        "reason",
                        "DisruptionBudget",
                        "message",
                        "The disruption budget b needs 1 healthy pods and has 1 currently"));
    }

    @Test
    void an_eviction_is_taken_off_the_budget() {
        run();
        budget("{'observedGeneration':1,'desiredHealthy':1,'currentHealthy':2,'disruptionsAllowed':1}");
        TestServer.Answer evicted = evict();
        assertThat(evicted.status()).isEqualTo(201);
        assertThat(evicted.body().at("code")).isEqualTo(201L);
        assertThat(server.get(POD).status()).isEqualTo(404);
        JsonObject status = server.get(BUDGET + "/b").body().object("status");
        assertThat(status.at("disruptionsAllowed")).isEqualTo(0L);
        assertThat(status.object("disruptedPods").keySet()).containsExactly("p");
    }

    @Test
    void pods_that_do_not_run_are_evicted_whatever_the_budget_says() {
        budget("{'observedGeneration':1}");
        assertThat(evict().status()).isEqualTo(201);
    }

    @Test
    void two_budgets_for_one_pod_are_too_many() {
        run();
        budget("{}");
        server.post(
                BUDGET,
                json("{'metadata':{'name':'c'},'spec':{'minAvailable':1,'selector':{'matchLabels':{'a':'b'}}}}"));
        assertThat(evict().status()).isEqualTo(500);
    }

    @Test
    void containers_can_be_added_to_a_pod_that_exists_and_stay() {
        TestServer.Answer added = server.strategic(
                POD + "/ephemeralcontainers", json("{'spec':{'ephemeralContainers':[{'name':'e','image':'i'}]}}"));
        assertThat(added.status()).as(added.text()).isEqualTo(200);
        assertThat(added.body().array("spec", "ephemeralContainers").object(0).text("imagePullPolicy"))
                .isEqualTo("Always");
        TestServer.Answer removed =
                server.merge(POD + "/ephemeralcontainers", json("{'spec':{'ephemeralContainers':null}}"));
        assertThat(removed.message())
                .isEqualTo("Pod \"p\" is invalid: spec.ephemeralContainers: Forbidden: existing ephemeral containers "
                        + "\"e\" may not be removed\n");
        assertThat(server.merge(POD + "/ephemeralcontainers", json("{'spec':{'nodeName':'n'}}"))
                        .body()
                        .text("spec", "nodeName"))
                .isNull();
    }

    @Test
    void a_pod_is_bound_by_binding_only() {
        assertThat(server.merge(POD, json("{'spec':{'nodeName':'n'}}")).message())
                .startsWith("Pod \"p\" is invalid: spec: Forbidden: pod updates may not change fields other than");
        TestServer.Answer bound =
                server.post(POD + "/binding", json("{'metadata':{'name':'p'},'target':{'kind':'Node','name':'n'}}"));
        assertThat(bound.status()).isEqualTo(201);
        JsonObject pod = server.get(POD).body();
        assertThat(pod.text("spec", "nodeName")).isEqualTo("n");
        assertThat(pod.array("status", "conditions").object(0).keySet())
                .containsExactlyInAnyOrder("lastProbeTime", "lastTransitionTime", "status", "type");
    }

    @Test
    void a_namespace_keeps_its_phase_when_it_is_finalized() {
        JsonObject namespace = server.get(NAMESPACE).body();
        JsonObject finalized = server.put(
                        NAMESPACE + "/finalize",
                        namespace.withoutAt("spec", "finalizers").without("status"))
                .body();
        assertThat(finalized.array("spec", "finalizers")).isEmpty();
        assertThat(finalized.text("status", "phase")).isEqualTo("Active");
    }

    @Test
    void gates_that_are_closed_lead_nowhere() {
        assertThat(server.get(POD + "/resize").status()).isEqualTo(404);
    }
}
