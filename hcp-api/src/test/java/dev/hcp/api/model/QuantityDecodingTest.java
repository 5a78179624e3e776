package dev.hcp.api.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.hypershift.kubevirt.KubevirtCompute;
import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonObject;
import io.fabric8.kubernetes.api.model.Quantity;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class QuantityDecodingTest {
    @Test
    void a_quantity_is_typed() {
        assertThat(ModelReader.read(JsonObject.of("memory", "8Gi"), KubevirtCompute.class)
                        .getMemory())
                .isEqualTo(new Quantity("8Gi"));
    }

    @Property
    void any_text_in_its_place_is_written_back(@ForAll String text) {
        JsonObject tree = JsonObject.of("memory", text);
        KubevirtCompute compute = ModelReader.read(tree, KubevirtCompute.class);
        assertThat(Json.toTree(compute)).isEqualTo(tree);
        assertThat(compute)
                .isEqualTo(ModelReader.read(tree, KubevirtCompute.class))
                .hasSameHashCodeAs(compute);
    }
}
