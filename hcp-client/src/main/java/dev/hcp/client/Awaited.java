package dev.hcp.client;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * An object to wait for, and how it is spoken of meanwhile.
 *
 * @param name what it is called in messages
 * @param facts what is told of it as progress
 * @param lastSeen what is told of it when a wait takes too long
 * @param progress who is told
 */
record Awaited<T extends HasMetadata>(
        Waits waits,
        Waits.Subject<T> subject,
        String name,
        Function<T, Map<String, String>> facts,
        Function<Optional<T>, String> lastSeen,
        Consumer<Progress> progress) {

    /** Waits and tells the progress. */
    Waits.Outcome<T> until(Predicate<Optional<T>> condition, Duration timeout) {
        return waits.until(subject, condition, timeout, new Changes<>(name, facts, progress));
    }

    /**
     * Waits until the object is as wanted.
     *
     * @param goal to complete the sentence "... did not ..."
     */
    T await(String goal, Predicate<T> condition, Duration timeout) {
        Waits.Outcome<T> outcome = until(object -> object.filter(condition).isPresent(), timeout);
        return outcome.last()
                .filter(last -> outcome.reached())
                .orElseThrow(() -> new WaitTimeoutException(
                        name + " did not " + goal + " within " + timeout + ". " + lastSeen.apply(outcome.last())));
    }

    void awaitGone(Duration timeout) {
        Waits.Outcome<T> outcome = until(Optional::isEmpty, timeout);
        if (!outcome.reached()) {
            throw new WaitTimeoutException(
                    name + " was not gone within " + timeout + ". " + lastSeen.apply(outcome.last()));
        }
    }
}
