package dev.hcp.reconcilers.operator;

import dev.hcp.reconcilers.ObjectKey;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What failed last about which object, so that it is told once and not at every retry. Thread-safe.
 */
final class Failures {
    private final Map<ObjectKey, String> last = new ConcurrentHashMap<>();

    /** Takes note of a failed pass; whether it failed otherwise than the one before. */
    boolean isNews(ObjectKey object, String message) {
        return !message.equals(last.put(object, message));
    }

    /** Takes note of a pass that went through; whether the one before failed. */
    boolean isRecovery(ObjectKey object) {
        return last.remove(object) != null;
    }
}
