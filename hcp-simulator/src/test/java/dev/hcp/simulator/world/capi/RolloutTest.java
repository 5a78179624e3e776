package dev.hcp.simulator.world.capi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.simulator.world.capi.Rollout.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RolloutTest {
    /** Lets machines appear and go at once between steps, and writes down the sizes: old/new. */
    private static String trace(
            int desired, @Nullable Object surge, @Nullable Object unavailable, int broken, boolean newBecomeReady) {
        Rollout rollout = Rollout.of(desired, surge, unavailable);
        Size old = new Size("old", 1, desired, desired, desired - broken);
        Size current = new Size("new", 2, 0, 0, 0);
        List<String> steps = new ArrayList<>();
        String state = show(old) + "/" + current.spec();
        do {
            steps.add(state);
            Map<String, Integer> next = rollout.rolling(current, List.of(old));
            old = settle(old, next.getOrDefault("old", old.spec()), old.spec() - old.available());
            current = settle(
                    current,
                    next.getOrDefault("new", current.spec()),
                    newBecomeReady ? 0 : next.getOrDefault("new", current.spec()));
            state = show(old) + "/" + current.spec();
        } while (!steps.get(steps.size() - 1).equals(state));
        return String.join(" ", steps);
    }

    /** Broken machines go first. */
    private static Size settle(Size set, int replicas, int brokenBefore) {
        int removed = Math.max(0, set.spec() - replicas);
        int broken = Math.max(0, Math.min(replicas, brokenBefore - removed));
        return new Size(set.name(), set.age(), replicas, replicas, replicas - broken);
    }

    private static String show(Size set) {
        return set.spec() == set.available() ? "" + set.spec() : set.spec() + "(" + set.available() + ")";
    }

    private static Object value(String text) {
        return text.endsWith("%") ? text : (Object) Long.valueOf(text);
    }

    @ParameterizedTest(name = "{0} machines, surge {1}, unavailable {2}")
    @CsvSource({
        "3, 1, 0, 3/0 3/1 2/1 2/2 1/2 1/3 0/3",
        "3, 0, 1, 3/0 2/0 2/1 1/1 1/2 0/2 0/3",
        "3, 1, 1, 3/0 2/1 1/2 0/3",
        "10, 25%, 25%, 10/0 8/3 5/5 3/8 0/10",
        "4, 10%, 10%, 4/0 4/1 3/1 3/2 2/2 2/3 1/3 1/4 0/4",
        "1, 0, 0, 1/0 0/0 0/1",
    })
    void a_rolling_update_replaces_machines_step_by_step(
            int desired, String surge, String unavailable, String expected) {
        assertThat(trace(desired, value(surge), value(unavailable), 0, true)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} machines, surge {1}, unavailable {2}")
    @CsvSource({
        "3, 1, 0, 3/0 3/1",
        "3, 0, 1, 3/0 2/0 2/1",
        "10, 25%, 25%, 10/0 8/3 8/5",
    })
    void a_rollout_whose_new_machines_never_become_ready_stops(
            int desired, String surge, String unavailable, String expected) {
        assertThat(trace(desired, value(surge), value(unavailable), 0, false)).isEqualTo(expected);
    }

    @Test
    void broken_old_machines_go_first() {
        assertThat(trace(5, 1L, 0L, 2, true)).startsWith("5(3)/0 5(3)/1 4(3)/1 4(3)/2 3/2");
    }

    @Test
    void broken_old_machines_stay_while_new_ones_are_not_ready() {
        assertThat(trace(5, 1L, 0L, 2, false)).isEqualTo("5(3)/0 5(3)/1");
    }

    @Test
    void machines_that_are_still_being_deleted_take_up_surge() {
        Size draining = new Size("old", 1, 2, 3, 2);
        Size current = new Size("new", 2, 0, 0, 0);
        assertThat(new Rollout(3, 0, 1).rolling(current, List.of(draining))).isEmpty();
    }

    @Test
    void machines_that_are_being_deleted_do_not_count_as_available() {
        Size draining = new Size("old", 1, 3, 5, 5);
        Size current = new Size("new", 2, 3, 3, 3);
        assertThat(new Rollout(6, 2, 1).rolling(current, List.of(draining))).isEqualTo(Map.of("old", 2));
    }

    @Test
    void on_delete_waits_for_somebody_to_delete_a_machine() {
        Rollout rollout = Rollout.of(3, null, null);
        Size none = new Size("new", 2, 0, 0, 0);
        assertThat(rollout.onDelete(none, List.of(new Size("old", 1, 3, 3, 3)))).isEmpty();
    }

    @Test
    void on_delete_replaces_a_deleted_machine_once_it_is_gone() {
        Rollout rollout = Rollout.of(3, null, null);
        Size none = new Size("new", 2, 0, 0, 0);
        Size deleting = new Size("old", 1, 3, 3, 3, 1);
        assertThat(rollout.onDelete(none, List.of(deleting))).isEqualTo(Map.of("old", 2));
        Size stillThere = new Size("old", 1, 2, 3, 3, 1);
        assertThat(rollout.onDelete(none, List.of(stillThere))).isEmpty();
        Size gone = new Size("old", 1, 2, 2, 2);
        assertThat(rollout.onDelete(none, List.of(gone))).isEqualTo(Map.of("new", 1));
    }

    @Test
    void on_delete_takes_from_the_oldest_set_when_fewer_machines_are_wanted() {
        Size current = new Size("new", 3, 1, 1, 1);
        List<Size> old = List.of(new Size("older", 2, 2, 2, 2), new Size("oldest", 1, 2, 2, 2));
        assertThat(Rollout.of(2, null, null).onDelete(current, old)).isEqualTo(Map.of("oldest", 0, "older", 1));
        assertThat(Rollout.of(0, null, null).onDelete(current, old))
                .isEqualTo(Map.of("new", 0, "oldest", 0, "older", 0));
    }

    @Test
    void on_delete_grows_the_newest_set_when_more_machines_are_wanted() {
        Size current = new Size("new", 2, 1, 1, 1);
        assertThat(Rollout.of(5, null, null).onDelete(current, List.of(new Size("old", 1, 2, 2, 2))))
                .isEqualTo(Map.of("new", 3));
    }

    @Test
    void the_oldest_of_several_old_sets_shrinks_first() {
        Size current = new Size("new", 3, 2, 2, 2);
        List<Size> old = List.of(new Size("older", 2, 1, 1, 1), new Size("oldest", 1, 1, 1, 1));
        assertThat(new Rollout(3, 1, 0).rolling(current, old)).isEqualTo(Map.of("oldest", 0));
    }

    /** Two sets whose machines come, become ready and go in their own time. */
    private static final class Machines {
        private final Rollout rollout;
        private final boolean onDelete;
        private Size old;
        private Size current = new Size("new", 2, 0, 0, 0);

        Machines(Rollout rollout, boolean onDelete) {
            this.rollout = rollout;
            this.onDelete = onDelete;
            this.old = new Size("old", 1, rollout.desired(), rollout.desired(), rollout.desired());
        }

        /** The controllers have their turns: machines are made and told to go, but none is ready or gone yet. */
        void reconcile() {
            Map<String, Integer> next =
                    onDelete ? rollout.onDelete(current, List.of(old)) : rollout.rolling(current, List.of(old));
            old = scaled(old, next);
            current = scaled(current, next);
        }

        private static Size scaled(Size set, Map<String, Integer> next) {
            int spec = next.getOrDefault(set.name(), set.spec());
            int leaving = Math.max(set.deleting(), set.actual() - spec);
            // Those that are told to go are not ready for long; those that are not ready yet go first.
            int available = Math.min(set.available(), Math.max(0, set.actual() - leaving));
            return new Size(set.name(), set.age(), spec, Math.max(set.actual(), spec), available, leaving);
        }

        void oneBecomesReady() {
            if (current.available() < current.actual() - current.deleting()) {
                current = new Size(
                        "new", 2, current.spec(), current.actual(), current.available() + 1, current.deleting());
            }
        }

        void oneIsGone() {
            if (old.deleting() > 0) {
                old = new Size("old", 1, old.spec(), old.actual() - 1, old.available(), old.deleting() - 1);
            }
        }

        void somebodyDeletesOne() {
            if (old.deleting() < old.actual()) {
                int leaving = old.deleting() + 1;
                old = new Size(
                        "old", 1, old.spec(), old.actual(), Math.min(old.available(), old.actual() - leaving), leaving);
            }
        }

        int wanted() {
            return old.spec() + current.spec();
        }

        int available() {
            return old.available() + current.available();
        }

        int beyondThoseToGo() {
            return old.actual() + current.actual() - old.deleting() - current.deleting();
        }
    }

    @Property
    void whenever_machines_come_and_go_a_rollout_keeps_its_limits(
            @ForAll @IntRange(min = 1, max = 12) int desired,
            @ForAll @IntRange(max = 130) int surge,
            @ForAll @IntRange(max = 130) int unavailable,
            @ForAll List<@IntRange(max = 2) Integer> happenings) {
        Rollout rollout = Rollout.of(desired, surge + "%", unavailable + "%");
        Machines machines = new Machines(rollout, false);
        for (int happening : happenings) {
            happens(machines, happening);
            assertThat(machines.wanted()).isLessThanOrEqualTo(desired + rollout.surge());
            assertThat(machines.beyondThoseToGo()).isLessThanOrEqualTo(desired + rollout.surge());
            assertThat(machines.available()).isGreaterThanOrEqualTo(desired - rollout.unavailable());
        }
        for (int i = 0; i < 12 * desired; i++) {
            happens(machines, i % 3);
        }
        assertThat(machines.old).isEqualTo(new Size("old", 1, 0, 0, 0));
        assertThat(machines.current).isEqualTo(new Size("new", 2, desired, desired, desired));
    }

    private static void happens(Machines machines, int happening) {
        switch (happening) {
            case 0 -> machines.reconcile();
            case 1 -> machines.oneBecomesReady();
            default -> machines.oneIsGone();
        }
    }

    @Property
    void on_delete_replaces_exactly_what_was_deleted(
            @ForAll @IntRange(min = 1, max = 12) int desired, @ForAll List<@IntRange(max = 3) Integer> happenings) {
        Machines machines = new Machines(Rollout.of(desired, null, null), true);
        int deleted = 0;
        for (int happening : happenings) {
            if (happening == 3 && machines.old.deleting() < machines.old.actual()) {
                machines.somebodyDeletesOne();
                deleted++;
            } else {
                happens(machines, happening);
            }
            assertThat(machines.old.actual() + machines.current.actual()).isLessThanOrEqualTo(desired);
        }
        for (int i = 0; i < 12 * desired; i++) {
            happens(machines, i % 3);
        }
        assertThat(machines.old.actual()).isEqualTo(desired - deleted);
        assertThat(machines.current).isEqualTo(new Size("new", 2, deleted, deleted, deleted));
    }

    @Property
    void a_rollout_ends_with_all_machines_new_and_keeps_its_limits(
            @ForAll @IntRange(min = 1, max = 12) int desired,
            @ForAll @IntRange(max = 4) int surge,
            @ForAll @IntRange(max = 4) int unavailable) {
        Rollout rollout = Rollout.of(desired, (long) surge, (long) unavailable);
        Size old = new Size("old", 1, desired, desired, desired);
        Size current = new Size("new", 2, 0, 0, 0);
        for (int step = 0; step < 4 * desired + 4; step++) {
            Map<String, Integer> next = rollout.rolling(current, List.of(old));
            old = settle(old, next.getOrDefault("old", old.spec()), 0);
            current = new Size(
                    "new",
                    2,
                    next.getOrDefault("new", current.spec()),
                    next.getOrDefault("new", current.spec()),
                    current.spec());
            assertThat(old.spec() + current.spec()).isLessThanOrEqualTo(desired + rollout.surge());
            assertThat(old.available() + current.available()).isGreaterThanOrEqualTo(desired - rollout.unavailable());
            current = settle(current, current.spec(), 0);
        }
        assertThat(old.spec()).isZero();
        assertThat(current.spec()).isEqualTo(desired);
    }
}
