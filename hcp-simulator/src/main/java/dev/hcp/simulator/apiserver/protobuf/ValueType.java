package dev.hcp.simulator.apiserver.protobuf;

import org.jspecify.annotations.Nullable;

/** A type of values: on the wire and in JSON. */
interface ValueType {
    /** One of the constants of {@link Wire}. */
    int wireType();

    /** Reads a value; a {@linkplain Wire#DELIMITED delimited} type gets a reader of the value's bytes alone. */
    @Nullable
    Object read(WireReader in);

    /** Writes a value without its number and length. JSON of another type is written as the {@link #zero} value. */
    void write(@Nullable Object json, WireWriter out);

    /** The JSON of a value that nobody set; null where Go has a nil. */
    @Nullable
    Object zero();

    /** Whether Go's JSON shows such a value although its field may be left out when empty: structures are never empty. */
    boolean isStructure();
}
