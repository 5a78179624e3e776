package dev.hcp.reconcilers.hostedcluster;

import dev.hcp.api.hypershift.HostedCluster;
import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.platforms.World;
import dev.hcp.reconcilers.ObjectKey;
import dev.hcp.reconcilers.Watch;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Secret;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** From Secrets and ConfigMaps that change to the clusters that have copies of them, or that they are copies of. */
final class SourceWatches {
    private static final List<String[]> SECRETS = List.of(
            path("pullSecret"),
            path("sshKey"),
            path("auditWebhook"),
            path("serviceAccountSigningKey"),
            path("secretEncryption", "aescbc", "activeKey"),
            path("secretEncryption", "aescbc", "backupKey"),
            path("etcd", "unmanaged", "tls", "clientSecret"),
            path("platform", "kubevirt", "credentials", "infraKubeConfigSecret"));

    private static final List<String[]> CONFIG_MAPS = List.<String[]>of(path("additionalTrustBundle"));

    private SourceWatches() {}

    static Watch<Secret> secrets() {
        return watch(Secret.class, SECRETS, ReferencedObjects::secrets);
    }

    static Watch<ConfigMap> configMaps() {
        return watch(ConfigMap.class, CONFIG_MAPS, ReferencedObjects::configMaps);
    }

    private static String[] path(String... steps) {
        return steps;
    }

    private static <T extends HasMetadata> Watch<T> watch(
            Class<T> type, List<String[]> references, Function<JsonObject, Set<String>> ofConfiguration) {
        return new Watch<>(type, (object, world) -> {
            Collection<ObjectKey> owners = owners(object);
            return owners.isEmpty() ? users(ObjectKey.of(object), world, references, ofConfiguration) : owners;
        });
    }

    /** An object that goes with a cluster concerns nobody else; most are such, and need no search. */
    private static Collection<ObjectKey> owners(JsonObject object) {
        JsonArray references = object.array("metadata", "ownerReferences");
        if (references.isEmpty()) {
            return List.of();
        }
        List<ObjectKey> clusters = new ArrayList<>(1);
        for (Object item : references) {
            if (item instanceof JsonObject owner
                    && "HostedCluster".equals(owner.text("kind"))
                    && owner.get("name") instanceof String name) {
                clusters.add(new ObjectKey(ObjectKey.of(object).namespace(), name));
            }
        }
        return clusters;
    }

    private static Collection<ObjectKey> users(
            ObjectKey source,
            World world,
            List<String[]> references,
            Function<JsonObject, Set<String>> ofConfiguration) {
        List<ObjectKey> clusters = new ArrayList<>();
        for (JsonObject cluster : world.trees(HostedCluster.class, source.namespace())) {
            JsonObject spec = cluster.object("spec");
            if (refersTo(spec, source.name(), references)
                    || ofConfiguration.apply(spec.object("configuration")).contains(source.name())) {
                clusters.add(ObjectKey.of(cluster));
            }
        }
        return clusters;
    }

    private static boolean refersTo(JsonObject spec, String name, List<String[]> references) {
        for (String[] path : references) {
            if (name.equals(spec.object(path).text("name"))) {
                return true;
            }
        }
        return false;
    }
}
