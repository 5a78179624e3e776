package dev.hcp.simulator.world.capi;

import dev.hcp.api.json.JsonObject;

/** Label selectors. */
final class Selectors {
    private Selectors() {}

    /** The text form that the scale sub-resource wants: {@code a=b,c=d}. */
    static String text(JsonObject labels) {
        StringBuilder text = new StringBuilder();
        labels.forEach((key, value) -> text.append(text.length() == 0 ? "" : ",")
                .append(key)
                .append('=')
                .append(value));
        return text.toString();
    }
}
