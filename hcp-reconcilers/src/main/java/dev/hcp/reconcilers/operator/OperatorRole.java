package dev.hcp.reconcilers.operator;

import dev.hcp.api.json.JsonObject;
import dev.hcp.platforms.Permissions;
import dev.hcp.reconcilers.Rbac;
import dev.hcp.reconcilers.Reconciler;
import java.util.ArrayList;
import java.util.List;

/**
 * What an operator has to be allowed on its management cluster, as rules of roles: what its reconcilers declare, and what
 * the runtime needs itself. Hosted clusters are entered as their administrators and need no role.
 */
public final class OperatorRole {
    private static final String READ_ONE = "get";

    private OperatorRole() {}

    /** Rules of a ClusterRole. */
    public static List<JsonObject> clusterRules(List<Reconciler<?>> reconcilers) {
        Permissions declared = Permissions.NONE;
        for (Reconciler<?> reconciler : reconcilers) {
            declared = declared.and(reconciler.permissions());
        }
        List<JsonObject> rules = new ArrayList<>(Rbac.rules(declared, false));
        // See ManagementClusters.
        rules.add(Rbac.rule("config.openshift.io", "infrastructures,ingresses,networks", READ_ONE));
        rules.add(Rbac.rule("config.openshift.io", "imagedigestmirrorsets,imagetagmirrorsets", "list"));
        rules.add(Rbac.rule("operator.openshift.io", "imagecontentsourcepolicies", "list"));
        rules.add(Rbac.rule("kubevirt.io", "kubevirts", "list"));
        rules.add(Rbac.rule("", "endpoints", READ_ONE));
        // Of kubeconfigs, by which hosted clusters are entered.
        rules.add(Rbac.rule("", "secrets", "get,list,watch"));
        return rules;
    }

    /** Rules of a Role in the namespace of the lease; see {@link HcpOperator.Builder#leaderElection}. */
    public static List<JsonObject> leaseRules() {
        return List.of(Rbac.rule("coordination.k8s.io", "leases", "create,get,patch,update"));
    }
}
