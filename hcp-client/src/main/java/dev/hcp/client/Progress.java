package dev.hcp.client;

/**
 * Something that changed while somebody waited. Immutable.
 *
 * @param subject what it happened to, such as {@code hosted cluster clusters/demo}
 * @param change what happened, such as {@code Available is True (AsExpected): The hosted control plane is available}
 */
public record Progress(String subject, String change) {
    /** Both, with a colon between. */
    @Override
    public String toString() {
        return subject + ": " + change;
    }
}
