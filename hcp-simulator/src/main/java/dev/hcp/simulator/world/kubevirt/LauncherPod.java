package dev.hcp.simulator.world.kubevirt;

import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.world.Meta;
import java.util.ArrayList;
import java.util.List;

/** The pod that a VirtualMachineInstance runs in. */
record LauncherPod(JsonObject instance) {
    /** The volume claims of an instance. */
    static List<String> claims(JsonObject instance) {
        List<String> claims = new ArrayList<>();
        for (Object item : instance.array("spec", "volumes")) {
            if (item instanceof JsonObject volume) {
                String dataVolume = volume.text("dataVolume", "name");
                String claim = volume.text("persistentVolumeClaim", "claimName");
                if (dataVolume != null || claim != null) {
                    claims.add(dataVolume != null ? dataVolume : String.valueOf(claim));
                }
            }
        }
        return claims;
    }

    JsonObject build(String name) {
        JsonObject labels = instance.object("metadata", "labels")
                .with("kubevirt.io", "virt-launcher")
                .with("kubevirt.io/created-by", Meta.uid(instance))
                .with("vm.kubevirt.io/name", Meta.name(instance));
        JsonObject.Builder spec = JsonObject.builder(6)
                .put(
                        "containers",
                        List.of(JsonObject.of(
                                "name",
                                "compute",
                                "image",
                                "quay.io/kubevirt/virt-launcher",
                                "resources",
                                JsonObject.of("requests", requests()))))
                .put("restartPolicy", "Never")
                .put("volumes", volumes());
        for (String field : List.of("nodeSelector", "affinity", "tolerations", "topologySpreadConstraints")) {
            spec.putIfPresent(field, instance.at("spec", field));
        }
        return JsonObject.of(
                "apiVersion",
                "v1",
                "kind",
                "Pod",
                "metadata",
                JsonObject.of(
                        "name",
                        name,
                        "namespace",
                        Meta.namespace(instance),
                        "labels",
                        labels,
                        "annotations",
                        JsonObject.of("kubevirt.io/domain", Meta.name(instance)),
                        "ownerReferences",
                        List.of(Meta.controllerReference(instance))),
                "spec",
                spec.build());
    }

    /** Memory in full, and a tenth of the processors, as KubeVirt overcommits them by default. */
    private JsonObject requests() {
        JsonObject domain = instance.object("spec", "domain");
        String memory = domain.text("memory", "guest");
        String asked = domain.text("resources", "requests", "memory");
        String processors = domain.text("resources", "requests", "cpu");
        return JsonObject.builder(2)
                .put("cpu", processors != null ? processors : domain.integer(1, "cpu", "cores") * 100 + "m")
                .putIfPresent("memory", asked != null ? asked : memory)
                .build();
    }

    private List<JsonObject> volumes() {
        List<JsonObject> volumes = new ArrayList<>();
        for (String claim : claims(instance)) {
            volumes.add(JsonObject.of(
                    "name", "disk-" + volumes.size(), "persistentVolumeClaim", JsonObject.of("claimName", claim)));
        }
        return volumes;
    }
}
