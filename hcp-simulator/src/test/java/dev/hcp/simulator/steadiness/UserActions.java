package dev.hcp.simulator.steadiness;

import dev.hcp.simulator.steadiness.UserAction.Platform;
import dev.hcp.simulator.steadiness.UserAction.Trouble;
import dev.hcp.simulator.steadiness.UserAction.Upgrades;
import dev.hcp.simulator.steadiness.UserAction.Victim;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Walks at random. */
final class UserActions {
    private UserActions() {}

    private static Arbitrary<Integer> upTo(int most) {
        return Arbitraries.integers().between(0, most);
    }

    private static Arbitrary<Boolean> either() {
        return Arbitraries.of(true, false);
    }

    /** A cluster with a pool, and then whatever comes to somebody's mind, with times of quiet. */
    static Arbitrary<List<UserAction>> walks(int most) {
        Arbitrary<UserAction> first = Combinators.combine(
                        Arbitraries.frequency(
                                Tuple.of(8, Platform.KUBEVIRT),
                                Tuple.of(1, Platform.NONE),
                                Tuple.of(1, Platform.AGENT)),
                        upTo(3))
                .as(UserAction.CreateCluster::new);
        return Combinators.combine(first, actions().list().ofMinSize(1).ofMaxSize(most))
                .as((beginning, rest) -> {
                    List<UserAction> walk = new ArrayList<>();
                    walk.add(beginning);
                    walk.addAll(rest);
                    return walk;
                });
    }

    private static Arbitrary<UserAction> actions() {
        return Arbitraries.frequencyOf(
                Tuple.of(8, upTo(1800).map(UserAction.Wait::new)),
                Tuple.of(4, Arbitraries.just(new UserAction.Quiet())),
                Tuple.of(
                        4,
                        Combinators.combine(upTo(5), upTo(3), upgrades(), either())
                                .as(UserAction.CreatePool::new)),
                Tuple.of(3, Combinators.combine(upTo(5), upTo(4)).as(UserAction.ScalePool::new)),
                Tuple.of(1, Combinators.combine(upTo(5), upTo(2), upTo(3)).as(UserAction.AutoscalePool::new)),
                Tuple.of(3, Combinators.combine(upTo(5), upTo(4)).as(UserAction.UpgradePool::new)),
                Tuple.of(3, Combinators.combine(upTo(5), upTo(4)).as(UserAction.UpgradeCluster::new)),
                Tuple.of(2, Combinators.combine(upTo(5), upTo(3)).as(UserAction.ConfigurePool::new)),
                Tuple.of(1, Combinators.combine(upTo(5), upTo(3)).as(UserAction.LabelPool::new)),
                Tuple.of(2, Combinators.combine(upTo(5), upTo(3)).as(UserAction.ConfigureCluster::new)),
                Tuple.of(1, upTo(5).map(UserAction.PauseCluster::new)),
                Tuple.of(1, upTo(5).map(UserAction.ResumeCluster::new)),
                Tuple.of(1, upTo(5).map(UserAction.PausePool::new)),
                Tuple.of(1, upTo(5).map(UserAction.ResumePool::new)),
                Tuple.of(1, upTo(5).map(UserAction.DeleteCluster::new)),
                Tuple.of(2, upTo(5).map(UserAction.DeletePool::new)),
                Tuple.of(
                        3,
                        Combinators.combine(Arbitraries.of(Victim.class), upTo(50))
                                .as(UserAction.Kill::new)),
                Tuple.of(
                        5,
                        Combinators.combine(Arbitraries.of(Trouble.class), upTo(50))
                                .as(UserAction.Break::new)),
                Tuple.of(2, Arbitraries.just(new UserAction.MendAll())),
                Tuple.of(
                        1,
                        Combinators.combine(Arbitraries.of(Platform.class), upTo(3))
                                .as(UserAction.CreateCluster::new)));
    }

    private static Arbitrary<Upgrades> upgrades() {
        return Arbitraries.of(Upgrades.class);
    }
}
