package dev.hcp.reconcilers.hostedconfig;

import dev.hcp.api.hypershift.HostedControlPlane;
import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.names.Annotations;
import dev.hcp.api.names.ConditionReasons;
import dev.hcp.api.names.ConditionTypes;
import dev.hcp.reconcilers.Conditions;
import dev.hcp.reconcilers.ObjectKey;
import dev.hcp.reconcilers.Pass;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingWebhookConfiguration;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Removes what a cluster that is being deleted made in the cloud, so that it does not outlive the cluster. Nothing new can
 * be made meanwhile: a webhook that nobody answers is in the way.
 */
final class CloudResources {
    private static final String BLOCKER = "block-resources.hypershift.openshift.io";
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(30);

    private final Pass guest;

    private CloudResources(Pass guest) {
        this.guest = guest;
    }

    /** Whether a control plane that is being deleted has come to this. */
    static boolean areToGo(JsonObject controlPlane, Pass pass) {
        return "true".equals(controlPlane.text("metadata", "annotations", Annotations.CLEANUP_CLOUD_RESOURCES))
                && Conditions.of(controlPlane, pass.now()).is(ConditionTypes.CVO_SCALED_DOWN, Conditions.TRUE);
    }

    static void remove(JsonObject controlPlane, Pass management, Pass guest) {
        List<String> remaining = new CloudResources(guest).remaining();
        Conditions conditions = Conditions.of(controlPlane, management.now());
        if (remaining.isEmpty()) {
            conditions.set(
                    ConditionTypes.CLOUD_RESOURCES_DESTROYED,
                    true,
                    "CloudResourcesDestroyed",
                    "All guest resources destroyed");
        } else {
            conditions.set(
                    ConditionTypes.CLOUD_RESOURCES_DESTROYED,
                    false,
                    ConditionReasons.REMAINING_CLOUD_RESOURCES,
                    "Remaining resources: " + String.join(",", remaining));
            management.requeueAfter(LOOK_AGAIN);
        }
        JsonObject status = controlPlane.object("status").with("conditions", conditions.toTree());
        management.status(HostedControlPlane.class, controlPlane.with("status", status));
    }

    /** Wants all of it gone, and names what is still there, sorted. */
    private List<String> remaining() {
        guest.apply(ValidatingWebhookConfiguration.class, blocker());
        List<String> remaining = new ArrayList<>();
        if (!registryIsGone()) {
            remaining.add("image-registry");
        }
        if (remain(OperatorKinds.IngressController.class, controller -> true)) {
            remaining.add("ingress-controllers");
        }
        if (remain(Service.class, service -> "LoadBalancer".equals(service.text("spec", "type")))) {
            remaining.add("loadbalancers");
        }
        if (!volumesAreGone()) {
            remaining.add("persistent-volumes");
        }
        if (!snapshotsAreGone()) {
            remaining.add("volume-snapshots");
        }
        return remaining;
    }

    private boolean registryIsGone() {
        Optional<JsonObject> registry = guest.tree(OperatorKinds.ImageRegistry.class, "", "cluster");
        String storage = registry.map(found -> found.text("status", "storage", "managementState"))
                .orElse("");
        if (storage.isEmpty() || storage.equals("Removed")) {
            return true;
        }
        guest.patch(
                OperatorKinds.ImageRegistry.class,
                new ObjectKey("", "cluster"),
                JsonObject.of("spec", JsonObject.of("managementState", "Removed")));
        return false;
    }

    /** Deletes objects; whether there were any. */
    private boolean remain(Class<? extends HasMetadata> type, Predicate<JsonObject> concerned) {
        boolean any = false;
        for (JsonObject object : guest.trees(type, "")) {
            if (concerned.test(object)) {
                any = true;
                guest.delete(type, ObjectKey.of(object));
            }
        }
        return any;
    }

    /** A volume goes with the claim to it, and a claim with the last pod that uses it. */
    private boolean volumesAreGone() {
        if (guest.trees(PersistentVolume.class, "").isEmpty()) {
            return true;
        }
        remain(PersistentVolumeClaim.class, claim -> true);
        remain(Pod.class, CloudResources::usesClaim);
        return false;
    }

    private static boolean usesClaim(JsonObject pod) {
        for (Object item : pod.array("spec", "volumes")) {
            if (item instanceof JsonObject volume && volume.containsKey("persistentVolumeClaim")) {
                return true;
            }
        }
        return false;
    }

    private boolean snapshotsAreGone() {
        remain(OperatorKinds.VolumeSnapshot.class, snapshot -> true);
        return guest.trees(OperatorKinds.VolumeSnapshotContent.class, "").isEmpty();
    }

    private static JsonObject blocker() {
        JsonObject webhook = JsonObject.of(
                "admissionReviewVersions",
                JsonArray.of("v1"),
                "clientConfig",
                JsonObject.of("service", JsonObject.of("name", "xxx-invalid-service-xxx", "namespace", "default")),
                "failurePolicy",
                "Fail",
                "name",
                BLOCKER,
                "rules",
                JsonArray.of(
                        creation("", "pods", "persistentvolumeclaims", "persistentvolumes", "services"),
                        creation("policy", "poddisruptionbudgets"),
                        creation("snapshot.storage.k8s.io", "volumesnapshots", "volumesnapshotcontents")),
                "sideEffects",
                "None");
        return HostedPass.object(ValidatingWebhookConfiguration.class, "", BLOCKER)
                .with("webhooks", JsonArray.of(webhook));
    }

    private static JsonObject creation(String group, String... resources) {
        return JsonObject.of(
                "apiGroups",
                JsonArray.of(group),
                "apiVersions",
                JsonArray.of("v1"),
                "operations",
                JsonArray.of("CREATE"),
                "resources",
                JsonArray.of((Object[]) resources),
                "scope",
                "*");
    }
}
