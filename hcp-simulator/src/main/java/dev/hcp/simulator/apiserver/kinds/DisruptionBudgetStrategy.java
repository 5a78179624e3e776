package dev.hcp.simulator.apiserver.kinds;

import dev.hcp.api.json.JsonObject;
import dev.hcp.api.validation.schema.FieldError;
import dev.hcp.simulator.apiserver.catalogue.Strategy;
import java.util.List;

/** Pod disruption budgets, which say one of two things. */
final class DisruptionBudgetStrategy implements Strategy {
    private static final List<String> POLICIES = List.of("AlwaysAllow", "IfHealthyBudget");

    @Override
    public void validate(JsonObject object, List<FieldError> errors) {
        JsonObject spec = object.object("spec");
        if (spec.get("minAvailable") != null && spec.get("maxUnavailable") != null) {
            errors.add(
                    FieldError.invalidLiteral("spec", go(spec), "minAvailable and maxUnavailable cannot be both set"));
        }
        for (String limit : List.of("minAvailable", "maxUnavailable")) {
            FieldChecks.countOrPercent(spec.get(limit), "spec." + limit, errors);
            FieldChecks.atMostHundredPercent(spec.get(limit), "spec." + limit, errors);
        }
        LabelChecks.selector(spec.object("selector"), "spec.selector", errors);
        String policy = Trees.text(spec, "unhealthyPodEvictionPolicy");
        if (!policy.isEmpty() && !POLICIES.contains(policy)) {
            errors.add(FieldError.notSupported("spec.unhealthyPodEvictionPolicy", policy, POLICIES));
        }
    }

    /** The spec as Go prints it; pointers show where they point to, which here is nowhere in particular. */
    private static String go(JsonObject spec) {
        return "policy.PodDisruptionBudgetSpec{MinAvailable:(*intstr.IntOrString)(0xc000000000), Selector:"
                + pointer("v1.LabelSelector", spec.containsKey("selector"))
                + ", MaxUnavailable:(*intstr.IntOrString)(0xc000000020), UnhealthyPodEvictionPolicy:"
                + pointer("policy.UnhealthyPodEvictionPolicyType", spec.containsKey("unhealthyPodEvictionPolicy"))
                + "}";
    }

    private static String pointer(String type, boolean set) {
        return "(*" + type + ")(" + (set ? "0xc000000040" : "nil") + ")";
    }
}
