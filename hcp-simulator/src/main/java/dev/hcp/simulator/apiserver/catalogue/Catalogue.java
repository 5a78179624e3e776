package dev.hcp.simulator.apiserver.catalogue;

import dev.hcp.simulator.apiserver.ResourceType;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The resources that a server serves. Immutable; adding or removing a resource makes a new catalogue. Servers that serve
 * the same share one, with the documents that were made from it.
 */
public final class Catalogue {
    /** Nothing served. */
    public static final Catalogue EMPTY = new Catalogue(new TreeMap<>());

    /** The order in which a server lists the groups it is built with; others follow by name. */
    private static final List<String> GROUP_ORDER = List.of(
            "",
            "apiregistration.k8s.io",
            "apps",
            "events.k8s.io",
            "authentication.k8s.io",
            "authorization.k8s.io",
            "autoscaling",
            "batch",
            "certificates.k8s.io",
            "networking.k8s.io",
            "policy",
            "rbac.authorization.k8s.io",
            "storage.k8s.io",
            "admissionregistration.k8s.io",
            "apiextensions.k8s.io",
            "scheduling.k8s.io",
            "coordination.k8s.io",
            "node.k8s.io",
            "discovery.k8s.io",
            "flowcontrol.apiserver.k8s.io");

    /** Resources by group, version and plural; versions by priority. */
    private final SortedMap<String, SortedMap<String, SortedMap<String, Resource>>> groups;

    private final Map<ResourceType, Resource> current = new HashMap<>();
    private final Map<String, Resource> byKind = new HashMap<>();
    private final Map<String, Resource> stored = new HashMap<>();
    private final ConcurrentMap<String, Object> documents = new ConcurrentHashMap<>();

    /** Documents of single groups, by group and name: they outlive changes of other groups. */
    private final ConcurrentMap<String, ConcurrentMap<String, Object>> groupDocuments = new ConcurrentHashMap<>();

    private Catalogue(SortedMap<String, SortedMap<String, SortedMap<String, Resource>>> groups) {
        this.groups = groups;
        for (SortedMap<String, SortedMap<String, Resource>> versions : groups.values()) {
            for (SortedMap<String, Resource> resources : versions.values()) {
                for (Resource resource : resources.values()) {
                    current.put(resource, resource);
                    byKind.putIfAbsent(resource.apiVersion() + "/" + resource.kind(), resource);
                    if (resource.isStorageVersion() || !stored.containsKey(resource.storageId())) {
                        stored.put(resource.storageId(), resource);
                    }
                }
            }
        }
    }

    /** A catalogue of these resources. */
    public static Catalogue of(Collection<Resource> resources) {
        return EMPTY.with(resources);
    }

    /** This catalogue with resources added or replaced. */
    public Catalogue with(Collection<Resource> resources) {
        SortedMap<String, SortedMap<String, SortedMap<String, Resource>>> copy = copy();
        for (Resource resource : resources) {
            copy.computeIfAbsent(resource.group(), group -> new TreeMap<>(BY_VERSION))
                    .computeIfAbsent(resource.version(), version -> new TreeMap<>())
                    .put(resource.plural(), resource);
        }
        Set<String> changed = resources.stream().map(Resource::group).collect(Collectors.toSet());
        return new Catalogue(copy).keepingDocuments(this, changed);
    }

    private Catalogue keepingDocuments(Catalogue from, Set<String> changed) {
        groupDocuments.putAll(from.groupDocuments);
        // What is made of the core group's types changes with them.
        if (changed.contains("")) {
            groupDocuments.clear();
        }
        groupDocuments.keySet().removeAll(changed);
        return this;
    }

    /** This catalogue without a resource, in all its versions. */
    public Catalogue without(String group, String plural) {
        SortedMap<String, SortedMap<String, SortedMap<String, Resource>>> copy = copy();
        SortedMap<String, SortedMap<String, Resource>> versions = copy.get(group);
        if (versions != null) {
            versions.values().forEach(resources -> resources.remove(plural));
            versions.values().removeIf(Map::isEmpty);
            if (versions.isEmpty()) {
                copy.remove(group);
            }
        }
        return new Catalogue(copy).keepingDocuments(this, Set.of(group));
    }

    private SortedMap<String, SortedMap<String, SortedMap<String, Resource>>> copy() {
        SortedMap<String, SortedMap<String, SortedMap<String, Resource>>> copy = new TreeMap<>(BY_GROUP);
        groups.forEach((group, versions) -> {
            SortedMap<String, SortedMap<String, Resource>> copiedVersions = new TreeMap<>(BY_VERSION);
            versions.forEach((version, resources) -> copiedVersions.put(version, new TreeMap<>(resources)));
            copy.put(group, copiedVersions);
        });
        return copy;
    }

    /** A resource by its place in paths, or null. */
    public @Nullable Resource find(String group, String version, String plural) {
        SortedMap<String, SortedMap<String, Resource>> versions = groups.get(group);
        SortedMap<String, Resource> resources = versions == null ? null : versions.get(version);
        return resources == null ? null : resources.get(plural);
    }

    /** A resource by the kind of its objects, or null. */
    public @Nullable Resource kind(String apiVersion, String kind) {
        return byKind.get(apiVersion + "/" + kind);
    }

    /** The resource as it is now served, or null when it no longer is. */
    public @Nullable Resource current(ResourceType type) {
        if (type instanceof Resource) {
            return current.get(type);
        }
        return find(type.group(), type.version(), type.plural());
    }

    /** The resource of a collection in the version it is stored in, or null. */
    public @Nullable Resource stored(String storageId) {
        return stored.get(storageId);
    }

    /** Whether any version of a group is served. */
    public boolean hasGroup(String group) {
        return groups.containsKey(group);
    }

    /** Whether a group is served for custom resources alone. */
    public boolean isCustom(String group) {
        SortedMap<String, SortedMap<String, Resource>> versions = groups.get(group);
        return versions != null
                && versions.values().stream()
                        .flatMap(resources -> resources.values().stream())
                        .allMatch(Resource::custom);
    }

    /** The group names, in the order of discovery; the core group is the empty name. */
    public Collection<String> groups() {
        return groups.keySet();
    }

    /** The versions of a group, the preferred first. */
    public Collection<String> versions(String group) {
        SortedMap<String, SortedMap<String, Resource>> versions = groups.get(group);
        return versions == null ? List.of() : versions.keySet();
    }

    /** The resources of a group and version, sorted by plural. */
    public Collection<Resource> resources(String group, String version) {
        SortedMap<String, SortedMap<String, Resource>> versions = groups.get(group);
        SortedMap<String, Resource> resources = versions == null ? null : versions.get(version);
        return resources == null ? List.of() : Collections.unmodifiableCollection(resources.values());
    }

    /** All resources in the versions they are stored in, in the order of discovery. */
    public List<Resource> stored() {
        return groups.values().stream()
                .flatMap(versions -> versions.values().stream())
                .flatMap(resources -> resources.values().stream())
                .filter(resource -> stored.get(resource.storageId()) == resource)
                .toList();
    }

    /** A document that is made once from this catalogue. */
    @SuppressWarnings("unchecked")
    public <T> T document(String name, Function<Catalogue, T> maker) {
        return (T) documents.computeIfAbsent(name, absent -> maker.apply(this));
    }

    /** A document on a single group that is made once for as long as the group does not change. */
    @SuppressWarnings("unchecked")
    public <T> T documentOf(String group, String name, Function<Catalogue, T> maker) {
        return (T) groupDocuments
                .computeIfAbsent(group, absent -> new ConcurrentHashMap<>())
                .computeIfAbsent(name, absent -> maker.apply(this));
    }

    private static final Comparator<String> BY_GROUP = Comparator.<String>comparingInt(group -> {
                int index = GROUP_ORDER.indexOf(group);
                return index < 0 ? GROUP_ORDER.size() : index;
            })
            .thenComparing(Comparator.naturalOrder());

    private static final Comparator<String> BY_VERSION = new VersionPriority();
}
