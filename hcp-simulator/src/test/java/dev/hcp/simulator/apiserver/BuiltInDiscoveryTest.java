package dev.hcp.simulator.apiserver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a client learns of the kinds that the server is built with. */
class BuiltInDiscoveryTest {
    private final TestServer server = new TestServer();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            v1                              | bindings, componentstatuses, configmaps, endpoints, events, limitranges, namespaces, namespaces/finalize, namespaces/status, nodes, nodes/proxy, nodes/status, persistentvolumeclaims, persistentvolumeclaims/status, persistentvolumes, persistentvolumes/status, pods, pods/attach, pods/binding, pods/ephemeralcontainers, pods/eviction, pods/exec, pods/log, pods/portforward, pods/proxy, pods/status, podtemplates, replicationcontrollers, replicationcontrollers/scale, replicationcontrollers/status, resourcequotas, resourcequotas/status, secrets, serviceaccounts, serviceaccounts/token, services, services/proxy, services/status
            admissionregistration.k8s.io/v1 | mutatingwebhookconfigurations, validatingadmissionpolicies, validatingadmissionpolicies/status, validatingadmissionpolicybindings, validatingwebhookconfigurations
            apiextensions.k8s.io/v1         | customresourcedefinitions, customresourcedefinitions/status
            apiregistration.k8s.io/v1       | apiservices, apiservices/status
            apps/v1                         | controllerrevisions, daemonsets, daemonsets/status, deployments, deployments/scale, deployments/status, replicasets, replicasets/scale, replicasets/status, statefulsets, statefulsets/scale, statefulsets/status
            authentication.k8s.io/v1        | selfsubjectreviews, tokenreviews
            autoscaling/v1                  | horizontalpodautoscalers, horizontalpodautoscalers/status
            autoscaling/v2                  | horizontalpodautoscalers, horizontalpodautoscalers/status
            batch/v1                        | cronjobs, cronjobs/status, jobs, jobs/status
            certificates.k8s.io/v1          | certificatesigningrequests, certificatesigningrequests/approval, certificatesigningrequests/status
            coordination.k8s.io/v1          | leases
            discovery.k8s.io/v1             | endpointslices
            events.k8s.io/v1                | events
            flowcontrol.apiserver.k8s.io/v1 | flowschemas, flowschemas/status, prioritylevelconfigurations, prioritylevelconfigurations/status
            networking.k8s.io/v1            | ingressclasses, ingresses, ingresses/status, networkpolicies
            node.k8s.io/v1                  | runtimeclasses
            policy/v1                       | poddisruptionbudgets, poddisruptionbudgets/status
            rbac.authorization.k8s.io/v1    | clusterrolebindings, clusterroles, rolebindings, roles
            scheduling.k8s.io/v1            | priorityclasses
            storage.k8s.io/v1               | csidrivers, csinodes, csistoragecapacities, storageclasses, volumeattachments, volumeattachments/status
            """)
    void each_group_lists_its_resources_by_path(String groupVersion, String resources) {
        String path = groupVersion.equals("v1") ? "/api/v1" : "/apis/" + groupVersion;
        assertThat(names(server.get(path).body().array("resources"), "name")).isEqualTo(List.of(resources.split(", ")));
    }

    @Test
    void groups_come_by_their_priority_and_prefer_the_newest_version() {
        JsonArray groups = server.get("/apis").body().array("groups");
        assertThat(names(groups, "name"))
                .containsExactly(
                        "apiregistration.k8s.io",
                        "apps",
                        "events.k8s.io",
                        "authentication.k8s.io",
                        "authorization.k8s.io",
                        "autoscaling",
                        "batch",
                        "certificates.k8s.io",
                        "networking.k8s.io",
                        "policy",
                        "rbac.authorization.k8s.io",
                        "storage.k8s.io",
                        "admissionregistration.k8s.io",
                        "apiextensions.k8s.io",
                        "scheduling.k8s.io",
                        "coordination.k8s.io",
                        "node.k8s.io",
                        "discovery.k8s.io",
                        "flowcontrol.apiserver.k8s.io");
        assertThat(server.get("/apis/autoscaling").body().text("preferredVersion", "groupVersion"))
                .isEqualTo("autoscaling/v2");
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", delimiter = '|', textBlock = """
            /api/v1                                | replicationcontrollers         | replicationcontroller         | rc     | all            | Jond2If31h0=
            /api/v1                                | limitranges                    | limitrange                    | limits | -              | EBKMFVe6cwo=
            /api/v1                                | resourcequotas                 | resourcequota                 | quota  | -              | 8uhSgffRX6w=
            /api/v1                                | podtemplates                   | podtemplate                   | -      | -              | LIXB2x4IFpk=
            /api/v1                                | componentstatuses              | componentstatus               | cs     | -              | -
            /api/v1                                | bindings                       | binding                       | -      | -              | -
            /apis/apps/v1                          | controllerrevisions            | controllerrevision            | -      | -              | 85nkx63pcBU=
            /apis/autoscaling/v1                   | horizontalpodautoscalers       | horizontalpodautoscaler       | hpa    | all            | qwQve8ut294=
            /apis/autoscaling/v2                   | horizontalpodautoscalers       | horizontalpodautoscaler       | hpa    | all            | qwQve8ut294=
            /apis/events.k8s.io/v1                 | events                         | event                         | ev     | -              | r2yiGXH7wu8=
            /apis/certificates.k8s.io/v1           | certificatesigningrequests     | certificatesigningrequest     | csr    | -              | 95fRKMXA+00=
            /apis/networking.k8s.io/v1             | ingressclasses                 | ingressclass                  | -      | -              | l/iqIbDgFyQ=
            /apis/node.k8s.io/v1                   | runtimeclasses                 | runtimeclass                  | -      | -              | WQTu1GL3T2Q=
            /apis/storage.k8s.io/v1                | csidrivers                     | csidriver                     | -      | -              | hL6j/rwBV5w=
            /apis/apiregistration.k8s.io/v1        | apiservices                    | apiservice                    | -      | api-extensions | InPBPD7+PqM=
            /apis/apiextensions.k8s.io/v1          | customresourcedefinitions      | customresourcedefinition      | crd    | api-extensions | jfWCUB31mvA=
            /apis/admissionregistration.k8s.io/v1  | validatingadmissionpolicies    | validatingadmissionpolicy     | -      | api-extensions | -
            """)
    void an_entry_has_the_names_and_the_hash_of_the_stored_form(
            String path, String plural, String singular, String shortName, String category, String hash) {
        JsonObject entry = entry(path, plural);
        assertThat(entry.text("singularName")).isEqualTo(singular);
        assertThat(entry.array("shortNames").stream().findFirst()).isEqualTo(java.util.Optional.ofNullable(shortName));
        assertThat(entry.array("categories").stream().findFirst()).isEqualTo(java.util.Optional.ofNullable(category));
        if (hash != null) {
            assertThat(entry.text("storageVersionHash")).isEqualTo(hash);
        }
    }

    @Test
    void what_is_not_stored_has_no_hash_and_few_verbs() {
        assertThat(entry("/api/v1", "bindings").containsKey("storageVersionHash"))
                .isFalse();
        assertThat(entry("/api/v1", "bindings").array("verbs")).containsExactly("create");
        assertThat(entry("/api/v1", "componentstatuses").array("verbs")).containsExactly("get", "list");
    }

    @Test
    void connections_are_listed_with_the_kind_of_their_options() {
        assertThat(entry("/api/v1", "pods/exec").text("kind")).isEqualTo("PodExecOptions");
        assertThat(entry("/api/v1", "pods/exec").array("verbs")).containsExactly("create", "get");
        assertThat(entry("/api/v1", "services/proxy").array("verbs"))
                .containsExactly("create", "delete", "get", "patch", "update");
        assertThat(entry("/api/v1", "pods/log").array("verbs")).containsExactly("get");
    }

    private JsonObject entry(String path, String name) {
        for (Object each : server.get(path).body().array("resources")) {
            if (each instanceof JsonObject entry && name.equals(entry.text("name"))) {
                return entry;
            }
        }
        throw new AssertionError(path + " does not list " + name);
    }

    private static List<String> names(JsonArray entries, String field) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            names.add(entries.object(i).text(field));
        }
        return names;
    }
}
