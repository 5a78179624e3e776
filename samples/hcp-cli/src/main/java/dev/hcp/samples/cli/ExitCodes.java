package dev.hcp.samples.cli;

/** What the program ends with, so that scripts can tell what went wrong. Part of its interface: numbers stay. */
final class ExitCodes {
    /** All went well. */
    static final int OK = 0;
    /** Something else failed. */
    static final int FAILED = 1;
    /** Arguments or options that cannot be honoured; nothing was changed. */
    static final int USAGE = 2;
    /** The management cluster does not answer. */
    static final int UNREACHABLE = 3;
    /** Wrong credentials, or not allowed. */
    static final int REFUSED = 4;
    /** HyperShift is not installed on the management cluster. */
    static final int NOT_INSTALLED = 5;
    /** What the command is about does not exist. */
    static final int NOT_FOUND = 6;
    /** It exists already, or somebody else changed it. */
    static final int CONFLICT = 7;
    /** A quota, an admission check or the rules of the kind refuse it. */
    static final int REJECTED = 8;
    /** It did not happen in time. */
    static final int TIMEOUT = 9;
    /** Interrupted, as by Ctrl-C. */
    static final int INTERRUPTED = 130;

    private ExitCodes() {}
}
