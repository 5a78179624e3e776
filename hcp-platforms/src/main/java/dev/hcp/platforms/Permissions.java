package dev.hcp.platforms;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All that a reconciler or a platform does to objects, declared in one place: what roles are made from, and what it is held
 * to. Immutable.
 */
public final class Permissions {
    /** None. */
    public static final Permissions NONE = new Permissions(Map.of());

    private record Kind(boolean hosted, Class<? extends HasMetadata> type) {}

    private final Map<Kind, Permission> byKind;

    private Permissions(Map<Kind, Permission> byKind) {
        this.byKind = Map.copyOf(byKind);
    }

    /** To declare some. */
    public static Builder builder() {
        return new Builder();
    }

    /** These and others. */
    public Permissions and(Permissions others) {
        Builder both = new Builder();
        byKind.values().forEach(both::add);
        others.byKind.values().forEach(both::add);
        return both.build();
    }

    /** Whether something may be done to objects of a kind. */
    public boolean allow(boolean hosted, Class<? extends HasMetadata> type, Access access) {
        Permission permission = byKind.get(new Kind(hosted, type));
        return permission != null && permission.access().contains(access);
    }

    /** One for each kind, those in the management cluster first, sorted by resource. */
    public List<Permission> all() {
        return byKind.values().stream()
                .sorted(Comparator.comparing(Permission::hosted).thenComparing(Permission::resource))
                .toList();
    }

    /** Collects permissions; several for one kind add up. Each method returns this. Not thread-safe. */
    public static final class Builder {
        private final Map<Kind, Set<Access>> access = new HashMap<>();

        private Builder() {}

        /** In the management cluster, reads objects of these kinds. */
        @SafeVarargs
        public final Builder reads(Class<? extends HasMetadata>... types) {
            for (Class<? extends HasMetadata> type : types) {
                add(new Permission(false, type, Set.of(Access.READ)));
            }
            return this;
        }

        /** In the management cluster, reads objects of a kind and does something to them. */
        public Builder management(Class<? extends HasMetadata> type, Access... what) {
            return add(new Permission(false, type, Set.of(what)));
        }

        /** In hosted clusters, reads objects of these kinds. */
        @SafeVarargs
        public final Builder readsHosted(Class<? extends HasMetadata>... types) {
            for (Class<? extends HasMetadata> type : types) {
                add(new Permission(true, type, Set.of(Access.READ)));
            }
            return this;
        }

        /** In hosted clusters, reads objects of a kind and does something to them. */
        public Builder hosted(Class<? extends HasMetadata> type, Access... what) {
            return add(new Permission(true, type, Set.of(what)));
        }

        /** In the management cluster, tells of what it does by Events. */
        public Builder tells() {
            return management(io.fabric8.kubernetes.api.model.Event.class, Access.CREATE, Access.PATCH);
        }

        private Builder add(Permission permission) {
            access.computeIfAbsent(
                            new Kind(permission.hosted(), permission.type()), unknown -> EnumSet.noneOf(Access.class))
                    .addAll(permission.access());
            return this;
        }

        /** The permissions. */
        public Permissions build() {
            Map<Kind, Permission> byKind = new HashMap<>();
            access.forEach((kind, all) -> byKind.put(kind, new Permission(kind.hosted(), kind.type(), all)));
            return new Permissions(byKind);
        }
    }
}
