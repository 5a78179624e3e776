package dev.hcp.simulator;

import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.apiserver.Objects;
import dev.hcp.simulator.apiserver.ResourceType;
import dev.hcp.simulator.kernel.Kernel;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Lets reads through and makes a command of every write, so that it takes its turn in simulated time. */
final class SerializedObjects implements Objects {
    private final Kernel kernel;
    private final Objects objects;
    private final String prefix;

    /**
     * @param prefix what to put before the kind in the history; names the server
     */
    SerializedObjects(Kernel kernel, Objects objects, String prefix) {
        this.kernel = kernel;
        this.objects = objects;
        this.prefix = prefix;
    }

    private String describe(
            String verb, ResourceType type, @Nullable Object namespace, @Nullable Object name, @Nullable String part) {
        return verb + " " + prefix + type.kind() + " "
                + (namespace == null || "".equals(namespace) ? "" : namespace + "/") + (name == null ? "" : name)
                + (part == null ? "" : " " + part);
    }

    private String describe(String verb, ResourceType type, JsonObject object, @Nullable String part) {
        return describe(verb, type, object.at("metadata", "namespace"), object.at("metadata", "name"), part);
    }

    @Override
    public JsonObject create(ResourceType type, JsonObject object, String manager) {
        return kernel.command(describe("create", type, object, null), () -> objects.create(type, object, manager));
    }

    @Override
    public JsonObject update(ResourceType type, @Nullable String subresource, JsonObject object, String manager) {
        return kernel.command(
                describe("update", type, object, subresource),
                () -> objects.update(type, subresource, object, manager));
    }

    @Override
    public JsonObject mergePatch(
            ResourceType type,
            String namespace,
            String name,
            @Nullable String subresource,
            JsonObject patch,
            String manager) {
        return kernel.command(
                describe("patch", type, namespace, name, subresource),
                () -> objects.mergePatch(type, namespace, name, subresource, patch, manager));
    }

    @Override
    public JsonObject apply(
            ResourceType type, @Nullable String subresource, JsonObject object, boolean force, String manager) {
        return kernel.command(
                describe("apply", type, object, subresource),
                () -> objects.apply(type, subresource, object, force, manager));
    }

    @Override
    public void evict(String namespace, String pod) {
        kernel.command("evict " + prefix + "Pod " + namespace + "/" + pod, () -> {
            objects.evict(namespace, pod);
            return pod;
        });
    }

    @Override
    public void delete(ResourceType type, String namespace, String name, Deletion options) {
        boolean unused = kernel.command(describe("delete", type, namespace, name, null), () -> {
            objects.delete(type, namespace, name, options);
            return true;
        });
    }

    @Override
    public ResourceType resource(String apiVersion, String kind) {
        return objects.resource(apiVersion, kind);
    }

    @Override
    public List<ResourceType> resources() {
        return objects.resources();
    }

    @Override
    public Optional<JsonObject> get(ResourceType type, String namespace, String name) {
        return objects.get(type, namespace, name);
    }

    @Override
    public List<JsonObject> list(ResourceType type, String namespace) {
        return objects.list(type, namespace);
    }

    @Override
    public List<JsonObject> ownedBy(String ownerUid) {
        return objects.ownedBy(ownerUid);
    }

    @Override
    public Subscription onChange(Consumer<Change> listener) {
        return objects.onChange(listener);
    }

    @Override
    public long revision() {
        return objects.revision();
    }
}
