package dev.hcp.simulator.apiserver;

import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.apiserver.catalogue.Resource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A field that objects can be selected by: where its value stands in an object, and what it is where it stands nowhere.
 *
 * @param paths where to look, in this order
 * @param absent the value of an object that has none
 */
record SelectableField(List<String[]> paths, String absent) {
    /** Built-in resources whose refusal of a field has its own words. */
    private static final Set<String> OWN_CONVERSION =
            Set.of("/pods", "/nodes", "/namespaces", "/secrets", "/services", "/events");

    /** Fields of built-in kinds that do not stand where they seem to, or have a value when they are not set. */
    private static final Map<String, SelectableField> PECULIAR = Map.of(
            "spec.host", at("", "spec.nodeName"),
            "spec.hostNetwork", at("false", "spec.hostNetwork"),
            "spec.unschedulable", at("false", "spec.unschedulable"),
            "status.successful", at("0", "status.succeeded"),
            "status.replicas", at("0", "status.replicas"),
            // The reference knows the name and never sets the value.
            "status.podIPs", at(""),
            "source", at("", "source.component", "reportingComponent"));

    private static SelectableField at(String absent, String... paths) {
        return new SelectableField(
                java.util.Arrays.stream(paths).map(path -> path.split("\\.")).toList(), absent);
    }

    /** The field of that label; a 400 when objects cannot be selected by it. */
    static SelectableField of(String label, Resource resource) {
        boolean metadata =
                label.equals("metadata.name") || (label.equals("metadata.namespace") && hasNamespace(resource));
        if (metadata) {
            return at("", label);
        }
        boolean alias = label.equals("spec.host") && resource.storageId().equals("/pods");
        if (alias || resource.selectableFields().contains(label)) {
            SelectableField peculiar = resource.custom() ? null : PECULIAR.get(label);
            return peculiar == null ? at("", label) : peculiar;
        }
        if (resource.custom() || OWN_CONVERSION.contains(resource.storageId())) {
            throw Failures.badRequest("field label not supported: " + label);
        }
        if (resource.storageId().equals("batch/jobs")) {
            throw Failures.badRequest("field label \"" + label + "\" not supported for Job");
        }
        throw Failures.badRequest(
                "\"" + label + "\" is not a known field selector: only \"metadata.name\", \"metadata.namespace\"");
    }

    /** Most built-in kinds let anybody ask for a namespace, whether they have one or not. */
    private static boolean hasNamespace(Resource resource) {
        return resource.namespaced() || !(resource.custom() || OWN_CONVERSION.contains(resource.storageId()));
    }

    boolean isName() {
        return paths.size() == 1
                && paths.get(0).length == 2
                && paths.get(0)[0].equals("metadata")
                && paths.get(0)[1].equals("name");
    }

    String value(JsonObject object) {
        for (String[] path : paths) {
            String text = text(object.at(path));
            if (!text.isEmpty()) {
                return text;
            }
        }
        return absent;
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : String.valueOf(value);
    }
}
