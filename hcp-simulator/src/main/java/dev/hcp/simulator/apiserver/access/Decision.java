package dev.hcp.simulator.apiserver.access;

/**
 * Whether something is allowed.
 *
 * @param reason why; may be empty
 */
public record Decision(boolean allowed, String reason) {
    /** Allowed without a reason. */
    public static final Decision ALLOWED = new Decision(true, "");
}
