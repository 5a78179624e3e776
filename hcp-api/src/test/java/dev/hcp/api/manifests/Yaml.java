package dev.hcp.api.manifests;

import dev.hcp.api.json.Json;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Reads files with several YAML documents. */
final class Yaml {
    private Yaml() {}

    /** The documents, as immutable trees; of members that a file repeats, as one of the test suites does, the last. */
    static List<@Nullable Object> documents(String text) {
        List<@Nullable Object> documents = new ArrayList<>();
        LoadSettings settings =
                LoadSettings.builder().setAllowDuplicateKeys(true).build();
        new Load(settings).loadAllFromString(text).forEach(document -> documents.add(Json.freeze(document)));
        return documents;
    }
}
