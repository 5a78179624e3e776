package dev.hcp.simulator.apiserver.protobuf;

/** Steps through the fields of a message. */
final class Fields {
    private final String message;
    private final WireReader in;
    private int number;
    private int wireType;

    /**
     * @param message the Go name of the message, which complaints tell
     */
    Fields(String message, WireReader in) {
        this.message = message;
        this.in = in;
    }

    /** Reads the number and wire type of the next field; false at the end of the message. */
    boolean next() {
        if (!in.hasMore()) {
            return false;
        }
        long tag = in.varint();
        number = (int) (tag >>> 3);
        wireType = (int) tag & 7;
        if (wireType == Wire.GROUP_END) {
            throw new MalformedBodyException("proto: " + message + ": wiretype end group for non-group");
        }
        if (number <= 0) {
            throw new MalformedBodyException(
                    "proto: " + message + ": illegal tag " + number + " (wire type " + tag + ")");
        }
        return true;
    }

    int number() {
        return number;
    }

    int wireType() {
        return wireType;
    }

    /** Whether this is the field with a number, which must then be of a wire type. */
    boolean is(int wanted, int wantedType, String goName) {
        if (number != wanted) {
            return false;
        }
        if (wireType != wantedType) {
            throw wrongType(goName);
        }
        return true;
    }

    MalformedBodyException wrongType(String goName) {
        return new MalformedBodyException("proto: wrong wireType = " + wireType + " for field " + goName);
    }

    boolean isVarint(int wanted, String goName) {
        return is(wanted, Wire.VARINT, goName);
    }

    boolean isText(int wanted, String goName) {
        return is(wanted, Wire.DELIMITED, goName);
    }

    /** Passes over the value of this field; what the message is so far stays as it is. */
    <T> T skip(T soFar) {
        in.skip(wireType);
        return soFar;
    }
}
