package dev.hcp.simulator.apiserver.kinds;

import static dev.hcp.simulator.apiserver.kinds.Trees.text;

import dev.hcp.api.json.JsonObject;
import dev.hcp.api.validation.schema.FieldError;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The volumes of pods, and where containers mount them. */
final class VolumeChecks {
    private static final long MOST_MODE = 0777;
    private static final List<String> HOST_PATH_TYPES = List.of(
            "", "BlockDevice", "CharDevice", "Directory", "DirectoryOrCreate", "File", "FileOrCreate", "Socket");

    private VolumeChecks() {}

    /** The names of the volumes that are fine. */
    static Set<String> volumes(JsonObject podSpec, String field, List<FieldError> errors) {
        Set<String> names = new HashSet<>();
        List<JsonObject> volumes = FieldChecks.objects(podSpec, "volumes");
        for (int i = 0; i < volumes.size(); i++) {
            JsonObject volume = volumes.get(i);
            String at = field + "[" + i + "]";
            String name = text(volume, "name");
            int before = errors.size();
            source(volume, at, errors);
            if (name.isEmpty()) {
                errors.add(FieldError.required(at + ".name", ""));
            } else {
                FieldChecks.dnsLabel(name, at + ".name", errors);
            }
            if (names.contains(name)) {
                errors.add(FieldError.duplicate(at + ".name", name));
            }
            if (errors.size() == before) {
                names.add(name);
            }
        }
        return names;
    }

    private static void source(JsonObject volume, String field, List<FieldError> errors) {
        int found = 0;
        for (int i = 0; i < volume.size(); i++) {
            if (!(volume.valueAt(i) instanceof JsonObject source)) {
                continue;
            }
            String at = field + "." + volume.keyAt(i);
            if (++found > 1) {
                errors.add(FieldError.forbidden(at, "may not specify more than 1 volume type"));
                continue;
            }
            switch (volume.keyAt(i)) {
                case "hostPath" -> hostPath(source, at, errors);
                case "secret" -> {
                    FieldChecks.required(source, "secretName", at, errors);
                    files(source, at, errors);
                }
                case "configMap" -> {
                    FieldChecks.required(source, "name", at, errors);
                    files(source, at, errors);
                }
                case "persistentVolumeClaim" -> FieldChecks.required(source, "claimName", at, errors);
                case "nfs" -> nfs(source, at, errors);
                case "csi" -> FieldChecks.required(source, "driver", at, errors);
                case "projected", "downwardAPI" -> mode(source, "defaultMode", at, errors);
                default -> {}
            }
        }
        if (found == 0) {
            errors.add(FieldError.required(field, "must specify a volume type"));
        }
    }

    static void hostPath(JsonObject source, String field, List<FieldError> errors) {
        if (FieldChecks.required(source, "path", field, errors)) {
            withoutBacksteps(text(source, "path"), field + ".path", errors);
        }
        String type = text(source, "type");
        if (!HOST_PATH_TYPES.contains(type)) {
            errors.add(FieldError.notSupported(field + ".type", type, HOST_PATH_TYPES));
        }
    }

    static void nfs(JsonObject source, String field, List<FieldError> errors) {
        FieldChecks.required(source, "server", field, errors);
        if (FieldChecks.required(source, "path", field, errors)
                && !text(source, "path").startsWith("/")) {
            errors.add(FieldError.invalid(field + ".path", text(source, "path"), "must be an absolute path"));
        }
    }

    private static void files(JsonObject source, String field, List<FieldError> errors) {
        mode(source, "defaultMode", field, errors);
        List<JsonObject> items = FieldChecks.objects(source, "items");
        for (int i = 0; i < items.size(); i++) {
            String at = field + ".items[" + i + "]";
            FieldChecks.required(items.get(i), "key", at, errors);
            if (FieldChecks.required(items.get(i), "path", at, errors)) {
                descending(text(items.get(i), "path"), at + ".path", errors);
            }
            mode(items.get(i), "mode", at, errors);
        }
    }

    private static void mode(JsonObject source, String name, String field, List<FieldError> errors) {
        if (source.get(name) instanceof Long mode && (mode < 0 || mode > MOST_MODE)) {
            errors.add(FieldError.invalid(
                    field + "." + name, mode, "must be a number between 0 and 0777 (octal), both inclusive"));
        }
    }

    static void withoutBacksteps(String path, String field, List<FieldError> errors) {
        if (List.of(path.split("/")).contains("..")) {
            errors.add(FieldError.invalid(field, path, "must not contain '..'"));
        }
    }

    private static void descending(String path, String field, List<FieldError> errors) {
        if (path.startsWith("/")) {
            errors.add(FieldError.invalid(field, path, "must be a relative path"));
        }
        withoutBacksteps(path, field, errors);
    }

    static void mounts(JsonObject container, Set<String> volumes, String field, List<FieldError> errors) {
        Set<String> paths = new HashSet<>();
        List<JsonObject> mounts = FieldChecks.objects(container, "volumeMounts");
        for (int i = 0; i < mounts.size(); i++) {
            JsonObject mount = mounts.get(i);
            String at = field + "[" + i + "]";
            String name = text(mount, "name");
            String path = text(mount, "mountPath");
            FieldChecks.required(mount, "name", at, errors);
            if (!volumes.contains(name)) {
                errors.add(FieldError.notFound(at + ".name", name));
            }
            FieldChecks.required(mount, "mountPath", at, errors);
            if (!paths.add(path)) {
                errors.add(FieldError.invalid(at + ".mountPath", path, "must be unique"));
            }
            String below = text(mount, "subPath");
            String expression = text(mount, "subPathExpr");
            descending(below, at + ".subPath", errors);
            if (!expression.isEmpty() && !below.isEmpty()) {
                errors.add(FieldError.invalid(
                        at + ".subPathExpr", expression, "subPathExpr and subPath are mutually exclusive"));
            }
            descending(expression, at + ".subPathExpr", errors);
        }
    }
}
