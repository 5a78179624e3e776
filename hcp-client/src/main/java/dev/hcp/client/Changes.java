package dev.hcp.client;

import dev.hcp.client.status.StatusCondition;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Tells a listener in words how an object differs from what it was before. Not thread-safe: one for each wait. */
final class Changes<T extends HasMetadata> implements Consumer<Optional<T>> {
    private final String subject;
    private final Function<T, Map<String, String>> facts;
    private final Consumer<Progress> listener;
    private Map<String, String> before = Map.of();

    /**
     * @param facts what is told of an object: beginnings of sentences, and their ends, which may change
     */
    Changes(String subject, Function<T, Map<String, String>> facts, Consumer<Progress> listener) {
        this.subject = subject;
        this.facts = facts;
        this.listener = listener;
    }

    /** Facts of conditions: their types, and what they say. */
    static void conditions(List<StatusCondition> conditions, Map<String, String> facts) {
        for (StatusCondition condition : conditions) {
            facts.put(condition.type() + " is", condition.assessment());
        }
    }

    @Override
    public void accept(Optional<T> now) {
        Map<String, String> after = new LinkedHashMap<>();
        if (now.isEmpty()) {
            after.put("does not exist", "");
        } else {
            after.putAll(facts.apply(now.get()));
            if (now.get().isMarkedForDeletion()) {
                after.put("is being deleted", "");
            }
        }
        Map<String, String> known = before;
        before = after;
        after.forEach((start, end) -> {
            if (!end.equals(known.get(start))) {
                listener.accept(new Progress(subject, end.isEmpty() ? start : start + " " + end));
            }
        });
    }
}
