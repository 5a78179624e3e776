package dev.hcp.simulator.apiserver.kinds;

import static dev.hcp.simulator.apiserver.kinds.BuiltInColumns.column;
import static dev.hcp.simulator.apiserver.kinds.BuiltInColumns.orNone;
import static dev.hcp.simulator.apiserver.kinds.Trees.text;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The columns of certificate signing requests. */
final class CertificateColumns {
    private CertificateColumns() {}

    static List<Column> columns(Column name, Column age) {
        return List.of(
                name,
                age,
                column("SignerName", request -> orNone(text(request, "spec", "signerName"))),
                column("Requestor", request -> text(request, "spec", "username")),
                column(
                        "RequestedDuration",
                        request -> request.at("spec", "expirationSeconds") instanceof Long seconds
                                ? Column.duration(Duration.ofSeconds(seconds))
                                : "<none>"),
                column("Condition", CertificateColumns::condition));
    }

    private static String condition(JsonObject request) {
        JsonArray conditions = request.array("status", "conditions");
        Set<String> types = new HashSet<>();
        for (int i = 0; i < conditions.size(); i++) {
            types.add(text(conditions.object(i), "type"));
        }
        String state = types.contains("Denied") ? "Denied" : types.contains("Approved") ? "Approved" : "Pending";
        state += types.contains("Failed") ? ",Failed" : "";
        return state + (text(request, "status", "certificate").isEmpty() ? "" : ",Issued");
    }
}
