package dev.hcp.reconcilers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonObject;
import dev.hcp.platforms.KeyMaterial;
import dev.hcp.platforms.ManagementCluster;
import dev.hcp.platforms.ReleaseCatalogue;
import dev.hcp.platforms.World;
import io.fabric8.kubernetes.api.model.ConfigMap;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class QuietPassesTest {
    private static final ObjectKey PRIMARY = new ObjectKey("ns", "primary");

    private final PlainStore store = new PlainStore();
    private final World world = new StoreWorld(store);
    private final QuietPasses passes = new QuietPasses();

    private void map(String name, String value) {
        JsonObject map = Json.parseObject("{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\",\"metadata\":{\"name\":\""
                + name + "\",\"namespace\":\"ns\"},\"data\":{\"a\":\"" + value + "\",\"b\":\"x\"}}");
        ObjectKey key = new ObjectKey("ns", name);
        if (store.tree("/ConfigMap", key).isPresent()) {
            store.patch("/ConfigMap", key, map);
        } else {
            store.create(map);
        }
    }

    private QuietPasses.Reads reading(String name) {
        QuietPasses.Reads reads = new QuietPasses.Reads(world);
        reads.tree(ConfigMap.class, "ns", name);
        return reads;
    }

    @Test
    void a_pass_that_never_ran_is_not_quiet() {
        assertThat(passes.stillQuiet(PRIMARY, world)).isFalse();
    }

    @Test
    void while_nothing_it_read_changes_a_quiet_pass_stays_quiet() {
        map("one", "1");
        passes.after(PRIMARY, reading("one"), Plan.NOTHING);
        map("two", "1");
        assertThat(passes.stillQuiet(PRIMARY, world)).isTrue();
        map("one", "2");
        assertThat(passes.stillQuiet(PRIMARY, world)).isFalse();
    }

    @Test
    void an_object_that_was_missed_counts_when_it_appears() {
        passes.after(PRIMARY, reading("one"), Plan.NOTHING);
        assertThat(passes.stillQuiet(PRIMARY, world)).isTrue();
        map("one", "1");
        assertThat(passes.stillQuiet(PRIMARY, world)).isFalse();
    }

    @Test
    void a_list_changes_with_its_members() {
        map("one", "1");
        QuietPasses.Reads reads = new QuietPasses.Reads(world);
        reads.list(ConfigMap.class, "ns");
        passes.after(PRIMARY, reads, Plan.NOTHING);
        assertThat(passes.stillQuiet(PRIMARY, world)).isTrue();
        map("two", "1");
        assertThat(passes.stillQuiet(PRIMARY, world)).isFalse();
    }

    @Test
    void changes_of_parts_that_do_not_count_are_passed_over() {
        map("one", "1");
        QuietPasses.Reads reads = new QuietPasses.Reads(world);
        reads.only(ConfigMap.class, "ns", "one", tree -> String.valueOf(tree.at("data", "b")));
        reads.tree(ConfigMap.class, "ns", "one");
        passes.after(PRIMARY, reads, Plan.NOTHING);
        map("one", "2");
        assertThat(passes.stillQuiet(PRIMARY, world)).isTrue();
    }

    @Test
    void a_pass_that_wants_to_run_again_is_not_remembered() {
        map("one", "1");
        Plan later = new Plan(List.of(), Optional.of(Duration.ofMinutes(1)), Optional.empty());
        passes.after(PRIMARY, reading("one"), later);
        assertThat(passes.stillQuiet(PRIMARY, world)).isFalse();
    }

    private record StoreWorld(PlainStore store) implements StoredWorld {
        @Override
        public Instant now() {
            return Instant.EPOCH;
        }

        @Override
        public ReleaseCatalogue releases() {
            throw new UnsupportedOperationException();
        }

        @Override
        public KeyMaterial keyMaterial() {
            throw new UnsupportedOperationException();
        }

        @Override
        public ManagementCluster managementCluster() {
            throw new UnsupportedOperationException();
        }
    }

    @Test
    void what_is_read_in_a_hosted_cluster_counts_and_so_does_whether_its_api_server_answers() {
        WorldFixture two = new WorldFixture();
        passes.after(PRIMARY, readingWithin(two), Plan.NOTHING);
        assertThat(passes.stillQuiet(PRIMARY, two)).isTrue();

        two.hostedApisAnswer(true);
        assertThat(passes.stillQuiet(PRIMARY, two)).isFalse();

        passes.after(PRIMARY, readingWithin(two), Plan.NOTHING);
        assertThat(passes.stillQuiet(PRIMARY, two)).isTrue();
        two.store
                .hosted("clusters-demo")
                .create(Json.parseObject("{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\","
                        + "\"metadata\":{\"name\":\"one\",\"namespace\":\"ns\"}}"));
        assertThat(passes.stillQuiet(PRIMARY, two)).isFalse();

        passes.after(PRIMARY, readingWithin(two), Plan.NOTHING);
        two.hostedApisAnswer(false);
        assertThat(passes.stillQuiet(PRIMARY, two)).isFalse();
    }

    private static QuietPasses.Reads readingWithin(World world) {
        QuietPasses.Reads reads = new QuietPasses.Reads(world);
        reads.hosted("clusters-demo").ifPresent(inside -> inside.tree(ConfigMap.class, "ns", "one"));
        return reads;
    }
}
