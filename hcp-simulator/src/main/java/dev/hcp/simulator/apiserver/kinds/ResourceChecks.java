package dev.hcp.simulator.apiserver.kinds;

import dev.hcp.api.json.JsonObject;
import dev.hcp.api.validation.schema.FieldError;
import dev.hcp.api.validation.schema.ObjectNames;
import dev.hcp.api.value.ResourceQuantity;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/** Requests and limits of containers. */
final class ResourceChecks {
    private static final Set<String> OF_CONTAINERS = Set.of("cpu", "memory", "ephemeral-storage");
    private static final Set<String> STANDARD = Set.of(
            "cpu",
            "memory",
            "ephemeral-storage",
            "storage",
            "pods",
            "services",
            "secrets",
            "configmaps",
            "replicationcontrollers",
            "resourcequotas",
            "persistentvolumeclaims",
            "services.nodeports",
            "services.loadbalancers",
            "requests.cpu",
            "requests.memory",
            "requests.storage",
            "requests.ephemeral-storage",
            "limits.cpu",
            "limits.memory",
            "limits.ephemeral-storage");

    private ResourceChecks() {}

    static void requirements(JsonObject resources, String field, List<FieldError> errors) {
        JsonObject limits = resources.object("limits");
        JsonObject requests = resources.object("requests");
        amounts(limits, field + ".limits", errors);
        for (int i = 0; i < requests.size(); i++) {
            String name = requests.keyAt(i);
            ResourceQuantity request = amount(name, requests.valueAt(i), field + ".requests[" + name + "]", errors);
            if (limits.containsKey(name)) {
                ResourceQuantity limit = quantity(limits.get(name));
                int difference = request.compareTo(limit);
                if (difference != 0 && !mayBeOvercommitted(name)) {
                    errors.add(FieldError.invalid(
                            field + ".requests",
                            request.canonical(),
                            "must be equal to " + name + " limit of " + limit.canonical()));
                } else if (difference > 0) {
                    errors.add(FieldError.invalid(
                            field + ".requests",
                            request.canonical(),
                            "must be less than or equal to " + name + " limit of " + limit.canonical()));
                }
            } else if (!mayBeOvercommitted(name)) {
                errors.add(
                        FieldError.required(field + ".limits", "Limit must be set for non overcommitable resources"));
            }
        }
    }

    private static void amounts(JsonObject amounts, String field, List<FieldError> errors) {
        for (int i = 0; i < amounts.size(); i++) {
            amount(amounts.keyAt(i), amounts.valueAt(i), field + "[" + amounts.keyAt(i) + "]", errors);
        }
    }

    private static ResourceQuantity amount(
            String name, @org.jspecify.annotations.Nullable Object value, String field, List<FieldError> errors) {
        ResourceQuantity quantity = quantity(value);
        containerResource(name, field, errors);
        notNegative(quantity, field, errors);
        boolean whole = quantity.amount().remainder(BigDecimal.ONE).signum() == 0;
        if (!whole && isExtended(name)) {
            errors.add(FieldError.invalid(field, quantity.canonical(), "must be an integer"));
        }
        return quantity;
    }

    static void notNegative(ResourceQuantity quantity, String field, List<FieldError> errors) {
        if (quantity.amount().signum() < 0) {
            errors.add(FieldError.invalid(field, quantity.canonical(), "must be greater than or equal to 0"));
        }
    }

    static ResourceQuantity quantity(@org.jspecify.annotations.Nullable Object value) {
        return value == null ? ResourceQuantity.ZERO : ResourceQuantity.parse(String.valueOf(value));
    }

    private static void containerResource(String name, String field, List<FieldError> errors) {
        for (String problem : ObjectNames.qualifiedNameProblems(name)) {
            errors.add(FieldError.invalid(field, name, problem));
        }
        if (name.indexOf('/') < 0) {
            boolean huge = name.startsWith("hugepages-");
            if (!huge && !STANDARD.contains(name)) {
                errors.add(FieldError.invalid(field, name, "must be a standard resource type or fully qualified"));
            }
            if (!huge && !OF_CONTAINERS.contains(name)) {
                errors.add(FieldError.invalid(field, name, "must be a standard resource for containers"));
            }
        }
    }

    /** Resources of a vendor, such as devices: they cannot be shared or counted in parts. */
    private static boolean isExtended(String name) {
        return name.indexOf('/') >= 0 && !name.contains("kubernetes.io/") && !name.startsWith("requests.");
    }

    private static boolean mayBeOvercommitted(String name) {
        return !isExtended(name) && !name.startsWith("hugepages-");
    }
}
