package dev.hcp.api.crd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.model.Model;
import dev.hcp.api.model.ModelReader;
import io.fabric8.kubernetes.client.CustomResource;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;

@Tag("oracle")
class ReferenceRoundTripTest {
    @Provide
    Arbitrary<Class<? extends CustomResource<?, ?>>> kinds() {
        return Arbitraries.of(Crds.kinds());
    }

    @Property(tries = 2000)
    void whatever_the_reference_schema_allows_is_written_back_unchanged(
            @ForAll("kinds") Class<? extends CustomResource<?, ?>> kind, @ForAll long seed) {
        JsonObject schema =
                ReferenceCrds.storedVersion(ReferenceCrds.of(kind)).object("schema", "openAPIV3Schema", "properties");
        Type[] parts = ((ParameterizedType) kind.getGenericSuperclass()).getActualTypeArguments();
        unchanged(schema.object("spec"), parts[0], seed);
        if (parts[1] != Void.class) {
            unchanged(schema.object("status"), parts[1], seed);
        }
    }

    private static void unchanged(JsonObject schema, Type type, long seed) {
        if (new SchemaDocuments(seed).make(schema) instanceof JsonObject document) {
            Model model = ModelReader.read(document, ((Class<?>) type).asSubclass(Model.class));
            assertThat(Json.toTree(model)).isEqualTo(document);
        }
    }
}
