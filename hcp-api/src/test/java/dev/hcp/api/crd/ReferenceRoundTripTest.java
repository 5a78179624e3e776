package dev.hcp.api.crd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.crd.ReferenceCrds.KindInEdition;
import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.model.Model;
import dev.hcp.api.model.ModelReader;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("oracle")
class ReferenceRoundTripTest {
    private static final int DOCUMENTS = 100;

    static List<KindInEdition> kinds() {
        return ReferenceCrds.kinds();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void whatever_the_reference_schema_allows_is_written_back_unchanged(KindInEdition place) {
        JsonObject schema =
                ReferenceCrds.storedVersion(place.reference()).object("schema", "openAPIV3Schema", "properties");
        Type[] parts = ((ParameterizedType) place.kind().getGenericSuperclass()).getActualTypeArguments();
        for (int seed = 0; seed < DOCUMENTS; seed++) {
            unchanged(schema.object("spec"), parts[0], seed);
            if (parts[1] != Void.class) {
                unchanged(schema.object("status"), parts[1], seed);
            }
        }
    }

    private static void unchanged(JsonObject schema, Type type, long seed) {
        if (new SchemaDocuments(new Random(seed)).make(schema) instanceof JsonObject document) {
            Model model = ModelReader.read(document, ((Class<?>) type).asSubclass(Model.class));
            assertThat(Json.toTree(model)).as("seed %d", seed).isEqualTo(document);
        }
    }
}
