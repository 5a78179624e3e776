package dev.hcp.reconcilers.nodepool;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The fields that a kind of configuration has: a misspelt one is refused rather than ignored. Immutable and thread-safe. */
final class KnownFields {
    private static final String COMMON = "apiVersion kind metadata(annotations creationTimestamp"
            + " deletionGracePeriodSeconds deletionTimestamp finalizers generateName generation labels managedFields name"
            + " namespace ownerReferences resourceVersion selfLink uid) ";

    /** Fields by name; no fields of their own for those whose content is not looked at. */
    private final Map<String, KnownFields> fields = new TreeMap<>();

    private KnownFields() {}

    /**
     * The fields of an object beside those that all have.
     *
     * @param notation names separated by spaces; in parentheses the fields of what is called so, also of each item of a
     *     list: {@code spec(cpu(reserved isolated) pages(size count)) status}
     */
    static KnownFields of(String notation) {
        List<KnownFields> open = new ArrayList<>(List.of(new KnownFields()));
        KnownFields last = open.get(0);
        for (String token : (COMMON + notation)
                .replace("(", " ( ")
                .replace(")", " ) ")
                .trim()
                .split("\\s+")) {
            if (token.equals("(")) {
                open.add(last);
            } else if (token.equals(")")) {
                open.remove(open.size() - 1);
            } else {
                last = new KnownFields();
                open.get(open.size() - 1).fields.put(token, last);
            }
        }
        return open.get(0);
    }

    /** @throws InvalidPoolException when an object has other fields; the message lists them */
    void check(JsonObject object) {
        List<String> unknown = new ArrayList<>();
        collect(object, "", unknown);
        if (!unknown.isEmpty()) {
            throw new InvalidPoolException(
                    "error decoding config: strict decoding error: " + String.join(", ", unknown));
        }
    }

    private void collect(@Nullable Object value, String path, List<String> unknown) {
        if (fields.isEmpty()) {
            return;
        }
        if (value instanceof JsonArray array) {
            for (int i = 0; i < array.size(); i++) {
                collect(array.get(i), path + "[" + i + "]", unknown);
            }
        } else if (value instanceof JsonObject object) {
            object.forEach((name, child) -> {
                String here = path.isEmpty() ? name : path + "." + name;
                KnownFields known = fields.get(name);
                if (known == null) {
                    unknown.add("unknown field \"" + here + "\"");
                } else {
                    known.collect(child, here, unknown);
                }
            });
        }
    }
}
