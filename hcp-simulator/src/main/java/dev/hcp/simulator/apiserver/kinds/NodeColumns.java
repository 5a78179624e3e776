package dev.hcp.simulator.apiserver.kinds;

import static dev.hcp.simulator.apiserver.kinds.BuiltInColumns.column;
import static dev.hcp.simulator.apiserver.kinds.BuiltInColumns.orNone;
import static dev.hcp.simulator.apiserver.kinds.BuiltInColumns.wide;
import static dev.hcp.simulator.apiserver.kinds.Trees.text;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** The columns of nodes. */
final class NodeColumns {
    private static final String ROLE_LABEL = "node-role.kubernetes.io/";

    private NodeColumns() {}

    static List<Column> columns(Column name, Column age) {
        return List.of(
                name,
                column("Status", NodeColumns::status),
                column("Roles", NodeColumns::roles),
                age,
                column("Version", node -> text(node, "status", "nodeInfo", "kubeletVersion")),
                wide("Internal-IP", node -> address(node, "InternalIP")),
                wide("External-IP", node -> address(node, "ExternalIP")),
                wide("OS-Image", node -> info(node, "osImage")),
                wide("Kernel-Version", node -> info(node, "kernelVersion")),
                wide("Container-Runtime", node -> info(node, "containerRuntimeVersion")));
    }

    private static String status(JsonObject node) {
        List<String> status = new ArrayList<>();
        JsonArray conditions = node.array("status", "conditions");
        for (int i = 0; i < conditions.size(); i++) {
            if ("Ready".equals(conditions.object(i).text("type"))) {
                status.add("True".equals(conditions.object(i).text("status")) ? "Ready" : "NotReady");
            }
        }
        if (status.isEmpty()) {
            status.add("Unknown");
        }
        if (node.isTrue("spec", "unschedulable")) {
            status.add("SchedulingDisabled");
        }
        return BuiltInColumns.joined(status);
    }

    private static String roles(JsonObject node) {
        TreeSet<String> roles = new TreeSet<>();
        JsonObject labels = node.object("metadata", "labels");
        for (int i = 0; i < labels.size(); i++) {
            String key = labels.keyAt(i);
            if (key.startsWith(ROLE_LABEL) && key.length() > ROLE_LABEL.length()) {
                roles.add(key.substring(ROLE_LABEL.length()));
            } else if (key.equals("kubernetes.io/role")) {
                roles.add(String.valueOf(labels.valueAt(i)));
            }
        }
        return orNone(List.copyOf(roles));
    }

    private static String address(JsonObject node, String type) {
        JsonArray addresses = node.array("status", "addresses");
        for (int i = 0; i < addresses.size(); i++) {
            if (type.equals(addresses.object(i).text("type"))) {
                return text(addresses.object(i), "address");
            }
        }
        return "<none>";
    }

    private static String info(JsonObject node, String field) {
        String value = text(node, "status", "nodeInfo", field);
        return value.isEmpty() ? "<unknown>" : value;
    }
}
