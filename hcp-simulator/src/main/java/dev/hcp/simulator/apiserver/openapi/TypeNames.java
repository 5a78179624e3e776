package dev.hcp.simulator.apiserver.openapi;

import dev.hcp.api.validation.schema.Schema;
import dev.hcp.simulator.apiserver.catalogue.Catalogue;
import dev.hcp.simulator.apiserver.catalogue.Resource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names of definitions: the Go package of a type, its parts joined by dots, and the type. */
final class TypeNames {
    static final String META = "io.k8s.apimachinery.pkg.apis.meta.v1.";

    private static final Set<String> META_TYPES = Set.of(
            "Condition",
            "LabelSelector",
            "LabelSelectorRequirement",
            "ListMeta",
            "ManagedFieldsEntry",
            "ObjectMeta",
            "OwnerReference",
            "Status");

    /** The structures of the core group, which those of other groups are made of. */
    private final Map<String, Schema> core = new HashMap<>();

    TypeNames(Catalogue catalogue) {
        for (Resource resource : catalogue.resources("", "v1")) {
            collect(resource.schema());
        }
    }

    private void collect(@Nullable Schema schema) {
        if (schema == null || (isStructure(schema) && core.putIfAbsent(schema.typeName(), schema) != null)) {
            return;
        }
        schema.properties().values().forEach(this::collect);
        collect(schema.items());
        collect(schema.additional());
    }

    static boolean isStructure(Schema schema) {
        return !schema.typeName().isEmpty() && !schema.properties().isEmpty();
    }

    /** The name of a kind. */
    static String of(Resource resource) {
        return of(resource, resource.kind());
    }

    /** The name of a type beside a kind, such as its list. */
    static String of(Resource resource, String type) {
        if (!resource.custom()) {
            String group =
                    resource.group().isEmpty() ? "core" : resource.group().split("\\.")[0];
            if (resource.group().equals("apiextensions.k8s.io")) {
                return "io.k8s.apiextensions-apiserver.pkg.apis.apiextensions." + resource.version() + "." + type;
            }
            return "io.k8s.api." + group + "." + resource.version() + "." + type;
        }
        List<String> parts = new ArrayList<>(Arrays.asList(resource.group().split("\\.")));
        Collections.reverse(parts);
        return String.join(".", parts) + "." + resource.version() + "." + type;
    }

    /** The name of a structure within a built-in kind. */
    String of(Resource owner, Schema structure) {
        String type = structure.typeName();
        if (META_TYPES.contains(type)) {
            return META + type;
        }
        Schema inCore = core.get(type);
        boolean isCore = inCore != null
                && inCore.properties().keySet().equals(structure.properties().keySet());
        return isCore ? "io.k8s.api.core.v1." + type : of(owner, type);
    }
}
