package dev.hcp.reconcilers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.JsonObject;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Namespace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SupportedVersionsTest {
    private final WorldFixture world = new WorldFixture();
    private final SupportedVersions reconciler = new SupportedVersions();

    @BeforeEach
    void a_namespace_of_the_operator_and_another() {
        for (String name : new String[] {"hypershift", "other"}) {
            world.store.create(
                    JsonObject.of("apiVersion", "v1", "kind", "Namespace", "metadata", JsonObject.of("name", name)));
        }
    }

    @Test
    void what_the_operator_supports_is_told_in_its_namespace() {
        world.pass(reconciler, "", "hypershift");

        JsonObject told = world.existing(ConfigMap.class, "hypershift", "supported-versions");
        assertThat(told.text("data", "supported-versions"))
                .isEqualTo("{\"versions\":[\"4.17\",\"4.16\",\"4.15\",\"4.14\"]}");
        assertThat(told.text("data", "server-version")).isEqualTo("4.17");
        assertThat(told.text("metadata", "labels", "hypershift.openshift.io/supported-versions"))
                .isEqualTo("true");
        assertThat(world.pass(reconciler, "", "hypershift").map(Plan::isEmpty)).contains(true);
    }

    @Test
    void what_somebody_else_writes_there_is_put_right() {
        world.pass(reconciler, "", "hypershift");
        world.store.patch(
                PlainStore.kindOf(ConfigMap.class),
                new ObjectKey("hypershift", "supported-versions"),
                JsonObject.of("data", JsonObject.of("supported-versions", "none")));
        world.pass(reconciler, "", "hypershift");

        assertThat(world.existing(ConfigMap.class, "hypershift", "supported-versions")
                        .text("data", "supported-versions"))
                .contains("4.17");
    }

    @Test
    void other_namespaces_do_not_concern_it() {
        assertThat(world.pass(reconciler, "", "other")).contains(Plan.NOTHING);
        assertThat(world.list(Namespace.class, "")).hasSize(2);
    }
}
