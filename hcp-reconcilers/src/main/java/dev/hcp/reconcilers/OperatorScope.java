package dev.hcp.reconcilers;

import dev.hcp.api.json.JsonObject;
import dev.hcp.api.names.Annotations;
import dev.hcp.platforms.ManagementCluster;

/**
 * Which hosted clusters a HyperShift operator sees to when several share a management cluster: with scoping enabled, those
 * whose annotation {@code scope} is the operator's own; one without a scope sees to those without the annotation.
 */
public final class OperatorScope {
    /** Environment variable of the operator that enables scoping, by {@code true}. */
    public static final String ENABLED = "ENABLE_HOSTEDCLUSTERS_ANNOTATION_SCOPING";

    /** Environment variable of the operator that names its scope. */
    public static final String SCOPE = "HOSTEDCLUSTERS_SCOPE_ANNOTATION";

    private OperatorScope() {}

    /** Whether the operator sees to a hosted cluster, and so to its node pools. */
    public static boolean covers(ManagementCluster management, JsonObject hostedCluster) {
        if (!management.operatorEnvironment(ENABLED).equals("true")) {
            return true;
        }
        String scope = hostedCluster.text("metadata", "annotations", Annotations.SCOPE);
        return management.operatorEnvironment(SCOPE).equals(scope == null ? "" : scope);
    }
}
