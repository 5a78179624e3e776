package dev.hcp.reconcilers.controlplane;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Features of Kubernetes that the cluster's feature set switches on or off, as its components are told. */
final class FeatureGates {
    /** Those of Kubernetes 1.30 that the technology preview of OpenShift 4.17 switches on. */
    private static final List<String> PREVIEW = List.of(
            "DynamicResourceAllocation",
            "MaxUnavailableStatefulSet",
            "NodeSwap",
            "ProcMountType",
            "ServiceAccountTokenNodeBinding",
            "TranslateStreamCloseWebsocketRequests",
            "UserNamespacesPodSecurityStandards",
            "UserNamespacesSupport",
            "VolumeAttributesClass");

    private FeatureGates() {}

    /** {@code NAME=true} or {@code NAME=false}, sorted; empty for the default set. */
    static JsonArray of(ControlPlane controlPlane) {
        JsonObject configured = controlPlane.configuration().object("featureGate");
        TreeSet<String> gates = new TreeSet<>();
        switch (ControlPlane.text(configured, "featureSet")) {
            case "TechPreviewNoUpgrade", "DevPreviewNoUpgrade" -> PREVIEW.forEach(name -> gates.add(name + "=true"));
            case "CustomNoUpgrade" -> {
                names(configured, "enabled").forEach(name -> gates.add(name + "=true"));
                names(configured, "disabled").forEach(name -> gates.add(name + "=false"));
            }
            default -> {}
        }
        return JsonArray.copyOf(List.copyOf(gates));
    }

    private static List<String> names(JsonObject configured, String field) {
        List<String> names = new ArrayList<>();
        for (Object item : configured.array("customNoUpgrade", field)) {
            if (item instanceof String name) {
                names.add(name);
            } else if (item instanceof JsonObject gate && gate.text("name") != null) {
                names.add(gate.text("name"));
            }
        }
        return names;
    }
}
