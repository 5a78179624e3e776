package dev.hcp.api.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.testing.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The objects in what was recorded of the reference: rendered files, behaviour, requests and test suites. */
@Tag("oracle")
class RecordedObjectsTest {
    @ParameterizedTest
    @CsvSource({"hcp-render, 30", "aws, 2", "behaviour, 100", "apiserver-transcripts, 20", "crd-suites, 20"})
    void recorded_objects_are_written_back_unchanged(String directory, int atLeast) throws IOException {
        List<JsonObject> objects = new ArrayList<>();
        for (String suffix : List.of(".yaml", ".json")) {
            for (Path file : Shared.files("golden/" + directory, suffix)) {
                Yaml.documents(Files.readString(file)).forEach(document -> collect(document, objects));
            }
        }
        assertThat(objects).hasSizeGreaterThanOrEqualTo(atLeast);
        objects.forEach(RoundTrips::check);
    }

    private static void collect(@Nullable Object value, List<JsonObject> objects) {
        if (value instanceof JsonObject tree) {
            if (tree.containsKey("spec") && RoundTrips.kindOf(tree).isPresent()) {
                objects.add(tree);
            }
            tree.values().forEach(member -> collect(member, objects));
        } else if (value instanceof JsonArray items) {
            items.forEach(item -> collect(item, objects));
        } else if (value instanceof String text && text.contains("apiVersion: ") && text.contains("\nkind: ")) {
            Yaml.documents(text).forEach(document -> collect(document, objects));
        }
    }
}
