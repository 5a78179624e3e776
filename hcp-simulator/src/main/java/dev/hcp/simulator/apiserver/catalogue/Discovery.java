package dev.hcp.simulator.apiserver.catalogue;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/** The discovery documents of a catalogue. */
public final class Discovery {
    private Discovery() {}

    /** The document of {@code /api}. */
    public static JsonObject coreVersions() {
        return JsonObject.of(
                "kind",
                "APIVersions",
                "versions",
                JsonArray.of("v1"),
                "serverAddressByClientCIDRs",
                JsonArray.of(JsonObject.of("clientCIDR", "0.0.0.0/0", "serverAddress", "127.0.0.1:6443")));
    }

    /** The document of {@code /apis}. */
    public static JsonObject groups(Catalogue catalogue) {
        List<String> custom = new ArrayList<>();
        List<Object> groups = new ArrayList<>();
        for (String group : catalogue.groups()) {
            if (catalogue.isCustom(group)) {
                custom.add(group);
            } else if (!group.isEmpty()) {
                groups.add(group(catalogue, group, false));
            }
        }
        // The reference lists APIServices, which are called by version and group.
        custom.sort(Comparator.comparing(group -> firstService(catalogue, group)));
        custom.forEach(group -> groups.add(group(catalogue, group, false)));
        return JsonObject.of("kind", "APIGroupList", "apiVersion", "v1", "groups", JsonArray.copyOf(groups));
    }

    private static String firstService(Catalogue catalogue, String group) {
        return Collections.min(catalogue.versions(group)) + "." + group;
    }

    /** The entry of a group, or its own document. */
    public static JsonObject group(Catalogue catalogue, String group, boolean whole) {
        List<Object> versions = new ArrayList<>();
        for (String version : catalogue.versions(group)) {
            versions.add(JsonObject.of("groupVersion", group + "/" + version, "version", version));
        }
        JsonObject entry = JsonObject.of(
                "name",
                group,
                "versions",
                JsonArray.copyOf(versions),
                "preferredVersion",
                versions.isEmpty() ? null : versions.get(0));
        return whole ? entry.with("kind", "APIGroup").with("apiVersion", "v1") : entry;
    }

    /** The resources of a group and version. */
    public static JsonObject resources(Catalogue catalogue, String group, String version) {
        List<Object> entries = new ArrayList<>();
        for (Resource resource : catalogue.resources(group, version)) {
            entries.add(entry(resource));
            for (Subresource sub : resource.subresources()) {
                JsonObject.Builder entry = JsonObject.builder(8)
                        .put("name", resource.plural() + "/" + sub.name())
                        .put("singularName", "")
                        .put("namespaced", resource.namespaced())
                        .put("kind", sub.kind())
                        .put("verbs", JsonArray.copyOf(sub.verbs()));
                if (!sub.version().isEmpty()) {
                    entry.put("group", sub.group()).put("version", sub.version());
                }
                entries.add(entry.build());
            }
        }
        JsonObject list = JsonObject.of(
                "kind",
                "APIResourceList",
                "groupVersion",
                group.isEmpty() ? version : group + "/" + version,
                "resources",
                JsonArray.copyOf(entries));
        // The core group's document is older than the convention.
        return group.isEmpty() ? list : list.with("apiVersion", "v1");
    }

    private static JsonObject entry(Resource resource) {
        JsonObject.Builder entry = JsonObject.builder(8)
                .put("name", resource.plural())
                .put("singularName", resource.singular())
                .put("namespaced", resource.namespaced())
                .put("kind", resource.kind())
                .put("verbs", JsonArray.copyOf(resource.verbs()));
        putUnlessEmpty(entry, "shortNames", resource.shortNames());
        putUnlessEmpty(entry, "categories", resource.categories());
        if (resource.isStored()) {
            entry.put("storageVersionHash", storageVersionHash(resource));
        }
        return entry.build();
    }

    private static void putUnlessEmpty(JsonObject.Builder entry, String name, Collection<String> values) {
        if (!values.isEmpty()) {
            entry.put(name, JsonArray.copyOf(values));
        }
    }

    private static String storageVersionHash(Resource resource) {
        byte[] digest = digest("SHA-256", resource.storageEncoding().getBytes(StandardCharsets.UTF_8));
        return Base64.getEncoder().encodeToString(Arrays.copyOf(digest, 8));
    }

    /** The SHA-512 of a document in the form of its entity tag. */
    public static String sha512(byte[] bytes) {
        return HexFormat.of().withUpperCase().formatHex(digest("SHA-512", bytes));
    }

    private static byte[] digest(String algorithm, byte[] bytes) {
        try {
            return MessageDigest.getInstance(algorithm).digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has " + algorithm, e);
        }
    }

    /** Everything in one document, for {@code /api} or for {@code /apis}. */
    public static JsonObject aggregated(Catalogue catalogue, boolean core, String version) {
        List<Object> items = new ArrayList<>();
        for (String group : catalogue.groups()) {
            if (group.isEmpty() != core) {
                continue;
            }
            List<Object> versions = new ArrayList<>();
            for (String each : catalogue.versions(group)) {
                List<Object> resources = new ArrayList<>();
                for (Resource resource : catalogue.resources(group, each)) {
                    resources.add(aggregated(resource));
                }
                versions.add(JsonObject.of(
                        "version", each, "resources", JsonArray.copyOf(resources), "freshness", "Current"));
            }
            JsonObject meta = JsonObject.of("creationTimestamp", null);
            items.add(JsonObject.of(
                    "metadata", core ? meta : meta.with("name", group), "versions", JsonArray.copyOf(versions)));
        }
        return JsonObject.of(
                "kind",
                "APIGroupDiscoveryList",
                "apiVersion",
                "apidiscovery.k8s.io/" + version,
                "metadata",
                JsonObject.EMPTY,
                "items",
                JsonArray.copyOf(items));
    }

    private static JsonObject aggregated(Resource resource) {
        JsonObject.Builder entry = JsonObject.builder(8)
                .put("resource", resource.plural())
                .put("responseKind", responseKind(resource, resource.kind()))
                .put("scope", resource.namespaced() ? "Namespaced" : "Cluster")
                .put("singularResource", resource.singular())
                .put("verbs", JsonArray.copyOf(resource.verbs()));
        putUnlessEmpty(entry, "shortNames", resource.shortNames());
        putUnlessEmpty(entry, "categories", resource.categories());
        List<Object> subresources = new ArrayList<>();
        for (Subresource sub : resource.subresources()) {
            JsonObject kind = sub.version().isEmpty()
                    ? responseKind(resource, sub.kind())
                    : JsonObject.of("group", sub.group(), "version", sub.version(), "kind", sub.kind());
            subresources.add(JsonObject.of(
                    "subresource", sub.name(), "responseKind", kind, "verbs", JsonArray.copyOf(sub.verbs())));
        }
        if (!subresources.isEmpty()) {
            entry.put("subresources", JsonArray.copyOf(subresources));
        }
        return entry.build();
    }

    private static JsonObject responseKind(Resource resource, String kind) {
        return resource.custom()
                ? JsonObject.of("group", resource.group(), "version", resource.version(), "kind", kind)
                : JsonObject.of("group", "", "version", "", "kind", kind);
    }
}
