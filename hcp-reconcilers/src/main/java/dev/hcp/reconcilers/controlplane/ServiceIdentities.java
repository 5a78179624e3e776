package dev.hcp.reconcilers.controlplane;

import dev.hcp.api.json.JsonObject;
import dev.hcp.reconcilers.Rbac;
import java.util.List;
import java.util.function.Predicate;

/** Service accounts of a control plane, and what they may do in its namespace. */
final class ServiceIdentities {
    /**
     * A service account with its Role and RoleBinding.
     *
     * @param account name of the account
     * @param role name of Role and RoleBinding
     * @param rules what it may do; without any there is no role
     * @param when whether a control plane has it
     */
    record Identity(String account, String role, List<JsonObject> rules, Predicate<ControlPlane> when) {
        Identity when(Predicate<ControlPlane> condition) {
            return new Identity(account, role, rules, condition);
        }
    }

    private static final JsonObject LEASES = Rbac.rule("coordination.k8s.io", "leases", "*");
    private static final JsonObject CONFIG = Rbac.rule("", "configmaps,secrets,events", "*");
    private static final JsonObject HOSTED_CONTROL_PLANES = Rbac.rule(
            "hypershift.openshift.io", "hostedcontrolplanes,hostedcontrolplanes/status", "get,list,watch,update,patch");
    private static final JsonObject CAPI_MACHINES =
            Rbac.rule("cluster.x-k8s.io", "machines,machinedeployments,machinesets", "get,list,watch");

    static final Identity DEFAULT = identity("default");
    static final Identity PKI_OPERATOR = identity("control-plane-pki-operator", CONFIG, LEASES, HOSTED_CONTROL_PLANES);
    static final Identity ETCD_DEFRAG = identity(
                    "etcd-defrag-controller", LEASES, Rbac.rule("", "events", "create,patch"))
            .when(ControlPlane::highlyAvailable);
    static final Identity IGNITION_SERVER = identity("ignition-server", CONFIG, LEASES);
    static final Identity IGNITION_PROXY = identity("ignition-server-proxy");
    static final Identity AUTOSCALER = new Identity(
            "cluster-autoscaler",
            "cluster-autoscaler-management",
            List.of(
                    Rbac.rule(
                            "cluster.x-k8s.io",
                            "machinedeployments,machinedeployments/scale,machines,machinesets,machinepools",
                            "*"),
                    Rbac.rule("infrastructure.cluster.x-k8s.io", "*", "get,list")),
            controlPlane -> true);
    static final Identity MACHINE_APPROVER = identity("machine-approver", CAPI_MACHINES, LEASES);

    static final Identity NETWORK_OPERATOR = identity(
            "cluster-network-operator",
            CONFIG,
            HOSTED_CONTROL_PLANES,
            Rbac.rule("apps", "deployments,statefulsets", "*"),
            Rbac.rule("", "services,serviceaccounts,pods", "*"),
            Rbac.rule("route.openshift.io", "routes,routes/custom-host", "*"),
            Rbac.rule("monitoring.coreos.com", "servicemonitors,prometheusrules", "*"));
    static final Identity NODE_TUNING_OPERATOR =
            identity("cluster-node-tuning-operator", CONFIG, LEASES, Rbac.rule("", "pods,services", "*"));
    static final Identity CONFIG_OPERATOR =
            identity("hosted-cluster-config-operator", CONFIG, LEASES, HOSTED_CONTROL_PLANES, CAPI_MACHINES);
    static final Identity STORAGE_OPERATOR = identity(
            "cluster-storage-operator",
            CONFIG,
            HOSTED_CONTROL_PLANES,
            Rbac.rule("apps", "deployments", "*"),
            Rbac.rule("policy", "poddisruptionbudgets", "*"));
    static final Identity SNAPSHOT_OPERATOR = new Identity(
            "csi-snapshot-controller-operator",
            "csi-snapshot-controller-operator-role",
            List.of(CONFIG, HOSTED_CONTROL_PLANES, Rbac.rule("apps", "deployments", "*")),
            controlPlane -> true);
    static final Identity COLLECT_PROFILES =
            identity("olm-collect-profiles", Rbac.rule("", "secrets,configmaps", "get,list,create,delete,update"));
    static final Identity KUBEVIRT_CLOUD = identity(
                    "kubevirt-cloud-controller-manager",
                    Rbac.rule("kubevirt.io", "virtualmachines,virtualmachineinstances", "get,list,watch"),
                    Rbac.rule("", "pods,services", "*"),
                    Rbac.rule("discovery.k8s.io", "endpointslices", "*"))
            .when(KubevirtComponents.ON_KUBEVIRT);
    static final Identity KUBEVIRT_DRIVER = identity(
                    "kubevirt-csi",
                    Rbac.rule("cdi.kubevirt.io", "datavolumes", "*"),
                    Rbac.rule("kubevirt.io", "virtualmachineinstances,virtualmachines", "get,list"),
                    Rbac.rule("snapshot.storage.k8s.io", "volumesnapshots", "*"),
                    Rbac.rule(
                            "subresources.kubevirt.io",
                            "virtualmachines/addvolume,virtualmachines/removevolume",
                            "update"))
            .when(KubevirtComponents.DRIVEN);
    static final Identity AWS_CLOUD =
            identity("cloud-controller-manager").when(controlPlane -> controlPlane.onPlatform("AWS"));
    static final Identity ETCD_BACKUP = identity("etcd-backup-sa");

    private ServiceIdentities() {}

    private static Identity identity(String name, JsonObject... rules) {
        return new Identity(name, name, List.of(rules), controlPlane -> true);
    }
}
