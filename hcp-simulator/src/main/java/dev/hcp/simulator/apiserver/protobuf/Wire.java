package dev.hcp.simulator.apiserver.protobuf;

/** How values are laid out on the wire. */
final class Wire {
    static final int VARINT = 0;
    static final int FIXED_64 = 1;
    static final int DELIMITED = 2;
    static final int GROUP_START = 3;
    static final int GROUP_END = 4;
    static final int FIXED_32 = 5;

    private Wire() {}
}
