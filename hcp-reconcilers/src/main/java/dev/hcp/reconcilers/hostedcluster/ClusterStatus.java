package dev.hcp.reconcilers.hostedcluster;

import dev.hcp.api.hypershift.HostedCluster;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.names.ConditionReasons;
import dev.hcp.api.names.ConditionTypes;
import dev.hcp.reconcilers.Conditions;
import dev.hcp.reconcilers.ObjectKey;
import dev.hcp.reconcilers.Pass;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The status of a HostedCluster while a pass works on it. What the pass finds out is stored where it says so, which is not
 * everywhere: a pass that ends early leaves the status as it was stored.
 */
final class ClusterStatus {
    private static final JsonObject NO_ENDPOINT = JsonObject.of("host", "", "port", 0);

    private final Pass pass;
    private final ObjectKey key;
    private JsonObject object;
    private Conditions conditions;
    private JsonObject fields;

    ClusterStatus(JsonObject object, Pass pass) {
        this.pass = pass;
        this.key = ObjectKey.of(object);
        this.object = object;
        this.conditions = Conditions.of(object, pass.now());
        this.fields = object.object("status");
    }

    /** Drops what the pass found so far for what is stored. */
    void reload() {
        Optional<JsonObject> stored = pass.tree(HostedCluster.class, key.namespace(), key.name());
        if (stored.isPresent()) {
            object = stored.get();
            conditions = Conditions.of(object, pass.now());
            fields = object.object("status");
        }
    }

    Conditions conditions() {
        return conditions;
    }

    /** {@code status.version}. */
    JsonObject version() {
        return fields.object("version");
    }

    /** Sets a field; null drops it. */
    void set(String field, @Nullable Object value) {
        fields = value == null ? fields.without(field) : fields.with(field, value);
    }

    /** Stores what was found so far. */
    void write() {
        JsonObject status = fields.with("conditions", conditions.toTree());
        if (!status.containsKey("controlPlaneEndpoint")) {
            status = status.with("controlPlaneEndpoint", NO_ENDPOINT);
        }
        pass.status(HostedCluster.class, object.with("status", status));
    }

    /** Says whether the pass went through, and stores everything when that is news. */
    void conclude(Optional<String> failure) {
        boolean news = conditions.setAndStamp(
                ConditionTypes.RECONCILIATION_SUCCEEDED,
                failure.isEmpty(),
                failure.isEmpty() ? ConditionReasons.RECONCILIATION_SUCCEEDED : ConditionReasons.RECONCILIATION_ERROR,
                failure.orElse("Reconciliation completed successfully"));
        if (news) {
            write();
        }
    }
}
