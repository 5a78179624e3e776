package dev.hcp.simulator.apiserver;

/** A read at a revision that the server has not reached: refused, unless it may wait. */
final class FutureRevisionException extends ApiException {
    private static final long serialVersionUID = 1L;

    private final long revision;

    FutureRevisionException(long revision, long newest) {
        super(Failures.revisionTooLarge(revision, newest).status());
        this.revision = revision;
    }

    /** The revision to wait for. */
    long revision() {
        return revision;
    }
}
