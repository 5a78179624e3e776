package dev.hcp.simulator.steadiness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Assumptions;

/**
 * Whatever people do and whatever breaks, once it is mended all comes right. A walk that fails prints itself; {@code
 * -Dhcp.walk="seed 7: CreateCluster[...]; ..."} walks it again, {@code -Dhcp.walk.history=true} with all that happens.
 */
class RandomWalksTest {
    private static final int MOST_ACTIONS = 14;

    /** One try in twelve walks: that many tries as others have with less work would take too long. */
    @Provide
    Arbitrary<List<UserAction>> walksNowAndThen() {
        return Arbitraries.frequencyOf(
                Tuple.of(11, Arbitraries.just(List.of())), Tuple.of(1, UserActions.walks(MOST_ACTIONS)));
    }

    @Provide
    Arbitrary<List<UserAction>> walks() {
        return UserActions.walks(MOST_ACTIONS);
    }

    @Property(seed = "20250101", edgeCases = EdgeCasesMode.NONE)
    void all_comes_right_whatever_people_do(@ForAll("walksNowAndThen") List<UserAction> walk, @ForAll long seed) {
        if (!walk.isEmpty()) {
            assertThat(Walk.violations(seed, walk))
                    .as(() -> Walk.text(seed, walk))
                    .isEmpty();
        }
    }

    @Property(seed = "20250102", tries = 3, edgeCases = EdgeCasesMode.NONE)
    void the_same_walk_has_the_same_history(@ForAll("walks") List<UserAction> walk, @ForAll long seed) {
        assertThat(Walk.history(seed, walk)).isEqualTo(Walk.history(seed, walk));
    }

    @Property(tries = 100)
    void a_walk_prints_as_it_is_read(@ForAll("walks") List<UserAction> walk, @ForAll long seed) {
        String text = Walk.text(seed, walk);
        assertThat(UserAction.parse(text.substring(text.indexOf(':') + 1))).isEqualTo(walk);
    }

    @Example
    void a_walk_that_is_given_goes_well() {
        String given = System.getProperty("hcp.walk", "");
        Assumptions.assumeFalse(given.isEmpty(), "no walk is given with -Dhcp.walk");
        long seed = Long.parseLong(given.substring(given.indexOf(' ') + 1, given.indexOf(':')));
        assertThat(Walk.violations(seed, UserAction.parse(given.substring(given.indexOf(':') + 1))))
                .isEmpty();
    }
}
