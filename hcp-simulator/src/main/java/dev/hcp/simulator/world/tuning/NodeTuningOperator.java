package dev.hcp.simulator.world.tuning;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.json.Yaml;
import dev.hcp.api.names.Annotations;
import dev.hcp.api.names.Hashes;
import dev.hcp.api.names.Labels;
import dev.hcp.simulator.apiserver.Objects;
import dev.hcp.simulator.apiserver.ResourceType;
import dev.hcp.simulator.kernel.Actor;
import dev.hcp.simulator.kernel.ActorContext;
import dev.hcp.simulator.kernel.Turn;
import dev.hcp.simulator.world.ConditionList;
import dev.hcp.simulator.world.GuestClusters;
import dev.hcp.simulator.world.Meta;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The node tuning operators of control planes, each with the TuneD daemons on the nodes of its cluster. It carries the tuning
 * of pools into the cluster, says which profile each node has, and makes machine configuration of kernel parameters and of
 * performance profiles. One acts while the Deployment {@code cluster-node-tuning-operator} is available, in clusters with
 * pools that are tuned: nodes of others have no Profile objects. Keys are control plane namespaces.
 */
public final class NodeTuningOperator implements Actor<String> {
    private static final String NAME = "cluster-node-tuning-operator";
    /** In the hosted cluster. */
    private static final String NAMESPACE = "openshift-cluster-node-tuning-operator";

    private static final String TUNED = "tuned.openshift.io/v1";
    private static final String POOL_NAME = "hypershift.openshift.io/nodePoolName";
    private static final Duration DOWN = Duration.ofSeconds(15);
    private static final int DEPTH = 100;
    private static final Set<String> GENERATED =
            Set.of(Labels.NTO_GENERATED_MACHINE_CONFIG, Labels.NTO_GENERATED_PERFORMANCE_PROFILE_STATUS);

    private final Objects objects;
    private final GuestClusters guests;
    private final ResourceType deployments;
    private final ResourceType configMaps;

    /**
     * @param objects the management cluster
     * @param guests the hosted clusters
     */
    public NodeTuningOperator(Objects objects, GuestClusters guests) {
        this.objects = objects;
        this.guests = guests;
        this.deployments = objects.resource("apps/v1", "Deployment");
        this.configMaps = objects.resource("v1", "ConfigMap");
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void start(ActorContext<String> context) {
        context.watch(
                "",
                "ConfigMap",
                change -> isTuning(change.object()) || isGenerated(change.object())
                        ? List.of(Meta.namespace(change.object()))
                        : List.of());
        context.watch(
                "apps",
                "Deployment",
                change -> NAME.equals(Meta.name(change.object()))
                                && objects.list(configMaps, Meta.namespace(change.object())).stream()
                                        .anyMatch(NodeTuningOperator::isTuning)
                        ? List.of(Meta.namespace(change.object()))
                        : List.of());
        context.watchHosted("", "Node", (server, change) -> {
            JsonObject before = change.before();
            JsonObject after = change.after();
            boolean same = before != null
                    && after != null
                    && before.object("metadata", "labels").equals(after.object("metadata", "labels"));
            return same || !isTuned(server) ? List.of() : List.of(server);
        });
        context.watchHosted("tuned.openshift.io", "Tuned", (server, change) -> List.of(server));
    }

    /** Whether there is a Tuned object in a cluster already: whoever comes before is seen when there is. */
    private boolean isTuned(String server) {
        return guests.find(server)
                .filter(guest -> !guest.objects()
                        .list(guest.objects().resource(TUNED, "Tuned"), NAMESPACE)
                        .isEmpty())
                .isPresent();
    }

    private static boolean isTuning(JsonObject map) {
        JsonObject labels = map.object("metadata", "labels");
        return "true".equals(labels.text(Labels.TUNED_CONFIG))
                || "true".equals(labels.text(Labels.PERFORMANCEPROFILE_CONFIG));
    }

    private static boolean isGenerated(JsonObject map) {
        JsonObject labels = map.object("metadata", "labels");
        return GENERATED.stream().anyMatch(label -> "true".equals(labels.text(label)));
    }

    @Override
    public Turn act(String namespace, ActorContext<String> context) {
        boolean runs = objects.get(deployments, namespace, NAME)
                .filter(deployment -> deployment.integer(0, "status", "availableReplicas") > 0)
                .isPresent();
        if (!runs) {
            return Turn.done();
        }
        Optional<GuestClusters.Guest> guest = guests.find(namespace);
        if (guest.isEmpty()) {
            return Turn.pollAfter(DOWN);
        }
        new Pass(namespace, guest.get().objects(), context.now()).run();
        return Turn.done();
    }

    /** One look at the pools and the nodes of a cluster. */
    private final class Pass {
        private final String namespace;
        private final Objects guest;
        private final Instant now;
        private final ResourceType tunedType;
        private final ResourceType profileType;
        private final Map<String, JsonObject> tuneds = new TreeMap<>();
        private final Map<String, JsonObject> runtimeClasses = new TreeMap<>();
        /** Config maps to make in the control plane namespace. */
        private final Map<String, JsonObject> generated = new LinkedHashMap<>();

        Pass(String namespace, Objects guest, Instant now) {
            this.namespace = namespace;
            this.guest = guest;
            this.now = now;
            this.tunedType = guest.resource(TUNED, "Tuned");
            this.profileType = guest.resource(TUNED, "Profile");
        }

        void run() {
            Map<String, JsonObject> pools = new TreeMap<>();
            List<JsonObject> before = new ArrayList<>();
            for (JsonObject map : objects.list(configMaps, namespace)) {
                if (isGenerated(map)) {
                    before.add(map);
                } else if (isTuning(map) && !Meta.deleting(map)) {
                    String pool = String.valueOf(map.text("metadata", "labels", Labels.NODE_POOL));
                    pools.put(pool, map);
                    read(map, pool);
                }
            }
            apply();
            TunedProfiles profiles = new TunedProfiles(guest.list(tunedType, NAMESPACE));
            Map<String, String> arguments = tuneNodes(profiles, !pools.isEmpty());
            arguments.forEach((pool, text) -> {
                if (pools.containsKey(pool) && !text.isEmpty()) {
                    JsonObject spec = JsonObject.of("kernelArguments", List.of(text.split("\\s+")));
                    generate(
                            "nto-mc-" + pool,
                            pools.get(pool),
                            Labels.NTO_GENERATED_MACHINE_CONFIG,
                            "config",
                            MachineConfigs.yaml("50-nto-" + pool, spec));
                }
            });
            writeGenerated(before, arguments.keySet());
        }

        private void read(JsonObject map, String pool) {
            String text = map.text("data", "tuning");
            for (Yaml.Document document : Yaml.documents(text == null ? "" : text, DEPTH)) {
                if (!(document.value() instanceof JsonObject manifest)) {
                    continue;
                }
                if ("PerformanceProfile".equals(manifest.text("kind"))) {
                    PerformanceProfile profile = new PerformanceProfile(manifest);
                    add(profile.tuned(), pool);
                    runtimeClasses.put(profile.component(), profile.runtimeClass());
                    String mc = Labels.NTO_GENERATED_MACHINE_CONFIG;
                    generate("kc-" + Meta.name(map), map, mc, "config", profile.kubeletConfig());
                    generate("mc-" + Meta.name(map), map, mc, "config", profile.machineConfig());
                    generate(
                            "status-" + Meta.name(map),
                            map,
                            Labels.NTO_GENERATED_PERFORMANCE_PROFILE_STATUS,
                            "status",
                            profile.status(NAMESPACE, created(map)));
                } else {
                    add(manifest, pool);
                }
            }
        }

        private Instant created(JsonObject map) {
            String created = map.text("metadata", "creationTimestamp");
            return created == null ? now : Instant.parse(created);
        }

        /** The same config map may be for several pools, so the name says for which this is. */
        private void add(JsonObject tuned, String pool) {
            String name = Meta.name(tuned) + "-" + Hashes.simple(pool);
            JsonObject metadata =
                    JsonObject.of("labels", JsonObject.of(POOL_NAME, pool), "name", name, "namespace", NAMESPACE);
            tuneds.put(
                    name,
                    JsonObject.of(
                            "apiVersion",
                            TUNED,
                            "kind",
                            "Tuned",
                            "metadata",
                            metadata,
                            "spec",
                            tuned.object("spec")
                                    .with(
                                            "recommend",
                                            TunedProfiles.recommendedFor(tuned.array("spec", "recommend"), pool))));
        }

        private void apply() {
            for (JsonObject live : guest.list(tunedType, NAMESPACE)) {
                boolean mine = live.at("metadata", "labels", POOL_NAME) != null;
                if (mine && !tuneds.containsKey(Meta.name(live))) {
                    guest.delete(tunedType, NAMESPACE, Meta.name(live), Objects.Deletion.BACKGROUND);
                }
            }
            tuneds.forEach((name, tuned) -> {
                boolean same = guest.get(tunedType, NAMESPACE, name)
                        .filter(live -> tuned.object("spec").equals(live.object("spec")))
                        .isPresent();
                if (!same) {
                    guest.apply(tunedType, null, tuned, true, NAME);
                }
            });
            ResourceType classes = guest.resource("node.k8s.io/v1", "RuntimeClass");
            runtimeClasses.forEach((name, runtimeClass) -> {
                if (guest.get(classes, "", name).isEmpty()) {
                    guest.create(classes, runtimeClass, NAME);
                }
            });
        }

        /** Gives each node its profile; the kernel parameters of the pools of these nodes, by pool. */
        private Map<String, String> tuneNodes(TunedProfiles profiles, boolean tuned) {
            Map<String, String> arguments = new TreeMap<>();
            Map<String, JsonObject> nodes = new TreeMap<>();
            guest.list(guest.resource("v1", "Node"), "").forEach(node -> nodes.put(Meta.name(node), node));
            for (JsonObject profile : guest.list(profileType, NAMESPACE)) {
                if (!tuned || !nodes.containsKey(Meta.name(profile))) {
                    guest.delete(profileType, NAMESPACE, Meta.name(profile), Objects.Deletion.BACKGROUND);
                }
            }
            if (!tuned) {
                return arguments;
            }
            nodes.forEach((name, node) -> {
                String pool = node.text("metadata", "labels", Labels.NODE_POOL);
                if (pool != null) {
                    String profile = profiles.of(node);
                    arguments.put(pool, profiles.kernelArguments(profile));
                    writeProfile(name, profile, profiles.kernelArguments(profile));
                }
            });
            return arguments;
        }

        private void writeProfile(String node, String profile, String arguments) {
            Optional<JsonObject> live = guest.get(profileType, NAMESPACE, node);
            JsonObject spec = JsonObject.of(
                    "config",
                    JsonObject.of(
                            "debug",
                            false,
                            "providerName",
                            "",
                            "tunedConfig",
                            JsonObject.EMPTY,
                            "tunedProfile",
                            profile,
                            "verbosity",
                            0));
            JsonArray conditions = new ConditionList(
                            live.map(found -> found.array("status", "conditions"))
                                    .orElse(JsonArray.EMPTY),
                            now)
                    .set("Applied", true, "AsExpected", "TuneD profile applied.")
                    .set(
                            "Degraded",
                            false,
                            "AsExpected",
                            "No warning or error messages observed applying the TuneD daemon profile.")
                    .build();
            JsonObject status =
                    JsonObject.of("bootcmdline", arguments, "conditions", conditions, "tunedProfile", profile);
            boolean same = live.isPresent()
                    && spec.equals(live.get().object("spec"))
                    && status.equals(live.get().object("status"));
            if (!same) {
                JsonObject wanted = JsonObject.of(
                        "apiVersion",
                        TUNED,
                        "kind",
                        "Profile",
                        "metadata",
                        JsonObject.of("name", node, "namespace", NAMESPACE),
                        "spec",
                        spec);
                guest.apply(profileType, null, wanted, true, NAME);
                guest.mergePatch(profileType, NAMESPACE, node, "status", JsonObject.of("status", status), "tuned");
            }
        }

        private void generate(String name, JsonObject source, String label, String key, String text) {
            String pool = String.valueOf(source.text("metadata", "labels", Labels.NODE_POOL));
            JsonObject metadata = JsonObject.of(
                    "annotations",
                    JsonObject.of(Annotations.NODE_POOL, source.text("metadata", "annotations", Annotations.NODE_POOL)),
                    "labels",
                    JsonObject.of(label, "true", Labels.NODE_POOL, pool),
                    "name",
                    name,
                    "namespace",
                    namespace);
            generated.put(
                    name,
                    JsonObject.of(
                            "apiVersion",
                            "v1",
                            "data",
                            JsonObject.of(key, text),
                            "kind",
                            "ConfigMap",
                            "metadata",
                            metadata));
        }

        /** Those of pools without nodes are left as they are: nobody knows yet what their kernels are to be told. */
        private void writeGenerated(List<JsonObject> before, Set<String> poolsWithNodes) {
            for (JsonObject map : before) {
                String pool = map.text("metadata", "labels", Labels.NODE_POOL);
                boolean ofNodes = Meta.name(map).startsWith("nto-mc-");
                boolean known = !ofNodes || poolsWithNodes.contains(String.valueOf(pool));
                boolean tuned = tuneds.values().stream()
                        .anyMatch(each -> String.valueOf(pool).equals(each.text("metadata", "labels", POOL_NAME)));
                if (!generated.containsKey(Meta.name(map)) && (known || !tuned) && !Meta.deleting(map)) {
                    objects.delete(configMaps, namespace, Meta.name(map), Objects.Deletion.BACKGROUND);
                }
            }
            generated.forEach((name, map) -> {
                boolean same = objects.get(configMaps, namespace, name)
                        .filter(live -> live.object("data").equals(map.object("data")))
                        .isPresent();
                if (!same) {
                    objects.apply(configMaps, null, map, true, NAME);
                }
            });
        }
    }
}
