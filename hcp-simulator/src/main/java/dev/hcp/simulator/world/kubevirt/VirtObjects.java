package dev.hcp.simulator.world.kubevirt;

import dev.hcp.api.json.JsonObject;
import dev.hcp.reconcilers.ObjectKey;
import dev.hcp.simulator.apiserver.Objects;
import dev.hcp.simulator.apiserver.ResourceType;
import dev.hcp.simulator.kernel.Seed;
import dev.hcp.simulator.world.Meta;
import dev.hcp.simulator.world.Timings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The management cluster as KubeVirt's controllers see it. */
final class VirtObjects {
    static final String KUBEVIRT = "kubevirt.io";
    static final String CDI = "cdi.kubevirt.io";
    /** Labels of a virtual machine that say which KubevirtMachine it is for. */
    static final String MACHINE_NAME = "capk.cluster.x-k8s.io/kubevirt-machine-name";

    static final String MACHINE_NAMESPACE = "capk.cluster.x-k8s.io/kubevirt-machine-namespace";

    final Objects objects;
    final Timings timings;
    final Seed seed;
    final ResourceType machines;
    final ResourceType virtualMachines;
    final ResourceType instances;
    final ResourceType dataVolumes;
    final ResourceType claims;
    final ResourceType pods;
    final ResourceType secrets;
    final ResourceType deployments;

    VirtObjects(Objects objects, Timings timings, Seed seed) {
        this.objects = objects;
        this.timings = timings;
        this.seed = seed;
        this.machines = objects.resource("infrastructure.cluster.x-k8s.io/v1alpha1", "KubevirtMachine");
        this.virtualMachines = objects.resource("kubevirt.io/v1", "VirtualMachine");
        this.instances = objects.resource("kubevirt.io/v1", "VirtualMachineInstance");
        this.dataVolumes = objects.resource("cdi.kubevirt.io/v1beta1", "DataVolume");
        this.claims = objects.resource("v1", "PersistentVolumeClaim");
        this.pods = objects.resource("v1", "Pod");
        this.secrets = objects.resource("v1", "Secret");
        this.deployments = objects.resource("apps/v1", "Deployment");
    }

    Optional<JsonObject> get(ResourceType type, ObjectKey key) {
        return objects.get(type, key.namespace(), key.name());
    }

    /** Whether a deployment is available. */
    boolean runs(String namespace, String deployment) {
        return objects.get(deployments, namespace, deployment)
                .filter(found -> found.integer(0, "status", "availableReplicas") > 0)
                .isPresent();
    }

    /** The owners of a kind, as keys of their actor's queue. */
    static List<ObjectKey> owners(JsonObject object, String kind) {
        List<ObjectKey> keys = new ArrayList<>();
        for (Object owner : object.array("metadata", "ownerReferences")) {
            if (owner instanceof JsonObject reference && kind.equals(reference.text("kind"))) {
                keys.add(new ObjectKey(Meta.namespace(object), String.valueOf(reference.text("name"))));
            }
        }
        return keys;
    }

    void writeStatus(ResourceType type, JsonObject object, JsonObject status, String manager) {
        if (!status.equals(object.object("status"))) {
            objects.update(type, "status", object.with("status", status), manager);
        }
    }

    JsonObject addFinalizer(ResourceType type, JsonObject object, String finalizer, String manager) {
        if (object.array("metadata", "finalizers").contains(finalizer)) {
            return object;
        }
        List<@Nullable Object> all = new ArrayList<>(object.array("metadata", "finalizers"));
        all.add(finalizer);
        return finalizers(type, object, all, manager);
    }

    void removeFinalizer(ResourceType type, JsonObject object, String finalizer, String manager) {
        List<@Nullable Object> rest = new ArrayList<>(object.array("metadata", "finalizers"));
        if (rest.remove(finalizer)) {
            finalizers(type, object, rest, manager);
        }
    }

    private JsonObject finalizers(
            ResourceType type, JsonObject object, List<@Nullable Object> finalizers, String manager) {
        return objects.mergePatch(
                type,
                Meta.namespace(object),
                Meta.name(object),
                null,
                JsonObject.of("metadata", JsonObject.of("finalizers", finalizers)),
                manager);
    }

    void delete(ResourceType type, ObjectKey key) {
        if (get(type, key).filter(object -> !Meta.deleting(object)).isPresent()) {
            objects.delete(type, key.namespace(), key.name(), Objects.Deletion.BACKGROUND);
        }
    }
}
