package dev.hcp.simulator.world;

import dev.hcp.api.HcpException;
import dev.hcp.simulator.kernel.Seed;
import java.time.Duration;
import java.util.EnumMap;

/**
 * How long things take in the simulated world. Immutable.
 *
 * <p>Each {@link Stage} has a duration, drawn for every object from the simulation's seed within the jitter.
 */
public final class Timings {
    private static final Timings TYPICAL = new Timings(new EnumMap<>(Stage.class), 0.2);

    private final EnumMap<Stage, Duration> durations;
    private final double jitter;

    private Timings(EnumMap<Stage, Duration> durations, double jitter) {
        this.durations = durations;
        this.jitter = jitter;
    }

    /** Near what the product documentation says: ten to fifteen minutes for a cluster; durations vary by 20%. */
    public static Timings typical() {
        return TYPICAL;
    }

    /** Everything takes no time but what the actors' turns take; for unit tests. */
    public static Timings instant() {
        EnumMap<Stage, Duration> none = new EnumMap<>(Stage.class);
        for (Stage stage : Stage.values()) {
            none.put(stage, Duration.ZERO);
        }
        return new Timings(none, 0);
    }

    /** These timings but for one stage. */
    public Timings with(Stage stage, Duration duration) {
        if (duration.isNegative()) {
            throw new HcpException("a stage cannot take less than no time; got " + duration + " for " + stage);
        }
        EnumMap<Stage, Duration> changed = new EnumMap<>(Stage.class);
        changed.putAll(durations);
        changed.put(stage, duration);
        return new Timings(changed, jitter);
    }

    /**
     * These timings with another jitter.
     *
     * @param fraction how far a duration may be off either way; from 0, each takes exactly its time, to 1
     */
    public Timings withJitter(double fraction) {
        if (!(fraction >= 0 && fraction <= 1)) {
            throw new HcpException("the jitter is a fraction from 0 to 1; got " + fraction);
        }
        return new Timings(new EnumMap<>(durations), fraction);
    }

    /** How long a stage takes as a rule. */
    public Duration of(Stage stage) {
        return durations.getOrDefault(stage, stage.typical());
    }

    /**
     * How long a stage takes this time.
     *
     * @param key whom it concerns, such as {@code clusters-demo/etcd-0}; an equal key draws an equal duration
     */
    public Duration draw(Stage stage, Seed seed, String key) {
        Duration base = of(stage);
        return base.isZero() || jitter == 0 ? base : seed.jitter(base, jitter, stage + " " + key);
    }
}
