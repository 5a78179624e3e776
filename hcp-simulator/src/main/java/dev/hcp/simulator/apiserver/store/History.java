package dev.hcp.simulator.apiserver.store;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pcollections.TreePMap;

/**
 * The last changes of a collection, each with the objects as they were right after it. Appended to under the store's
 * lock; read without one.
 *
 * <p>It is a chain from the oldest point to the newest. Nobody else keeps a point: whoever did would keep all that came
 * after it.
 */
final class History {
    private final int limit;
    private volatile Point oldest;
    private volatile Point newest;

    /** A history that begins with a point where nothing changed, so that there always is one. */
    History(int limit, long revision, TreePMap<String, StoredObject> objects) {
        this.limit = limit;
        Point start = new Point(0, revision, null, objects);
        this.oldest = start;
        this.newest = start;
    }

    /** How many changes are remembered. */
    int limit() {
        return limit;
    }

    /** The revision from which on all changes are remembered. */
    long oldestRevision() {
        return oldest.revision;
    }

    /** The objects as they are now. */
    TreePMap<String, StoredObject> objects() {
        return newest.objects;
    }

    /** The objects as they are now, at the revision of the last change. */
    Snapshot newest() {
        Point point = newest;
        return new Snapshot(point.revision, point.objects);
    }

    /** The objects as they were at a revision, or null when the history does not reach back that far. */
    @Nullable
    TreePMap<String, StoredObject> at(long revision) {
        Point point = point(revision);
        return point == null ? null : point.objects;
    }

    /** The changes after a revision, or null when the history does not reach back that far. */
    @Nullable
    List<Commit> after(long revision) {
        Point point = point(revision);
        if (point == null) {
            return null;
        }
        List<Commit> commits = new ArrayList<>();
        for (Point next = point.next; next != null; next = next.next) {
            if (next.commit != null) {
                commits.add(next.commit);
            }
        }
        return commits;
    }

    /** The last point at or before a revision. */
    private @Nullable Point point(long revision) {
        Point last = newest;
        if (last.revision <= revision) {
            return last;
        }
        Point point = oldest;
        if (point.revision > revision) {
            return null;
        }
        for (Point next = point.next; next != null && next.revision <= revision; next = next.next) {
            point = next;
        }
        return point;
    }

    void append(Commit commit, TreePMap<String, StoredObject> objects) {
        Point last = newest;
        Point point = new Point(last.sequence + 1, commit.revision(), commit, objects);
        last.next = point;
        newest = point;
        Point following = oldest.next;
        if (following != null && point.sequence - oldest.sequence > limit) {
            oldest = following;
        }
    }

    void forget() {
        oldest = newest;
    }

    private static final class Point {
        private final long sequence;
        private final long revision;
        private final @Nullable Commit commit;
        private final TreePMap<String, StoredObject> objects;
        private volatile @Nullable Point next;

        Point(long sequence, long revision, @Nullable Commit commit, TreePMap<String, StoredObject> objects) {
            this.sequence = sequence;
            this.revision = revision;
            this.commit = commit;
            this.objects = objects;
        }
    }
}
