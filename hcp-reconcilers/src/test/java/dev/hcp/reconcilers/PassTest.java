package dev.hcp.reconcilers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Pod;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PassTest {
    private static final ObjectKey KEY = new ObjectKey("ns", "settings");

    private final WorldFixture world = new WorldFixture();
    private final Pass pass = new Pass(world, "tester");

    private static JsonObject configMap(String key, String value) {
        return JsonObject.of(
                "apiVersion",
                "v1",
                "data",
                JsonObject.of(key, value),
                "kind",
                "ConfigMap",
                "metadata",
                JsonObject.of("name", "settings", "namespace", "ns"));
    }

    @Test
    void what_is_wanted_and_absent_is_applied() {
        pass.apply(ConfigMap.class, configMap("colour", "red"));

        assertThat(pass.done().intents()).singleElement().isInstanceOf(Intent.Apply.class);
    }

    @Test
    void what_the_world_shows_already_is_dropped() {
        world.store.create(configMap("colour", "red").withAt("blue", "data", "sky"));

        pass.apply(ConfigMap.class, configMap("colour", "red"));

        assertThat(pass.done().isEmpty()).isTrue();
    }

    @Test
    void a_field_applied_before_and_wanted_no_more_is_a_change() {
        JsonObject fields =
                JsonObject.of("f:data", JsonObject.of("f:colour", JsonObject.EMPTY, "f:sky", JsonObject.EMPTY));
        JsonObject owned = JsonObject.of("manager", "tester", "operation", "Apply", "fieldsV1", fields);
        world.store.create(configMap("colour", "red")
                .withAt("blue", "data", "sky")
                .withAt(JsonArray.of(owned), "metadata", "managedFields"));

        pass.apply(ConfigMap.class, configMap("colour", "red"));

        assertThat(pass.done().intents()).hasSize(1);
    }

    @Test
    void a_null_that_was_applied_before_and_is_wanted_again_is_no_change() {
        JsonObject fields = JsonObject.of("f:data", JsonObject.of("f:colour", JsonObject.EMPTY));
        JsonObject owned = JsonObject.of("manager", "tester", "operation", "Apply", "fieldsV1", fields);
        JsonObject nothing = configMap("colour", "red").withAt(Json.parse("null"), "data", "colour");
        world.store.create(nothing.withAt(JsonArray.of(owned), "metadata", "managedFields"));

        pass.apply(ConfigMap.class, nothing);

        assertThat(pass.done().isEmpty()).isTrue();
    }

    @Test
    void a_part_that_had_nothing_to_do_is_left_out_until_something_that_it_read_changes() {
        QuietPasses quiet = new QuietPasses();
        AtomicInteger done = new AtomicInteger();
        world.store.create(configMap("colour", "red"));

        for (String colour : new String[] {"red", "red", "blue", "blue"}) {
            world.store.patch("/ConfigMap", KEY, JsonObject.of("data", JsonObject.of("colour", colour)));
            new Pass(world, "tester").unlessQuiet(quiet, KEY, reads -> {}, part -> {
                done.incrementAndGet();
                return part.tree(ConfigMap.class, "ns", "settings").isPresent();
            });
        }

        assertThat(done).hasValue(2);
    }

    @Test
    void a_part_that_did_not_do_all_is_done_again() {
        QuietPasses quiet = new QuietPasses();
        AtomicInteger done = new AtomicInteger();

        for (int i = 0; i < 2; i++) {
            boolean complete = pass.unlessQuiet(quiet, KEY, reads -> {}, part -> done.incrementAndGet() > 2);
            assertThat(complete).isFalse();
        }

        assertThat(done).hasValue(2);
    }

    @Test
    void what_a_part_wants_is_wanted_and_seen_by_the_pass() {
        pass.unlessQuiet(new QuietPasses(), KEY, reads -> {}, part -> {
            part.apply(ConfigMap.class, configMap("colour", "red"));
            return true;
        });

        assertThat(pass.done().intents()).singleElement().isInstanceOf(Intent.Apply.class);
        assertThat(pass.tree(ConfigMap.class, "ns", "settings")).isPresent();
    }

    @Test
    void lists_of_trees_show_what_the_pass_wrote_in_their_order() {
        world.store.create(configMap("colour", "red"));
        pass.patch(ConfigMap.class, KEY, JsonObject.of("data", JsonObject.of("colour", "blue")));
        pass.apply(ConfigMap.class, configMap("colour", "green").withAt("first", "metadata", "name"));

        assertThat(pass.trees(ConfigMap.class, "ns"))
                .extracting(tree -> tree.text("data", "colour"))
                .containsExactly("green", "blue");
    }

    @Test
    void later_reads_of_a_pass_see_what_it_wrote() {
        pass.apply(ConfigMap.class, configMap("colour", "red"));

        assertThat(pass.tree(ConfigMap.class, "ns", "settings"))
                .hasValueSatisfying(
                        tree -> assertThat(tree.text("data", "colour")).isEqualTo("red"));
        assertThat(pass.list(ConfigMap.class, "ns")).hasSize(1);
    }

    @Test
    void a_patch_of_an_absent_object_is_nothing() {
        pass.patch(ConfigMap.class, KEY, JsonObject.of("data", JsonObject.of("colour", "red")));

        assertThat(pass.done().isEmpty()).isTrue();
    }

    @Test
    void deleting_waits_for_finalizers_in_the_eyes_of_the_pass() {
        world.store.create(configMap("colour", "red").withAt(JsonArray.of("keep"), "metadata", "finalizers"));

        pass.delete(ConfigMap.class, KEY);
        assertThat(pass.tree(ConfigMap.class, "ns", "settings")).isPresent();
        pass.removeFinalizer(ConfigMap.class, KEY, "keep");
        assertThat(pass.tree(ConfigMap.class, "ns", "settings")).isEmpty();

        assertThat(pass.done().intents()).hasExactlyElementsOfTypes(Intent.Delete.class, Intent.RemoveFinalizer.class);
    }

    @Test
    void a_status_that_is_there_already_is_dropped() {
        JsonObject pod = JsonObject.of(
                "apiVersion",
                "v1",
                "kind",
                "Pod",
                "metadata",
                JsonObject.of("name", "web", "namespace", "ns"),
                "status",
                JsonObject.of("phase", "Running"));
        world.store.create(pod);

        pass.status(Pod.class, pod);
        assertThat(pass.done().isEmpty()).isTrue();

        pass.status(Pod.class, pod.withAt("Failed", "status", "phase"));
        assertThat(pass.done().intents()).singleElement().isInstanceOf(Intent.Status.class);
    }

    @Test
    void the_shortest_delay_counts() {
        pass.requeueAfter(Duration.ofMinutes(5));
        pass.requeueAfter(Duration.ofSeconds(15));
        pass.requeueAfter(Duration.ofMinutes(1));

        assertThat(pass.done().requeueAfter()).contains(Duration.ofSeconds(15));
    }

    @Test
    void what_was_seen_as_wanted_is_not_built_again_until_the_inputs_change() {
        world.store.create(configMap("colour", "red"));
        Memory memory = new Memory();
        AtomicInteger built = new AtomicInteger();

        for (int i = 0; i < 3; i++) {
            pass.apply(memory.of(KEY, "inputs"), ConfigMap.class, KEY, () -> {
                built.incrementAndGet();
                return configMap("colour", "red");
            });
        }
        assertThat(built).hasValue(1);

        pass.apply(memory.of(KEY, "other inputs"), ConfigMap.class, KEY, () -> {
            built.incrementAndGet();
            return configMap("colour", "green");
        });
        assertThat(built).hasValue(2);
        assertThat(pass.done().intents()).hasSize(1);
    }

    @Test
    void what_was_seen_as_wanted_is_built_again_when_somebody_changes_it() {
        world.store.create(configMap("colour", "red"));
        Memory memory = new Memory();
        pass.apply(memory.of(KEY, "inputs"), ConfigMap.class, KEY, () -> configMap("colour", "red"));
        world.store.patch("/ConfigMap", KEY, JsonObject.of("data", JsonObject.of("colour", "grey")));

        pass.apply(memory.of(KEY, "inputs"), ConfigMap.class, KEY, () -> configMap("colour", "red"));

        assertThat(pass.done().intents()).singleElement().isInstanceOf(Intent.Apply.class);
    }

    @Test
    void intents_do_not_print_what_may_be_secret() {
        pass.apply(ConfigMap.class, configMap("password", "hunter2"));

        assertThat(pass.done().toString()).doesNotContain("hunter2").contains("ns/settings");
    }

    @Test
    void what_is_wanted_in_a_hosted_cluster_comes_in_order_with_the_rest() {
        world.hostedApisAnswer(true);
        Pass inside = pass.within("clusters-demo").orElseThrow();

        inside.apply(ConfigMap.class, configMap("colour", "red"));
        pass.apply(ConfigMap.class, configMap("colour", "blue"));
        inside.delete(ConfigMap.class, KEY);

        assertThat(pass.done().intents())
                .extracting(Object::toString)
                .containsExactly(
                        "Hosted[controlPlaneNamespace=clusters-demo, intent=Apply[ConfigMap ns/settings]]",
                        "Apply[ConfigMap ns/settings]",
                        "Hosted[controlPlaneNamespace=clusters-demo, intent=Delete[type=" + ConfigMap.class
                                + ", key=ns/settings, uid=Optional.empty]]");
        assertThat(inside.tree(ConfigMap.class, "ns", "settings")).isEmpty();
        assertThat(pass.tree(ConfigMap.class, "ns", "settings")).isPresent();
    }

    @Test
    void what_a_hosted_cluster_shows_already_is_dropped() {
        world.hostedApisAnswer(true);
        pass.within("clusters-demo").orElseThrow().apply(ConfigMap.class, configMap("colour", "red"));
        world.store.execute(pass.done(), "tester", WorldFixture.NOW);

        Pass next = new Pass(world, "tester");
        next.within("clusters-demo").orElseThrow().apply(ConfigMap.class, configMap("colour", "red"));

        assertThat(next.done().isEmpty()).isTrue();
        assertThat(world.tree(ConfigMap.class, "ns", "settings")).isEmpty();
    }

    @Test
    void nothing_can_be_wanted_in_a_hosted_cluster_whose_api_server_does_not_answer() {
        assertThat(pass.within("clusters-demo")).isEmpty();
    }

    @Test
    void a_field_applied_once_and_no_more_goes_and_what_others_wrote_stays() {
        pass.apply(ConfigMap.class, configMap("colour", "red"));
        world.store.execute(pass.done(), "tester", WorldFixture.NOW);
        world.store.patch(
                PlainStore.kindOf(ConfigMap.class),
                new ObjectKey("ns", "settings"),
                JsonObject.of("data", JsonObject.of("size", "big")));

        Pass next = new Pass(world, "tester");
        next.apply(ConfigMap.class, configMap("taste", "sweet"));
        world.store.execute(next.done(), "tester", WorldFixture.NOW);

        assertThat(world.existing(ConfigMap.class, "ns", "settings").object("data"))
                .isEqualTo(JsonObject.of("size", "big", "taste", "sweet"));
    }
}
