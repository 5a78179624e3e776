package dev.hcp.reconcilers;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.names.Labels;
import dev.hcp.platforms.Access;
import dev.hcp.platforms.OperatorOptions;
import dev.hcp.platforms.Permissions;
import dev.hcp.platforms.World;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Namespace;
import java.util.List;

/**
 * Keeps the ConfigMap {@code supported-versions} in the HyperShift operator's namespace, by which {@code hcp version} and
 * others learn which releases hosted clusters may have. Its object is that namespace. Stateless and thread-safe.
 */
public final class SupportedVersions implements Reconciler<Namespace> {
    private static final String NAME = "supported-versions";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<Namespace> primaryType() {
        return Namespace.class;
    }

    @Override
    public Permissions permissions() {
        return Permissions.builder()
                .reads(Namespace.class)
                .management(ConfigMap.class, Access.APPLY)
                .build();
    }

    @Override
    public List<Watch<?>> watches() {
        return List.of(new Watch<>(ConfigMap.class, (object, world) -> {
            ObjectKey key = ObjectKey.of(object);
            return key.name().equals(NAME) ? List.of(new ObjectKey("", key.namespace())) : List.of();
        }));
    }

    @Override
    public Plan reconcile(Namespace primary, World world) {
        OperatorOptions operator = world.managementCluster().operator();
        boolean ours = primary.getMetadata().getName().equals(operator.namespace());
        if (!ours || primary.getMetadata().getDeletionTimestamp() != null) {
            return Plan.NOTHING;
        }
        Pass pass = new Pass(world, NAME);
        pass.apply(ConfigMap.class, configMap(operator));
        return pass.done();
    }

    private static JsonObject configMap(OperatorOptions operator) {
        JsonObject versions = JsonObject.of("versions", JsonArray.copyOf(ReleaseRules.supportedLines()));
        return JsonObject.of(
                "apiVersion",
                "v1",
                "data",
                JsonObject.of("server-version", tag(operator.image()), NAME, versions.toString()),
                "kind",
                "ConfigMap",
                "metadata",
                JsonObject.of(
                        "labels",
                        JsonObject.of(Labels.SUPPORTED_VERSIONS, "true"),
                        "name",
                        NAME,
                        "namespace",
                        operator.namespace()));
    }

    /** The tag or the digest of an image: what tells one build of the operator from another. */
    private static String tag(String image) {
        return image.substring(Math.max(image.lastIndexOf(':'), image.lastIndexOf('/')) + 1);
    }
}
