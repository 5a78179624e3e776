package dev.hcp.simulator.world;

import dev.hcp.simulator.faults.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * The faults that are injected now, as those who suffer from them see it. Thread-safe; faults come and go between turns.
 */
public final class Adversities {
    private final List<Fault> active = new CopyOnWriteArrayList<>();
    private final List<Consumer<Fault>> listeners = new ArrayList<>();

    /** Calls back when a fault was injected or mended, between turns. To be used before the simulation begins. */
    public void onChange(Consumer<Fault> listener) {
        listeners.add(listener);
    }

    void inject(Fault fault) {
        active.add(fault);
        listeners.forEach(listener -> listener.accept(fault));
    }

    /** Mends a fault that was injected; one that was injected twice stays. */
    void mend(Fault fault) {
        if (active.remove(fault)) {
            listeners.forEach(listener -> listener.accept(fault));
        }
    }

    /** The first fault of a kind that fits. */
    public <F extends Fault> Optional<F> find(Class<F> type, Predicate<F> fits) {
        for (Fault fault : active) {
            if (type.isInstance(fault) && fits.test(type.cast(fault))) {
                return Optional.of(type.cast(fault));
            }
        }
        return Optional.empty();
    }

    /** All faults of a kind. */
    <F extends Fault> List<F> all(Class<F> type) {
        return active.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** Whether there is a fault of a kind. */
    boolean any(Class<? extends Fault> type) {
        return find(type, fault -> true).isPresent();
    }

    /** Whether nothing is broken. */
    boolean none() {
        return active.isEmpty();
    }

    /** Whether a selecting text fits: it is empty or equal. */
    static boolean selects(String selector, String text) {
        return selector.isEmpty() || selector.equals(text);
    }
}
