package dev.hcp.simulator.cli;

import dev.hcp.api.HcpException;
import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Finds custom resource definitions in files. */
final class DefinitionFiles {
    private DefinitionFiles() {}

    /**
     * The definitions in the YAML and JSON files below directories (or in files named directly). Other objects are passed
     * over; of two definitions with one name the later replaces the earlier.
     *
     * @throws HcpException when a directory cannot be read or has no definition, or a file is malformed
     */
    static List<JsonObject> read(List<Path> directories) {
        Map<String, JsonObject> byName = new LinkedHashMap<>();
        for (Path directory : directories) {
            List<JsonObject> found = filesBelow(directory).parallelStream()
                    .map(DefinitionFiles::definitionsIn)
                    .flatMap(Collection::stream)
                    .toList();
            if (found.isEmpty()) {
                throw new HcpException(
                        "no CustomResourceDefinition in the .yaml, .yml and .json files below " + directory);
            }
            for (JsonObject definition : found) {
                byName.put(String.valueOf(definition.text("metadata", "name")), definition);
            }
        }
        return List.copyOf(byName.values());
    }

    private static List<Path> filesBelow(Path directory) {
        try (Stream<Path> paths = Files.walk(directory)) {
            return paths.filter(Files::isRegularFile)
                    .filter(path -> path.toString().matches(".*\\.(ya?ml|json)"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw unreadable(directory, e);
        } catch (UncheckedIOException e) {
            throw unreadable(directory, e.getCause());
        }
    }

    private static List<JsonObject> definitionsIn(Path file) {
        List<JsonObject> definitions = new ArrayList<>();
        LoadSettings settings =
                LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).build();
        try {
            for (Object document : new Load(settings).loadAllFromString(Files.readString(file))) {
                if (document instanceof Map<?, ?>
                        && Json.freeze(document) instanceof JsonObject object
                        && "CustomResourceDefinition".equals(object.text("kind"))) {
                    definitions.add(object);
                }
            }
        } catch (IOException e) {
            throw unreadable(file, e);
        } catch (YamlEngineException | IllegalArgumentException e) {
            throw new HcpException("cannot read " + file + ": it is not YAML or JSON: " + e.getMessage(), e);
        }
        return definitions;
    }

    private static HcpException unreadable(Path path, @Nullable IOException failure) {
        return new HcpException("cannot read " + path + ": " + Reasons.of(failure), failure);
    }
}
