package dev.hcp.api.crd.generator;

import dev.hcp.api.crd.Crds;
import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.schema.Edition;
import io.fabric8.kubernetes.client.CustomResource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes every definition of every edition twice: YAML for people and tools, JSON for {@link Crds}, which is read ten times
 * as fast.
 */
public final class CrdFiles {
    private CrdFiles() {}

    /**
     * @param arguments the directory that gets a directory for each edition; the sources of the models
     */
    public static void main(String[] arguments) throws IOException {
        Descriptions descriptions = Descriptions.ofSources(Path.of(arguments[1]));
        for (Edition edition : Edition.values()) {
            Path directory = Files.createDirectories(Path.of(arguments[0], edition.value()));
            for (Class<? extends CustomResource<?, ?>> kind : Crds.kinds(edition)) {
                JsonObject definition = Definition.of(kind, edition, descriptions);
                String name = CustomResource.getCRDName(kind);
                Files.write(directory.resolve(name + ".json"), Json.writeBytes(definition));
                Files.writeString(
                        directory.resolve(name + ".yaml"), Json.serialization().asYaml(definition));
            }
        }
    }
}
