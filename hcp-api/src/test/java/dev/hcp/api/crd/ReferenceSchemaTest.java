package dev.hcp.api.crd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.crd.ReferenceCrds.KindInEdition;
import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each definition says what the reference says, as far down as it is typed: where ours keeps unknown members, the rest of the
 * reference is passed over. The KubeVirt machine provider embeds an older virtual machine, without some bounds.
 */
@Tag("oracle")
class ReferenceSchemaTest {
    private static final String PRESERVE = "x-kubernetes-preserve-unknown-fields";
    private static final Set<String> NOT_COMPARED =
            Set.of("description", "properties", "required", "items", "additionalProperties");
    private static final Set<String> UNORDERED = Set.of("enum", "x-kubernetes-list-map-keys");

    static List<KindInEdition> kinds() {
        return ReferenceCrds.kinds();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void names_scope_columns_and_subresources_are_those_of_the_reference(KindInEdition place) {
        JsonObject ours = place.ours();
        JsonObject reference = place.reference();
        assertThat(ours.object("spec", "names")).isEqualTo(reference.object("spec", "names"));
        assertThat(ours.text("spec", "scope")).isEqualTo(reference.text("spec", "scope"));
        JsonObject version = ReferenceCrds.storedVersion(ours);
        JsonObject referenceVersion = ReferenceCrds.storedVersion(reference);
        assertThat(version.text("name")).isEqualTo(referenceVersion.text("name"));
        assertThat(version.object("subresources")).isEqualTo(referenceVersion.object("subresources"));
        assertThat(columns(version)).isEqualTo(columns(referenceVersion));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void the_schema_says_what_the_reference_says_as_far_as_it_is_typed(KindInEdition place) {
        List<String> differences = new ArrayList<>();
        compare(
                ReferenceCrds.storedVersion(place.ours()).object("schema", "openAPIV3Schema"),
                ReferenceCrds.storedVersion(place.reference()).object("schema", "openAPIV3Schema"),
                "",
                differences);
        assertThat(differences).isEmpty();
    }

    private static List<JsonObject> columns(JsonObject version) {
        List<JsonObject> columns = new ArrayList<>();
        version.array("additionalPrinterColumns")
                .forEach(column -> columns.add(((JsonObject) column).without("description")));
        return columns;
    }

    private static void compare(JsonObject ours, JsonObject reference, String path, List<String> differences) {
        boolean open = ours.isTrue(PRESERVE) && !reference.isTrue(PRESERVE);
        Set<String> facts = new TreeSet<>(ours.keySet());
        facts.addAll(reference.keySet());
        facts.removeAll(NOT_COMPARED);
        if (open) {
            facts.remove(PRESERVE);
        }
        for (String fact : facts) {
            Object mine = ours.get(fact);
            Object theirs = reference.get(fact);
            boolean olderKubeVirt =
                    fact.equals("maxItems") && theirs == null && path.contains(".virtualMachineTemplate.");
            if (!same(fact, mine, theirs) && !(open && mine == null) && !olderKubeVirt) {
                differences.add(path + " " + fact + ": ours " + mine + ", reference " + theirs);
            }
        }
        if (!open && !sorted(ours.array("required")).equals(sorted(reference.array("required")))) {
            differences.add(
                    path + " required: ours " + ours.array("required") + ", reference " + reference.array("required"));
        }
        children(ours, reference, path, open, differences);
    }

    private static void children(
            JsonObject ours, JsonObject reference, String path, boolean open, List<String> differences) {
        JsonObject mine = ours.object("properties");
        JsonObject theirs = reference.object("properties");
        Set<String> names = new TreeSet<>(mine.keySet());
        if (!open) {
            names.addAll(theirs.keySet());
        }
        for (String name : names) {
            if (!path.isEmpty() || !Set.of("apiVersion", "kind", "metadata").contains(name)) {
                pair(mine.get(name), theirs.get(name), path + "." + name, differences);
            }
        }
        for (String inner : List.of("items", "additionalProperties")) {
            if (ours.containsKey(inner) || (!open && reference.containsKey(inner))) {
                pair(ours.get(inner), reference.get(inner), path + "[]", differences);
            }
        }
    }

    private static void pair(@Nullable Object mine, @Nullable Object theirs, String path, List<String> differences) {
        if (mine instanceof JsonObject ours && theirs instanceof JsonObject reference) {
            compare(ours, reference, path, differences);
        } else if (!Objects.equals(mine, theirs)) {
            differences.add(path + ": ours " + mine + ", reference " + theirs);
        }
    }

    private static boolean same(String fact, @Nullable Object mine, @Nullable Object theirs) {
        if (UNORDERED.contains(fact) && mine instanceof JsonArray ours && theirs instanceof JsonArray reference) {
            return sorted(ours).equals(sorted(reference));
        }
        return Objects.equals(mine, theirs);
    }

    private static List<String> sorted(JsonArray items) {
        return items.stream().map(String::valueOf).sorted().toList();
    }
}
