package dev.hcp.client;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Lets callers wait for an object to be as they want it. Thread-safe. */
final class Waits {
    private final KubernetesClient kubernetes;
    private final Optional<Waiting> simulated;
    private final Watches watches;

    /**
     * @param simulated how time passes on a simulated management cluster; where it passes by itself, nothing
     */
    Waits(KubernetesClient kubernetes, Optional<Waiting> simulated) {
        this.kubernetes = kubernetes;
        this.simulated = simulated;
        this.watches = new Watches(kubernetes);
    }

    /** How a wait ended, and the object as it was last seen. */
    record Outcome<T>(boolean reached, Optional<T> last) {}

    /** One object to wait for. */
    record Subject<T extends HasMetadata>(Class<T> kind, String namespace, String name) {
        /** Its kind and name. */
        @Override
        public String toString() {
            return kind.getSimpleName() + " " + (namespace.isEmpty() ? "" : namespace + "/") + name;
        }
    }

    Watches watches() {
        return watches;
    }

    /**
     * Waits.
     *
     * @param condition what is waited for, asked of the object whenever it changed; of nothing while it does not exist
     * @param timeout how long to wait at most; not negative
     * @param observer told of each state of the object before the condition is asked
     * @throws WaitInterruptedException when the thread was interrupted; its interrupt flag stays set
     */
    <T extends HasMetadata> Outcome<T> until(
            Subject<T> subject, Predicate<Optional<T>> condition, Duration timeout, Consumer<Optional<T>> observer) {
        return simulated.isPresent()
                ? asTimeIsLetPass(simulated.get(), subject, condition, timeout, observer)
                : asTimePasses(subject, condition, timeout, observer);
    }

    private <T extends HasMetadata> Outcome<T> asTimeIsLetPass(
            Waiting waiting,
            Subject<T> subject,
            Predicate<Optional<T>> condition,
            Duration timeout,
            Consumer<Optional<T>> observer) {
        Seen<T> seen = new Seen<>(observer);
        boolean reached = waiting.until(() -> condition.test(seen.now(read(subject))), timeout);
        return new Outcome<>(reached, seen.last);
    }

    private <T extends HasMetadata> Optional<T> read(Subject<T> subject) {
        return Failures.explain(
                "read " + subject,
                () -> Optional.ofNullable(kubernetes
                        .resources(subject.kind())
                        .inNamespace(subject.namespace())
                        .withName(subject.name())
                        .get()));
    }

    private <T extends HasMetadata> Outcome<T> asTimePasses(
            Subject<T> subject, Predicate<Optional<T>> condition, Duration timeout, Consumer<Optional<T>> observer) {
        long deadline = System.nanoTime() + timeout.toNanos();
        Seen<T> seen = new Seen<>(observer);
        Semaphore changes = new Semaphore(1);
        try (Watches.Watched<T> watched = watches.watch(subject.kind(), subject.namespace(), timeout)) {
            Runnable stop = watched.onChange(subject.namespace(), subject.name(), changes::release);
            try {
                while (changes.tryAcquire(deadline - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                    changes.drainPermits();
                    if (condition.test(seen.now(watched.find(subject.namespace(), subject.name())))) {
                        return new Outcome<>(true, seen.last);
                    }
                }
                return new Outcome<>(false, seen.last);
            } finally {
                stop.run();
            }
        } catch (TimeoutException e) {
            return new Outcome<>(false, seen.last);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WaitInterruptedException();
        }
    }

    /** Tells an observer of what is new. */
    private static final class Seen<T extends HasMetadata> {
        private final Consumer<Optional<T>> observer;
        private String version = "";
        Optional<T> last = Optional.empty();

        Seen(Consumer<Optional<T>> observer) {
            this.observer = observer;
        }

        Optional<T> now(Optional<T> object) {
            String itsVersion = object.map(found -> found.getMetadata().getResourceVersion())
                    .orElse("");
            if (!itsVersion.equals(version) || object.isPresent() != last.isPresent()) {
                observer.accept(object);
            }
            version = itsVersion;
            last = object;
            return object;
        }
    }
}
