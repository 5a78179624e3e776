package dev.hcp.reconcilers.controlplane;

import java.util.ArrayList;
import java.util.List;

/** The components in groups. */
final class Groups {
    /** After the API server; all others wait for them. */
    static final List<Component> CORE = List.of(
            ApiComponents.KUBE_CONTROLLER_MANAGER, ApiComponents.KUBE_SCHEDULER, ApiComponents.OPENSHIFT_API_SERVER);

    /** All that may be there. */
    static final List<Component> ALL = all();

    private Groups() {}

    private static List<Component> all() {
        List<Component> components = new ArrayList<>(List.of(
                EtcdComponents.ETCD,
                EtcdComponents.PKI_OPERATOR,
                ApiComponents.KUBE_API_SERVER,
                ApiComponents.OAUTH_API_SERVER,
                ApiComponents.OAUTH_SERVER,
                ApiComponents.KONNECTIVITY_AGENT,
                ApiComponents.ROUTER,
                IgnitionComponents.SERVER,
                IgnitionComponents.PROXY,
                OperatorComponents.AUTOSCALER,
                OperatorComponents.MACHINE_APPROVER));
        components.addAll(CORE);
        components.addAll(OperatorComponents.ALL);
        components.addAll(Catalogs.COMPONENTS);
        components.addAll(KubevirtComponents.ALL);
        components.addAll(AwsComponents.ALL);
        return List.copyOf(components);
    }
}
