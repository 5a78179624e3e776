package dev.hcp.simulator.transport.mockserver;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import io.fabric8.kubernetes.client.dsl.base.CustomResourceDefinitionContext;
import java.util.Locale;

/** The definition of a custom resource of which only its names are known. */
final class PermissiveDefinition {
    private PermissiveDefinition() {}

    static JsonObject of(CustomResourceDefinitionContext context) {
        String kind = context.getKind() == null ? capitalized(singular(context.getPlural())) : context.getKind();
        JsonObject version = JsonObject.of(
                "name",
                context.getVersion(),
                "served",
                true,
                "storage",
                true,
                "schema",
                JsonObject.of(
                        "openAPIV3Schema",
                        JsonObject.of("type", "object", "x-kubernetes-preserve-unknown-fields", true)));
        if (context.isStatusSubresource()) {
            version = version.with("subresources", JsonObject.of("status", JsonObject.EMPTY));
        }
        return JsonObject.of(
                "apiVersion",
                "apiextensions.k8s.io/v1",
                "kind",
                "CustomResourceDefinition",
                "metadata",
                JsonObject.of("name", context.getPlural() + "." + context.getGroup()),
                "spec",
                JsonObject.of(
                        "group",
                        context.getGroup(),
                        "scope",
                        context.isNamespaceScoped() ? "Namespaced" : "Cluster",
                        "names",
                        JsonObject.of("plural", context.getPlural(), "kind", kind),
                        "versions",
                        JsonArray.of(version)));
    }

    private static String singular(String plural) {
        return plural.endsWith("s") ? plural.substring(0, plural.length() - 1) : plural;
    }

    private static String capitalized(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
