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
    private static final String CONTROLLERS =
            "/apis/operator.openshift.io/v1/namespaces/openshift-ingress-operator/ingresscontrollers";
    private static final String CONTROLLER = CONTROLLERS + "/default";

    /** What operators say of applications that do not answer from outside. */
    private static final List<String> OUTSIDE = List.of("Route", "GET route", "Canary", "LoadBalancer");

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
        if (evidence.stream().noneMatch(line -> OUTSIDE.stream().anyMatch(line::contains))) {
            return List.of(new Finding(
                    INGRESS_OFFLINE,
                    "the operators for ingress and console report trouble of their own",
                    evidence,
                    "oc describe clusteroperators ingress console --kubeconfig <hosted_cluster_kubeconfig>"));
        }
        boolean passthrough = facts.cluster.isTrue("spec", "platform", "kubevirt", "baseDomainPassthrough");
        return List.of(balancer(facts, evidence)
                .or(() -> passthrough ? wildcards(facts, evidence) : Optional.empty())
                .orElseGet(() -> name(facts, evidence)));
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

    /** A load balancer in front of the router that has no address. */
    private static Optional<Finding> balancer(Facts facts, List<String> evidence) {
        return facts.hosted("/api/v1/services").stream()
                .filter(service -> namespaceOf(service).equals("openshift-ingress"))
                .filter(service -> "LoadBalancer".equals(service.text("spec", "type")))
                .filter(service ->
                        service.array("status", "loadBalancer", "ingress").isEmpty())
                .findFirst()
                .map(service -> new Finding(
                        INGRESS_OFFLINE,
                        "the load balancer of the cluster's ingress has no address",
                        and(evidence, "service openshift-ingress/" + nameOf(service) + " has no address"),
                        "oc get services -n openshift-ingress --kubeconfig <hosted_cluster_kubeconfig>"));
    }

    private static Optional<Finding> wildcards(Facts facts, List<String> evidence) {
        Optional<String> policy =
                facts.get(CONTROLLER).map(found -> text(found, "spec", "routeAdmission", "wildcardPolicy"));
        if (policy.filter("WildcardsAllowed"::equals).isPresent()) {
            return Optional.empty();
        }
        String found = "the default ingress controller of the management cluster "
                + (policy.isEmpty() ? "cannot be found" : "has wildcardPolicy '" + policy.get() + "'");
        return Optional.of(new Finding(
                INGRESS_OFFLINE,
                "the management cluster does not admit wildcard routes, which the cluster's default ingress needs",
                and(evidence, found),
                "oc patch ingresscontroller -n openshift-ingress-operator default --type=json -p '[{ \"op\": \"add\","
                        + " \"path\": \"/spec/routeAdmission\", \"value\": {wildcardPolicy: \"WildcardsAllowed\"}}]'"));
    }

    private static Finding name(Facts facts, List<String> evidence) {
        String domain = domain(facts);
        String target = facts.hosted("/api/v1/services").stream()
                .filter(service -> namespaceOf(service).equals("openshift-ingress"))
                .flatMap(service -> Facts.objects(service.array("status", "loadBalancer", "ingress")).stream())
                .map(address -> address.text("ip") == null ? text(address, "hostname") : text(address, "ip"))
                .findFirst()
                .orElse("a load balancer that targets the cluster's nodes");
        return new Finding(
                INGRESS_OFFLINE,
                "the wildcard DNS name of the cluster's applications does not lead to them",
                and(evidence, "the wildcard name *." + domain + " must lead to " + target),
                "dig +short console-openshift-console." + domain);
    }

    /** The domain of applications, as the cluster's own ingress has it. */
    private static String domain(Facts facts) {
        String base = text(facts.cluster, "spec", "dns", "baseDomain");
        return facts.hosted(CONTROLLERS).stream()
                .filter(controller -> nameOf(controller).equals("default"))
                .map(controller -> text(controller, "spec", "domain"))
                .filter(domain -> !domain.isEmpty())
                .findFirst()
                .orElse("apps." + facts.name + (base.isEmpty() ? "" : "." + base));
    }

    private static List<String> and(List<String> evidence, String more) {
        List<String> all = new ArrayList<>(evidence);
        all.add(more);
        return all;
    }
}
