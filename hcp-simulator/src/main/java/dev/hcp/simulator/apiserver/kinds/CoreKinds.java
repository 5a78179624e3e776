package dev.hcp.simulator.apiserver.kinds;

import static dev.hcp.simulator.apiserver.catalogue.Resource.Trait.CREATE_ON_UPDATE;
import static dev.hcp.simulator.apiserver.catalogue.Resource.Trait.GRACEFUL_DELETION;
import static dev.hcp.simulator.apiserver.catalogue.Resource.Trait.ORPHANS_BY_DEFAULT;
import static dev.hcp.simulator.apiserver.catalogue.Resource.Trait.RECHECKS_METADATA;
import static dev.hcp.simulator.apiserver.catalogue.Resource.Trait.RETURNS_DELETED;
import static dev.hcp.simulator.apiserver.catalogue.Resource.Trait.STATUS_ON_CREATE;
import static dev.hcp.simulator.apiserver.catalogue.Resource.Trait.VIEW;
import static dev.hcp.simulator.apiserver.kinds.BuiltInKinds.REPLICAS;
import static dev.hcp.simulator.apiserver.kinds.BuiltInKinds.kind;

import dev.hcp.api.validation.schema.NameRule;
import dev.hcp.simulator.apiserver.catalogue.Resource;
import dev.hcp.simulator.apiserver.catalogue.Subresource;
import io.fabric8.kubernetes.api.model.Binding;
import io.fabric8.kubernetes.api.model.ComponentStatus;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Endpoints;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.LimitRange;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodTemplate;
import io.fabric8.kubernetes.api.model.ReplicationController;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import java.util.List;

/** The kinds of the core group. */
final class CoreKinds {
    private CoreKinds() {}

    static List<Resource> all() {
        return List.of(
                kind("", "namespaces", Namespace.class, "ns")
                        .clusterScoped()
                        .status()
                        .subresource(Subresource.of("finalize", "Namespace", "update"))
                        .verbs("create", "delete", "get", "list", "patch", "update", "watch")
                        .nameRule(NameRule.LABEL)
                        .selectableFields(List.of("status.phase"))
                        .strategy(new NamespaceStrategy())
                        .traits(RETURNS_DELETED)
                        .build(),
                kind("", "pods", Pod.class, "po")
                        .categories(List.of("all"))
                        .status()
                        .subresource(Subresource.of("attach", "PodAttachOptions", "create", "get"))
                        .subresource(Subresource.of("binding", "Binding", "create"))
                        .subresource(Subresource.of("ephemeralcontainers", "Pod", "get", "patch", "update"))
                        .subresource(Subresource.of("exec", "PodExecOptions", "create", "get"))
                        .subresource(Subresource.of("log", "Pod", "get"))
                        .subresource(Subresource.of("portforward", "PodPortForwardOptions", "create", "get"))
                        .subresource(proxy("PodProxyOptions"))
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
                        .build(),
                kind("", "services", Service.class, "svc")
                        .categories(List.of("all"))
                        .status()
                        .subresource(proxy("ServiceProxyOptions"))
                        .nameRule(NameRule.SERVICE)
                        .selectableFields(List.of("spec.clusterIP", "spec.type"))
                        .strategy(new ServiceStrategy())
                        .traits(RETURNS_DELETED, CREATE_ON_UPDATE)
                        .build(),
                kind("", "endpoints", Endpoints.class, "ep")
                        .strategy(new EndpointStrategies.ForEndpoints())
                        .traits(CREATE_ON_UPDATE)
                        .build(),
                kind("", "secrets", Secret.class)
                        .selectableFields(List.of("type"))
                        .strategy(new SecretStrategy())
                        .build(),
                kind("", "configmaps", ConfigMap.class, "cm")
                        .strategy(new ConfigMapStrategy())
                        .traits(RECHECKS_METADATA)
                        .build(),
                kind("", "serviceaccounts", ServiceAccount.class, "sa")
                        .subresource(new Subresource(
                                "token", "authentication.k8s.io", "v1", "TokenRequest", List.of("create")))
                        .traits(RETURNS_DELETED)
                        .build(),
                kind("", "nodes", Node.class, "no")
                        .clusterScoped()
                        .status()
                        .subresource(proxy("NodeProxyOptions"))
                        .selectableFields(List.of("spec.unschedulable"))
                        .strategy(new NodeStrategy())
                        .traits(STATUS_ON_CREATE)
                        .build(),
                kind("", "persistentvolumeclaims", PersistentVolumeClaim.class, "pvc")
                        .status()
                        .strategy(new ClaimStrategy())
                        .traits(RETURNS_DELETED)
                        .build(),
                kind("", "persistentvolumes", PersistentVolume.class, "pv")
                        .clusterScoped()
                        .status()
                        .strategy(new PersistentVolumeStrategy())
                        .traits(RETURNS_DELETED)
                        .build(),
                kind("", "events", Event.class, "ev")
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
                        .strategy(new CoreEventStrategy())
                        .traits(CREATE_ON_UPDATE)
                        .build(),
                kind("", "replicationcontrollers", ReplicationController.class, "rc")
                        .categories(List.of("all"))
                        .status()
                        .scale(REPLICAS)
                        .generation()
                        .selectableFields(List.of("status.replicas"))
                        .strategy(new ReplicationControllerStrategy())
                        .traits(ORPHANS_BY_DEFAULT)
                        .build(),
                kind("", "podtemplates", PodTemplate.class)
                        .generation()
                        .strategy(new PodTemplateStrategy())
                        .traits(RETURNS_DELETED)
                        .build(),
                kind("", "limitranges", LimitRange.class, "limits")
                        .strategy(new LimitRangeStrategy())
                        .traits(CREATE_ON_UPDATE)
                        .build(),
                kind("", "resourcequotas", ResourceQuota.class, "quota")
                        .status()
                        .strategy(new ResourceQuotaStrategy())
                        .traits(RETURNS_DELETED)
                        .build(),
                kind("", "bindings", Binding.class).verbs("create").traits(VIEW).build(),
                kind("", "componentstatuses", ComponentStatus.class, "cs")
                        .clusterScoped()
                        .verbs("get", "list")
                        .traits(VIEW)
                        .build());
    }

    private static Subresource proxy(String kind) {
        return Subresource.of("proxy", kind, "create", "delete", "get", "patch", "update");
    }
}
