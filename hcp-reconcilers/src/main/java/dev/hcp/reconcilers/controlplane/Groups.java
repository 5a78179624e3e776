package dev.hcp.reconcilers.controlplane;

import java.util.ArrayList;
import java.util.List;

/** The components in the groups in which they are brought up. */
final class Groups {
    /** After the API server. */
    static final List<Component> CORE = List.of(
            ApiComponents.KUBE_CONTROLLER_MANAGER, ApiComponents.KUBE_SCHEDULER, ApiComponents.OPENSHIFT_API_SERVER);

    /** After those, all at once. */
    static final List<Component> OPERATORS = operators();

    /** All that may be there. */
    static final List<Component> ALL = all();

    private Groups() {}

    private static List<Component> operators() {
        List<Component> components = new ArrayList<>(
                List.of(ApiComponents.ROUTER, ApiComponents.KONNECTIVITY_AGENT, ApiComponents.OAUTH_API_SERVER));
        components.addAll(OperatorComponents.ALL);
        return List.copyOf(components);
    }

    private static List<Component> all() {
        List<Component> components = new ArrayList<>(List.of(
                EtcdComponents.ETCD,
                EtcdComponents.PKI_OPERATOR,
                ApiComponents.KUBE_API_SERVER,
                ApiComponents.OAUTH_SERVER,
                IgnitionComponents.SERVER,
                IgnitionComponents.PROXY,
                OperatorComponents.AUTOSCALER,
                OperatorComponents.MACHINE_APPROVER));
        components.addAll(CORE);
        components.addAll(OPERATORS);
        components.addAll(Catalogs.COMPONENTS);
        components.addAll(KubevirtComponents.ALL);
        return List.copyOf(components);
    }
}
