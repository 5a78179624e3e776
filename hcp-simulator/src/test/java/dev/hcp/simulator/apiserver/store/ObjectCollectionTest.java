package dev.hcp.simulator.apiserver.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.JsonObject;
import org.junit.jupiter.api.Test;

class ObjectCollectionTest {
    private final Store store = new Store(10);
    private final ObjectCollection collection = store.collection("things");

    private void put(String key) {
        store.lock().lock();
        try {
            store.put(collection, key, JsonObject.of("metadata", JsonObject.of("name", key)));
        } finally {
            store.lock().unlock();
        }
    }

    private void remove(String key) {
        store.lock().lock();
        try {
            store.remove(collection, key, null);
        } finally {
            store.lock().unlock();
        }
    }

    private void assertFound(String namespace, String name) {
        String key = namespace.isEmpty() ? name : namespace + "/" + name;
        StoredObject listed = collection.snapshot().objects().get(key);

        assertThat(listed).as(key).isNotNull();
        assertThat(collection.get(namespace, name)).isSameAs(listed);
        assertThat(collection.get(key)).isSameAs(listed);
    }

    private void assertAbsent(String namespace, String name) {
        assertThat(collection.get(namespace, name)).isNull();
        assertThat(collection.get(namespace.isEmpty() ? name : namespace + "/" + name))
                .isNull();
    }

    @Test
    void objects_are_found_by_namespace_and_name_however_many_there_are() {
        for (int i = 0; i < 300; i++) {
            put("ns" + i % 7 + "/thing" + i);
            assertFound("ns" + i % 7, "thing" + i);
            assertFound("ns0", "thing0");
        }
        put("ns3/thing3");

        assertFound("ns3", "thing3");
        assertAbsent("ns4", "thing3");
        assertAbsent("elsewhere", "thing3");
    }

    @Test
    void objects_without_a_namespace_are_found_by_name_however_many_there_are() {
        for (int i = 0; i < 300; i++) {
            put("thing" + i);
            assertFound("", "thing" + i);
        }

        assertFound("", "thing7");
        assertAbsent("thing7", "thing7");
    }

    @Test
    void removed_objects_are_not_found() {
        for (int i = 0; i < 300; i++) {
            put("ns" + i + "/thing");
        }
        remove("ns5/thing");
        remove("ns5/thing");

        assertAbsent("ns5", "thing");
        assertFound("ns6", "thing");

        put("ns5/thing");

        assertFound("ns5", "thing");
    }
}
