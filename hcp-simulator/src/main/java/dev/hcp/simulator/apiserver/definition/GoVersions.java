package dev.hcp.simulator.apiserver.definition;

import static dev.hcp.simulator.apiserver.definition.DefinitionSpec.text;

import dev.hcp.api.json.JsonObject;
import dev.hcp.api.validation.schema.GoSyntax;
import java.util.stream.Collectors;

/** The versions of a definition as Go prints them; where a pointer stands there, the address means nothing. */
final class GoVersions {
    private GoVersions() {}

    static String literal(DefinitionSpec spec) {
        String type = "[]apiextensions.CustomResourceDefinitionVersion";
        return spec.versions().isEmpty()
                ? type + "(nil)"
                : type
                        + spec.versions().stream()
                                .map(version -> version(spec, version))
                                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static String version(DefinitionSpec spec, JsonObject version) {
        return "apiextensions.CustomResourceDefinitionVersion{Name:" + GoSyntax.quote(text(version, "name"))
                + ", Served:" + version.isTrue("served")
                + ", Storage:" + version.isTrue("storage")
                + ", Deprecated:" + version.isTrue("deprecated")
                + ", DeprecationWarning:(*string)(" + pointer(version.get("deprecationWarning") == null)
                + "), Schema:(*apiextensions.CustomResourceValidation)(" + pointer(spec, version, "schema")
                + "), Subresources:(*apiextensions.CustomResourceSubresources)("
                + pointer(spec, version, "subresources")
                + "), AdditionalPrinterColumns:[]apiextensions.CustomResourceColumnDefinition("
                + pointer(spec, version, "additionalPrinterColumns")
                + "), SelectableFields:[]apiextensions.SelectableField("
                + pointer(spec, version, "selectableFields") + ")}";
    }

    private static String pointer(DefinitionSpec spec, JsonObject version, String member) {
        return pointer(version.get(member) == null || spec.isShared(member));
    }

    private static String pointer(boolean nil) {
        return nil ? "nil" : "0xc000000000";
    }
}
