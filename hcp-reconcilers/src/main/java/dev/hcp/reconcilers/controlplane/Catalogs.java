package dev.hcp.reconcilers.controlplane;

import dev.hcp.api.HcpException;
import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.names.Annotations;
import dev.hcp.platforms.ManagementCluster;
import dev.hcp.reconcilers.ImageStream;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Brings up the operator lifecycle manager and its catalogues. */
final class Catalogs {
    /** All of its workloads. */
    static final List<Component> COMPONENTS = components();

    private static final String COLLECT_PROFILES = "olm-collect-profiles";
    private static final String STREAM = "catalogs";
    private static final List<String> IMAGES = List.of(
            Annotations.CERTIFIED_OPERATORS_CATALOG_IMAGE,
            Annotations.COMMUNITY_OPERATORS_CATALOG_IMAGE,
            Annotations.REDHAT_MARKETPLACE_CATALOG_IMAGE,
            Annotations.REDHAT_OPERATORS_CATALOG_IMAGE);
    private static final List<String> SOURCES =
            List.of("certified-operators", "community-operators", "redhat-marketplace", "redhat-operators");

    private Catalogs() {}

    private static List<Component> components() {
        List<Component> components = new ArrayList<>(CatalogComponents.CATALOGS);
        components.addAll(List.of(
                CatalogComponents.OLM_OPERATOR, CatalogComponents.CATALOG_OPERATOR, CatalogComponents.PACKAGE_SERVER));
        return List.copyOf(components);
    }

    static void reconcile(ControlPlaneObjects objects, Pki pki) {
        ControlPlane controlPlane = objects.controlPlane();
        if (controlPlane.catalogsOnManagementCluster()) {
            boolean given = given(controlPlane);
            if (!given && objects.pass().managementCluster().serves(ManagementCluster.IMAGES)) {
                objects.apply(ImageStream.class, STREAM, () -> stream(controlPlane));
            }
            ControlPlaneServices.CATALOGS.forEach(objects::service);
        }
        CatalogComponents.CATALOGS.forEach(objects::component);
        ControlPlaneServices.LIFECYCLE_METRICS.forEach(objects::service);
        objects.component(CatalogComponents.OLM_OPERATOR);
        objects.component(CatalogComponents.CATALOG_OPERATOR);
        objects.component(CatalogComponents.PACKAGE_SERVER);
        objects.configMap(ControlPlaneConfigMaps.COLLECT_PROFILES);
        pki.leaf(Certificates.PPROF);
        objects.identity(ServiceIdentities.COLLECT_PROFILES);
        objects.apply(CronJob.class, COLLECT_PROFILES, () -> collectProfiles(controlPlane));
    }

    /** Whether the user gives the images of the catalogues; then all of them, and by digest. */
    private static boolean given(ControlPlane controlPlane) {
        List<String> images = new ArrayList<>();
        for (String annotation : IMAGES) {
            controlPlane
                    .annotation(annotation)
                    .filter(image -> !image.isEmpty())
                    .ifPresent(images::add);
        }
        if (!images.isEmpty() && images.size() < IMAGES.size()) {
            throw new HcpException("failed to reconcile OLM: images of " + images.size() + " of " + IMAGES.size()
                    + " catalogs are overridden; override all or none");
        }
        for (String image : images) {
            if (!image.contains("@sha256:")) {
                throw new HcpException("failed to reconcile OLM: catalog image " + image + " must be given by digest");
            }
        }
        return !images.isEmpty();
    }

    /** Follows the catalogues of the release's stream in their registry, or in the mirror the user names for it. */
    private static JsonObject stream(ControlPlane controlPlane) {
        List<JsonObject> tags = new ArrayList<>();
        for (String source : SOURCES) {
            tags.add(JsonObject.of(
                    "from",
                    JsonObject.of(
                            "kind", "DockerImage", "name", controlPlane.image(ControlPlane.CATALOG_PREFIX + source)),
                    "importPolicy",
                    JsonObject.of("importMode", "PreserveOriginal", "scheduled", true),
                    "name",
                    source,
                    "referencePolicy",
                    JsonObject.of("type", "Source")));
        }
        return JsonObject.of(
                "apiVersion",
                "image.openshift.io/v1",
                "kind",
                "ImageStream",
                "metadata",
                controlPlane.metadata(STREAM, Map.of()),
                "spec",
                JsonObject.of("lookupPolicy", JsonObject.of("local", true), "tags", JsonArray.copyOf(tags)));
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
