package dev.hcp.reconcilers.sizing;

import dev.hcp.api.hypershift.scheduling.ClusterSizingConfiguration;
import dev.hcp.api.hypershift.scheduling.SizeConfiguration;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.value.GoDuration;
import dev.hcp.platforms.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a ClusterSizingConfiguration says, its sizes from the smallest to the largest. Immutable. */
final class Sizes {
    /** The one name that a ClusterSizingConfiguration may have. */
    static final String NAME = "cluster";

    private static final Setting DELAY_OF_INCREASE = new Setting("transitionDelay", "increase", GoDuration.of("30s"));
    private static final Setting DELAY_OF_DECREASE = new Setting("transitionDelay", "decrease", GoDuration.of("10m"));
    private static final Setting WINDOW = new Setting("concurrency", "slidingWindow", GoDuration.of("10m"));
    private static final int LIMIT = 5;
    private static final long ALL = -1;

    private record Setting(String group, String name, GoDuration otherwise) {}

    /**
     * A size.
     *
     * @param name what clusters of it are labelled with
     * @param from the least number of nodes
     * @param to the greatest number of nodes
     */
    record Size(String name, long from, long to) {
        boolean fits(long nodes) {
            return from <= nodes && nodes <= to;
        }
    }

    private final JsonObject spec;
    private final List<Size> sizes;

    private Sizes(JsonObject spec) {
        this.spec = spec;
        List<Size> all = new ArrayList<>();
        for (Object item : spec.array("sizes")) {
            if (item instanceof JsonObject size && size.get("name") instanceof String name) {
                JsonObject criteria = size.object("criteria");
                all.add(new Size(name, criteria.integer(0, "from"), criteria.integer(Long.MAX_VALUE, "to")));
            }
        }
        all.sort(Comparator.comparingLong(Size::from));
        this.sizes = List.copyOf(all);
    }

    /** The sizes that HyperShift starts with: small up to 10 nodes, medium up to 100, large beyond. */
    static ClusterSizingConfiguration defaults() {
        return ClusterSizingConfiguration.builder()
                .name(NAME)
                .spec(spec -> spec.addSizes(size("small", 0, 10), size("medium", 11, 100), size("large", 101, null))
                        .transitionDelay(delay ->
                                delay.increase(DELAY_OF_INCREASE.otherwise()).decrease(DELAY_OF_DECREASE.otherwise()))
                        .concurrency(concurrency ->
                                concurrency.slidingWindow(WINDOW.otherwise()).limit(LIMIT)))
                .build();
    }

    private static SizeConfiguration size(String name, int from, @Nullable Integer to) {
        return SizeConfiguration.builder()
                .name(name)
                .criteria(nodes -> nodes.minimum(from).maximum(to))
                .build();
    }

    static Sizes of(JsonObject configuration) {
        return new Sizes(configuration.object("spec"));
    }

    /** Those of a management cluster, where there are any. */
    static Optional<Sizes> in(World world) {
        return world.tree(ClusterSizingConfiguration.class, "", NAME).map(Sizes::of);
    }

    /** Why clusters cannot be told their size by these, if so: each number of nodes must belong to one size. */
    Optional<String> problem() {
        long next = 0;
        for (Size size : sizes) {
            if (size.from() != next) {
                return Optional.of("size class " + size.name() + " starts at " + size.from() + " nodes, not at the "
                        + next + " that are next");
            }
            // Nothing comes after a size without an end.
            next = size.to() == Long.MAX_VALUE ? ALL : size.to() + 1;
        }
        if (next != ALL) {
            return Optional.of("no size class is for " + next + " nodes");
        }
        return Stream.of(DELAY_OF_INCREASE, DELAY_OF_DECREASE, WINDOW)
                .flatMap(setting -> text(setting).problem().stream())
                .findFirst();
    }

    /** The size for a number of nodes; there is one unless these have a {@link #problem()}. */
    Optional<Size> fitting(long nodes) {
        return sizes.stream().filter(size -> size.fits(nodes)).findFirst();
    }

    Optional<Size> named(String name) {
        return sizes.stream().filter(size -> size.name().equals(name)).findFirst();
    }

    /** How long a cluster wants to be larger before it is. */
    Duration delayOfIncrease() {
        return text(DELAY_OF_INCREASE).toDuration();
    }

    /** How long a cluster wants to be smaller before it is. */
    Duration delayOfDecrease() {
        return text(DELAY_OF_DECREASE).toDuration();
    }

    /** The time within which changes of size are counted. */
    Duration window() {
        return text(WINDOW).toDuration();
    }

    /** How many clusters may change their size within a window. */
    int limit() {
        return (int) spec.integer(LIMIT, "concurrency", "limit");
    }

    private GoDuration text(Setting setting) {
        String text = spec.text(setting.group(), setting.name());
        return text == null ? setting.otherwise() : GoDuration.of(text);
    }
}
