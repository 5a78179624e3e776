package dev.hcp.samples.cli;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.json.Yaml;
import dev.hcp.api.json.YamlSyntaxException;
import io.fabric8.kubernetes.client.Config;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Several kubeconfigs as one, as {@code kubectl} takes those of {@code KUBECONFIG}: of clusters, users and contexts of the
 * same name the first counts, and the first file that has a current context chooses it.
 */
final class KubeconfigFiles {
    /** Fields of clusters and users that name files, relative to the kubeconfig they are in. */
    private static final List<String> FILES =
            List.of("certificate-authority", "client-certificate", "client-key", "tokenFile");

    private KubeconfigFiles() {}

    /** What several files together say; they all exist. */
    static Config merged(List<Path> files) {
        List<JsonObject> parts = new ArrayList<>();
        files.forEach(file -> parts.add(read(file)));
        JsonObject whole = JsonObject.of(
                "apiVersion",
                "v1",
                "kind",
                "Config",
                "clusters",
                named(parts, "clusters"),
                "contexts",
                named(parts, "contexts"),
                "users",
                named(parts, "users"));
        for (JsonObject part : parts) {
            String current = part.text("current-context");
            if (current != null && !current.isEmpty()) {
                return Config.fromKubeconfig(Yaml.write(whole.with("current-context", current)));
            }
        }
        throw new UsageException("none of the kubeconfigs " + files + " has a current-context; choose one with 'kubectl"
                + " config use-context NAME'");
    }

    private static JsonArray named(List<JsonObject> parts, String list) {
        List<Object> items = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (JsonObject part : parts) {
            for (Object item : part.array(list)) {
                if (item instanceof JsonObject object && names.add(String.valueOf(object.text("name")))) {
                    items.add(object);
                }
            }
        }
        return JsonArray.copyOf(items);
    }

    private static JsonObject read(Path file) {
        String name = "kubeconfig " + file;
        try {
            Object content = Yaml.parse(InputFile.read("kubeconfig", file), new ArrayList<>());
            if (content instanceof JsonObject config) {
                Path directory = file.toAbsolutePath().resolveSibling("");
                return config.with("clusters", absolute(config.array("clusters"), "cluster", directory))
                        .with("users", absolute(config.array("users"), "user", directory));
            }
            throw new UsageException("cannot read " + name + ": it is not a kubeconfig");
        } catch (YamlSyntaxException e) {
            throw new UsageException("cannot read " + name + ": " + e.getMessage());
        }
    }

    private static JsonArray absolute(JsonArray items, String part, Path directory) {
        List<Object> result = new ArrayList<>();
        for (Object item : items) {
            if (item instanceof JsonObject object) {
                JsonObject absolute = object;
                for (String field : FILES) {
                    String path = object.text(part, field);
                    if (path != null && !path.isEmpty()) {
                        absolute = absolute.withAt(directory.resolve(path).toString(), part, field);
                    }
                }
                String command = object.text(part, "exec", "command");
                if (command != null && command.contains("/")) {
                    absolute = absolute.withAt(directory.resolve(command).toString(), part, "exec", "command");
                }
                result.add(absolute);
            }
        }
        return JsonArray.copyOf(result);
    }
}
