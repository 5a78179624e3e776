package dev.hcp.simulator.apiserver.patch;

import dev.hcp.api.json.Json;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * One who writes.
 *
 * @param operation {@code Apply} or {@code Update}
 * @param apiVersion the version it wrote in; empty for Apply, which keeps one entry over all versions
 */
public record FieldManager(String name, String operation, String apiVersion, String subresource)
        implements Comparable<FieldManager> {
    private static final Comparator<FieldManager> ORDER = Comparator.comparing(FieldManager::name)
            .thenComparing(FieldManager::operation)
            .thenComparing(FieldManager::apiVersion)
            .thenComparing(FieldManager::subresource);

    /** Who applies under a name. */
    public static FieldManager applier(String name, @Nullable String subresource) {
        return new FieldManager(name, "Apply", "", subresource == null ? "" : subresource);
    }

    /** Who creates, replaces or patches under a name. */
    public static FieldManager updater(String name, String apiVersion, @Nullable String subresource) {
        return new FieldManager(name, "Update", apiVersion, subresource == null ? "" : subresource);
    }

    boolean isUpdater() {
        return operation.equals("Update");
    }

    @Override
    public int compareTo(FieldManager other) {
        return ORDER.compare(this, other);
    }

    /** The text by which the reference tells managers apart and sorts them. */
    public String identity() {
        return "{\"manager\":" + Json.write(name) + ",\"operation\":\"" + operation + '"'
                + (apiVersion.isEmpty() ? "" : ",\"apiVersion\":\"" + apiVersion + '"')
                + (subresource.isEmpty() ? "" : ",\"subresource\":\"" + subresource + '"') + "}";
    }

    /** As conflicts name it. */
    public String printed() {
        return "\"" + name + "\"" + (subresource.isEmpty() ? "" : " with subresource \"" + subresource + "\"")
                + (isUpdater() && !apiVersion.isEmpty() ? " using " + apiVersion : "");
    }
}
