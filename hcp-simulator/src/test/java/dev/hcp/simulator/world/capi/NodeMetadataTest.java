package dev.hcp.simulator.world.capi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.json.MergePatch;
import org.junit.jupiter.api.Test;

class NodeMetadataTest {
    private static final String UNINITIALIZED =
            "{'key': 'node.cluster.x-k8s.io/uninitialized', 'effect': 'NoSchedule'}";
    private static final String OUTDATED =
            "{'key': 'node.cluster.x-k8s.io/outdated-revision', 'effect': 'PreferNoSchedule'}";
    private static final String OTHER = "{'key': 'dedicated', 'value': 'gpu', 'effect': 'NoSchedule'}";

    private static JsonObject json(String text) {
        return Json.parseObject(text.replace('\'', '"'));
    }

    private static JsonObject machine(String labels) {
        return json("{'metadata': {'name': 'm', 'namespace': 'ns', 'labels': " + labels + ","
                + " 'ownerReferences': [{'kind': 'MachineSet', 'name': 's', 'controller': true}]},"
                + " 'spec': {'clusterName': 'c'}}");
    }

    private static JsonObject node(String taints) {
        return json("{'metadata': {'name': 'n', 'labels': {'mine': 'x'}, 'annotations': {'mine': 'y'}},"
                + " 'spec': {'taints': " + taints + "}}");
    }

    private static JsonObject marked(JsonObject machine, JsonObject node, boolean outdated) {
        return MergePatch.apply(node, NodeMetadata.patch(machine, node, outdated, false));
    }

    @Test
    void a_node_learns_whose_it_is() {
        JsonObject marked = marked(machine("{'node.cluster.x-k8s.io/tier': 'a', 'other': 'b'}"), node("[]"), false);
        assertThat(marked.object("metadata", "annotations"))
                .isEqualTo(json("{'mine': 'y', 'cluster.x-k8s.io/cluster-name': 'c',"
                        + " 'cluster.x-k8s.io/cluster-namespace': 'ns', 'cluster.x-k8s.io/machine': 'm',"
                        + " 'cluster.x-k8s.io/owner-kind': 'MachineSet', 'cluster.x-k8s.io/owner-name': 's',"
                        + " 'cluster.x-k8s.io/labels-from-machine': 'node.cluster.x-k8s.io/tier'}"));
        assertThat(marked.object("metadata", "labels"))
                .isEqualTo(json("{'mine': 'x', 'node.cluster.x-k8s.io/tier': 'a'}"));
    }

    @Test
    void a_node_loses_one_taint_and_gains_another_in_one_turn() {
        JsonObject marked = marked(machine("{}"), node("[" + UNINITIALIZED + "," + OTHER + "]"), true);
        assertThat(marked.array("spec", "taints")).containsExactly(json(OTHER), json(OUTDATED));
    }

    @Test
    void a_node_of_the_newest_revision_loses_the_mark_of_an_old_one_and_keeps_what_others_set() {
        JsonObject marked = marked(machine("{}"), node("[" + OUTDATED + "," + OTHER + "]"), false);
        assertThat(marked.array("spec", "taints")).containsExactly(json(OTHER));
    }

    @Test
    void taints_are_told_apart_by_key_and_effect_whatever_else_they_say() {
        String stamped = OUTDATED.replace("}", ", 'timeAdded': '2026-01-01T00:00:00Z'}");
        String stricter = OUTDATED.replace("PreferNoSchedule", "NoSchedule");
        assertThat(marked(machine("{}"), node("[" + stamped + "]"), true).array("spec", "taints"))
                .containsExactly(json(stamped));
        assertThat(marked(machine("{}"), node("[" + stricter + "]"), true).array("spec", "taints"))
                .containsExactly(json(stricter), json(OUTDATED));
        assertThat(marked(machine("{}"), node("[" + stricter + "]"), false).array("spec", "taints"))
                .containsExactly(json(stricter));
    }

    @Test
    void a_label_that_the_machine_no_longer_has_goes_from_the_node_and_no_other_does() {
        JsonObject before =
                marked(machine("{'node.cluster.x-k8s.io/a': '1', 'node.cluster.x-k8s.io/b': '1'}"), node("[]"), false);
        JsonObject after = marked(machine("{'node.cluster.x-k8s.io/b': '2'}"), before, false);
        assertThat(after.object("metadata", "labels")).isEqualTo(json("{'mine': 'x', 'node.cluster.x-k8s.io/b': '2'}"));
        assertThat(after.text("metadata", "annotations", "cluster.x-k8s.io/labels-from-machine"))
                .isEqualTo("node.cluster.x-k8s.io/b");
        assertThat(marked(machine("{}"), after, false).object("metadata", "labels"))
                .isEqualTo(json("{'mine': 'x'}"));
    }

    @Test
    void a_node_that_is_as_it_should_be_is_left_alone() {
        JsonObject machine = machine("{'node.cluster.x-k8s.io/tier': 'a'}");
        JsonObject marked = marked(machine, node("[" + UNINITIALIZED + "," + OTHER + "]"), true);
        assertThat(NodeMetadata.patch(machine, marked, true, false)).isEmpty();
    }

    @Test
    void a_node_that_may_be_taken_away_at_any_time_says_so() {
        JsonObject machine = machine("{}");
        JsonObject marked = MergePatch.apply(node("[]"), NodeMetadata.patch(machine, node("[]"), false, true));
        assertThat(marked.object("metadata", "labels"))
                .isEqualTo(json("{'mine': 'x', 'cluster.x-k8s.io/interruptible': ''}"));
        assertThat(NodeMetadata.patch(machine, marked, false, true)).isEmpty();
    }
}
