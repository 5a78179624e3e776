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

    /** As apimachinery's ShortHumanDuration: in the largest unit that fits. */
    static String inWords(Duration age) {
        long seconds = age.toSeconds();
        if (seconds < -1) {
            return "<invalid>";
        }
        if (seconds < 60) {
            return Math.max(0, seconds) + "s";
        }
        if (age.toMinutes() < 60) {
            return age.toMinutes() + "m";
        }
        long hours = age.toHours();
        if (hours < 24) {
            return hours + "h";
        }
        return hours < 24 * 365 ? hours / 24 + "d" : hours / 24 / 365 + "y";
    }
}
