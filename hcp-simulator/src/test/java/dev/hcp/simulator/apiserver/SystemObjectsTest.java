package dev.hcp.simulator.apiserver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is there when a server has just started, and what it keeps up to date by itself. */
class SystemObjectsTest {
    private static final String API_SERVICES = "/apis/apiregistration.k8s.io/v1/apiservices";
    private static final String DEFINITIONS = "/apis/apiextensions.k8s.io/v1/customresourcedefinitions";
    private static final String DEFINITION = """
            {"metadata":{"name":"things.example.com"},"spec":{"group":"example.com","scope":"Namespaced",
             "names":{"kind":"Thing","plural":"things"},"versions":[
              {"name":"v1","served":true,"storage":true,"schema":{"openAPIV3Schema":{"type":"object"}}},
              {"name":"v2","served":true,"storage":false,"schema":{"openAPIV3Schema":{"type":"object"}}}]}}""";

    private final TestServer server = new TestServer();

    private List<String> names(String path) {
        JsonArray items = server.get(path).body().array("items");
        List<String> names = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            names.add(items.object(i).text("metadata", "name"));
        }
        return names;
    }

    @Test
    void the_server_is_an_endpoint_of_its_own_service() {
        JsonObject endpoints =
                server.get("/api/v1/namespaces/default/endpoints/kubernetes").body();
        JsonObject slice = server.get("/apis/discovery.k8s.io/v1/namespaces/default/endpointslices/kubernetes")
                .body();
        String address = endpoints
                .array("subsets")
                .object(0)
                .array("addresses")
                .object(0)
                .text("ip");
        assertThat(slice.array("endpoints").object(0).array("addresses")).containsExactly(address);
        assertThat(slice.text("metadata", "labels", "kubernetes.io/service-name"))
                .isEqualTo("kubernetes");
    }

    @Test
    void servers_behind_it_find_out_whom_to_believe() {
        assertThat(server.get("/api/v1/namespaces/kube-system/configmaps/extension-apiserver-authentication")
                        .body()
                        .text("data", "requestheader-username-headers"))
                .isEqualTo("[\"X-Remote-User\"]");
    }

    @Test
    void requests_have_a_priority_from_the_start() {
        String group = "/apis/flowcontrol.apiserver.k8s.io/v1";
        assertThat(names(group + "/prioritylevelconfigurations"))
                .containsExactly(
                        "catch-all",
                        "exempt",
                        "global-default",
                        "leader-election",
                        "node-high",
                        "system",
                        "workload-high",
                        "workload-low");
        assertThat(names(group + "/flowschemas"))
                .containsExactly(
                        "catch-all",
                        "endpoint-controller",
                        "exempt",
                        "global-default",
                        "kube-controller-manager",
                        "kube-scheduler",
                        "kube-system-service-accounts",
                        "probes",
                        "service-accounts",
                        "system-leader-election",
                        "system-node-high",
                        "system-nodes",
                        "workload-leader-election");
        assertThat(server.get(group + "/flowschemas/probes")
                        .body()
                        .array("status", "conditions")
                        .object(0)
                        .text("status"))
                .isEqualTo("False");
    }

    @Test
    void every_group_and_version_has_an_api_service_that_is_available() {
        assertThat(names(API_SERVICES))
                .contains("v1.", "v1.apps", "v1.autoscaling", "v2.autoscaling", "v1.events.k8s.io")
                .doesNotContain("v1.apiregistration.k8s.io");
        JsonObject apps = server.get(API_SERVICES + "/v1.apps").body();
        assertThat(apps.at("spec", "groupPriorityMinimum")).isEqualTo(17800L);
        assertThat(apps.array("status", "conditions").object(0).text("message"))
                .isEqualTo("Local APIServices are always available");
    }

    @Test
    void api_services_of_custom_groups_come_and_go_with_their_versions() {
        server.post(DEFINITIONS, DEFINITION);
        assertThat(names(API_SERVICES)).contains("v1.example.com", "v2.example.com");
        assertThat(server.get(API_SERVICES + "/v2.example.com").body().at("spec", "groupPriorityMinimum"))
                .isEqualTo(1000L);

        server.jsonPatch(
                DEFINITIONS + "/things.example.com",
                "[{\"op\":\"replace\",\"path\":\"/spec/versions/1/served\",\"value\":false}]");
        assertThat(names(API_SERVICES)).contains("v1.example.com").doesNotContain("v2.example.com");

        server.delete(DEFINITIONS + "/things.example.com");
        assertThat(names(API_SERVICES)).doesNotContain("v1.example.com");
    }

    @Test
    void a_server_without_system_objects_has_none() {
        ApiServer bare = new ApiServer(server.server.options().withoutSystemObjects());
        for (ResourceType type : bare.objects().resources()) {
            assertThat(bare.objects().list(type, "")).as(type.plural()).isEmpty();
        }
    }
}
