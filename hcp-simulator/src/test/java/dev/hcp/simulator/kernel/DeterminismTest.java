package dev.hcp.simulator.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class DeterminismTest {

    @Property(tries = 50)
    void equal_seeds_and_commands_give_equal_histories(
            @ForAll long seed, @ForAll @Size(max = 20) List<@IntRange(max = 200) Integer> commands) {
        assertThat(run(seed, commands)).isEqualTo(run(seed, commands));
    }

    @Property(tries = 50)
    void another_seed_gives_another_history(@ForAll long seed) {
        List<Integer> commands = List.of(0, 5, 17, 80, 81);
        assertThat(run(seed, commands)).isNotEqualTo(run(seed + 1, commands));
    }

    @Property(tries = 100)
    void a_stream_depends_on_seed_and_key_alone(@ForAll long seed, @ForAll String key) {
        assertThat(new Seed(seed).stream(key).nextLong())
                .isEqualTo(new Seed(seed).stream(key).nextLong())
                .isNotEqualTo(new Seed(seed).stream(key + "x").nextLong())
                .isNotEqualTo(new Seed(seed + 1).stream(key).nextLong());
    }

    @Property(tries = 100)
    void jitter_stays_within_its_fraction(
            @ForAll long seed, @ForAll @IntRange(max = 1_000_000) int millis, @ForAll String key) {
        Duration drawn = new Seed(seed).jitter(Duration.ofMillis(millis), 0.25, key);
        assertThat(drawn.toMillis()).isBetween((long) Math.floor(millis * 0.75), (long) Math.ceil(millis * 1.25));
    }

    /** Things count up at random intervals, some of them fail at times, and each tenth begets another. */
    private static String run(long seed, List<Integer> commands) {
        MemoryObjects objects = new MemoryObjects();
        try (Kernel kernel =
                new Kernel(new Seed(seed), Instant.parse("2025-01-01T00:00:00Z"), Duration.ofMillis(3), 1_000_000)) {
            kernel.attach("", objects);
            kernel.start(new Actor<String>() {
                @Override
                public String name() {
                    return "counts";
                }

                @Override
                public void start(ActorContext<String> context) {
                    context.watch(
                            "example.com",
                            "Thing",
                            change -> change.before() == null
                                    ? Set.of(String.valueOf(change.object().text("metadata", "name")))
                                    : Set.of());
                }

                @Override
                public Turn act(String key, ActorContext<String> context) {
                    long value = objects.value(key);
                    if (value > 20) {
                        return Turn.done();
                    }
                    int drawn = context.random(key + "/" + value).nextInt(1000);
                    objects.put(key, value + 1);
                    if (drawn < 50) {
                        return Turn.failed("unlucky at " + value);
                    }
                    if (value == 10 && key.length() < 6) {
                        objects.put(key + drawn % 7, 0);
                    }
                    return Turn.requeueAfter(Duration.ofMillis(drawn));
                }
            });
            for (int i = 0; i < commands.size(); i++) {
                String name = "t" + commands.get(i);
                kernel.advance(Duration.ofMillis(commands.get(i) * 10L));
                kernel.command("create " + name, () -> {
                    objects.put(name, 0);
                    return name;
                });
            }
            assertThat(kernel.runUntilQuiet(Duration.ofHours(1))).isTrue();
            return kernel.history().text();
        }
    }
}
