package dev.hcp.reconcilers.controlplane;

import dev.hcp.api.json.JsonObject;
import java.time.Duration;
import java.time.Instant;

/** How old objects are, in the words Kubernetes tools use. */
final class Ages {
    private Ages() {}

    /**
     * The time since an object was created, in tens of seconds: a message that is new each second would make every pass that
     * reports it call for another. An object that does not say when is as old as can be said.
     */
    static String since(JsonObject object, Instant now) {
        String created = object.text("metadata", "creationTimestamp");
        if (created == null) {
            return "292y";
        }
        long seconds = Duration.between(Instant.parse(created), now).toSeconds();
        return inWords(Duration.ofSeconds(seconds - seconds % 10));
    }

    /** As apimachinery's HumanDuration: two units where that helps, else one. */
    static String inWords(Duration age) {
        long seconds = age.toSeconds();
        if (seconds < -1) {
            return "<invalid>";
        }
        if (seconds < 0) {
            return "0s";
        }
        if (seconds < 60 * 2) {
            return seconds + "s";
        }
        long minutes = age.toMinutes();
        if (minutes < 10) {
            return withRest(minutes, "m", seconds % 60, "s");
        }
        if (minutes < 60 * 3) {
            return minutes + "m";
        }
        long hours = age.toHours();
        if (hours < 8) {
            return withRest(hours, "h", minutes % 60, "m");
        }
        if (hours < 48) {
            return hours + "h";
        }
        if (hours < 24 * 8) {
            return withRest(hours / 24, "d", hours % 24, "h");
        }
        if (hours < 24 * 365 * 2) {
            return hours / 24 + "d";
        }
        if (hours < 24 * 365 * 8) {
            return withRest(hours / 24 / 365, "y", hours / 24 % 365, "d");
        }
        return hours / 24 / 365 + "y";
    }

    private static String withRest(long whole, String unit, long rest, String restUnit) {
        return rest == 0 ? whole + unit : whole + unit + rest + restUnit;
    }
}
