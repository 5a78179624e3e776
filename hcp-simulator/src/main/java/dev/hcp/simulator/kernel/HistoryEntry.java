package dev.hcp.simulator.kernel;

import dev.hcp.simulator.apiserver.ResourceType;

/** One line of the history. */
public sealed interface HistoryEntry {
    /** Virtual time since the start of the simulation, in nanoseconds. */
    long at();

    /** The line without its time. */
    String text();

    /** What a change did to an object. */
    enum Verb {
        /** It is new. */
        CREATED,
        /** It changed. */
        UPDATED,
        /** It is gone. */
        REMOVED
    }

    /**
     * A change was committed.
     *
     * @param source the actor, or {@code command} for one from outside
     * @param server name of the API server; empty for the management cluster
     * @param revision revision of that server
     */
    record Commit(
            long at,
            String source,
            String server,
            Verb verb,
            ResourceType type,
            String namespace,
            String name,
            long revision)
            implements HistoryEntry {
        @Override
        public String text() {
            StringBuilder line = new StringBuilder(96).append(source).append(' ');
            if (!server.isEmpty()) {
                line.append('[').append(server).append("] ");
            }
            line.append(
                            switch (verb) {
                                case CREATED -> "created ";
                                case UPDATED -> "updated ";
                                case REMOVED -> "removed ";
                            })
                    .append(type.kind());
            if (!type.group().isEmpty()) {
                line.append('.').append(type.group());
            }
            line.append(' ');
            if (!namespace.isEmpty()) {
                line.append(namespace).append('/');
            }
            return line.append(name).append(" @").append(revision).toString();
        }
    }

    /** Something notable happened, such as a condition that changed. */
    record Note(long at, String source, String subject, String note) implements HistoryEntry {
        @Override
        public String text() {
            return source + " " + subject + ": " + note;
        }
    }

    /** A command came from outside. */
    record Command(long at, String command) implements HistoryEntry {
        @Override
        public String text() {
            return "command " + command;
        }
    }

    /** A turn of an actor failed. */
    record Failure(long at, String source, String key, String message) implements HistoryEntry {
        @Override
        public String text() {
            return source + " failed on " + key + ": " + message;
        }
    }
}
