package dev.hcp.samples.cli;

import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.json.Yaml;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.function.Supplier;

/** Prints results in the format that was asked for. */
final class Printed {
    private Printed() {}

    /** An object, or a sentence about it for people. */
    static void result(Session session, HasMetadata object, String sentence) {
        either(session, () -> sentence, () -> Json.toTree(object));
    }

    /** A record, as it speaks of itself or with all its parts. */
    static void result(Session session, Record value) {
        either(session, value::toString, () -> RecordTree.of(value));
    }

    /** A text for people, or a tree for programs; only the one that is printed is made. */
    static void either(Session session, Supplier<String> text, Supplier<JsonObject> tree) {
        switch (session.output()) {
            case TABLE -> session.streams().out().println(text.get());
            case YAML -> session.streams().out().print(Yaml.write(tree.get()));
            case JSON -> session.streams().out().println(Json.write(tree.get()));
        }
    }
}
