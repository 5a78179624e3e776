package dev.hcp.simulator.apiserver;

import dev.hcp.api.json.JsonObject;
import dev.hcp.api.validation.schema.Schema;
import dev.hcp.simulator.apiserver.patch.FieldComparison;
import dev.hcp.simulator.apiserver.patch.FieldManager;
import dev.hcp.simulator.apiserver.patch.FieldSets;
import dev.hcp.simulator.apiserver.patch.ManagedFields;
import dev.hcp.simulator.apiserver.patch.OwnedFields;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What a change of an object means for the owners of its fields, each seen in the version it wrote in. */
final class OwnershipChange {
    private final OwnerVersions versions;
    private final JsonObject before;
    private final JsonObject after;
    private final UnaryOperator<JsonObject> writable;
    private final String apiVersion;
    private final FieldComparison comparison;
    private final Map<String, FieldComparison> inOtherVersions = new HashMap<>();

    /**
     * A change.
     *
     * @param apiVersion the version of the request, in which the states are given
     * @param writable takes from a set what the endpoint does not write
     */
    OwnershipChange(
            OwnerVersions versions,
            String apiVersion,
            Schema schema,
            JsonObject before,
            JsonObject after,
            UnaryOperator<JsonObject> writable) {
        this.versions = versions;
        this.before = before;
        this.after = after;
        this.writable = writable;
        this.apiVersion = apiVersion;
        this.comparison = writable(FieldComparison.of(before, after, schema));
    }

    private FieldComparison writable(FieldComparison all) {
        return new FieldComparison(
                writable.apply(all.added()), writable.apply(all.modified()), writable.apply(all.removed()));
    }

    /** What differs, as the request's version shows it. */
    FieldComparison comparison() {
        return comparison;
    }

    private @Nullable FieldComparison in(String version) {
        if (version.equals(apiVersion)) {
            return comparison;
        }
        FieldComparison known = inOtherVersions.get(version);
        if (known == null) {
            Schema schema = versions.schema(version);
            if (schema == null) {
                return null;
            }
            known = writable(
                    FieldComparison.of(versions.convert(before, version), versions.convert(after, version), schema));
            inOtherVersions.put(version, known);
        }
        return known;
    }

    /** What others own of what changes, by owner. */
    Map<FieldManager, JsonObject> conflicts(ManagedFields owners, FieldManager manager) {
        Map<FieldManager, JsonObject> conflicts = new HashMap<>();
        for (OwnedFields entry : owners.entries()) {
            FieldComparison seen = entry.manager().equals(manager) ? null : in(entry.apiVersion());
            if (seen != null) {
                JsonObject both = FieldSets.intersection(entry.fields(), seen.changed());
                if (!both.isEmpty()) {
                    conflicts.put(entry.manager(), both);
                }
            }
        }
        return conflicts;
    }

    /** Everybody but one loses what changes; who wrote in a version that is no more loses all. */
    void takeFromOthers(ManagedFields owners, FieldManager manager) {
        for (OwnedFields entry : owners.entries()) {
            if (entry.manager().equals(manager)) {
                continue;
            }
            FieldComparison seen = in(entry.apiVersion());
            if (seen == null) {
                owners.forget(entry.manager());
            } else if (!seen.isEmpty()) {
                JsonObject kept = FieldSets.difference(entry.fields(), seen.changed());
                owners.set(
                        entry.manager(), entry.apiVersion(), entry.time(), FieldSets.difference(kept, seen.removed()));
            }
        }
    }
}
