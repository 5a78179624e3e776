package dev.hcp.api.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.crd.Crds;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.model.Model;
import dev.hcp.api.model.ModelShape;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.CustomResource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Manifests as people write them, in {@code src/test/resources/manifests}: one file per subject. */
class OwnManifestsTest {
    /** Kinds that controllers make; nobody writes manifests of them. */
    private static final Set<String> NOT_WRITTEN_BY_PEOPLE =
            Set.of("ClusterOperator", "HostedControlPlane", "AWSEndpointService");

    static Stream<JsonObject> manifests() {
        List<JsonObject> manifests = new ArrayList<>();
        try {
            URL directory = Objects.requireNonNull(OwnManifestsTest.class.getResource("/manifests"));
            try (Stream<Path> files = Files.list(Path.of(directory.toURI()))) {
                for (Path file : files.sorted().toList()) {
                    Yaml.documents(Files.readString(file)).forEach(manifest -> manifests.add((JsonObject) manifest));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
        return manifests.stream();
    }

    @ParameterizedTest
    @MethodSource("manifests")
    void a_manifest_is_written_back_unchanged(JsonObject manifest) {
        RoundTrips.check(manifest);
    }

    @ParameterizedTest
    @MethodSource("manifests")
    void a_manifest_has_the_version_of_its_definition(JsonObject manifest) {
        assertThat(manifest.text("apiVersion"))
                .isEqualTo(HasMetadata.getApiVersion(RoundTrips.kindOf(manifest).orElseThrow()));
    }

    @ParameterizedTest
    @MethodSource("manifests")
    void a_manifest_is_valid_and_nothing_of_it_is_pruned(JsonObject manifest) {
        assertThat(Validators.errors(manifest)).isEmpty();
        assertThat(Validators.unknownFields(manifest)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("manifests")
    void every_member_of_a_manifest_is_typed(JsonObject manifest) {
        CustomResource<?, ?> typed = RoundTrips.typed(manifest);
        assertTyped(typed.getSpec(), "spec");
        assertTyped(typed.getStatus(), "status");
    }

    @Test
    void there_is_a_manifest_of_every_kind_that_people_write() {
        Set<String> kinds = Crds.kinds().stream().map(HasMetadata::getKind).collect(Collectors.toSet());
        kinds.removeAll(NOT_WRITTEN_BY_PEOPLE);
        assertThat(manifests().map(manifest -> manifest.text("kind")).collect(Collectors.toSet()))
                .containsAll(kinds);
    }

    private static void assertTyped(@Nullable Object value, String path) {
        if (value instanceof Model model) {
            assertThat(model.getUnknownFields()).as(path).isEmpty();
            Class<?> type = Stream.of(model.getClass().getInterfaces())
                    .filter(Model.class::isAssignableFrom)
                    .findFirst()
                    .orElseThrow();
            for (ModelShape.Attribute attribute : ModelShape.of(type).attributes()) {
                try {
                    assertTyped(attribute.getter().invoke(model), path + "." + attribute.name());
                } catch (IllegalAccessException | InvocationTargetException e) {
                    throw new IllegalStateException(e);
                }
            }
        } else if (value instanceof Collection<?> items) {
            items.forEach(item -> assertTyped(item, path + "[]"));
        } else if (value instanceof Map<?, ?> map && !(value instanceof JsonObject)) {
            map.values().forEach(item -> assertTyped(item, path + "{}"));
        }
    }
}
