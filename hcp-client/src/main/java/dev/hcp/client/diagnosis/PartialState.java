package dev.hcp.client.diagnosis;

import static dev.hcp.client.diagnosis.Facts.nameOf;
import static dev.hcp.client.diagnosis.Facts.text;
import static dev.hcp.client.diagnosis.Symptom.PARTIAL_STATE;

import dev.hcp.api.json.JsonObject;
import dev.hcp.api.names.ConditionTypes;
import dev.hcp.client.status.StatusCondition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A cluster that is not whole: prerequisites, conditions, components, operators. */
final class PartialState implements Check {
    /** Conditions of a HostedCluster that stop everything below them, and what each means. */
    private static final List<Map.Entry<String, String>> CONFIGURATION = List.of(
            Map.entry(ConditionTypes.VALID_CONFIGURATION, "the configuration of the HostedCluster is not valid"),
            Map.entry(ConditionTypes.SUPPORTED_HOSTED_CLUSTER, "the operator does not support such a cluster"),
            Map.entry(
                    ConditionTypes.VALID_RELEASE_IMAGE,
                    "the release image cannot be used: it does not exist, the pull secret does not open its registry, or it"
                            + " is not supported"),
            Map.entry(ConditionTypes.PLATFORM_CREDENTIALS_FOUND, "credentials for the platform are missing"),
            Map.entry(
                    ConditionTypes.VALID_HOSTED_CONTROL_PLANE_CONFIGURATION,
                    "the control plane's configuration is not valid"),
            Map.entry(ConditionTypes.VALID_RELEASE_INFO, "images of the release cannot be found"),
            Map.entry(ConditionTypes.VALID_IDP_CONFIGURATION, "an identity provider is not configured correctly"),
            Map.entry(ConditionTypes.UNMANAGED_ETCD_AVAILABLE, "the etcd that somebody else runs cannot be used"),
            Map.entry(ConditionTypes.EXTERNAL_DNS_REACHABLE, "the API server's host name has no address"),
            Map.entry(
                    ConditionTypes.INFRASTRUCTURE_READY,
                    "what publishes the control plane, a load balancer or routes, does not come up"));

    private static final List<String> POOL = List.of(
            ConditionTypes.VALID_RELEASE_IMAGE,
            ConditionTypes.VALID_PLATFORM_IMAGE,
            ConditionTypes.VALID_ARCH_PLATFORM,
            ConditionTypes.VALID_MACHINE_CONFIG,
            ConditionTypes.VALID_TUNING_CONFIG,
            ConditionTypes.VALID_MACHINE_TEMPLATE,
            ConditionTypes.VALID_GENERATED_PAYLOAD,
            ConditionTypes.UPDATE_MANAGEMENT_ENABLED);

    private static final Duration ROLLOUT = Duration.ofMinutes(5);

    /** A control plane comes up sooner. */
    private static final Duration CREATION = Duration.ofMinutes(20);

    /** These have a symptom of their own. */
    private static final List<String> INGRESS = List.of("ingress", "console");

    @Override
    public List<Finding> look(Facts facts) {
        List<Finding> findings = new ArrayList<>();
        paused(facts).ifPresent(findings::add);
        virtualization(facts).ifPresent(findings::add);
        pullSecret(facts).ifPresent(findings::add);
        configuration(facts, findings);
        reconciliation(facts, findings);
        findings.addAll(storage(facts).or(() -> etcd(facts)).stream().toList());
        components(facts, findings);
        operators(facts).ifPresent(findings::add);
        if (findings.isEmpty()) {
            unavailable(facts).ifPresent(findings::add);
        }
        pools(facts, findings);
        return findings;
    }

    private static Finding finding(String cause, List<String> evidence, String command) {
        return new Finding(PARTIAL_STATE, cause, evidence, command);
    }

    private static Optional<Finding> paused(Facts facts) {
        return facts.condition(ConditionTypes.RECONCILIATION_ACTIVE)
                .filter(active -> active.status().equals("False"))
                .map(active -> finding(
                        "reconciliation is paused, so nothing changes",
                        List.of(active.toString()),
                        "oc patch -n " + facts.namespace + " hostedclusters/" + facts.name
                                + " -p '{\"spec\":{\"pausedUntil\":null}}' --type=merge"));
    }

    private static Optional<Finding> virtualization(Facts facts) {
        return facts.isOnKubeVirt() && facts.get("/apis/kubevirt.io/v1").isEmpty()
                ? Optional.of(finding(
                        "OpenShift Virtualization is not installed on the management cluster",
                        List.of("the API kubevirt.io/v1 is not there"),
                        "oc get csv -n openshift-cnv"))
                : Optional.empty();
    }

    /** Claims of the control plane that nobody takes up; where one tries and fails to make volumes, warnings say so. */
    private static Optional<Finding> storage(Facts facts) {
        List<JsonObject> pending = facts.pendingClaims();
        List<String> classless = said(facts, pending, "FailedBinding");
        if (!classless.isEmpty()) {
            return Optional.of(finding(
                    "the management cluster has no default storage class, and claims name none",
                    classless,
                    "oc patch storageclass <storage_class> -p '{\"metadata\":"
                            + " {\"annotations\":{\"storageclass.kubernetes.io/is-default-class\":\"true\"}}}'"));
        }
        List<String> unserved = said(facts, pending, "ExternalProvisioning");
        return unserved.isEmpty()
                ? Optional.empty()
                : Optional.of(finding(
                        "nothing makes volumes of the storage class of claims: is its provisioner installed, and does it run?",
                        unserved,
                        "oc get storageclass"));
    }

    /** The claims of which an event of a reason says more than others do. */
    private static List<String> said(Facts facts, List<JsonObject> pending, String reason) {
        List<String> evidence = new ArrayList<>();
        for (JsonObject claim : pending) {
            List<String> warnings = facts.warnings("PersistentVolumeClaim", nameOf(claim));
            boolean fails = warnings.stream().anyMatch(line -> line.startsWith("event ProvisioningFailed "));
            List<String> own = warnings.stream()
                    .filter(line -> line.startsWith("event " + reason + " "))
                    .toList();
            if (!fails && !own.isEmpty()) {
                String storageClass = text(claim, "spec", "storageClassName");
                evidence.add("claim " + nameOf(claim) + " is Pending, and names "
                        + (storageClass.isEmpty() ? "no storage class" : "storage class " + storageClass));
                evidence.addAll(own);
            }
        }
        return evidence;
    }

    private static Optional<Finding> pullSecret(Facts facts) {
        String secret = text(facts.cluster, "spec", "pullSecret", "name");
        String path = "/api/v1/namespaces/" + facts.namespace + "/secrets/" + secret;
        if (secret.isEmpty() || facts.get(path).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(finding(
                "the pull secret does not exist",
                List.of("Secret " + facts.namespace + "/" + secret + ", which spec.pullSecret names, is not there"),
                "oc create secret generic " + secret + " -n " + facts.namespace
                        + " --from-file=.dockerconfigjson=<pull_secret> --type=kubernetes.io/dockerconfigjson"));
    }

    private static void configuration(Facts facts, List<Finding> findings) {
        boolean unreadable = pullSecret(facts).isPresent();
        for (Map.Entry<String, String> entry : CONFIGURATION) {
            facts.condition(entry.getKey())
                    .filter(condition -> condition.status().equals("False"))
                    .filter(condition -> !(unreadable && condition.type().equals(ConditionTypes.VALID_RELEASE_IMAGE)))
                    .ifPresent(condition -> {
                        List<String> evidence = new ArrayList<>(List.of(condition.toString()));
                        String command = "oc get hostedcluster " + facts.name + " -n " + facts.namespace + " -o yaml";
                        if (entry.getKey().equals(ConditionTypes.INFRASTRUCTURE_READY)) {
                            evidence.addAll(unpublished(facts));
                            command = "oc get services,routes -n " + facts.controlPlane;
                        }
                        findings.add(finding(entry.getValue(), evidence, command));
                    });
        }
    }

    /** A control plane that is not available, for a reason that nothing else tells. */
    private static Optional<Finding> unavailable(Facts facts) {
        Optional<StatusCondition> available = facts.condition(ConditionTypes.AVAILABLE);
        Duration patience = facts.isCompleted() ? ROLLOUT : CREATION;
        if (available.isEmpty()
                || available.get().status().equals("True")
                || !facts.isOlderThan(available.get().since(), patience)) {
            return Optional.empty();
        }
        List<String> evidence = new ArrayList<>(List.of(available.get().toString()));
        facts.condition(ConditionTypes.DEGRADED)
                .filter(degraded -> degraded.status().equals("True"))
                .map(StatusCondition::toString)
                .ifPresent(evidence::add);
        for (JsonObject deployment : facts.inControlPlane("apps/v1", "deployments")) {
            StatusCondition.find(StatusCondition.of(deployment), "ReplicaFailure")
                    .filter(failure -> failure.status().equals("True"))
                    .map(failure -> "deployment " + nameOf(deployment) + ": " + failure)
                    .ifPresent(evidence::add);
        }
        return Optional.of(finding(
                "the control plane is not available: " + available.get().message(),
                evidence,
                "oc get events -n " + facts.controlPlane + " --field-selector type=Warning"));
    }

    private static List<String> unpublished(Facts facts) {
        List<String> evidence = new ArrayList<>();
        for (JsonObject service : facts.inControlPlane("v1", "services")) {
            if ("LoadBalancer".equals(service.text("spec", "type"))
                    && service.array("status", "loadBalancer", "ingress").isEmpty()) {
                evidence.add("service " + nameOf(service) + " has no address");
                evidence.addAll(facts.warnings("Service", nameOf(service)));
            }
        }
        return evidence;
    }

    private static void reconciliation(Facts facts, List<Finding> findings) {
        facts.condition(ConditionTypes.RECONCILIATION_SUCCEEDED)
                .filter(condition -> condition.status().equals("False"))
                .filter(condition -> findings.isEmpty())
                .ifPresent(condition -> findings.add(finding(
                        "the operator cannot reconcile the cluster",
                        List.of(condition.toString()),
                        "oc logs -n hypershift deployment/operator")));
    }

    private static Optional<Finding> etcd(Facts facts) {
        boolean quorum = facts.isTrue(ConditionTypes.ETCD_AVAILABLE);
        if (!quorum && !facts.isFalse(ConditionTypes.ETCD_AVAILABLE)) {
            return Optional.empty();
        }
        List<String> evidence = new ArrayList<>();
        for (JsonObject claim : facts.inControlPlane("v1", "persistentvolumeclaims")) {
            if (nameOf(claim).startsWith("data-etcd-") && "Pending".equals(claim.text("status", "phase"))) {
                evidence.add("claim " + nameOf(claim) + " is Pending");
                evidence.addAll(facts.warnings("PersistentVolumeClaim", nameOf(claim)));
            }
        }
        boolean volumes = !evidence.isEmpty();
        facts.pods().stream()
                .filter(pod -> "etcd".equals(pod.text("metadata", "labels", "app")))
                .flatMap(pod -> Facts.trouble(pod).stream())
                .forEach(evidence::add);
        if (evidence.isEmpty()) {
            return Optional.empty();
        }
        facts.condition(ConditionTypes.ETCD_AVAILABLE)
                .map(StatusCondition::toString)
                .ifPresent(c -> evidence.add(0, c));
        return Optional.of(finding(
                volumes
                        ? "etcd gets no volumes"
                        : quorum ? "an etcd member does not run; the others are a quorum" : "etcd members do not run",
                evidence,
                volumes
                        ? "oc describe pvc -n " + facts.controlPlane + " -l app=etcd"
                        : "oc logs -n " + facts.controlPlane + " -l app=etcd -c etcd"));
    }

    private static void components(Facts facts, List<Finding> findings) {
        List<String> lost = lostNodes(facts);
        List<String> homeless = new ArrayList<>(lost);
        for (JsonObject deployment : facts.inControlPlane("apps/v1", "deployments")) {
            String component = nameOf(deployment);
            long ready = deployment.integer(0, "status", "readyReplicas");
            List<String> evidence = new ArrayList<>();
            for (JsonObject pod :
                    ready >= deployment.integer(1, "spec", "replicas") ? List.<JsonObject>of() : facts.pods()) {
                boolean placed = pod.text("spec", "nodeName") != null;
                boolean counts = isOf(component, pod) && !Facts.isRunning(pod) && (placed || isOld(facts, pod));
                if (counts) {
                    Facts.trouble(pod).ifPresent((placed || lost.isEmpty() ? evidence : homeless)::add);
                }
            }
            if (!evidence.isEmpty()) {
                findings.add(finding(
                        "component " + component + " of the control plane does not run"
                                + (ready > 0 ? " in full: " + ready + " of its pods are ready" : ""),
                        evidence,
                        "oc describe pods -n " + facts.controlPlane + " -l app=" + component));
            }
        }
        if (homeless.size() > lost.size()) {
            findings.add(finding(
                    "nodes of the management cluster are not ready, and pods of the control plane find no room elsewhere",
                    homeless,
                    "oc get nodes"));
        }
    }

    /** Nodes of the management cluster that are not ready. */
    private static List<String> lostNodes(Facts facts) {
        return facts.list("/api/v1/nodes").stream()
                .flatMap(node -> StatusCondition.find(StatusCondition.of(node), "Ready").stream()
                        .filter(ready -> !ready.status().equals("True"))
                        .map(ready -> "node " + nameOf(node) + ": " + ready))
                .toList();
    }

    /** Whether a pod is of a Deployment, by the names that its controller gives. */
    private static boolean isOf(String deployment, JsonObject pod) {
        return nameOf(pod).startsWith(deployment + "-")
                && nameOf(pod).substring(deployment.length()).matches("-[a-z0-9]+-[a-z0-9]{5}");
    }

    /** Room for a new pod may come when that which it replaces goes. */
    private static boolean isOld(Facts facts, JsonObject pod) {
        return facts.isOlderThan(text(pod, "metadata", "creationTimestamp"), ROLLOUT);
    }

    private static Optional<Finding> operators(Facts facts) {
        if (facts.nodes().isEmpty()) {
            // They need nodes to run on, which is another symptom.
            return Optional.empty();
        }
        List<String> evidence = new ArrayList<>();
        for (JsonObject operator : facts.operators()) {
            List<StatusCondition> conditions = StatusCondition.of(operator);
            boolean broken = StatusCondition.isTrue(conditions, "Degraded");
            if (broken && !INGRESS.contains(nameOf(operator))) {
                StatusCondition.find(conditions, "Degraded")
                        .ifPresent(degraded -> evidence.add("cluster operator " + nameOf(operator) + ": " + degraded));
            }
        }
        return evidence.isEmpty()
                ? Optional.empty()
                : Optional.of(finding(
                        "cluster operators are degraded",
                        evidence,
                        "oc get clusteroperators --kubeconfig <hosted_cluster_kubeconfig>"));
    }

    private static void pools(Facts facts, List<Finding> findings) {
        // What its cluster cannot read, a pool cannot read either.
        boolean told = facts.isFalse(ConditionTypes.VALID_RELEASE_IMAGE);
        for (JsonObject pool : facts.pools()) {
            boolean same =
                    text(pool, "spec", "release", "image").equals(text(facts.cluster, "spec", "release", "image"));
            List<String> evidence = StatusCondition.of(pool).stream()
                    .filter(condition -> POOL.contains(condition.type())
                            && condition.status().equals("False"))
                    .filter(condition -> !(told && same && condition.type().equals(ConditionTypes.VALID_RELEASE_IMAGE)))
                    .map(StatusCondition::toString)
                    .toList();
            if (!evidence.isEmpty()) {
                findings.add(finding(
                        "node pool " + nameOf(pool) + " is not valid",
                        evidence,
                        "oc get nodepool " + nameOf(pool) + " -n " + facts.namespace + " -o yaml"));
            }
        }
    }
}
