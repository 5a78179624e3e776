package dev.hcp.simulator.apiserver.kinds;

import static dev.hcp.simulator.apiserver.catalogue.Resource.Trait.ANNOTATIONS_CHANGE_GENERATION;
import static dev.hcp.simulator.apiserver.catalogue.Resource.Trait.CREATE_ON_UPDATE;
import static dev.hcp.simulator.apiserver.catalogue.Resource.Trait.GRACEFUL_DELETION;
import static dev.hcp.simulator.apiserver.catalogue.Resource.Trait.LOCKED_UPDATE;
import static dev.hcp.simulator.apiserver.catalogue.Resource.Trait.ORPHANS_BY_DEFAULT;
import static dev.hcp.simulator.apiserver.catalogue.Resource.Trait.RECHECKS_METADATA;
import static dev.hcp.simulator.apiserver.catalogue.Resource.Trait.RETURNS_DELETED;
import static dev.hcp.simulator.apiserver.catalogue.Resource.Trait.REVIEW;
import static dev.hcp.simulator.apiserver.catalogue.Resource.Trait.STATUS_KEEPS_LABELS;
import static dev.hcp.simulator.apiserver.catalogue.Resource.Trait.STATUS_KEEPS_METADATA;
import static dev.hcp.simulator.apiserver.catalogue.Resource.Trait.STATUS_ON_CREATE;

import dev.hcp.api.validation.schema.NameRule;
import dev.hcp.simulator.apiserver.catalogue.Catalogue;
import dev.hcp.simulator.apiserver.catalogue.Resource;
import dev.hcp.simulator.apiserver.catalogue.Resource.Builder;
import dev.hcp.simulator.apiserver.catalogue.ScalePaths;
import dev.hcp.simulator.apiserver.catalogue.Subresource;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Endpoints;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.authentication.SelfSubjectReview;
import io.fabric8.kubernetes.api.model.authentication.TokenReview;
import io.fabric8.kubernetes.api.model.authorization.v1.SelfSubjectAccessReview;
import io.fabric8.kubernetes.api.model.authorization.v1.SelfSubjectRulesReview;
import io.fabric8.kubernetes.api.model.authorization.v1.SubjectAccessReview;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.kubernetes.api.model.rbac.ClusterRole;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBinding;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import io.fabric8.kubernetes.api.model.scheduling.v1.PriorityClass;
import io.fabric8.kubernetes.api.model.storage.StorageClass;
import java.util.ArrayList;
import java.util.List;

/** The kinds that the server is built with. */
public final class BuiltInKinds {
    private static final ScalePaths REPLICAS = new ScalePaths(".spec.replicas", ".status.replicas", ".spec.selector");
    private static final Catalogue CATALOGUE = Catalogue.of(table());

    private BuiltInKinds() {}

    /** The catalogue of all of them; one per JVM. */
    public static Catalogue catalogue() {
        return CATALOGUE;
    }

    private static List<Resource> table() {
        List<Resource> table = new ArrayList<>();
        core(table);
        workloads(table);
        access(table);
        others(table);
        return table;
    }

    private static Builder kind(String group, String plural, Class<?> model, String... shortNames) {
        return Resource.builder(group, "v1", model.getSimpleName(), plural)
                .shortNames(List.of(shortNames))
                .schema(() -> ModelSchemas.of(model));
    }

    private static void core(List<Resource> table) {
        table.add(kind("", "namespaces", Namespace.class, "ns")
                .clusterScoped()
                .status()
                .subresource(new Subresource("finalize", "", "", "Namespace", List.of("update")))
                .verbs("create", "delete", "get", "list", "patch", "update", "watch")
                .nameRule(NameRule.LABEL)
                .selectableFields(List.of("status.phase"))
                .strategy(new NamespaceStrategy())
                .traits(RETURNS_DELETED)
                .build());
        table.add(kind("", "pods", Pod.class, "po")
                .categories(List.of("all"))
                .status()
                .subresource(new Subresource("binding", "", "", "Binding", List.of("create")))
                .subresource(new Subresource("eviction", "policy", "v1", "Eviction", List.of("create")))
                .selectableFields(List.of(
                        "spec.nodeName",
                        "spec.restartPolicy",
                        "spec.schedulerName",
                        "spec.serviceAccountName",
                        "spec.hostNetwork",
                        "status.phase",
                        "status.podIP",
                        "status.podIPs",
                        "status.nominatedNodeName"))
                .strategy(new PodStrategy())
                .traits(RETURNS_DELETED, GRACEFUL_DELETION)
                .build());
        table.add(kind("", "services", Service.class, "svc")
                .categories(List.of("all"))
                .status()
                .nameRule(NameRule.SERVICE)
                .selectableFields(List.of("spec.clusterIP", "spec.type"))
                .strategy(new ServiceStrategy())
                .traits(RETURNS_DELETED, CREATE_ON_UPDATE)
                .build());
        table.add(kind("", "endpoints", Endpoints.class, "ep")
                .traits(CREATE_ON_UPDATE)
                .build());
        table.add(kind("", "secrets", Secret.class)
                .selectableFields(List.of("type"))
                .strategy(new SecretStrategy())
                .build());
        table.add(kind("", "configmaps", ConfigMap.class, "cm")
                .strategy(new ConfigMapStrategy())
                .traits(RECHECKS_METADATA)
                .build());
        table.add(kind("", "serviceaccounts", ServiceAccount.class, "sa")
                .subresource(new Subresource("token", "authentication.k8s.io", "v1", "TokenRequest", List.of("create")))
                .traits(RETURNS_DELETED)
                .build());
        table.add(kind("", "nodes", Node.class, "no")
                .clusterScoped()
                .status()
                .selectableFields(List.of("spec.unschedulable"))
                .traits(STATUS_ON_CREATE)
                .build());
        table.add(kind("", "persistentvolumeclaims", PersistentVolumeClaim.class, "pvc")
                .status()
                .strategy(new VolumeStrategies.Claim())
                .traits(RETURNS_DELETED)
                .build());
        table.add(kind("", "persistentvolumes", PersistentVolume.class, "pv")
                .clusterScoped()
                .status()
                .strategy(new VolumeStrategies.Volume())
                .traits(RETURNS_DELETED)
                .build());
        table.add(kind("", "events", Event.class, "ev")
                .selectableFields(List.of(
                        "involvedObject.kind",
                        "involvedObject.namespace",
                        "involvedObject.name",
                        "involvedObject.uid",
                        "involvedObject.apiVersion",
                        "involvedObject.resourceVersion",
                        "involvedObject.fieldPath",
                        "reason",
                        "reportingComponent",
                        "source",
                        "type"))
                .nameRule(NameRule.PATH_SEGMENT)
                .traits(CREATE_ON_UPDATE)
                .build());
    }

    private static void workloads(List<Resource> table) {
        table.add(kind("apps", "deployments", Deployment.class, "deploy")
                .categories(List.of("all"))
                .status()
                .scale(REPLICAS)
                .generation()
                .strategy(new WorkloadStrategies.ForDeployment())
                .traits(ANNOTATIONS_CHANGE_GENERATION, STATUS_KEEPS_LABELS)
                .build());
        table.add(kind("apps", "statefulsets", StatefulSet.class, "sts")
                .categories(List.of("all"))
                .status()
                .scale(REPLICAS)
                .generation()
                .strategy(new WorkloadStrategies.ForStatefulSet())
                .build());
        table.add(kind("apps", "replicasets", ReplicaSet.class, "rs")
                .categories(List.of("all"))
                .status()
                .scale(REPLICAS)
                .generation()
                .strategy(new WorkloadStrategies.ForReplicaSet())
                .build());
        table.add(kind("apps", "daemonsets", DaemonSet.class, "ds")
                .categories(List.of("all"))
                .status()
                .generation()
                .strategy(new WorkloadStrategies.ForDaemonSet())
                .build());
        table.add(kind("batch", "jobs", Job.class)
                .categories(List.of("all"))
                .status()
                .generation()
                .selectableFields(List.of("status.successful"))
                .strategy(new BatchStrategies.ForJob())
                .traits(ORPHANS_BY_DEFAULT)
                .build());
        table.add(kind("batch", "cronjobs", CronJob.class, "cj")
                .categories(List.of("all"))
                .status()
                .generation()
                .strategy(new BatchStrategies.ForCronJob())
                .build());
    }

    private static void access(List<Resource> table) {
        String rbac = "rbac.authorization.k8s.io";
        table.add(kind(rbac, "roles", Role.class)
                .nameRule(NameRule.PATH_SEGMENT)
                .traits(CREATE_ON_UPDATE)
                .build());
        table.add(kind(rbac, "rolebindings", RoleBinding.class)
                .nameRule(NameRule.PATH_SEGMENT)
                .strategy(new RoleBindingStrategy())
                .traits(CREATE_ON_UPDATE)
                .build());
        table.add(kind(rbac, "clusterroles", ClusterRole.class)
                .clusterScoped()
                .nameRule(NameRule.PATH_SEGMENT)
                .traits(CREATE_ON_UPDATE)
                .build());
        table.add(kind(rbac, "clusterrolebindings", ClusterRoleBinding.class)
                .clusterScoped()
                .nameRule(NameRule.PATH_SEGMENT)
                .strategy(new RoleBindingStrategy())
                .traits(CREATE_ON_UPDATE)
                .build());
        String authorization = "authorization.k8s.io";
        table.add(review(authorization, "selfsubjectaccessreviews", SelfSubjectAccessReview.class));
        table.add(review(authorization, "selfsubjectrulesreviews", SelfSubjectRulesReview.class));
        table.add(review(authorization, "subjectaccessreviews", SubjectAccessReview.class));
        table.add(review("authentication.k8s.io", "selfsubjectreviews", SelfSubjectReview.class));
        table.add(review("authentication.k8s.io", "tokenreviews", TokenReview.class));
    }

    private static Resource review(String group, String plural, Class<?> model) {
        return kind(group, plural, model)
                .clusterScoped()
                .verbs("create")
                .traits(REVIEW)
                .build();
    }

    private static void others(List<Resource> table) {
        table.add(kind("policy", "poddisruptionbudgets", PodDisruptionBudget.class, "pdb")
                .status()
                .generation()
                .strategy(new PolicyStrategies.ForDisruptionBudget())
                .traits(LOCKED_UPDATE)
                .build());
        table.add(kind("coordination.k8s.io", "leases", Lease.class)
                .traits(CREATE_ON_UPDATE, LOCKED_UPDATE)
                .build());
        table.add(kind("networking.k8s.io", "networkpolicies", NetworkPolicy.class, "netpol")
                .generation()
                .strategy(new PolicyStrategies.ForNetworkPolicy())
                .build());
        table.add(kind("networking.k8s.io", "ingresses", Ingress.class, "ing")
                .singular("ingress")
                .status()
                .generation()
                .strategy(new PolicyStrategies.ForIngress())
                .build());
        table.add(kind("scheduling.k8s.io", "priorityclasses", PriorityClass.class, "pc")
                .singular("priorityclass")
                .clusterScoped()
                .generation()
                .strategy(new PolicyStrategies.ForPriorityClass())
                .build());
        table.add(kind("storage.k8s.io", "storageclasses", StorageClass.class, "sc")
                .singular("storageclass")
                .clusterScoped()
                .strategy(new VolumeStrategies.ForStorageClass())
                .traits(RETURNS_DELETED)
                .build());
        table.add(kind("discovery.k8s.io", "endpointslices", EndpointSlice.class)
                .generation()
                .build());
        table.add(
                kind("apiextensions.k8s.io", "customresourcedefinitions", CustomResourceDefinition.class, "crd", "crds")
                        .categories(List.of("api-extensions"))
                        .clusterScoped()
                        .status()
                        .generation()
                        .strategy(new DefinitionStrategy())
                        .traits(LOCKED_UPDATE, STATUS_KEEPS_METADATA)
                        .build());
    }
}
