package dev.hcp.simulator.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hcp.api.HcpException;
import dev.hcp.simulator.apiserver.Objects;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KernelTest {
    private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");

    private final MemoryObjects objects = new MemoryObjects();
    private final List<String> turns = new ArrayList<>();
    private Kernel kernel = kernel(1);

    @AfterEach
    void stop() {
        kernel.close();
    }

    private Kernel kernel(long seed) {
        Kernel made = new Kernel(new Seed(seed), START, Duration.ofMillis(10), 100_000);
        made.attach("", objects);
        return made;
    }

    /** An actor that watches things by name, notes its turns and does as it is told. */
    private Actor<String> actor(String name, BiFunction<String, ActorContext<String>, Turn> action) {
        return new Actor<>() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public void start(ActorContext<String> context) {
                context.watch("example.com", "Thing", change -> Set.of(nameOf(change)));
            }

            @Override
            public Turn act(String key, ActorContext<String> context) {
                turns.add(name + " " + key + " at "
                        + Duration.between(START, context.now()).toMillis());
                return action.apply(key, context);
            }
        };
    }

    private static String nameOf(Objects.Change change) {
        return String.valueOf(change.object().text("metadata", "name"));
    }

    private void put(String name, long value) {
        kernel.command("put " + name, () -> {
            objects.put(name, value);
            return value;
        });
    }

    @Test
    void time_stands_still_until_it_is_moved() {
        assertThat(kernel.now()).isEqualTo(START);
        kernel.advance(Duration.ofMinutes(15));
        assertThat(kernel.now()).isEqualTo(START.plusSeconds(900));
        assertThat(kernel.clock().instant()).isEqualTo(kernel.now());
    }

    @Test
    void many_changes_before_a_turn_are_one_turn() {
        kernel.start(actor("a", (key, context) -> Turn.done()));
        put("x", 1);
        put("x", 2);
        put("y", 1);
        put("x", 3);
        assertThat(kernel.runUntilQuiet(Duration.ofSeconds(1))).isTrue();
        assertThat(turns).containsExactly("a x at 10", "a y at 10");
    }

    @Test
    void actors_take_turns_in_the_order_in_which_they_were_woken() {
        kernel.start(actor("a", (key, context) -> Turn.done()));
        kernel.start(actor("b", (key, context) -> Turn.done()));
        put("x", 1);
        kernel.advance(Duration.ofMillis(5));
        put("y", 1);
        kernel.advance(Duration.ofSeconds(1));
        assertThat(turns).containsExactly("a x at 10", "b x at 10", "a y at 15", "b y at 15");
    }

    @Test
    void a_requeued_key_has_its_turn_when_the_delay_has_passed() {
        kernel.start(actor("a", (key, context) -> {
            if (turns.size() >= 3) {
                return Turn.done();
            }
            objects.put("other-" + turns.size(), 0);
            return key.equals("x") ? Turn.requeueAfter(Duration.ofSeconds(30)) : Turn.done();
        }));
        put("x", 1);
        assertThat(kernel.runUntilQuiet(Duration.ofHours(1))).isTrue();
        assertThat(turns).containsExactly("a x at 10", "a other-1 at 20", "a other-2 at 30", "a x at 30010");
    }

    @Test
    void a_change_brings_a_requeued_key_forward_and_the_last_turn_decides() {
        kernel.start(actor(
                "a", (key, context) -> turns.size() == 1 ? Turn.requeueAfter(Duration.ofMinutes(1)) : Turn.done()));
        put("x", 1);
        kernel.advance(Duration.ofSeconds(1));
        put("x", 2);
        kernel.advance(Duration.ofHours(1));
        assertThat(turns).containsExactly("a x at 10", "a x at 1010");
    }

    @Test
    void a_failing_key_backs_off_and_starts_afresh_after_success() {
        kernel.start(new Actor<String>() {
            @Override
            public String name() {
                return "failing";
            }

            @Override
            public void start(ActorContext<String> context) {
                context.watch("example.com", "Thing", change -> Set.of(nameOf(change)));
            }

            @Override
            public Turn act(String key, ActorContext<String> context) {
                turns.add(key + " at " + Duration.between(START, context.now()).toMillis());
                if (objects.value(key) == 1) {
                    throw new HcpException("no luck");
                }
                return Turn.done();
            }

            @Override
            public Backoff backoff() {
                return Backoff.HYPERSHIFT;
            }
        });
        put("x", 1);
        kernel.advance(Duration.ofSeconds(26));
        put("x", 2);
        kernel.advance(Duration.ofSeconds(1));
        put("x", 1);
        kernel.advance(Duration.ofSeconds(2));
        assertThat(turns)
                .containsExactly(
                        "x at 10",
                        "x at 1010",
                        "x at 3010",
                        "x at 7010",
                        "x at 15010",
                        "x at 25010",
                        "x at 26010",
                        "x at 27010",
                        "x at 28010");
        assertThat(kernel.history().text()).contains("failing failed on x: no luck");
    }

    @Test
    void an_unexpected_exception_is_a_failure_that_the_history_shows() {
        kernel.start(actor("a", (key, context) -> {
            throw new IllegalStateException("bug");
        }));
        put("x", 1);
        kernel.advance(Duration.ofMillis(10));
        assertThat(kernel.history().text()).contains("a failed on x: java.lang.IllegalStateException: bug");
    }

    @Test
    void what_is_heard_twice_gets_another_turn() {
        kernel.start(actor("a", (key, context) -> Turn.done()));
        hear(new Hearing(false, Duration.ZERO, true));
        put("x", 1);
        kernel.advance(Duration.ofSeconds(1));
        assertThat(turns).containsExactly("a x at 10", "a x at 20");
    }

    @Test
    void what_is_heard_late_is_heard_in_another_order() {
        kernel.start(actor("a", (key, context) -> Turn.done()));
        hear(new Hearing(false, Duration.ofSeconds(20), false));
        for (int i = 0; i < 10; i++) {
            put("x" + i, 1);
        }
        kernel.advance(Duration.ofSeconds(21));
        assertThat(turns).hasSize(10).isNotEqualTo(turns.stream().sorted().toList());
        kernel.command("mend", () -> {
            kernel.hearWell();
            return true;
        });
        put("y", 1);
        kernel.advance(Duration.ofMillis(10));
        assertThat(turns).hasSize(11).last().isEqualTo("a y at 21010");
    }

    private void hear(Hearing hearing) {
        kernel.command("hear", () -> {
            kernel.hear(kind -> hearing);
            return hearing;
        });
    }

    @Test
    void polls_retries_that_change_nothing_and_resyncs_are_quiet() {
        kernel.start(actor("polls", (key, context) -> Turn.requeueAfter(Duration.ofSeconds(5))));
        kernel.start(actor("fails", (key, context) -> Turn.failed("always")));
        kernel.start(actor("resyncs", (key, context) -> Turn.resyncAfter(Duration.ofHours(10))));
        put("x", 1);
        assertThat(kernel.runUntilQuiet(Duration.ofHours(1))).isTrue();
        assertThat(Duration.between(START, kernel.now())).isLessThan(Duration.ofSeconds(6));
    }

    private void disturb() {
        kernel.command("disturb", () -> {
            kernel.disturbed();
            return true;
        });
    }

    @Test
    void what_failed_because_of_a_fault_is_tried_again_before_it_is_quiet() {
        List<String> broken = new ArrayList<>(List.of("yes"));
        kernel.start(actor("fails", (key, context) -> {
            if (!broken.isEmpty()) {
                return Turn.failed("broken");
            }
            if (key.equals("x")) {
                objects.put("made", 1);
            }
            return Turn.done();
        }));
        put("x", 1);
        assertThat(kernel.runUntilQuiet(Duration.ofHours(1))).isTrue();
        broken.clear();
        disturb();
        assertThat(kernel.runUntilQuiet(Duration.ofHours(1))).isTrue();
        assertThat(objects.value("made")).isEqualTo(1);
    }

    @Test
    void after_a_fault_who_polls_sees_what_came_of_the_retries_of_others() {
        List<String> broken = new ArrayList<>(List.of("yes"));
        kernel.start(actor("waits", (key, context) -> {
            if (!key.equals("x") || objects.value("end") == 1) {
                return Turn.done();
            }
            if (objects.value("made") != 1) {
                return Turn.pollAfter(Duration.ofSeconds(2));
            }
            objects.put("end", 1);
            return Turn.done();
        }));
        kernel.start(new Actor<String>() {
            @Override
            public String name() {
                return "slow";
            }

            @Override
            public void start(ActorContext<String> context) {
                context.watch("example.com", "Thing", change -> nameOf(change).equals("x") ? Set.of("x") : Set.of());
            }

            @Override
            public Turn act(String key, ActorContext<String> context) {
                if (!broken.isEmpty()) {
                    return Turn.requeueAfter(Duration.ofMinutes(1));
                }
                objects.put("made", 1);
                return Turn.done();
            }
        });
        put("x", 1);
        assertThat(kernel.runUntilQuiet(Duration.ofHours(1))).isTrue();
        broken.clear();
        disturb();
        assertThat(kernel.runUntilQuiet(Duration.ofHours(1))).isTrue();
        assertThat(objects.value("end")).isEqualTo(1);
    }

    @Test
    void after_a_fault_it_is_quiet_when_one_round_of_looks_changed_nothing() {
        kernel.start(actor("polls", (key, context) -> Turn.pollAfter(Duration.ofMinutes(10))));
        kernel.start(actor("resyncs", (key, context) -> Turn.resyncAfter(Duration.ofHours(10))));
        put("x", 1);
        assertThat(kernel.runUntilQuiet(Duration.ofHours(1))).isTrue();
        int before = turns.size();
        disturb();
        assertThat(kernel.runUntilQuiet(Duration.ofHours(1))).isTrue();
        assertThat(turns).hasSize(before + 1).last().isEqualTo("polls x at 600010");
        assertThat(kernel.runUntilQuiet(Duration.ofHours(1))).isTrue();
        assertThat(turns).hasSize(before + 1);
    }

    @Test
    void chores_that_change_something_each_time_do_not_keep_it_from_being_quiet_after_a_fault() {
        kernel.start(actor(
                "polls", (key, context) -> key.equals("x") ? Turn.pollAfter(Duration.ofMinutes(10)) : Turn.done()));
        kernel.start(actor("chores", (key, context) -> {
            if (!key.equals("x")) {
                return Turn.done();
            }
            objects.put("chore", turns.size());
            return Turn.resyncAfter(Duration.ofMinutes(1));
        }));
        put("x", 1);
        assertThat(kernel.runUntilQuiet(Duration.ofHours(1))).isTrue();
        disturb();
        assertThat(kernel.runUntilQuiet(Duration.ofHours(1))).isTrue();
        assertThat(Duration.between(START, kernel.now())).isLessThan(Duration.ofMinutes(11));
    }

    @Test
    void a_timer_that_will_change_something_is_not_quiet() {
        kernel.start(actor("a", (key, context) -> {
            if (key.equals("y")) {
                return Turn.done();
            }
            if (Duration.between(START, context.now()).toHours() < 24) {
                return Turn.requeueAfter(Duration.ofHours(24));
            }
            objects.put("y", 1);
            return Turn.done();
        }));
        put("x", 1);
        assertThat(kernel.runUntilQuiet(Duration.ofHours(12))).isFalse();
        assertThat(kernel.now()).isEqualTo(START.plus(Duration.ofHours(12)));
        assertThat(kernel.runUntilQuiet(Duration.ofHours(13))).isTrue();
        assertThat(objects.value("y")).isEqualTo(1);
    }

    @Test
    void run_until_stops_at_the_change_that_makes_the_condition_true() {
        kernel.start(actor("counts", (key, context) -> {
            if (objects.value(key) < 5) {
                objects.put(key, objects.value(key) + 1);
            }
            return Turn.done();
        }));
        put("x", 0);
        assertThat(kernel.runUntil(() -> objects.value("x") == 3, Duration.ofHours(1)))
                .isTrue();
        assertThat(kernel.now()).isEqualTo(START.plusMillis(30));
        assertThat(kernel.runUntil(() -> objects.value("x") == 9, Duration.ofHours(1)))
                .isFalse();
        assertThat(kernel.now()).isEqualTo(START.plusMillis(30).plus(Duration.ofHours(1)));
    }

    @Test
    void paced_time_follows_the_wall_clock_and_stops_cleanly() throws InterruptedException {
        CountDownLatch acted = new CountDownLatch(1);
        kernel.start(actor("a", (key, context) -> {
            if (turns.size() == 1) {
                objects.put("y", 1);
                return Turn.requeueAfter(Duration.ofHours(1));
            }
            if (key.equals("x")) {
                acted.countDown();
            }
            return Turn.done();
        }));
        kernel.pace(100_000);
        assertThatThrownBy(() -> kernel.advance(Duration.ofSeconds(1))).hasMessageContaining("stop pacing");
        put("x", 1);
        assertThat(acted.await(30, TimeUnit.SECONDS)).isTrue();
        kernel.stopPacing();
        assertThat(kernel.now()).isAfterOrEqualTo(START.plus(Duration.ofHours(1)));
        Instant stopped = kernel.now();
        put("x", 2);
        assertThat(kernel.now()).isEqualTo(stopped);
    }

    @Test
    void time_cannot_be_moved_from_within_a_command() {
        assertThatThrownBy(() -> kernel.command("bad", () -> {
                    kernel.advance(Duration.ofSeconds(1));
                    return 0;
                }))
                .hasMessageContaining("within a turn or a command");
    }

    @Test
    void a_hosted_server_is_watched_apart_and_no_more_when_detached() {
        MemoryObjects guest = new MemoryObjects();
        Objects.Subscription attached = kernel.attach("clusters/demo", guest);
        kernel.start(new Actor<String>() {
            @Override
            public String name() {
                return "guests";
            }

            @Override
            public void start(ActorContext<String> context) {
                context.watchHosted("example.com", "Thing", (server, change) -> Set.of(server + "/" + nameOf(change)));
            }

            @Override
            public Turn act(String key, ActorContext<String> context) {
                turns.add(key);
                return Turn.done();
            }
        });
        put("management", 1);
        guest.put("x", 1);
        kernel.advance(Duration.ofSeconds(1));
        attached.close();
        guest.put("y", 1);
        kernel.advance(Duration.ofSeconds(1));
        assertThat(turns).containsExactly("clusters/demo/x");
        assertThat(kernel.history().text())
                .contains("command [clusters/demo] created Thing.example.com default/x @1")
                .doesNotContain("default/y");
    }
}
