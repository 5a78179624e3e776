package dev.hcp.samples.cli;

import dev.hcp.api.hypershift.ImageContentSource;
import dev.hcp.api.hypershift.OlmCatalogPlacement;
import dev.hcp.api.hypershift.UpgradeType;
import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.json.JsonSyntaxException;
import dev.hcp.api.json.Yaml;
import dev.hcp.api.json.YamlSyntaxException;
import io.fabric8.kubernetes.api.model.Toleration;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads what the values of options say, in the notations of the reference tool. */
final class OptionTexts {
    private static final List<String> EFFECTS = List.of("NoSchedule", "PreferNoSchedule", "NoExecute");
    private static final List<String> OPERATORS = List.of("Equal", "Exists");

    private OptionTexts() {}

    /** A name and a value. */
    record Pair(String key, String value) {}

    /** {@code key=value}; the value may have further equals signs. */
    static Pair pair(String option, String text) {
        int equals = text.indexOf('=');
        if (equals < 0) {
            throw new UsageException(option + " '" + text + "' must be key=value");
        }
        return new Pair(text.substring(0, equals), text.substring(equals + 1));
    }

    /** {@code key=k,operator=Exists,value=v,effect=NoSchedule,tolerationSeconds=60}, any of them. */
    static Toleration toleration(String text) {
        Toleration toleration = new Toleration();
        for (String part : text.split(",", -1)) {
            String[] sides = part.split("=", -1);
            if (sides.length != 2) {
                throw new UsageException(
                        "--toleration '" + text + "' must be such as key=k,operator=Equal,value=v,effect=NoSchedule");
            }
            String value = sides[1];
            switch (sides[0].toLowerCase(Locale.ROOT)) {
                case "key" -> toleration.setKey(value);
                case "value" -> toleration.setValue(value);
                case "operator" -> toleration.setOperator(oneOf(text, "operator", value, OPERATORS));
                case "effect" -> toleration.setEffect(oneOf(text, "effect", value, EFFECTS));
                case "tolerationseconds" -> toleration.setTolerationSeconds(seconds(text, value));
                default -> throw new UsageException("--toleration '" + text + "' has an unknown field " + sides[0]);
            }
        }
        return toleration;
    }

    private static String oneOf(String text, String field, String value, List<String> choice) {
        return choice.stream()
                .filter(value::equalsIgnoreCase)
                .findFirst()
                .orElseThrow(() -> new UsageException("--toleration '" + text + "': " + field + " must be "
                        + String.join(", ", choice) + ", not '" + value + "'"));
    }

    private static long seconds(String text, String value) {
        try {
            return Long.parseLong(value);
        } catch (NumberFormatException e) {
            throw new UsageException(
                    "--toleration '" + text + "': tolerationSeconds must be a number, not '" + value + "'");
        }
    }

    static UpgradeType upgradeType(String text) {
        return List.of(UpgradeType.REPLACE, UpgradeType.IN_PLACE).stream()
                .filter(type -> type.value().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(
                        () -> new UsageException("--node-upgrade-type must be Replace or InPlace, not '" + text + "'"));
    }

    static OlmCatalogPlacement catalogPlacement(String text) {
        return List.of(OlmCatalogPlacement.MANAGEMENT, OlmCatalogPlacement.GUEST).stream()
                .filter(placement -> placement.value().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() ->
                        new UsageException("--olm-catalog-placement must be management or guest, not '" + text + "'"));
    }

    /** A YAML list of objects with {@code source} and {@code mirrors}. */
    static List<ImageContentSource> imageContentSources(String option, Path file) {
        List<ImageContentSource> sources = new ArrayList<>();
        for (JsonObject source : objects(option, file, "sources with their mirrors")) {
            if (source.text("source") == null) {
                throw new UsageException(option + " " + file + ": each item needs a source and mirrors");
            }
            sources.add(source(source));
        }
        return sources;
    }

    /**
     * A YAML list of objects; an empty file is an empty one.
     *
     * @param what what they are, for the message when they are not
     */
    static List<JsonObject> objects(String option, Path file, String what) {
        Object content;
        try {
            content = Yaml.parse(InputFile.read(option, file), new ArrayList<>());
        } catch (YamlSyntaxException e) {
            throw new UsageException(option + " " + file + " is not YAML: " + e.getMessage());
        }
        List<JsonObject> objects = new ArrayList<>();
        if (content != null && !(content instanceof JsonArray)) {
            throw new UsageException(option + " " + file + " must be a list of " + what);
        }
        for (Object item : content instanceof JsonArray list ? list : JsonArray.EMPTY) {
            if (!(item instanceof JsonObject object)) {
                throw new UsageException(option + " " + file + " must be a list of " + what);
            }
            objects.add(object);
        }
        return objects;
    }

    private static ImageContentSource source(JsonObject item) {
        ImageContentSource.Builder source = ImageContentSource.builder();
        source.source(String.valueOf(item.text("source")));
        for (Object mirror : item.array("mirrors")) {
            source.addMirrors(String.valueOf(mirror));
        }
        return source.build();
    }

    /** A JSON object in a file. */
    static JsonObject json(String option, Path file) {
        try {
            return Json.parseObject(InputFile.read(option, file));
        } catch (JsonSyntaxException e) {
            throw new UsageException(option + " " + file + " is not a JSON object: " + e.getMessage());
        }
    }

    /**
     * A class of the infrastructure cluster and what it is called in the hosted one.
     *
     * @param group group of classes; empty for none
     */
    record ClassMapping(String infra, String guest, String group) {}

    /** {@code INFRA/GUEST[,group=GROUP]}. */
    static ClassMapping classMapping(String option, String text) {
        String[] sides = text.split("/", -1);
        if (sides.length != 2) {
            throw new UsageException(option + " '" + text + "' must be INFRA_CLASS/HOSTED_CLASS[,group=GROUP]");
        }
        String[] guest = sides[1].split(",", -1);
        String group = "";
        for (int i = 1; i < guest.length; i++) {
            if (!guest[i].startsWith("group=")) {
                throw new UsageException(option + " '" + text + "' has an unknown field " + guest[i]);
            }
            group = guest[i].substring("group=".length());
        }
        return new ClassMapping(sides[0], guest[0], group);
    }

    /** {@code name:NAMESPACE/NAME} of a network. */
    static String network(String text) {
        if (!text.startsWith("name:") || text.length() == "name:".length()) {
            throw new UsageException("--additional-network '" + text + "' must be name:NAMESPACE/NAME");
        }
        return text.substring("name:".length());
    }

    /** How many of a device. */
    record Devices(String name, int count) {}

    /** {@code DEVICE,count:N}; empty without a count, as the reference tool passes over those. */
    static Optional<Devices> devices(String text) {
        String[] parts = text.split(",", -1);
        Optional<Devices> devices = Optional.empty();
        for (int i = 1; i < parts.length; i++) {
            if (!parts[i].startsWith("count:")) {
                throw new UsageException("--host-device-name '" + text + "' has an unknown field " + parts[i]);
            }
            try {
                devices = Optional.of(new Devices(parts[0], Integer.parseInt(parts[i].substring("count:".length()))));
            } catch (NumberFormatException e) {
                throw new UsageException("--host-device-name '" + text + "': count must be a number");
            }
        }
        return devices;
    }
}
