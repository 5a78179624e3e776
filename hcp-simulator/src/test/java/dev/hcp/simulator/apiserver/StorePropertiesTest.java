package dev.hcp.simulator.apiserver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.JsonObject;
import dev.hcp.api.json.MergePatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Laws that hold whatever is written. */
class StorePropertiesTest {
    private static final String MAPS = "/api/v1/namespaces/demo/configmaps";

    /** One write: create, change, label or delete one of a few objects. */
    record Step(int action, String name, String value) {}

    @Provide
    Arbitrary<List<Step>> histories() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 3), Arbitraries.of("a", "b", "c"), Arbitraries.of("1", "2"))
                .as(Step::new)
                .list()
                .ofMaxSize(25);
    }

    private static void run(TestServer server, Step step) {
        switch (step.action()) {
            case 0 -> server.post(MAPS, TestServer.configMap(step.name(), "k", step.value()));
            case 1 -> server.merge(MAPS + "/" + step.name(), "{\"data\":{\"k\":\"" + step.value() + "\"}}");
            case 2 ->
                server.merge(MAPS + "/" + step.name(), "{\"metadata\":{\"labels\":{\"w\":\"" + step.value() + "\"}}}");
            default -> server.delete(MAPS + "/" + step.name());
        }
    }

    private static Map<String, JsonObject> byName(JsonObject list) {
        Map<String, JsonObject> byName = new TreeMap<>();
        for (Object item : list.array("items")) {
            byName.put(((JsonObject) item).text("metadata", "name"), bare((JsonObject) item));
        }
        return byName;
    }

    private static JsonObject bare(JsonObject object) {
        return object.without("kind").without("apiVersion");
    }

    @Property(tries = 150)
    void a_list_plus_the_events_after_it_is_the_later_list(
            @ForAll("histories") List<Step> before, @ForAll("histories") List<Step> after) {
        for (String selector : List.of("", "labelSelector=w%3D1&")) {
            TestServer server = new TestServer();
            server.namespace("demo");
            before.forEach(step -> run(server, step));
            JsonObject list = server.get(MAPS + "?" + selector).body();
            Map<String, JsonObject> replica = byName(list);
            ApiResponse.FrameSource live = server.watch(
                    MAPS + "?" + selector + "watch=1&resourceVersion=" + list.text("metadata", "resourceVersion"));
            after.forEach(step -> run(server, step));
            for (JsonObject event : TestServer.drain(live)) {
                JsonObject object = event.object("object");
                String name = object.text("metadata", "name");
                switch (event.text("type")) {
                    case "ADDED" -> assertThat(replica.put(name, bare(object))).isNull();
                    case "MODIFIED" ->
                        assertThat(replica.put(name, bare(object))).isNotNull();
                    default -> assertThat(replica.remove(name)).isNotNull();
                }
            }
            assertThat(replica)
                    .isEqualTo(byName(server.get(MAPS + "?" + selector).body()));
        }
    }

    @Property(tries = 100)
    void pages_are_the_list_as_it_was_at_the_first_page(
            @ForAll("histories") List<Step> before, @ForAll("histories") List<Step> between) {
        TestServer server = new TestServer();
        server.namespace("demo");
        before.forEach(step -> run(server, step));
        Map<String, JsonObject> whole = byName(server.get(MAPS).body());
        Map<String, JsonObject> paged = new TreeMap<>();
        String continuation = "";
        do {
            JsonObject page = server.get(
                            MAPS + "?limit=1" + (continuation.isEmpty() ? "" : "&continue=" + continuation))
                    .body();
            paged.putAll(byName(page));
            continuation = page.text("metadata", "continue") == null ? "" : page.text("metadata", "continue");
            between.forEach(step -> run(server, step));
        } while (!continuation.isEmpty());
        assertThat(paged).isEqualTo(whole);
    }

    @Provide
    Arbitrary<JsonObject> trees() {
        Arbitrary<Object> leaves = Arbitraries.of("x", "y", 1L, true).map(value -> (Object) value);
        Arbitrary<JsonObject> flat = object(leaves);
        return object(Arbitraries.oneOf(leaves, flat.map(tree -> (Object) tree)));
    }

    private static Arbitrary<JsonObject> object(Arbitrary<Object> values) {
        return Arbitraries.maps(Arbitraries.of("a", "b", "c"), values)
                .ofMaxSize(3)
                .map(JsonObject::copyOf);
    }

    /** The patch that leads from one tree to another. */
    private static JsonObject patchFrom(JsonObject from, JsonObject to) {
        Map<String, Object> patch = new TreeMap<>();
        from.keySet().stream().filter(key -> !to.containsKey(key)).forEach(key -> patch.put(key, null));
        to.forEach((key, value) -> {
            if (from.get(key) instanceof JsonObject a && value instanceof JsonObject b) {
                patch.put(key, patchFrom(a, b));
            } else {
                patch.put(key, value);
            }
        });
        return JsonObject.copyOf(patch);
    }

    @Property
    void a_merge_patch_leads_to_its_target_and_is_idempotent(
            @ForAll("trees") JsonObject from, @ForAll("trees") JsonObject to) {
        JsonObject patch = patchFrom(from, to);
        JsonObject once = MergePatch.apply(from, patch);
        assertThat(once).isEqualTo(to);
        assertThat(MergePatch.apply(once, patch)).isSameAs(once);
    }

    @Provide
    Arbitrary<Map<String, String>> data() {
        return Arbitraries.maps(Arbitraries.of("a", "b", "c", "d"), Arbitraries.of("1", "2"))
                .ofMinSize(1);
    }

    private static TestServer.Answer apply(TestServer server, String manager, Map<String, String> data) {
        JsonObject config = TestServer.configMap("m").with("data", JsonObject.copyOf(data));
        return server.apply(MAPS + "/m?force=true&fieldManager=" + manager, config);
    }

    @Property(tries = 200)
    void an_object_is_the_union_of_what_its_appliers_last_applied(
            @ForAll("data") Map<String, String> first,
            @ForAll("data") Map<String, String> other,
            @ForAll("data") Map<String, String> last) {
        TestServer server = new TestServer();
        server.namespace("demo");
        apply(server, "one", first);
        apply(server, "two", other);
        apply(server, "one", last);
        Map<String, Object> expected = new TreeMap<>(other);
        // What "two" took over from "one" by force stays its own; what "one" applies last is as it applied it.
        expected.putAll(last);
        JsonObject stored = server.get(MAPS + "/m").body();
        assertThat(stored.object("data")).isEqualTo(JsonObject.copyOf(expected));
        List<Object> again = new ArrayList<>();
        again.add(apply(server, "one", last).body());
        assertThat(again).containsExactly(stored);
    }
}
