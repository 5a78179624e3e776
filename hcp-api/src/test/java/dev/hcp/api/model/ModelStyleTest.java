package dev.hcp.api.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.schema.Edition;
import io.fabric8.kubernetes.client.CustomResource;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules that every model type keeps, checked on every model type. */
class ModelStyleTest {
    static Stream<Class<?>> models() {
        return Models.all().stream();
    }

    static Stream<Class<? extends CustomResource<?, ?>>> kinds() {
        return Models.kinds().stream();
    }

    @ParameterizedTest
    @MethodSource("models")
    void every_model_has_the_style(Class<?> type) {
        assertThat(type).hasAnnotation(HcpModel.class);
        assertThat(ModelShape.isModel(type)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("models")
    void a_model_is_read_from_an_empty_object_and_keeps_what_it_does_not_know(Class<?> type) {
        JsonObject tree =
                JsonObject.of("aMemberFromTheFuture", JsonObject.of("deep", List.of(1L, "x")), "another", null);
        Model model = (Model) ModelShape.of(type).read(tree);
        assertThat(model.getUnknownFields()).isEqualTo(tree);
        assertThat(Json.toTree(model)).isEqualTo(tree);
    }

    @ParameterizedTest
    @MethodSource("models")
    void wrong_shapes_do_not_throw_and_are_written_back(Class<?> type) {
        for (Object odd : Arrays.asList(
                JsonObject.of("x", 1), List.of(List.of("a")), "odd", 7.5, true, List.of(), JsonObject.EMPTY)) {
            JsonObject.Builder tree = JsonObject.builder(8);
            ModelShape.of(type).attributes().forEach(attribute -> tree.put(attribute.name(), odd));
            JsonObject built = tree.build();
            assertThat(Json.toTree(ModelShape.of(type).read(built))).isEqualTo(built);
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void attributes_are_nullable_objects_or_collections_left_out_when_empty(Class<?> type) {
        for (Method getter : type.getDeclaredMethods()) {
            if (!Modifier.isAbstract(getter.getModifiers())) {
                continue;
            }
            Class<?> returned = getter.getReturnType();
            assertThat(returned).as(getter.toString()).isNotEqualTo(Optional.class);
            assertThat(returned.isPrimitive()).as(getter.toString()).isFalse();
            assertThat(returned.isEnum()).as(getter.toString()).isFalse();
            assertThat(getter.getName()).startsWith("get");
            if (getter.isAnnotationPresent(JsonProperty.class)) {
                assertThat(NamedInJson.class)
                        .as("%s has names of its own", type)
                        .isAssignableFrom(type);
            }
            boolean nullable = getter.getAnnotatedReturnType().isAnnotationPresent(Nullable.class);
            boolean collection = returned == List.class || returned == Map.class;
            assertThat(nullable || collection).as("%s is nullable", getter).isTrue();
            assertThat(Collection.class.isAssignableFrom(returned) && returned != List.class)
                    .as("%s is a List if a collection", getter)
                    .isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void every_fact_holds_in_an_edition_that_has_the_member(Class<?> type) throws ReflectiveOperationException {
        for (ModelShape.Attribute attribute : ModelShape.of(type).attributes()) {
            List<Edition> editions = Arrays.stream(Edition.values())
                    .filter(edition -> edition.has(attribute.getter()))
                    .toList();
            assertThat(editions).as(attribute.getter().toString()).isNotEmpty();
            for (Annotation fact : attribute.getter().getAnnotations()) {
                if (fact.annotationType().getPackage() == Edition.class.getPackage()
                        && Arrays.stream(fact.annotationType().getMethods())
                                .anyMatch(method -> method.getName().equals("since"))) {
                    Edition since =
                            (Edition) fact.annotationType().getMethod("since").invoke(fact);
                    Edition until =
                            (Edition) fact.annotationType().getMethod("until").invoke(fact);
                    assertThat(editions)
                            .as("%s on %s", fact, attribute.getter())
                            .anyMatch(edition -> edition.isWithin(since, until));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void a_kind_has_a_model_as_spec(Class<? extends CustomResource<?, ?>> kind) {
        ParameterizedType envelope = (ParameterizedType) kind.getGenericSuperclass();
        assertThat((Class<?>) envelope.getActualTypeArguments()[0]).hasAnnotation(HcpModel.class);
    }
}
