package dev.hcp.simulator.world.tuning;

import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.json.Yaml;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a PerformanceProfile: a TuneD profile, configuration of kubelet and machine, and a runtime class.
 *
 * @param manifest the PerformanceProfile
 */
record PerformanceProfile(JsonObject manifest) {
    /** What all that is made of it is called. */
    String component() {
        return "performance-" + manifest.text("metadata", "name");
    }

    private String tunedName() {
        return "openshift-node-" + component();
    }

    private @Nullable String cpus(String kind) {
        return manifest.text("spec", "cpu", kind);
    }

    /** The Tuned object, without the nodes that it is for. */
    JsonObject tuned() {
        List<String> arguments =
                new ArrayList<>(List.of("skew_tick=1", "tsc=reliable", "rcupdate.rcu_normal_after_boot=1"));
        String isolated = cpus("isolated");
        String reserved = cpus("reserved");
        if (isolated != null) {
            arguments.addAll(List.of("nohz=on", "rcu_nocbs=" + isolated, "isolcpus=managed_irq," + isolated));
        }
        if (reserved != null) {
            arguments.add("systemd.cpu_affinity=" + reserved);
        }
        String size = manifest.text("spec", "hugepages", "defaultHugepagesSize");
        if (size != null) {
            arguments.add("default_hugepagesz=" + size);
        }
        for (Object item : manifest.array("spec", "hugepages", "pages")) {
            if (item instanceof JsonObject pages && pages.at("node") == null) {
                arguments.add("hugepagesz=" + pages.text("size"));
                arguments.add("hugepages=" + pages.integer(0, "count"));
            }
        }
        manifest.array("spec", "additionalKernelArgs").forEach(argument -> arguments.add(String.valueOf(argument)));
        String data = "[main]\nsummary=Openshift node optimized for deterministic performance\n"
                + "include=openshift-node,cpu-partitioning\n"
                + (isolated == null ? "" : "[variables]\nisolated_cores=" + isolated + "\n")
                + "[bootloader]\ncmdline_performance=+" + String.join(" ", arguments) + "\n";
        return JsonObject.of(
                "apiVersion",
                "tuned.openshift.io/v1",
                "kind",
                "Tuned",
                "metadata",
                JsonObject.of("name", tunedName()),
                "spec",
                JsonObject.of(
                        "profile",
                        JsonArray.of(JsonObject.of("name", tunedName(), "data", data)),
                        "recommend",
                        JsonArray.of(JsonObject.of("priority", 20, "profile", tunedName()))));
    }

    /** The KubeletConfig as YAML. */
    String kubeletConfig() {
        String reserved = cpus("reserved");
        String topology = manifest.text("spec", "numa", "topologyPolicy");
        JsonObject.Builder kubelet = JsonObject.builder(8)
                .put("apiVersion", "kubelet.config.k8s.io/v1beta1")
                .put("kind", "KubeletConfiguration")
                .put("cpuManagerPolicy", "static")
                .put("cpuManagerReconcilePeriod", "5s")
                .put("topologyManagerPolicy", topology == null ? "best-effort" : topology)
                .putIfPresent("reservedSystemCPUs", reserved);
        return Yaml.write(JsonObject.of(
                "apiVersion",
                "machineconfiguration.openshift.io/v1",
                "kind",
                "KubeletConfig",
                "metadata",
                JsonObject.of("name", component()),
                "spec",
                JsonObject.of("kubeletConfig", kubelet.build())));
    }

    /** The MachineConfig as YAML. */
    String machineConfig() {
        boolean realTime = manifest.isTrue("spec", "realTimeKernel", "enabled");
        return MachineConfigs.yaml("50-" + component(), JsonObject.of("kernelType", realTime ? "realtime" : "default"));
    }

    /** The RuntimeClass for pods that want it. */
    JsonObject runtimeClass() {
        return JsonObject.of(
                "apiVersion",
                "node.k8s.io/v1",
                "kind",
                "RuntimeClass",
                "metadata",
                JsonObject.of("name", component()),
                "handler",
                "high-performance",
                "scheduling",
                JsonObject.of("nodeSelector", manifest.object("spec", "nodeSelector")));
    }

    /**
     * Its status, as JSON: in YAML the words of conditions would need quotes.
     *
     * @param namespace where the Tuned object is
     * @param since when it came about
     */
    String status(String namespace, Instant since) {
        List<JsonObject> conditions = new ArrayList<>();
        for (String type : List.of("Available", "Upgradeable", "Progressing", "Degraded")) {
            boolean good = type.equals("Available") || type.equals("Upgradeable");
            String time = since.truncatedTo(ChronoUnit.SECONDS).toString();
            conditions.add(JsonObject.of(
                    "lastHeartbeatTime", time,
                    "lastTransitionTime", time,
                    "status", good ? "True" : "False",
                    "type", type));
        }
        return Json.write(JsonObject.of(
                "conditions", conditions, "runtimeClass", component(), "tuned", namespace + "/" + tunedName()));
    }

    /** Name only. */
    @Override
    public String toString() {
        return "PerformanceProfile[" + manifest.text("metadata", "name") + "]";
    }
}
