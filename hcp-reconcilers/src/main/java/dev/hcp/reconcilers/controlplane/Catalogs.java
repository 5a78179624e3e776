package dev.hcp.reconcilers.controlplane;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Brings up the operator lifecycle manager and its catalogues. */
final class Catalogs {
    /** All of its workloads. */
    static final List<Component> COMPONENTS = components();

    private static final String COLLECT_PROFILES = "olm-collect-profiles";

    private Catalogs() {}

    private static List<Component> components() {
        List<Component> components = new ArrayList<>(List.of(
                CatalogComponents.OLM_OPERATOR, CatalogComponents.CATALOG_OPERATOR, CatalogComponents.PACKAGE_SERVER));
        components.addAll(CatalogComponents.CATALOGS);
        return List.copyOf(components);
    }

    static void reconcile(ControlPlaneObjects objects) {
        COMPONENTS.forEach(objects::component);
        if (objects.controlPlane().catalogsOnManagementCluster()) {
            ControlPlaneServices.CATALOGS.forEach(objects::service);
        }
        objects.apply(CronJob.class, COLLECT_PROFILES, () -> collectProfiles(objects.controlPlane()));
    }

    private static JsonObject collectProfiles(ControlPlane controlPlane) {
        JsonObject pod = JsonObject.of(
                "containers",
                JsonArray.of(JsonObject.of(
                        "args",
                        JsonArray.of("-n", controlPlane.namespace()),
                        "command",
                        JsonArray.of("bin/collect-profiles"),
                        "image",
                        controlPlane.image("operator-lifecycle-manager"),
                        "name",
                        "collect-profiles")),
                "priorityClassName",
                controlPlane.priorityClass(Component.Priority.CONTROL_PLANE),
                "restartPolicy",
                "Never",
                "serviceAccountName",
                COLLECT_PROFILES);
        return JsonObject.of(
                "apiVersion",
                "batch/v1",
                "kind",
                "CronJob",
                "metadata",
                controlPlane.metadata(COLLECT_PROFILES, Map.of()),
                "spec",
                JsonObject.of(
                        "concurrencyPolicy",
                        "Replace",
                        "jobTemplate",
                        JsonObject.of("spec", JsonObject.of("template", JsonObject.of("spec", pod))),
                        "schedule",
                        schedule(controlPlane)));
    }

    /** Every quarter of an hour, at minutes that differ between control planes so that they do not start together. */
    private static String schedule(ControlPlane controlPlane) {
        return Math.floorMod(controlPlane.namespace().hashCode(), 15) + "/15 * * * *";
    }
}
