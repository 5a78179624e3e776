package dev.hcp.simulator.apiserver.kinds;

import static dev.hcp.simulator.apiserver.kinds.BuiltInColumns.column;
import static dev.hcp.simulator.apiserver.kinds.BuiltInColumns.orNone;
import static dev.hcp.simulator.apiserver.kinds.Trees.text;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import java.util.ArrayList;
import java.util.List;

/** The columns of storage drivers, their nodes and capacities, and of volume attachments. */
final class CsiColumns {
    private CsiColumns() {}

    private static Column flag(String name, String description, String... path) {
        return new Column(name, "boolean", "", description, 0, (object, now) -> object.isTrue(path));
    }

    static List<Column> drivers(Column name, Column age) {
        return List.of(
                name,
                flag("AttachRequired", "AttachRequired", "spec", "attachRequired"),
                flag("PodInfoOnMount", "PodInfoOnMount", "spec", "podInfoOnMount"),
                flag("StorageCapacity", "StorageCapacity", "spec", "storageCapacity"),
                column("TokenRequests", CsiColumns::audiences),
                flag("RequiresRepublish", "RequiresRepublish", "spec", "requiresRepublish"),
                column(
                        "Modes",
                        driver -> orNone(driver.array("spec", "volumeLifecycleModes").stream()
                                .map(String::valueOf)
                                .toList())),
                age);
    }

    private static String audiences(JsonObject driver) {
        JsonArray requests = driver.array("spec", "tokenRequests");
        List<String> audiences = new ArrayList<>();
        for (int i = 0; i < requests.size(); i++) {
            audiences.add(text(requests.object(i), "audience"));
        }
        return audiences.isEmpty() ? "<unset>" : String.join(",", audiences);
    }

    static List<Column> nodes(Column name, Column age) {
        return List.of(
                name,
                new Column(
                        "Drivers",
                        "integer",
                        "",
                        "Drivers indicates the number of CSI drivers registered on the node",
                        0,
                        (node, now) -> (long) node.array("spec", "drivers").size()),
                age);
    }

    static List<Column> capacities(Column name) {
        return List.of(
                name,
                column("StorageClassName", each -> text(each, "storageClassName")),
                column(
                        "Capacity",
                        each -> each.get("capacity") == null ? "<unset>" : String.valueOf(each.get("capacity"))));
    }

    static List<Column> attachments(Column name, Column age) {
        return List.of(
                name,
                column("Attacher", each -> text(each, "spec", "attacher")),
                column("PV", each -> text(each, "spec", "source", "persistentVolumeName")),
                column("Node", each -> text(each, "spec", "nodeName")),
                flag("Attached", "Attached", "status", "attached"),
                age);
    }
}
