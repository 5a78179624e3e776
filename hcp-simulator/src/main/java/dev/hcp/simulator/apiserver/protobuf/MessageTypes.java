package dev.hcp.simulator.apiserver.protobuf;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The message types of the built-in kinds. The types of an API group are read when the first of them is asked for. */
final class MessageTypes {
    private static final String META = "meta.v1";

    /** The file of each group and version. */
    private static final Map<String, String> FILES = files();

    /** Kinds of the server itself, which the core group shows, not always with its version. */
    private static final Set<String> UNVERSIONED =
            Set.of("Status", "APIVersions", "APIGroupList", "APIGroup", "APIResourceList");

    private static final Map<String, FieldFile> READ = new ConcurrentHashMap<>();

    private MessageTypes() {}

    private static Map<String, String> files() {
        Map<String, String> files = new TreeMap<>(Map.of(
                "v1", "core.v1",
                "meta.k8s.io/v1", META,
                "meta.k8s.io/v1beta1", META,
                "autoscaling/v2", "autoscaling.v2",
                "flowcontrol.apiserver.k8s.io/v1", "flowcontrol.v1"));
        for (String group : Set.of("apps", "autoscaling", "batch", "policy")) {
            files.put(group + "/v1", group + ".v1");
        }
        for (String group : Set.of(
                "admissionregistration",
                "apiextensions",
                "apiregistration",
                "authentication",
                "certificates",
                "coordination",
                "discovery",
                "events",
                "networking",
                "node",
                "scheduling",
                "storage")) {
            files.put(group + ".k8s.io/v1", group + ".v1");
        }
        for (String group : Set.of("authorization", "rbac")) {
            files.put((group.equals("rbac") ? "rbac.authorization" : group) + ".k8s.io/v1", group + ".v1");
        }
        return files;
    }

    /** The versions whose kinds are known. */
    static Set<String> apiVersions() {
        return FILES.keySet();
    }

    /** The type of a kind's objects; null when there is no such built-in kind. */
    static @Nullable MessageType ofKind(String apiVersion, String kind) {
        boolean unversioned = UNVERSIONED.contains(kind) && (apiVersion.isEmpty() || apiVersion.equals("v1"));
        if (unversioned || kind.equals("DeleteOptions")) {
            return type(META, kind);
        }
        String file = FILES.get(apiVersion);
        MessageType found = file == null ? null : type(file, kind);
        return found != null && found.isKind() ? found : null;
    }

    /** All types of a group and version, by name. */
    static Map<String, MessageType> of(String apiVersion) {
        return file(Objects.requireNonNull(FILES.get(apiVersion), apiVersion)).types();
    }

    private static @Nullable MessageType type(String file, String name) {
        return file(file).types().get(name);
    }

    private static FieldFile file(String name) {
        FieldFile known = READ.get(name);
        return known == null ? readOnce(name) : known;
    }

    private static synchronized FieldFile readOnce(String name) {
        FieldFile known = READ.get(name);
        if (known == null) {
            known = FieldFile.read(name);
            // Groups refer to others, never in a circle.
            known.define(MessageTypes::elsewhere);
            READ.put(name, known);
        }
        return known;
    }

    private static MessageType elsewhere(String qualified) {
        int dot = qualified.lastIndexOf('.');
        return Objects.requireNonNull(type(qualified.substring(0, dot), qualified.substring(dot + 1)), qualified);
    }
}
