package dev.hcp.simulator.apiserver.kinds;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.validation.schema.FieldError;
import dev.hcp.simulator.apiserver.catalogue.Strategy;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Resource quotas: how much the objects of a namespace may use together. */
final class ResourceQuotaStrategy implements Strategy {
    private static final Set<String> RESOURCES = Set.of(
            "cpu",
            "memory",
            "ephemeral-storage",
            "requests.cpu",
            "requests.memory",
            "requests.storage",
            "requests.ephemeral-storage",
            "limits.cpu",
            "limits.memory",
            "limits.ephemeral-storage",
            "pods",
            "resourcequotas",
            "services",
            "replicationcontrollers",
            "secrets",
            "persistentvolumeclaims",
            "configmaps",
            "services.nodeports",
            "services.loadbalancers");
    private static final Set<String> COUNTS = Set.of(
            "pods",
            "resourcequotas",
            "services",
            "replicationcontrollers",
            "secrets",
            "persistentvolumeclaims",
            "configmaps",
            "services.nodeports",
            "services.loadbalancers");
    private static final Set<String> SCOPES = Set.of(
            "Terminating",
            "NotTerminating",
            "BestEffort",
            "NotBestEffort",
            "PriorityClass",
            "CrossNamespacePodAffinity");
    private static final List<List<String>> OPPOSITES =
            List.of(List.of("BestEffort", "NotBestEffort"), List.of("Terminating", "NotTerminating"));

    @Override
    public JsonObject defaults(JsonObject object) {
        return Trees.fill(object, JsonObject.EMPTY, "status");
    }

    @Override
    public void validate(JsonObject object, List<FieldError> errors) {
        JsonObject hard = object.object("spec", "hard");
        for (int i = 0; i < hard.size(); i++) {
            checkHard("spec.hard[" + hard.keyAt(i) + "]", hard.keyAt(i), hard.valueAt(i), errors);
        }
        JsonArray scopes = object.array("spec", "scopes");
        String rendered = Checks.goTexts("core.ResourceQuotaScope", scopes);
        for (Object scope : scopes) {
            if (!SCOPES.contains(String.valueOf(scope))) {
                errors.add(FieldError.invalidLiteral("spec.scopes", rendered, "unsupported scope"));
            }
            for (String resource : hard.keySet()) {
                if (RESOURCES.contains(resource) && !fits(String.valueOf(scope), resource)) {
                    errors.add(FieldError.invalidLiteral(
                            "spec.scopes", rendered, "unsupported scope applied to resource"));
                }
            }
        }
        for (List<String> pair : OPPOSITES) {
            if (scopes.containsAll(pair)) {
                errors.add(FieldError.invalidLiteral("spec.scopes", rendered, "conflicting scopes"));
            }
        }
    }

    private static void checkHard(String field, String resource, @Nullable Object amount, List<FieldError> errors) {
        Checks.qualifiedName(field, resource, errors);
        if (resource.indexOf('/') < 0 && !RESOURCES.contains(resource)) {
            errors.add(FieldError.invalid(field, resource, "must be a standard resource for quota"));
        }
        Amounts.number(amount).ifPresent(number -> {
            if (number.signum() < 0) {
                errors.add(FieldError.invalid(field, String.valueOf(amount), "must be greater than or equal to 0"));
            }
            if (COUNTS.contains(resource) && number.stripTrailingZeros().scale() > 0) {
                errors.add(FieldError.invalidLiteral(field, Amounts.literal(amount), "must be an integer"));
            }
        });
    }

    /** Pods without requests are counted only; all other scopes are about pods and what they ask for. */
    private static boolean fits(String scope, String resource) {
        boolean compute = resource.equals("pods")
                || resource.equals("cpu")
                || resource.equals("memory")
                || resource.startsWith("requests.")
                || resource.startsWith("limits.");
        return scope.equals("BestEffort") ? resource.equals("pods") : compute;
    }

    @Override
    public void validateUpdate(JsonObject object, JsonObject old, List<FieldError> errors) {
        validate(object, errors);
        JsonArray scopes = object.array("spec", "scopes");
        if (!Objects.equals(scopes, old.array("spec", "scopes"))) {
            // The reference leaves the spec out of this path.
            errors.add(FieldError.invalidLiteral(
                    "scopes", Checks.goTexts("core.ResourceQuotaScope", scopes), "field is immutable"));
        }
    }
}
