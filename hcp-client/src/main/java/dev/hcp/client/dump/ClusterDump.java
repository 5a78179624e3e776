package dev.hcp.client.dump;

import dev.hcp.api.HcpException;
import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.json.Yaml;
import dev.hcp.client.status.ApiObjects;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What there is of a hosted cluster, on both sides, as files (documentation 12.1): below {@code management} the nodes of the
 * management cluster, and all objects and logs of the namespaces that matter; below {@code hosted} all objects and logs of
 * the hosted cluster. Objects of a kind are one YAML list. Secrets are left out, and what else is secret is removed from
 * where it stands. Only the owner can read the files.
 *
 * @param directory where the files are
 * @param files all files, in the order in which they were written
 * @param problems what could not be read, and why; also in the file {@code problems.txt}
 */
public record ClusterDump(Path directory, List<Path> files, List<String> problems) {
    private static final Set<String> CLUSTER_WIDE = Set.of("nodes", "storageclasses", "persistentvolumes");
    private static final Set<String> SECRET =
            Set.of("secrets", "oauthaccesstokens", "oauthauthorizetokens", "useroauthaccesstokens");

    /** Copies the lists. */
    public ClusterDump {
        files = List.copyOf(files);
        problems = List.copyOf(problems);
    }

    /**
     * Writes a dump.
     *
     * @param directory does not exist yet, or is empty
     * @param namespaces namespaces of the management cluster that matter; those that do not exist are left out
     * @param hosted the hosted cluster, if it answers
     * @param summary what to write into {@code status.txt}
     * @throws HcpException when files cannot be written; what cannot be read is a problem that the dump tells
     */
    public static ClusterDump write(
            Path directory,
            ApiObjects management,
            List<String> namespaces,
            Optional<ApiObjects> hosted,
            String summary) {
        DumpFiles files = DumpFiles.in(directory);
        Writer writer = new Writer(files);
        files.write("status.txt", Redaction.of(summary) + "\n");
        writer.management(management, namespaces);
        hosted.ifPresent(writer::hosted);
        if (!writer.problems.isEmpty()) {
            files.write("problems.txt", String.join("\n", writer.problems) + "\n");
        }
        return new ClusterDump(directory, files.written(), writer.problems);
    }

    private static final class Writer {
        final DumpFiles files;
        final List<String> problems = new ArrayList<>();

        Writer(DumpFiles files) {
            this.files = files;
        }

        void management(ApiObjects api, List<String> namespaces) {
            List<ApiKinds.Kind> kinds = kinds(api);
            for (ApiKinds.Kind kind : kinds) {
                if (!kind.namespaced() && CLUSTER_WIDE.contains(kind.plural())) {
                    objects(api, kind, "", "management/cluster-scoped-resources/");
                }
            }
            for (String namespace : namespaces) {
                String path = "/api/v1/namespaces/" + namespace;
                Optional<JsonObject> found = attempt(path, () -> api.get(path));
                if (found != null && found.isEmpty()) {
                    continue;
                }
                for (ApiKinds.Kind kind : kinds) {
                    if (kind.namespaced()) {
                        objects(api, kind, namespace, "management/namespaces/" + namespace + "/");
                    }
                }
                logs(api, "/api/v1/namespaces/" + namespace + "/pods", "management/");
            }
        }

        void hosted(ApiObjects api) {
            for (ApiKinds.Kind kind : kinds(api)) {
                objects(
                        api,
                        kind,
                        "",
                        kind.namespaced() ? "hosted/namespaces/all/" : "hosted/cluster-scoped-resources/");
            }
            logs(api, "/api/v1/pods", "hosted/");
        }

        private List<ApiKinds.Kind> kinds(ApiObjects api) {
            List<ApiKinds.Kind> kinds = new ArrayList<>();
            for (String path : ApiKinds.PATHS_OF_GROUPS) {
                List<String> groups = attempt(path, () -> ApiKinds.groupVersions(api, path));
                for (String groupVersion : groups == null ? List.<String>of() : groups) {
                    List<ApiKinds.Kind> found = attempt(groupVersion, () -> ApiKinds.of(api, groupVersion));
                    kinds.addAll(found == null ? List.of() : found);
                }
            }
            return kinds;
        }

        private void objects(ApiObjects api, ApiKinds.Kind kind, String namespace, String directory) {
            if (SECRET.contains(kind.plural())) {
                return;
            }
            List<JsonObject> found = attempt(kind.path(namespace), () -> api.list(kind.path(namespace)));
            if (found != null && !found.isEmpty()) {
                List<Object> items = new ArrayList<>();
                for (JsonObject object : found) {
                    items.add(Redaction.of(object)
                            .withoutAt("metadata", "managedFields")
                            .with("apiVersion", kind.groupVersion())
                            .with("kind", kind.name()));
                }
                JsonObject list = JsonObject.of("apiVersion", "v1", "items", JsonArray.copyOf(items), "kind", "List");
                files.write(directory + kind.directory() + "/" + kind.plural() + ".yaml", Yaml.write(list));
            }
        }

        private void logs(ApiObjects api, String pods, String directory) {
            List<JsonObject> found = attempt(pods, () -> api.list(pods));
            for (JsonObject pod : found == null ? List.<JsonObject>of() : found) {
                for (String kind : List.of("initContainerStatuses", "containerStatuses")) {
                    JsonArray statuses = pod.array("status", kind);
                    for (int i = 0; i < statuses.size(); i++) {
                        log(api, pod, statuses.object(i), directory, false);
                        if (statuses.object(i).integer(0, "restartCount") > 0) {
                            log(api, pod, statuses.object(i), directory, true);
                        }
                    }
                }
            }
        }

        private void log(ApiObjects api, JsonObject pod, JsonObject container, String directory, boolean previous) {
            String namespace = pod.text("metadata", "namespace");
            String name = pod.text("metadata", "name");
            String path = "/api/v1/namespaces/" + namespace + "/pods/" + name + "/log?container="
                    + container.text("name") + (previous ? "&previous=true" : "");
            Optional<String> text = attempt(path, () -> api.text(path));
            if (text != null && text.isPresent() && !text.get().isEmpty()) {
                files.write(
                        directory + "namespaces/" + namespace + "/pods/" + name + "/" + container.text("name")
                                + (previous ? "-previous" : "") + ".log",
                        Redaction.of(text.get()));
            }
        }

        /** One thing that cannot be read does not keep the others from being told. */
        private <T> @Nullable T attempt(String path, Supplier<T> call) {
            try {
                return call.get();
            } catch (KubernetesClientException e) {
                problems.add(path + ": " + e.getMessage());
                return null;
            }
        }
    }
}
