package dev.hcp.reconcilers.hostedcluster;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.names.Labels;
import dev.hcp.platforms.ManagementCluster;
import dev.hcp.platforms.OperatorCapability;
import dev.hcp.platforms.ReleaseMetadata;
import dev.hcp.reconcilers.Memory;
import dev.hcp.reconcilers.ObjectKey;
import dev.hcp.reconcilers.Pass;
import dev.hcp.reconcilers.Rbac;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.rbac.ClusterRole;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBinding;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import java.util.List;

/** What the operators of a control plane may do outside of its namespace. They cannot give themselves such rights. */
final class OperatorAccess {
    private static final String CLUSTER_ROLE = "ClusterRole";
    private static final String SIGNER = "csr-signer";
    private static final String APPROVER = "csr-approver";
    private static final String CERTIFICATES = "certificates.k8s.io";
    private static final String READ = "get,list,watch";
    private static final List<String> INGRESS_NAMESPACES = List.of("openshift-ingress", "openshift-ingress-operator");

    private final ClusterView cluster;

    OperatorAccess(ClusterView cluster) {
        this.cluster = cluster;
    }

    void reconcile(ReleaseMetadata release, Pass pass, Memory.OfPrimary memory) {
        ManagementCluster management = pass.managementCluster();
        if (management.routes() && management.serves(ManagementCluster.OPENSHIFT_CONFIGURATION)) {
            INGRESS_NAMESPACES.forEach(namespace -> ingress(namespace, pass, memory));
        }
        if (release.announces(OperatorCapability.SIGNS_REQUESTS)) {
            requests(APPROVER, "certificatesigningrequests/approval", "approve", pass, memory);
            requests(SIGNER, "certificatesigningrequests/status", "sign", pass, memory);
        }
    }

    /** Takes it back when the cluster is deleted, but for what is found by its labels. */
    void revoke(Pass pass) {
        for (String namespace : INGRESS_NAMESPACES) {
            pass.delete(RoleBinding.class, new ObjectKey(namespace, ingressRole()));
            pass.delete(Role.class, new ObjectKey(namespace, ingressRole()));
        }
    }

    /** The control plane operator looks at the management cluster's ingress. */
    private void ingress(String namespace, Pass pass, Memory.OfPrimary memory) {
        ObjectKey key = new ObjectKey(namespace, ingressRole());
        JsonObject metadata = JsonObject.of("name", key.name(), "namespace", namespace);
        pass.apply(
                memory,
                Role.class,
                key,
                () -> Rbac.role(
                        "Role", metadata, List.of(Rbac.rule("operator.openshift.io", "ingresscontrollers", READ))));
        bind(RoleBinding.class, key, metadata, "Role", "control-plane-operator", pass, memory);
    }

    /** The PKI operator handles requests for the certificates of administrators. */
    private void requests(String purpose, String subresource, String verb, Pass pass, Memory.OfPrimary memory) {
        ObjectKey key = requestsKey(purpose);
        JsonObject metadata = JsonObject.of(
                "labels",
                JsonObject.of(Labels.OWNER_NAMESPACE, cluster.namespace(), Labels.OWNER_NAME, cluster.name()),
                "name",
                key.name());
        String signer = ClusterView.PREFIX + cluster.namespace() + "-" + cluster.name() + ".";
        pass.apply(
                memory,
                ClusterRole.class,
                key,
                () -> Rbac.role(
                        CLUSTER_ROLE,
                        metadata,
                        List.of(
                                Rbac.rule(CERTIFICATES, "certificatesigningrequests", READ),
                                Rbac.rule(CERTIFICATES, subresource, "update"),
                                Rbac.rule(CERTIFICATES, "signers", verb)
                                        .with(
                                                "resourceNames",
                                                JsonArray.of(
                                                        signer + "customer-break-glass",
                                                        signer + "sre-break-glass")))));
        bind(ClusterRoleBinding.class, key, metadata, CLUSTER_ROLE, "control-plane-pki-operator", pass, memory);
    }

    private void bind(
            Class<? extends HasMetadata> type,
            ObjectKey key,
            JsonObject metadata,
            String roleKind,
            String account,
            Pass pass,
            Memory.OfPrimary memory) {
        pass.apply(
                memory,
                type,
                key,
                () -> Rbac.binding(
                        HasMetadata.getKind(type),
                        metadata,
                        roleKind,
                        key.name(),
                        cluster.controlPlaneNamespace(),
                        account));
    }

    private String ingressRole() {
        return "control-plane-operator-" + cluster.controlPlaneNamespace();
    }

    private ObjectKey requestsKey(String purpose) {
        return new ObjectKey("", cluster.controlPlaneNamespace() + "-" + purpose);
    }
}
