package dev.hcp.simulator.apiserver.kinds;

import dev.hcp.api.json.JsonObject;
import dev.hcp.simulator.apiserver.catalogue.VersionConversion;
import java.util.HashMap;
import java.util.Map;

/** Events between the core group, in which they are stored, and their own group: the same fields under newer names. */
final class EventConversion implements VersionConversion {
    private static final Map<String, String> NEWER = Map.of(
            "involvedObject", "regarding",
            "message", "note",
            "source", "deprecatedSource",
            "firstTimestamp", "deprecatedFirstTimestamp",
            "lastTimestamp", "deprecatedLastTimestamp",
            "count", "deprecatedCount",
            "reportingComponent", "reportingController");
    private static final Map<String, String> OLDER = new HashMap<>();

    static {
        NEWER.forEach((older, newer) -> OLDER.put(newer, older));
    }

    @Override
    public JsonObject convert(JsonObject object, String apiVersion) {
        Map<String, String> names = apiVersion.equals("v1") ? OLDER : NEWER;
        JsonObject.Builder result = JsonObject.builder(object.size());
        object.forEach((name, value) -> result.put(names.getOrDefault(name, name), value));
        return result.build().with("apiVersion", apiVersion);
    }
}
