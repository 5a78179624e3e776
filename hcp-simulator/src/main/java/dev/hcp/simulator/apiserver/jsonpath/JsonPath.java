package dev.hcp.simulator.apiserver.jsonpath;

import dev.hcp.api.json.JsonObject;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A path such as {@code .status.conditions[?(@.type=="Ready")].status}. Immutable. */
public final class JsonPath {
    private final List<Step> steps;

    private JsonPath(List<Step> steps) {
        this.steps = steps;
    }

    /**
     * Parses a path.
     *
     * @throws JsonPathException when it is none
     */
    public static JsonPath parse(String path) {
        return new JsonPath(new PathParser(path).parse());
    }

    /**
     * What the path leads to; nothing where a field is missing.
     *
     * @throws JsonPathException when a step does not fit the value it is taken from, such as an index beyond a list's end
     */
    public List<@Nullable Object> find(JsonObject root) {
        return Step.walk(steps, Collections.singletonList(root));
    }
}
