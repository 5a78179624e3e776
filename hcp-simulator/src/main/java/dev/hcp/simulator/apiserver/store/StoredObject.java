package dev.hcp.simulator.apiserver.store;

import dev.hcp.api.json.GoJson;
import dev.hcp.api.json.JsonObject;
import java.lang.ref.SoftReference;
import org.jspecify.annotations.Nullable;

/** One state of an object at rest: its tree, the revision it was written at, and its serialised form once it was asked for. */
public final class StoredObject {
    private final JsonObject tree;
    private final long revision;
    private volatile @Nullable SoftReference<byte[]> json;
    private volatile @Nullable SoftReference<Encoded> encoded;
    private volatile @Nullable View view;

    StoredObject(JsonObject tree, long revision) {
        this.tree = tree;
        this.revision = revision;
    }

    /** A state that is told of but not stored: the answer to a dry run, a bookmark. */
    public static StoredObject told(JsonObject tree, long revision) {
        return new StoredObject(tree, revision);
    }

    /** The object as it was written, its resourceVersion included. */
    public JsonObject tree() {
        return tree;
    }

    /** The revision of the write. */
    public long revision() {
        return revision;
    }

    /** The compact JSON of {@link #tree}, made once and shared; memory pressure may drop it. */
    public byte[] json() {
        SoftReference<byte[]> known = json;
        byte[] bytes = known == null ? null : known.get();
        if (bytes == null) {
            bytes = GoJson.mapBytes(tree);
            json = new SoftReference<>(bytes);
        }
        return bytes;
    }

    /**
     * The bytes of {@link #tree} in an encoding of its own, made once and shared; memory pressure may drop them.
     *
     * @param encoding the last one's bytes are kept
     */
    public byte[] encoded(Encoding encoding) {
        SoftReference<Encoded> reference = encoded;
        Encoded known = reference == null ? null : reference.get();
        if (known == null || known.encoding != encoding) {
            known = new Encoded(encoding, encoding.encode(tree));
            encoded = new SoftReference<>(known);
        }
        return known.bytes;
    }

    /** Turns a tree into bytes. */
    @FunctionalInterface
    public interface Encoding {
        /** The bytes; not to be changed. */
        byte[] encode(JsonObject tree);
    }

    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    private record Encoded(Encoding encoding, byte[] bytes) {}

    /**
     * This state as another version or a newer schema shows it, computed once per {@code reader}.
     *
     * @param reader who asks: the last answer is kept for as long as the same reader asks
     */
    public StoredObject as(Object reader, Conversion conversion) {
        View known = view;
        if (known == null || known.reader != reader) {
            JsonObject converted = conversion.convert(tree);
            known = new View(reader, converted == tree ? this : new StoredObject(converted, revision));
            view = known;
        }
        return known.object;
    }

    /** Notes that a reader sees this state as it is. */
    public void isItselfFor(Object reader) {
        view = new View(reader, this);
    }

    /** Turns the stored tree into what a reader sees. */
    @FunctionalInterface
    public interface Conversion {
        /** The converted tree, or the same tree when nothing changes. */
        JsonObject convert(JsonObject stored);
    }

    private record View(Object reader, StoredObject object) {}
}
