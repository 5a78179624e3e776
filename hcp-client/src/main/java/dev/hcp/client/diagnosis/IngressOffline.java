package dev.hcp.client.diagnosis;

import static dev.hcp.client.diagnosis.Facts.nameOf;
import static dev.hcp.client.diagnosis.Facts.namespaceOf;
import static dev.hcp.client.diagnosis.Facts.text;
import static dev.hcp.client.diagnosis.Symptom.INGRESS_OFFLINE;

import dev.hcp.api.json.JsonObject;
import dev.hcp.client.status.StatusCondition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Applications of the hosted cluster cannot be reached, so its operators for ingress and console wait. */
final class IngressOffline implements Check {
    private static final Duration NORMAL = Duration.ofMinutes(15);
    private static final String CONTROLLER =
            "/apis/operator.openshift.io/v1/namespaces/openshift-ingress-operator/ingresscontrollers/default";

    @Override
    public List<Finding> look(Facts facts) {
        List<String> evidence = new ArrayList<>();
        for (JsonObject operator : facts.operators()) {
            if (List.of("ingress", "console").contains(nameOf(operator))) {
                unavailable(facts, operator).ifPresent(evidence::add);
            }
        }
        if (evidence.isEmpty() || facts.nodes().isEmpty()) {
            return List.of();
        }
        return facts.cluster.isTrue("spec", "platform", "kubevirt", "baseDomainPassthrough")
                ? wildcards(facts, evidence)
                : customDomain(facts, evidence);
    }

    private static Optional<String> unavailable(Facts facts, JsonObject operator) {
        List<StatusCondition> conditions = StatusCondition.of(operator);
        return StatusCondition.find(conditions, "Degraded")
                .filter(degraded -> degraded.status().equals("True"))
                .or(() -> StatusCondition.find(conditions, "Available")
                        .filter(available -> !available.status().equals("True"))
                        .filter(available -> facts.isOlderThan(available.since(), NORMAL)))
                .map(condition -> "cluster operator " + nameOf(operator) + ": " + condition);
    }

    private static List<Finding> wildcards(Facts facts, List<String> evidence) {
        Optional<String> policy =
                facts.get(CONTROLLER).map(found -> text(found, "spec", "routeAdmission", "wildcardPolicy"));
        if (policy.isPresent() && policy.get().equals("WildcardsAllowed")) {
            return List.of(new Finding(
                    INGRESS_OFFLINE,
                    "the default ingress is allowed, but applications of the cluster do not answer",
                    evidence,
                    "oc get routes -n " + facts.controlPlane));
        }
        List<String> all = new ArrayList<>(evidence);
        all.add("the default ingress controller of the management cluster "
                + (policy.isEmpty() ? "cannot be found" : "has wildcardPolicy '" + policy.get() + "'"));
        return List.of(new Finding(
                INGRESS_OFFLINE,
                "the management cluster does not admit wildcard routes, which the cluster's default ingress needs",
                all,
                "oc patch ingresscontroller -n openshift-ingress-operator default --type=json -p '[{ \"op\": \"add\","
                        + " \"path\": \"/spec/routeAdmission\", \"value\": {wildcardPolicy: \"WildcardsAllowed\"}}]'"));
    }

    private static List<Finding> customDomain(Facts facts, List<String> evidence) {
        List<String> all = new ArrayList<>(evidence);
        String domain = text(facts.cluster, "spec", "dns", "baseDomain");
        String wildcard = "*.apps." + facts.name + (domain.isEmpty() ? "" : "." + domain);
        Optional<JsonObject> router = facts.hosted("/api/v1/services").stream()
                .filter(service -> namespaceOf(service).equals("openshift-ingress"))
                .filter(service -> "LoadBalancer".equals(service.text("spec", "type")))
                .findFirst();
        List<JsonObject> addresses = router.map(
                        service -> Facts.objects(service.array("status", "loadBalancer", "ingress")))
                .orElse(List.of());
        if (router.isPresent() && addresses.isEmpty()) {
            all.add("service openshift-ingress/" + nameOf(router.get()) + " has no address");
            return List.of(new Finding(
                    INGRESS_OFFLINE,
                    "the load balancer of the cluster's ingress has no address",
                    all,
                    "oc get services -n openshift-ingress --kubeconfig <hosted_cluster_kubeconfig>"));
        }
        all.add("the wildcard name " + wildcard + " must lead to "
                + (addresses.isEmpty()
                        ? "a load balancer that targets the cluster's nodes"
                        : addresses.get(0).text("ip") == null
                                ? text(addresses.get(0), "hostname")
                                : text(addresses.get(0), "ip")));
        return List.of(new Finding(
                INGRESS_OFFLINE,
                "the wildcard DNS name of the cluster's applications does not lead to them",
                all,
                "dig +short console-openshift-console" + wildcard.substring(1)));
    }
}
