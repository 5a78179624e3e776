package dev.hcp.simulator.apiserver.definition;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The {@code spec} of a definition as the reference's internal type has it: what all versions say alike stands beside
 * them, and is told of there.
 */
final class DefinitionSpec {
    private final JsonObject tree;
    private final List<JsonObject> versions = new ArrayList<>();

    private DefinitionSpec(JsonObject tree) {
        this.tree = tree;
        JsonArray source = tree.array("versions");
        for (int i = 0; i < source.size(); i++) {
            versions.add(source.object(i));
        }
    }

    static DefinitionSpec of(JsonObject definition) {
        return new DefinitionSpec(definition.object("spec"));
    }

    JsonObject tree() {
        return tree;
    }

    List<JsonObject> versions() {
        return versions;
    }

    /** The text at a path, or the empty text. */
    String text(String... path) {
        return text(tree, path);
    }

    static String text(JsonObject object, String... path) {
        return Objects.requireNonNullElse(object.text(path), "");
    }

    /** Whether all versions say the same of a member. */
    boolean isShared(String member) {
        for (JsonObject version : versions) {
            if (!Objects.equals(version.get(member), versions.get(0).get(member))) {
                return false;
            }
        }
        return !versions.isEmpty();
    }

    /** The name of the version that objects are stored in, or the empty text. */
    String storageVersion() {
        return versions.stream()
                .filter(version -> version.isTrue("storage"))
                .map(version -> text(version, "name"))
                .findFirst()
                .orElse("");
    }

    /** The schema of a version, or null. */
    static @Nullable JsonObject schema(JsonObject version) {
        return version.at("schema", "openAPIV3Schema") instanceof JsonObject schema ? schema : null;
    }
}
