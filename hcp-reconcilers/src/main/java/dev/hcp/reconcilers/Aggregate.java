package dev.hcp.reconcilers;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Several errors told as one, in the form of Kubernetes' error aggregates. */
public final class Aggregate {
    private Aggregate() {}

    /** Nothing for no error, one error as it is, several as {@code [first, second]}; each is said once. */
    public static Optional<String> message(List<String> errors) {
        Set<String> distinct = new LinkedHashSet<>(errors);
        String joined = String.join(", ", distinct);
        return distinct.isEmpty() ? Optional.empty() : Optional.of(distinct.size() == 1 ? joined : "[" + joined + "]");
    }
}
