package dev.hcp.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.reconcilers.ObjectKey;
import dev.hcp.simulator.apiserver.Objects;
import dev.hcp.simulator.apiserver.ResourceType;
import dev.hcp.simulator.apiserver.kinds.Selections;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProtectedPodsTest {
    private static final ResourceType POD = (ResourceType) Proxy.newProxyInstance(
            ProtectedPodsTest.class.getClassLoader(),
            new Class<?>[] {ResourceType.class},
            (proxy, method, arguments) -> {
                throw new AssertionError("nobody asks for " + method);
            });

    private final TreeMap<String, JsonObject> pods = new TreeMap<>();
    private int lists;
    private final ProtectedPods protectedPods = new ProtectedPods((Objects) Proxy.newProxyInstance(
            ProtectedPodsTest.class.getClassLoader(), new Class<?>[] {Objects.class}, (proxy, method, arguments) -> {
                if (method.getName().equals("resource")) {
                    return POD;
                }
                assertThat(method.getName()).isEqualTo("list");
                lists++;
                return List.copyOf(pods.values());
            }));

    private static JsonObject budget(String name, String selector) {
        return Json.parseObject(
                ("{'metadata': {'namespace': 'ns', 'name': '" + name + "'}, 'spec': {'selector': " + selector + "}}")
                        .replace('\'', '"'));
    }

    private static JsonObject pod(String name, String app, boolean ready, boolean deleting, int owner) {
        JsonObject metadata = JsonObject.of(
                "namespace",
                "ns",
                "name",
                name,
                "labels",
                JsonObject.of("app", app, "tier", "t" + owner % 2),
                "ownerReferences",
                JsonArray.of(JsonObject.of("controller", true, "kind", "ReplicaSet", "uid", "owner-" + owner)));
        return JsonObject.of(
                "metadata",
                deleting ? metadata.with("deletionTimestamp", "2026-01-01T00:00:00Z") : metadata,
                "status",
                JsonObject.of(
                        "conditions",
                        JsonArray.of(JsonObject.of("type", "Ready", "status", ready ? "True" : "False"))));
    }

    /** The budgets that have something to do. */
    private List<String> put(String name, @Nullable JsonObject pod) {
        JsonObject before = pod == null ? pods.remove(name) : pods.put(name, pod);
        return protectedPods.changed(new Objects.Change(POD, 1, before, pod)).stream()
                .map(ObjectKey::name)
                .toList();
    }

    private void holds(JsonObject budget) {
        List<JsonObject> expected = new ArrayList<>();
        for (JsonObject pod : pods.values()) {
            if (Selections.matches(budget.object("spec", "selector"), pod)) {
                expected.add(pod);
            }
        }
        ProtectedPods.Selection selection = protectedPods.of(budget);
        assertThat(selection.size()).isEqualTo(expected.size());
        assertThat(selection.healthy()).isEqualTo((int) expected.stream()
                .filter(pod -> PodTemplates.ready(pod) && !Meta.deleting(pod))
                .count());
        assertThat(selection.owners().stream().map(owner -> owner.text("uid")).collect(Collectors.toSet()))
                .isEqualTo(expected.stream()
                        .map(pod -> Meta.controller(pod).orElseThrow().text("uid"))
                        .collect(Collectors.toSet()));
        assertThat(pods.keySet()).allSatisfy(name -> assertThat(selection.stays(name))
                .isEqualTo(expected.contains(pods.get(name)) && !Meta.deleting(pods.get(name))));
    }

    @Property
    void what_is_kept_is_what_counting_anew_would_find(@ForAll long seed) {
        Random random = new Random(seed);
        List<JsonObject> budgets = List.of(
                budget("a", "{'matchLabels': {'app': 'a'}}"),
                budget("b", "{'matchLabels': {'app': 'b', 'tier': 't1'}}"),
                budget("all", "{}"),
                budget("some", "{'matchExpressions': [{'key': 'app', 'operator': 'In', 'values': ['b', 'c']}]}"));
        for (int i = 0; i < 30; i++) {
            String name = "pod-" + random.nextInt(5);
            put(
                    name,
                    random.nextInt(5) == 0 && pods.containsKey(name)
                            ? null
                            : pod(
                                    name,
                                    String.valueOf("abc".charAt(random.nextInt(3))),
                                    random.nextBoolean(),
                                    random.nextInt(4) == 0,
                                    random.nextInt(3)));
            JsonObject budget = budgets.get(random.nextInt(4));
            if (random.nextInt(6) == 0) {
                protectedPods.forget(ObjectKey.of(budget));
            } else {
                holds(budget);
            }
        }
    }

    @Test
    void a_budget_hears_of_the_pods_it_selects_when_something_that_counts_changes() {
        JsonObject budget = budget("a", "{'matchLabels': {'app': 'a'}}");
        protectedPods.of(budget);
        assertThat(put("one", pod("one", "a", false, false, 1))).containsExactly("a");
        assertThat(put("one", pod("one", "a", false, false, 1).with("spec", JsonObject.of("nodeName", "n"))))
                .isEmpty();
        assertThat(put("one", pod("one", "a", true, false, 1))).containsExactly("a");
        assertThat(put("other", pod("other", "b", true, false, 1))).isEmpty();
        assertThat(put("other", pod("other", "a", true, false, 1))).containsExactly("a");
        assertThat(put("other", pod("other", "b", true, false, 1))).containsExactly("a");
        assertThat(put("one", pod("one", "a", true, true, 1))).containsExactly("a");
        assertThat(put("one", null)).containsExactly("a");
    }

    @Test
    void pods_are_listed_once_for_a_budget_and_again_when_it_selects_others() {
        for (int i = 0; i < 10; i++) {
            put("pod-" + i, pod("pod-" + i, i % 2 == 0 ? "a" : "b", true, false, 1));
        }
        JsonObject budget = budget("a", "{'matchLabels': {'app': 'a'}}");
        assertThat(protectedPods.of(budget).size()).isEqualTo(5);
        for (int i = 0; i < 10; i++) {
            put("pod-" + i, pod("pod-" + i, "a", i % 3 == 0, false, i));
            protectedPods.of(budget);
        }
        assertThat(lists).isEqualTo(1);
        assertThat(protectedPods
                        .of(budget("a", "{'matchLabels': {'app': 'b'}}"))
                        .size())
                .isZero();
        assertThat(lists).isEqualTo(2);
    }
}
