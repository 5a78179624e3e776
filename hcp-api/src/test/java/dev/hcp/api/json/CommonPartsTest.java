package dev.hcp.api.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class CommonPartsTest {
    private static JsonObject pod(String uid, String image) {
        return JsonObject.of(
                "metadata",
                JsonObject.of("uid", uid, "labels", JsonObject.of("app", "common-parts")),
                "spec",
                JsonObject.of("containers", JsonArray.of(JsonObject.of("name", "main", "image", image))));
    }

    private static JsonObject kept(JsonObject object) {
        return object.withCommonParts(JsonObject.EMPTY);
    }

    @Test
    void objects_that_are_equal_in_parts_share_them() {
        JsonObject first = kept(pod("1", "registry/image"));
        JsonObject second = kept(pod("2", "registry/image"));
        JsonObject other = kept(pod("3", "registry/other"));

        assertThat(second.get("spec")).isSameAs(first.get("spec"));
        assertThat(second.at("metadata", "labels")).isSameAs(first.at("metadata", "labels"));
        assertThat(other.get("spec")).isNotEqualTo(first.get("spec"));
        assertThat(other.text("metadata", "uid")).isEqualTo("3");
    }

    @Test
    void what_an_object_had_before_stays_the_same_instance() {
        JsonObject before = pod("1", "registry/image");
        JsonObject after = before.withAt("new", "status", "phase");

        JsonObject kept = after.withCommonParts(before);

        assertThat(kept.get("spec")).isSameAs(before.get("spec"));
        assertThat(kept).isEqualTo(after);
    }

    @Property
    void sharing_parts_changes_nothing(@ForAll("trees") JsonObject tree, @ForAll("trees") JsonObject known) {
        JsonObject kept = tree.withCommonParts(kept(known));

        assertThat(kept).isEqualTo(tree);
        assertThat(kept.toString()).isEqualTo(tree.toString());
        assertThat(kept.hashCode()).isEqualTo(tree.hashCode());
    }

    @Property
    void objects_and_arrays_have_the_hash_codes_of_maps_and_lists(@ForAll("trees") JsonObject tree) {
        Map<String, Object> map = new HashMap<>(tree);

        assertThat(tree.hashCode()).isEqualTo(map.hashCode());
    }

    @Provide
    Arbitrary<JsonObject> trees() {
        Arbitrary<Object> leaves = Arbitraries.oneOf(
                Arbitraries.of("a", "b", "a text that is long enough to be one instance wherever it occurs"),
                Arbitraries.longs().between(0, 3).map(number -> (Object) number),
                Arbitraries.of(0.0, -0.0, 1.0),
                Arbitraries.of(true, false).injectNull(0.2));
        Arbitrary<Object> values = Arbitraries.lazyOf(
                () -> leaves,
                () -> leaves,
                () -> objects(leaves).map(object -> object),
                () -> objects(objects(leaves).map(object -> object)).map(object -> object),
                () -> leaves.list().ofMaxSize(3).map(JsonArray::copyOf));
        return objects(values);
    }

    private static Arbitrary<JsonObject> objects(Arbitrary<?> values) {
        return Arbitraries.maps(Arbitraries.of("metadata", "spec", "x", "y"), values)
                .ofMaxSize(4)
                .map(JsonObject::copyOf);
    }
}
