package dev.hcp.platforms;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.EnumSet;
import java.util.Set;

/**
 * What somebody does to the objects of a kind, in the management cluster or in hosted clusters. Immutable.
 *
 * @param hosted whether it is about hosted clusters, whose API servers are asked as their administrator
 * @param type the kind
 * @param access what is done to its objects; with {@link Access#READ}, unless all that is done is to {@link Access#GRANT}
 */
public record Permission(boolean hosted, Class<? extends HasMetadata> type, Set<Access> access) {
    public Permission {
        Set<Access> all = EnumSet.noneOf(Access.class);
        all.addAll(access);
        if (!all.equals(Set.of(Access.GRANT))) {
            all.add(Access.READ);
        }
        access = Set.copyOf(all);
    }

    /** The resource, such as {@code nodepools.hypershift.openshift.io}. */
    public String resource() {
        String group = HasMetadata.getGroup(type);
        return HasMetadata.getPlural(type) + (group.isEmpty() ? "" : "." + group);
    }

    /** {@code nodepools.hypershift.openshift.io in the management cluster: [PATCH, READ]}. */
    @Override
    public String toString() {
        return resource()
                + (hosted ? " in hosted clusters: " : " in the management cluster: ")
                + EnumSet.copyOf(access);
    }
}
