package dev.hcp.samples.cli;

import dev.hcp.api.json.Json;
import dev.hcp.api.json.Yaml;
import io.fabric8.kubernetes.api.model.HasMetadata;

/** Prints results in the format that was asked for. */
final class Printed {
    private Printed() {}

    /** An object, or a sentence about it for people. */
    static void result(Session session, HasMetadata object, String sentence) {
        switch (session.output()) {
            case TABLE -> session.streams().out().println(sentence);
            case YAML -> session.streams().out().print(Yaml.write(Json.toTree(object)));
            case JSON -> session.streams().out().println(Json.write(Json.toTree(object)));
        }
    }
}
