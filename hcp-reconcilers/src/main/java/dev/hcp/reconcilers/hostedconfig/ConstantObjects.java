package dev.hcp.reconcilers.hostedconfig;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.names.Labels;
import dev.hcp.reconcilers.Intent;
import dev.hcp.reconcilers.ObjectKey;
import dev.hcp.reconcilers.Rbac;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.rbac.ClusterRole;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBinding;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import java.util.ArrayList;
import java.util.List;

/** What is wanted in every hosted cluster, whatever its HostedControlPlane says. */
final class ConstantObjects {
    /** All of it, each an {@link Intent.Apply}; namespaces come before what lies in them. */
    static final List<Intent.Apply> ALL = all();

    private static final String USERS_GROUP = "rbac.authorization.k8s.io";

    private final List<Intent.Apply> objects = new ArrayList<>();

    private ConstantObjects() {}

    static void reconcile(HostedPass pass) {
        for (Intent.Apply object : ALL) {
            pass.apply(object.type(), object.key().namespace(), object.key().name(), object::tree);
        }
    }

    private static List<Intent.Apply> all() {
        ConstantObjects constants = new ConstantObjects();
        constants.namespaces();
        constants.roles();
        constants.add(ConfigKinds.Build.class, settings(ConfigKinds.Build.class));
        constants.add(ConfigKinds.Project.class, settings(ConfigKinds.Project.class));
        return List.copyOf(constants.objects);
    }

    private static JsonObject settings(Class<? extends HasMetadata> type) {
        return HostedPass.object(type, "", "cluster").with("spec", JsonObject.EMPTY);
    }

    private void add(Class<? extends HasMetadata> type, JsonObject tree) {
        objects.add(new Intent.Apply(type, ObjectKey.of(tree), tree));
    }

    private void namespaces() {
        for (String name : List.of(
                "openshift-apiserver",
                "openshift-authentication",
                "openshift-controller-manager",
                "openshift-etcd",
                "openshift-kube-apiserver",
                "openshift-kube-controller-manager",
                "openshift-kube-scheduler",
                "openshift-route-controller-manager")) {
            namespace(name, JsonObject.EMPTY);
        }
        namespace(
                ClusterOperators.INGRESS_NAMESPACE,
                JsonObject.of(
                        "name",
                        ClusterOperators.INGRESS_NAMESPACE,
                        "network.openshift.io/policy-group",
                        "ingress",
                        Labels.CLUSTER_MONITORING,
                        "true",
                        "policy-group.network.openshift.io/ingress",
                        ""));
    }

    private void namespace(String name, JsonObject labels) {
        JsonObject privileged = JsonObject.of(
                "pod-security.kubernetes.io/audit", "privileged",
                "pod-security.kubernetes.io/enforce", "privileged",
                "pod-security.kubernetes.io/warn", "privileged");
        JsonObject.Builder all = privileged.toBuilder();
        labels.forEach(all::put);
        add(Namespace.class, HostedPass.object(Namespace.class, "", name).withAt(all.build(), "metadata", "labels"));
    }

    private void roles() {
        clusterRole(
                "system:openshift:openshift-controller-manager:ingress-to-route-controller",
                "openshift-route-controller-manager",
                "ingress-to-route-controller",
                Rbac.rule("", "secrets,services", "get,list,watch"),
                Rbac.rule("networking.k8s.io", "ingresses,ingressclasses", "get,list,watch"),
                Rbac.rule("networking.k8s.io", "ingresses/status", "update"),
                Rbac.rule("route.openshift.io", "routes", "create,delete,get,list,patch,update,watch"),
                Rbac.rule("route.openshift.io", "routes/custom-host", "create,update"),
                Rbac.rule("", "events", "create,patch,update"));
        clusterRole(
                "system:openshift:controller:namespace-security-allocation-controller",
                "openshift-infra",
                "namespace-security-allocation-controller",
                Rbac.rule(
                        "security.openshift.io,security.internal.openshift.io",
                        "rangeallocations",
                        "create,get,update"),
                Rbac.rule("", "namespaces", "get,list,patch,update,watch"),
                Rbac.rule("", "events", "create,patch,update"));
        clusterRole(
                "system:openshift:controller:podsecurity-admission-label-syncer-controller",
                "openshift-infra",
                "podsecurity-admission-label-syncer-controller",
                Rbac.rule("", "namespaces", "get,list,patch,watch"),
                Rbac.rule(
                        "rbac.authorization.k8s.io",
                        "clusterroles,clusterrolebindings,roles,rolebindings",
                        "get,list,watch"),
                Rbac.rule("security.openshift.io", "securitycontextconstraints", "get,list,watch"),
                Rbac.rule("", "serviceaccounts", "get,list,watch"),
                Rbac.rule("", "events", "create,patch,update"));
        clusterRole(
                "system:openshift:controller:privileged-namespaces-psa-label-syncer",
                "openshift-infra",
                "privileged-namespaces-psa-label-syncer",
                Rbac.rule("", "namespaces", "get,list,patch,watch"));
        clusterRole(
                "system:openshift:openshift-controller-manager:image-trigger-controller",
                "openshift-infra",
                "image-trigger-controller",
                Rbac.rule("image.openshift.io", "imagestreams", "get,list,watch"),
                Rbac.rule("apps,extensions", "deployments,daemonsets,statefulsets", "get,list,update,watch"),
                Rbac.rule("batch", "cronjobs", "get,list,update,watch"),
                Rbac.rule("", "events", "create,patch,update"));
        groupBinding("node-bootstrapper", "system:node-bootstrapper", "system:bootstrappers", "Group");
        groupBinding(
                "csr-renewal",
                "system:certificates.k8s.io:certificatesigningrequests:selfnodeclient",
                "system:nodes",
                "Group");
        groupBinding("hosted-cluster-config-operator", "cluster-admin", "system:hosted-cluster-config", "User");
        leaderElection("kube-controller-manager", "system:kube-controller-manager");
    }

    private void clusterRole(String name, String namespace, String serviceAccount, JsonObject... rules) {
        JsonObject metadata = JsonObject.of("name", name);
        add(ClusterRole.class, Rbac.role("ClusterRole", metadata, List.of(rules)));
        add(
                ClusterRoleBinding.class,
                Rbac.binding("ClusterRoleBinding", metadata, "ClusterRole", name, namespace, serviceAccount));
    }

    private void groupBinding(String name, String role, String subject, String kind) {
        add(
                ClusterRoleBinding.class,
                binding(HostedPass.object(ClusterRoleBinding.class, "", name), "ClusterRole", role, kind, subject));
    }

    private void leaderElection(String component, String user) {
        String name = "system:openshift:leader-election-lock-" + component;
        JsonObject metadata = JsonObject.of("name", name, "namespace", "kube-system");
        add(
                Role.class,
                Rbac.role(
                        "Role",
                        metadata,
                        List.of(
                                Rbac.rule("coordination.k8s.io", "leases", "create,get,list,patch,update,watch"),
                                Rbac.rule("", "configmaps", "create,get,list,patch,update,watch"))));
        add(
                RoleBinding.class,
                binding(HostedPass.object(RoleBinding.class, "kube-system", name), "Role", name, "User", user));
    }

    private static JsonObject binding(JsonObject object, String roleKind, String role, String kind, String subject) {
        return object.with("roleRef", JsonObject.of("apiGroup", USERS_GROUP, "kind", roleKind, "name", role))
                .with("subjects", JsonArray.of(JsonObject.of("apiGroup", USERS_GROUP, "kind", kind, "name", subject)));
    }
}
