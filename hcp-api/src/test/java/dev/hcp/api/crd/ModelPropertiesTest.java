package dev.hcp.api.crd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.model.ModelReader;
import dev.hcp.api.schema.Edition;
import dev.hcp.api.validation.schema.Pruning;
import dev.hcp.api.validation.schema.Schema;
import dev.hcp.api.validation.schema.SchemaCompiler;
import dev.hcp.api.validation.schema.Validation;
import io.fabric8.kubernetes.client.CustomResource;
import java.lang.reflect.ParameterizedType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every model and its definition, in both editions. */
class ModelPropertiesTest {
    /** The spec or status of a kind. */
    record Part(
            Class<? extends CustomResource<?, ?>> kind, Edition edition, String name, Class<? extends Model> model) {
        private static final Map<Part, Schema> COMPILED = new ConcurrentHashMap<>();

        JsonObject source() {
            return ReferenceCrds.storedVersion(Crds.of(kind, edition))
                    .object("schema", "openAPIV3Schema", "properties", name);
        }

        Schema schema() {
            return COMPILED.computeIfAbsent(this, part -> SchemaCompiler.compile(part.source()));
        }

        @Override
        public String toString() {
            return kind.getSimpleName() + "." + name + " " + edition.value();
        }
    }

    /** A document of a part. */
    record Sample(Part part, JsonObject document) {}

    static List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        for (Edition edition : Edition.values()) {
            for (Class<? extends CustomResource<?, ?>> kind : Crds.kinds(edition)) {
                var types = ((ParameterizedType) kind.getGenericSuperclass()).getActualTypeArguments();
                for (int i = 0; i < types.length; i++) {
                    if (types[i] instanceof Class<?> type && type.isAnnotationPresent(HcpModel.class)) {
                        parts.add(new Part(kind, edition, i == 0 ? "spec" : "status", type.asSubclass(Model.class)));
                    }
                }
            }
        }
        return parts;
    }

    @Property
    void a_document_of_a_newer_server_is_written_back_unchanged(@ForAll("documents") Sample sample) {
        Model model = ModelReader.read(sample.document(), sample.part().model());
        assertThat(Json.toTree(model)).isEqualTo(sample.document());
        assertThat(Json.parseObject(Json.serialization().asJson(model))).isEqualTo(sample.document());
    }

    @Property
    void what_a_model_writes_is_accepted_by_its_definition(@ForAll("validDocuments") Sample sample) {
        Model model = ModelReader.read(sample.document(), sample.part().model());
        JsonObject written = Json.toTree(model);
        List<String> unknown = new ArrayList<>();
        Pruning.decode(written, sample.part().schema(), unknown);
        assertThat(unknown).isEmpty();
        assertThat(Validation.ofValue(written, sample.part().schema())).isEmpty();
    }

    @Provide
    Arbitrary<Sample> documents() {
        return Arbitraries.of(parts()).flatMap(part -> Arbitraries.randomValue(
                        random -> Optional.ofNullable((JsonObject) new SchemaDocuments(random).make(part.source())))
                .filter(Optional::isPresent)
                .map(document -> new Sample(part, document.get())));
    }

    @Provide
    Arbitrary<Sample> validDocuments() {
        return Arbitraries.of(parts()).flatMap(part -> Arbitraries.randomValue(
                        random -> new ValidDocuments(random).make(part.source()).filter(document -> Validation.ofValue(
                                        document, part.schema())
                                .isEmpty()))
                .filter(10_000, Optional::isPresent)
                .map(document -> new Sample(part, document.get())));
    }
}
