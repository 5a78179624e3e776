package dev.hcp.reconcilers.nodepool;

import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.json.Yaml;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/**
 * One document of the machine configuration that a pool refers to, in the form that counts for its hash.
 *
 * @param text the document with its defaults, as the reference operator writes it
 * @param kind its kind
 */
record ConfigManifest(String text, String kind) {
    private static final String MACHINE_CONFIGURATION = "machineconfiguration.openshift.io/v1";
    private static final LoadSettings YAML =
            LoadSettings.builder().setSchema(new CoreSchema()).build();
    private static final JsonObject POOL_SELECTOR =
            JsonObject.of("matchLabels", JsonObject.of("machineconfiguration.openshift.io/mco-built-in", ""));
    private static final JsonObject EMPTY_MACHINE_CONFIG = JsonObject.of(
            "baseOSExtensionsContainerImage",
            "",
            "config",
            null,
            "extensions",
            null,
            "fips",
            false,
            "kernelArguments",
            null,
            "kernelType",
            "",
            "osImageURL",
            "");
    private static final KnownFields MACHINE_CONFIG = KnownFields.of("spec(baseOSExtensionsContainerImage config"
            + " extensions fips kernelArguments kernelType osImageURL) status");
    private static final KnownFields KUBELET_CONFIG = KnownFields.of("spec(autoSizingReserved kubeletConfig logLevel"
            + " machineConfigPoolSelector tlsSecurityProfile) status(conditions observedGeneration)");
    private static final KnownFields RUNTIME_CONFIG = KnownFields.of(
            "spec(containerRuntimeConfig(defaultRuntime logLevel"
                    + " logSizeMax overlaySize pidsLimit) machineConfigPoolSelector) status(conditions observedGeneration)");
    private static final KnownFields TUNED = KnownFields.of("spec(managementState profile(data name)"
            + " recommend(machineConfigLabels match operand(debug tunedConfig(reapply_sysctl) verbosity) priority profile))"
            + " status");
    private static final KnownFields PERFORMANCE_PROFILE = KnownFields.of("spec(additionalKernelArgs"
            + " cpu(balanceIsolated isolated offlined reserved shared) globallyDisableIrqLoadBalancing"
            + " hardwareTuning(isolatedCpuFreq reservedCpuFreq) hugepages(defaultHugepagesSize pages(count node size))"
            + " machineConfigLabel machineConfigPoolSelector net(devices(deviceID interfaceName vendorID)"
            + " userLevelNetworking) nodeSelector numa(topologyPolicy) realTimeKernel(enabled)"
            + " workloadHints(highPowerConsumption mixedCpus perPodPowerManagement realTime)) status");
    /** Kinds that need no defaults, by apiVersion and kind. */
    private static final Set<String> MIRROR_POLICIES = Set.of(
            "operator.openshift.io/v1alpha1 ImageContentSourcePolicy",
            "config.openshift.io/v1 ImageDigestMirrorSet",
            "config.openshift.io/v1alpha1 ClusterImagePolicy");

    private static final Map<String, String> KNOWN_GROUPS = Map.of(
            MACHINE_CONFIGURATION,
            "v1",
            "operator.openshift.io/v1alpha1",
            "v1alpha1",
            "config.openshift.io/v1",
            "v1",
            "config.openshift.io/v1alpha1",
            "v1alpha1");

    /** Splits text into its YAML documents: at lines that begin with three dashes and have nothing but space after. */
    static List<String> documents(String text) {
        List<String> documents = new ArrayList<>();
        StringBuilder document = new StringBuilder();
        for (String line : text.split("(?<=\n)")) {
            if (line.startsWith("---") && line.substring(3).isBlank()) {
                documents.add(document.toString());
                document.setLength(0);
            } else {
                document.append(line);
            }
        }
        documents.add(document.toString());
        documents.removeIf(String::isBlank);
        return documents;
    }

    /**
     * Reads a document, checks its kind and fills in defaults.
     *
     * @throws InvalidPoolException when it is not configuration for machines
     */
    static ConfigManifest of(String document) {
        JsonObject object = parse(document);
        String apiVersion = object.text("apiVersion");
        String kind = object.text("kind");
        if (kind == null || kind.isEmpty()) {
            throw new InvalidPoolException(
                    "error decoding config: Object 'Kind' is missing in '" + Json.write(object) + "'");
        }
        String type = apiVersion + " " + kind;
        if (type.equals(MACHINE_CONFIGURATION + " MachineConfig")) {
            return new ConfigManifest(Yaml.write(machineConfig(object)), kind);
        }
        boolean kubelet = type.equals(MACHINE_CONFIGURATION + " KubeletConfig");
        if (kubelet || type.equals(MACHINE_CONFIGURATION + " ContainerRuntimeConfig")) {
            (kubelet ? KUBELET_CONFIG : RUNTIME_CONFIG).check(object);
            JsonObject complete = withMetadata(object)
                    .withAt(POOL_SELECTOR, "spec", "machineConfigPoolSelector")
                    .with(
                            "status",
                            object.object("status").toBuilder()
                                    .put("conditions", object.at("status", "conditions"))
                                    .build());
            return new ConfigManifest(Yaml.write(complete), kind);
        }
        if (MIRROR_POLICIES.contains(type)) {
            return new ConfigManifest(document, kind);
        }
        String version = apiVersion == null ? null : KNOWN_GROUPS.get(apiVersion);
        if (version == null) {
            throw new InvalidPoolException("error decoding config: no kind \"" + kind
                    + "\" is registered for version \"" + apiVersion + "\" in scheme \"node pool configuration\"");
        }
        throw new InvalidPoolException("unsupported config type: *" + version + "." + kind);
    }

    /**
     * Reads a document that is to tune nodes: a Tuned or a PerformanceProfile.
     *
     * @throws InvalidPoolException when it is neither
     */
    static JsonObject parseTuning(String document) {
        JsonObject object = parse(document);
        String type = object.text("apiVersion") + " " + object.text("kind");
        if (type.equals("tuned.openshift.io/v1 Tuned")) {
            TUNED.check(object);
            JsonObject spec = object.object("spec");
            return withMetadata(object)
                    .with("status", object.object("status"))
                    .with(
                            "spec",
                            spec.with("profile", spec.get("profile"))
                                    .with("recommend", recommendations(spec.get("recommend"))));
        }
        if (type.equals("performance.openshift.io/v2 PerformanceProfile")) {
            PERFORMANCE_PROFILE.check(object);
            JsonObject spec = object.object("spec");
            return withMetadata(object)
                    .with("status", object.object("status"))
                    .with("spec", spec.with("nodeSelector", spec.get("nodeSelector")));
        }
        throw new InvalidPoolException("error decoding config: no kind \"" + object.text("kind")
                + "\" is registered for version \"" + object.text("apiVersion") + "\" in scheme \"node tuning\"");
    }

    private static @Nullable Object recommendations(@Nullable Object value) {
        if (!(value instanceof JsonArray items)) {
            return value;
        }
        List<@Nullable Object> complete = new ArrayList<>();
        for (Object item : items) {
            boolean bare =
                    item instanceof JsonObject known && known.at("operand", "tunedConfig", "reapply_sysctl") == null;
            complete.add(
                    item instanceof JsonObject recommendation && bare
                            ? recommendation.withAt(null, "operand", "tunedConfig", "reapply_sysctl")
                            : item);
        }
        return JsonArray.copyOf(complete);
    }

    /** @throws InvalidPoolException when it is not a YAML object */
    static JsonObject parse(String document) {
        try {
            Object tree = Json.freeze(new Load(YAML).loadFromString(document));
            if (tree instanceof JsonObject object) {
                return object;
            }
        } catch (YamlEngineException | IllegalArgumentException e) {
            throw new InvalidPoolException("error decoding config: error converting YAML to JSON: " + e.getMessage());
        }
        throw new InvalidPoolException("error decoding config: couldn't get version/kind; json parse error");
    }

    private static JsonObject machineConfig(JsonObject object) {
        MACHINE_CONFIG.check(object);
        Map<String, @Nullable Object> labels = new TreeMap<>(object.object("metadata", "labels"));
        labels.put("machineconfiguration.openshift.io/role", "worker");
        JsonObject spec = object.object("spec");
        Map<String, @Nullable Object> complete = new LinkedHashMap<>(EMPTY_MACHINE_CONFIG);
        spec.forEach((field, value) -> {
            if (value != null) {
                complete.put(field, value);
            }
        });
        return withMetadata(object)
                .withAt(JsonObject.copyOf(labels), "metadata", "labels")
                .with("spec", JsonObject.copyOf(complete))
                .without("status");
    }

    /** Go writes a creation time that was never set as null. */
    private static JsonObject withMetadata(JsonObject object) {
        JsonObject metadata = object.object("metadata");
        return metadata.containsKey("creationTimestamp")
                ? object
                : object.with("metadata", metadata.with("creationTimestamp", null));
    }
}
