package dev.hcp.client;

import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.client.ResourceDiff.Change;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Compares objects with what the management cluster would make of them, which it tells in a dry run. */
final class Diffs {
    /** Parts of the metadata that the server keeps for itself. */
    private static final List<String> BOOKKEEPING =
            List.of("managedFields", "resourceVersion", "generation", "uid", "creationTimestamp");

    private Diffs() {}

    static List<ResourceDiff> of(KubernetesClient kubernetes, List<HasMetadata> wanted) {
        return wanted.stream().map(object -> of(kubernetes, object)).toList();
    }

    private static ResourceDiff of(KubernetesClient kubernetes, HasMetadata wanted) {
        String name = wanted.getMetadata().getName();
        String what = wanted.getKind() + " " + name;
        HasMetadata live = Failures.explain(
                "read " + what, () -> kubernetes.resource(wanted).get());
        if (live == null) {
            return diff(wanted, Change.NEW, List.of());
        }
        HasMetadata result = Failures.explain(
                "try out " + what, () -> kubernetes.resource(wanted).patch(Patches.TRY));
        List<String> fields = new ArrayList<>();
        compare(own(live), own(result), "", wanted.getKind().equals("Secret"), fields);
        return diff(wanted, fields.isEmpty() ? Change.SAME : Change.CHANGED, fields);
    }

    private static ResourceDiff diff(HasMetadata object, Change change, List<String> fields) {
        String namespace = object.getMetadata().getNamespace();
        return new ResourceDiff(
                object.getKind(),
                namespace == null ? "" : namespace,
                object.getMetadata().getName(),
                change,
                fields);
    }

    private static JsonObject own(HasMetadata object) {
        JsonObject tree = Json.toTree(object).without("status");
        for (String field : BOOKKEEPING) {
            tree = tree.withoutAt("metadata", field);
        }
        return tree;
    }

    private static void compare(
            @Nullable Object before, @Nullable Object after, String path, boolean secret, List<String> fields) {
        if (before instanceof JsonObject one && after instanceof JsonObject other) {
            Set<String> keys = new TreeSet<>(one.keySet());
            keys.addAll(other.keySet());
            for (String key : keys) {
                compare(one.get(key), other.get(key), path.isEmpty() ? key : path + "." + key, secret, fields);
            }
        } else if (before instanceof JsonArray one && after instanceof JsonArray other && one.size() == other.size()) {
            for (int i = 0; i < one.size(); i++) {
                compare(one.get(i), other.get(i), path + "[" + i + "]", secret, fields);
            }
        } else if (!Objects.equals(before, after)) {
            boolean hidden = secret && (path.startsWith("data") || path.startsWith("stringData"));
            fields.add(path + ": " + (hidden ? "differs (not shown)" : text(before) + " -> " + text(after)));
        }
    }

    private static String text(@Nullable Object value) {
        return value == null ? "(none)" : Json.write(value);
    }
}
