package dev.hcp.reconcilers.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.JsonObject;
import dev.hcp.reconcilers.ObjectKey;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TreeStoreTest {
    private final List<String> told = new ArrayList<>();
    private final TreeStore store =
            new TreeStore(object -> told.add(ObjectKey.of(object) + "@" + object.text("metadata", "resourceVersion")));

    private void put(String namespace, String name, String version, String cluster) {
        GenericKubernetesResource object = new GenericKubernetesResourceBuilder()
                .withApiVersion("example.com/v1")
                .withKind("Widget")
                .withNewMetadata()
                .withNamespace(namespace)
                .withName(name)
                .withResourceVersion(version)
                .endMetadata()
                .addToAdditionalProperties("spec", Map.of("clusterName", cluster))
                .build();
        store.put(store.getKey(object), object);
    }

    @Test
    void listeners_are_told_of_every_new_version_and_of_no_old_one_again() {
        put("a", "x", "1", "demo");
        put("a", "x", "1", "demo");
        put("a", "x", "2", "demo");
        store.remove(TreeStore.storeKey(new ObjectKey("a", "x")));
        store.remove(TreeStore.storeKey(new ObjectKey("a", "x")));

        assertThat(told).containsExactly("a/x@1", "a/x@2", "a/x@2");
    }

    @Test
    void a_namespace_is_not_mixed_up_with_one_whose_name_begins_like_it() {
        put("a", "z", "1", "demo");
        put("a-b", "x", "2", "demo");
        put("aa", "y", "3", "demo");

        assertThat(store.in("a").values()).extracting(ObjectKey::of).containsExactly(new ObjectKey("a", "z"));
        assertThat(store.in("").values()).extracting(ObjectKey::of).hasSize(3);
    }

    @Test
    void an_index_follows_changes_that_came_before_it_was_asked_and_after() {
        put("a", "x", "1", "one");
        assertThat(names("one")).containsExactly("x");

        put("a", "y", "2", "one");
        put("a", "x", "3", "two");

        assertThat(names("one")).containsExactly("y");
        assertThat(names("two")).containsExactly("x");
        store.remove(TreeStore.storeKey(new ObjectKey("a", "x")));
        assertThat(names("two")).isEmpty();
    }

    private List<String> names(String cluster) {
        return store.where(cluster, List.of("spec", "clusterName")).stream()
                .map((JsonObject object) -> ObjectKey.of(object).name())
                .toList();
    }
}
