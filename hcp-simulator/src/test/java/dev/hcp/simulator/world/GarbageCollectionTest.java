package dev.hcp.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.Simulator;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GarbageCollectionTest {
    private final Cluster cluster = new Cluster(Simulator.builder());

    @AfterEach
    void stop() {
        cluster.close();
    }

    private JsonObject config(String name, JsonObject... owners) {
        StringBuilder references = new StringBuilder();
        for (JsonObject owner : owners) {
            references.append(references.length() == 0 ? "" : ",").append("""
                            {"apiVersion": "v1", "kind": "ConfigMap", "name": "%s", "uid": "%s", "blockOwnerDeletion": true}
                            """.formatted(
                            Meta.name(owner), Meta.uid(owner)));
        }
        return cluster.create("""
                {"apiVersion": "v1", "kind": "ConfigMap",
                 "metadata": {"name": "%s", "namespace": "default", "ownerReferences": [%s]}}
                """.formatted(name, references));
    }

    private boolean exists(String name) {
        return cluster.find("ConfigMap", "default", name).isPresent();
    }

    @Test
    void what_an_owner_leaves_behind_goes_level_by_level() {
        JsonObject owner = config("owner");
        JsonObject dependent = config("dependent", owner);
        config("grandchild", dependent);
        cluster.settle();
        cluster.delete("ConfigMap", "default", "owner");
        assertThat(exists("owner")).isFalse();
        assertThat(exists("dependent")).isTrue();
        cluster.settle();
        assertThat(exists("dependent")).isFalse();
        assertThat(exists("grandchild")).isFalse();
    }

    @Test
    void a_dependent_with_another_owner_stays_and_forgets_the_absent_one() {
        JsonObject first = config("first");
        JsonObject second = config("second");
        config("dependent", first, second);
        cluster.delete("ConfigMap", "default", "first");
        cluster.settle();
        assertThat(cluster.get("ConfigMap", "default", "dependent").array("metadata", "ownerReferences"))
                .hasSize(1);
        cluster.delete("ConfigMap", "default", "second");
        cluster.settle();
        assertThat(exists("dependent")).isFalse();
    }

    @Test
    void in_the_foreground_the_owner_waits_for_its_dependents() {
        JsonObject owner = config("owner");
        config("dependent", owner);
        cluster.patch("ConfigMap", "default", "dependent", "{\"metadata\": {\"finalizers\": [\"example.com/hold\"]}}");
        cluster.delete("ConfigMap", "default", "owner", "Foreground");
        cluster.settle();
        assertThat(exists("owner")).isTrue();
        assertThat(Meta.deleting(cluster.get("ConfigMap", "default", "dependent")))
                .isTrue();
        cluster.patch("ConfigMap", "default", "dependent", "{\"metadata\": {\"finalizers\": null}}");
        cluster.settle();
        assertThat(exists("owner")).isFalse();
        assertThat(exists("dependent")).isFalse();
    }

    @Test
    void in_the_foreground_a_dependent_with_another_owner_stays() {
        JsonObject first = config("first");
        JsonObject second = config("second");
        config("dependent", first, second);
        cluster.delete("ConfigMap", "default", "first", "Foreground");
        cluster.settle();
        assertThat(exists("first")).isFalse();
        assertThat(cluster.get("ConfigMap", "default", "dependent").array("metadata", "ownerReferences"))
                .singleElement()
                .satisfies(reference ->
                        assertThat(((JsonObject) reference).text("name")).isEqualTo("second"));
    }

    @Test
    void in_the_foreground_only_those_are_waited_for_that_block() {
        JsonObject owner = config("owner");
        cluster.create("""
                {"apiVersion": "v1", "kind": "ConfigMap",
                 "metadata": {"name": "dependent", "namespace": "default", "finalizers": ["example.com/hold"],
                   "ownerReferences": [{"apiVersion": "v1", "kind": "ConfigMap", "name": "owner", "uid": "%s"}]}}
                """.formatted(Meta.uid(owner)));
        cluster.delete("ConfigMap", "default", "owner", "Foreground");
        cluster.settle();
        assertThat(exists("owner")).isFalse();
        assertThat(Meta.deleting(cluster.get("ConfigMap", "default", "dependent")))
                .isTrue();
    }

    @Test
    void an_owner_in_another_namespace_is_none() {
        JsonObject owner = config("owner");
        cluster.create("{\"apiVersion\": \"v1\", \"kind\": \"Namespace\", \"metadata\": {\"name\": \"other\"}}");
        cluster.create("""
                {"apiVersion": "v1", "kind": "ConfigMap",
                 "metadata": {"name": "dependent", "namespace": "other",
                   "ownerReferences": [{"apiVersion": "v1", "kind": "ConfigMap", "name": "owner", "uid": "%s"}]}}
                """.formatted(Meta.uid(owner)));
        cluster.settle();
        assertThat(cluster.find("ConfigMap", "other", "dependent")).isEmpty();
    }

    @Test
    void an_object_without_a_namespace_cannot_lose_an_owner_in_one() {
        cluster.create("""
                {"apiVersion": "v1", "kind": "Namespace",
                 "metadata": {"name": "kept", "ownerReferences":
                   [{"apiVersion": "v1", "kind": "ConfigMap", "name": "nobody", "uid": "0"}]}}
                """);
        cluster.settle();
        assertThat(cluster.find("Namespace", "", "kept")).isPresent();
    }

    @Test
    void an_owner_of_a_kind_that_nobody_serves_is_taken_to_exist() {
        cluster.create("""
                {"apiVersion": "v1", "kind": "ConfigMap",
                 "metadata": {"name": "kept", "namespace": "default", "ownerReferences":
                   [{"apiVersion": "nosuch.example.com/v1", "kind": "Nobody", "name": "nobody", "uid": "0"}]}}
                """);
        cluster.settle();
        assertThat(exists("kept")).isTrue();
    }

    @Test
    void a_namespace_says_what_still_holds_it() {
        cluster.create("{\"apiVersion\": \"v1\", \"kind\": \"Namespace\", \"metadata\": {\"name\": \"shop\"}}");
        cluster.create("""
                {"apiVersion": "v1", "kind": "ConfigMap",
                 "metadata": {"name": "held", "namespace": "shop", "finalizers": ["example.com/hold"]}}
                """);
        cluster.delete("Namespace", "", "shop");
        cluster.settle();
        JsonObject status = cluster.get("Namespace", "", "shop").object("status");
        assertThat(status.text("phase")).isEqualTo("Terminating");
        assertThat(status.array("conditions"))
                .extracting(each -> ((JsonObject) each).text("type") + " " + ((JsonObject) each).text("status") + " "
                        + ((JsonObject) each).text("reason") + ": " + ((JsonObject) each).text("message"))
                .containsExactlyInAnyOrder(
                        "NamespaceDeletionDiscoveryFailure False ResourcesDiscovered: "
                                + "All resources successfully discovered",
                        "NamespaceDeletionGroupVersionParsingFailure False ParsedGroupVersions: "
                                + "All legacy kube types successfully parsed",
                        "NamespaceDeletionContentFailure False ContentDeleted: "
                                + "All content successfully deleted, may be waiting on finalization",
                        "NamespaceContentRemaining True SomeResourcesRemain: "
                                + "Some resources are remaining: configmaps. has 1 resource instances",
                        "NamespaceFinalizersRemaining True SomeFinalizersRemain: "
                                + "Some content in the namespace has finalizers remaining: example.com/hold in 1 resource "
                                + "instances");
        cluster.patch("ConfigMap", "shop", "held", "{\"metadata\": {\"finalizers\": null}}");
        cluster.settle();
        assertThat(cluster.find("Namespace", "", "shop")).isEmpty();
    }

    @Test
    void orphans_stay_without_their_owner() {
        JsonObject owner = config("owner");
        config("dependent", owner);
        cluster.delete("ConfigMap", "default", "owner", "Orphan");
        cluster.settle();
        assertThat(exists("owner")).isFalse();
        assertThat(cluster.get("ConfigMap", "default", "dependent").array("metadata", "ownerReferences"))
                .isEmpty();
    }

    @Test
    void an_object_that_names_an_owner_that_never_was_goes() {
        cluster.create("""
                {"apiVersion": "v1", "kind": "ConfigMap",
                 "metadata": {"name": "stray", "namespace": "default", "ownerReferences":
                   [{"apiVersion": "v1", "kind": "ConfigMap", "name": "nobody", "uid": "0"}]}}
                """);
        cluster.settle();
        assertThat(exists("stray")).isFalse();
    }

    @Test
    void a_namespace_goes_with_all_that_is_in_it() {
        cluster.create("{\"apiVersion\": \"v1\", \"kind\": \"Namespace\", \"metadata\": {\"name\": \"shop\"}}");
        cluster.create("""
                {"apiVersion": "apps/v1", "kind": "Deployment",
                 "metadata": {"name": "web", "namespace": "shop"},
                 "spec": {"replicas": 2, "selector": {"matchLabels": {"app": "web"}},
                   "template": {"metadata": {"labels": {"app": "web"}},
                     "spec": {"containers": [{"name": "web", "image": "example.com/web:1"}]}}}}
                """);
        cluster.settle();
        assertThat(cluster.find("ServiceAccount", "shop", "default")).isPresent();
        assertThat(cluster.find("ConfigMap", "shop", "kube-root-ca.crt")).isPresent();
        cluster.delete("Namespace", "", "shop");
        cluster.settle();
        assertThat(cluster.find("Namespace", "", "shop")).isEmpty();
        for (String kind : new String[] {"Deployment", "ReplicaSet", "Pod", "ConfigMap", "ServiceAccount"}) {
            assertThat(cluster.list(kind, "shop")).as(kind).isEmpty();
        }
    }

    @Test
    void a_namespace_says_what_it_waits_for() {
        cluster.create("{\"apiVersion\": \"v1\", \"kind\": \"Namespace\", \"metadata\": {\"name\": \"shop\"}}");
        cluster.create("""
                {"apiVersion": "v1", "kind": "ConfigMap", "metadata":
                  {"name": "held", "namespace": "shop", "finalizers": ["example.com/hold"]}}
                """);
        cluster.delete("Namespace", "", "shop");
        cluster.settle();
        JsonObject namespace = cluster.get("Namespace", "", "shop");
        assertThat(namespace.text("status", "phase")).isEqualTo("Terminating");
        assertThat(Cluster.condition(namespace, "NamespaceContentRemaining").text("message"))
                .isEqualTo("Some resources are remaining: configmaps. has 1 resource instances");
        assertThat(Cluster.condition(namespace, "NamespaceFinalizersRemaining").text("message"))
                .isEqualTo("Some content in the namespace has finalizers remaining:"
                        + " example.com/hold in 1 resource instances");
        cluster.patch("ConfigMap", "shop", "held", "{\"metadata\": {\"finalizers\": null}}");
        cluster.simulator.advance(Duration.ofSeconds(1));
        assertThat(cluster.find("Namespace", "", "shop")).isEmpty();
    }
}
