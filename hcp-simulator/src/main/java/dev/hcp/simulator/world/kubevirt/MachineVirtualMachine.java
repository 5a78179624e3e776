package dev.hcp.simulator.world.kubevirt;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.world.Meta;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The VirtualMachine of a KubevirtMachine: the template with the machine's name, disks of its own, and user data. */
final class MachineVirtualMachine {
    private static final String CLOUD_INIT = "cloudinitvolume";

    private final JsonObject machine;
    private final String name;

    MachineVirtualMachine(JsonObject machine) {
        this.machine = machine;
        this.name = Meta.name(machine);
    }

    /** Where the virtual machine lives: the template's namespace, else the machine's. */
    String namespace() {
        String namespace = machine.text("spec", "virtualMachineTemplate", "metadata", "namespace");
        return namespace == null || namespace.isEmpty() ? Meta.namespace(machine) : namespace;
    }

    String userDataSecret() {
        return name + "-userdata";
    }

    JsonObject build() {
        JsonObject template = machine.object("spec", "virtualMachineTemplate");
        JsonObject labels = labels(template.object("metadata", "labels"));
        JsonObject instance = template.object("spec", "template");
        JsonObject spec = instance.object("spec");
        JsonObject domain = spec.object("domain");
        JsonArray disks = plus(
                domain.array("devices", "disks"),
                JsonObject.of("name", CLOUD_INIT, "disk", JsonObject.of("bus", "virtio")));
        JsonArray volumes = plus(
                prefixed(spec.array("volumes"), "dataVolume", "name"),
                JsonObject.of(
                        "name",
                        CLOUD_INIT,
                        "cloudInitConfigDrive",
                        JsonObject.of("secretRef", JsonObject.of("name", userDataSecret()))));
        JsonObject instanceTemplate = instance.withAt(
                        labels(instance.object("metadata", "labels")), "metadata", "labels")
                .with(
                        "spec",
                        spec.with("domain", domain.withAt(disks, "devices", "disks"))
                                .with("volumes", volumes))
                .withoutAt("metadata", "creationTimestamp");
        List<@Nullable Object> dataVolumes = new ArrayList<>();
        for (Object item : prefixed(template.array("spec", "dataVolumeTemplates"), "metadata", "name")) {
            dataVolumes.add(
                    item instanceof JsonObject volume ? volume.withoutAt("metadata", "creationTimestamp") : item);
        }
        return JsonObject.of(
                "apiVersion",
                "kubevirt.io/v1",
                "kind",
                "VirtualMachine",
                "metadata",
                JsonObject.of(
                        "name",
                        name,
                        "namespace",
                        namespace(),
                        "labels",
                        labels,
                        "annotations",
                        template.object("metadata", "annotations")),
                "spec",
                template.object("spec").with("template", instanceTemplate).with("dataVolumeTemplates", dataVolumes));
    }

    private JsonObject labels(JsonObject own) {
        JsonObject.Builder labels = own.toBuilder();
        String cluster = machine.text("metadata", "labels", "cluster.x-k8s.io/cluster-name");
        labels.putIfPresent("cluster.x-k8s.io/cluster-name", cluster);
        return labels.put(VirtObjects.MACHINE_NAME, name)
                .put(VirtObjects.MACHINE_NAMESPACE, Meta.namespace(machine))
                .put("name", name)
                .build();
    }

    /** Names of disks begin with that of the machine. */
    private JsonArray prefixed(JsonArray items, String member, String field) {
        List<@Nullable Object> result = new ArrayList<>();
        for (Object item : items) {
            String old = item instanceof JsonObject object ? object.text(member, field) : null;
            result.add(
                    item instanceof JsonObject object && old != null
                            ? object.withAt(name + "-" + old, member, field)
                            : item);
        }
        return JsonArray.copyOf(result);
    }

    private static JsonArray plus(JsonArray items, JsonObject last) {
        List<@Nullable Object> all = new ArrayList<>(items);
        all.add(last);
        return JsonArray.copyOf(all);
    }
}
