package dev.hcp.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.simulator.world.ProportionalScaling.Member;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ProportionalScalingTest {
    private static Member set(String name, int age, int spec, int desired, int most) {
        return new Member(name, "2026-01-01T00:00:0" + age + "Z", spec, spec, Optional.of(desired), Optional.of(most));
    }

    private static Map<String, Integer> scaled(int desired, int surge, Member current, Member... old) {
        return new ProportionalScaling(desired, surge, 0, true).next(Optional.of(current), List.of(old));
    }

    @Test
    void each_set_keeps_its_part_and_the_largest_takes_the_rest() {
        assertThat(scaled(15, 3, set("new", 2, 5, 10, 13), set("old", 1, 8, 10, 13)))
                .isEqualTo(Map.of("old", 11, "new", 7));
        assertThat(scaled(5, 3, set("new", 2, 5, 10, 13), set("old", 1, 8, 10, 13)))
                .isEqualTo(Map.of("old", 5, "new", 3));
    }

    @Test
    void of_equal_sets_the_newer_grows_and_the_older_shrinks() {
        assertThat(scaled(10, 1, set("new", 2, 5, 9, 10), set("old", 1, 5, 9, 10)))
                .isEqualTo(Map.of("new", 6, "old", 5));
        assertThat(scaled(8, 1, set("new", 2, 5, 9, 10), set("old", 1, 5, 9, 10)))
                .isEqualTo(Map.of("new", 5, "old", 4));
    }

    @Test
    void one_set_alone_takes_all_and_without_any_at_work_the_one_of_the_template() {
        assertThat(scaled(7, 1, set("new", 2, 0, 3, 4), set("old", 1, 3, 3, 4))).isEqualTo(Map.of("old", 7));
        assertThat(scaled(7, 1, set("new", 2, 0, 0, 1), set("old", 1, 0, 0, 1))).isEqualTo(Map.of("new", 7));
        assertThat(new ProportionalScaling(7, 1, 0, true)
                        .next(Optional.empty(), List.of(set("older", 1, 0, 0, 1), set("old", 2, 0, 0, 1))))
                .isEqualTo(Map.of("old", 7));
    }

    @Test
    void old_sets_end_when_the_new_one_has_all() {
        assertThat(scaled(3, 1, set("new", 2, 3, 3, 4), set("old", 1, 1, 3, 4))).isEqualTo(Map.of("old", 0));
    }

    @Test
    void sets_that_say_nothing_are_measured_by_what_there_is() {
        Member old = new Member("old", "1", 3, 3, Optional.empty(), Optional.empty());
        Member current = new Member("new", "2", 1, 1, Optional.empty(), Optional.empty());
        assertThat(new ProportionalScaling(8, 0, 4, true).next(Optional.of(current), List.of(old)))
                .isEqualTo(Map.of("old", 6, "new", 2));
    }

    @Test
    void without_rolling_updates_several_sets_stay_as_they_are() {
        assertThat(new ProportionalScaling(8, 0, 4, false)
                        .next(Optional.of(set("new", 2, 1, 4, 4)), List.of(set("old", 1, 3, 4, 4))))
                .isEmpty();
    }

    @Property
    void what_is_shared_adds_up_to_what_is_allowed(
            @ForAll @Size(min = 2, max = 5) List<@IntRange(min = 1, max = 50) Integer> specs,
            @ForAll @IntRange(min = 0, max = 100) int desired,
            @ForAll @IntRange(min = 0, max = 10) int surge) {
        int sum = specs.stream().mapToInt(Integer::intValue).sum();
        List<Member> sets = new ArrayList<>();
        IntStream.range(0, specs.size()).forEach(i -> sets.add(set("set-" + i, i, specs.get(i), sum + 1, sum)));
        Map<String, Integer> next = new ProportionalScaling(desired, surge, sum, true).next(Optional.empty(), sets);
        assertThat(next.values().stream().mapToInt(Integer::intValue).sum())
                .isEqualTo(desired == 0 ? 0 : desired + surge);
        assertThat(next.values()).allMatch(size -> size >= 0);
    }
}
