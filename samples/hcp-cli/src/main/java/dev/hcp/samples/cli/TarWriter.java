package dev.hcp.samples.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;

/** Writes the format of {@code tar}, with GNU's way of long names. */
final class TarWriter implements AutoCloseable {
    private static final int BLOCK = 512;
    private static final int NAME = 100;
    private static final String LONG_NAME = "././@LongLink";

    private final OutputStream out;

    TarWriter(OutputStream out) {
        this.out = out;
    }

    /** Adds a file that only its owner can read. */
    void add(String name, Instant modified, byte[] content) throws IOException {
        byte[] path = name.getBytes(StandardCharsets.UTF_8);
        if (path.length > NAME) {
            byte[] terminated = Arrays.copyOf(path, path.length + 1);
            entry(LONG_NAME.getBytes(StandardCharsets.UTF_8), 'L', Instant.EPOCH, terminated);
        }
        entry(Arrays.copyOf(path, Math.min(path.length, NAME)), '0', modified, content);
    }

    private void entry(byte[] name, char type, Instant modified, byte[] content) throws IOException {
        ByteArrayOutputStream header = new ByteArrayOutputStream(BLOCK);
        header.writeBytes(Arrays.copyOf(name, NAME));
        header.writeBytes(octal(0600, 8));
        header.writeBytes(octal(0, 8));
        header.writeBytes(octal(0, 8));
        header.writeBytes(octal(content.length, 12));
        header.writeBytes(octal(modified.getEpochSecond(), 12));
        int checksumAt = header.size();
        header.writeBytes("        ".getBytes(StandardCharsets.US_ASCII));
        header.write(type);
        header.writeBytes(new byte[NAME]);
        header.writeBytes("ustar  \0".getBytes(StandardCharsets.US_ASCII));
        byte[] block = Arrays.copyOf(header.toByteArray(), BLOCK);
        int sum = 0;
        for (byte one : block) {
            sum += one & 0xff;
        }
        byte[] checksum = octal(sum, 7);
        System.arraycopy(checksum, 0, block, checksumAt, checksum.length);
        out.write(block);
        out.write(content);
        out.write(new byte[(BLOCK - content.length % BLOCK) % BLOCK]);
    }

    /** A number in octal digits with a zero byte after them. */
    private static byte[] octal(long value, int size) {
        String digits = String.format(Locale.ROOT, "%0" + (size - 1) + "o", value);
        return Arrays.copyOf(digits.getBytes(StandardCharsets.US_ASCII), size);
    }

    /** Ends the archive, and closes what it is written to. */
    @Override
    public void close() throws IOException {
        try (out) {
            out.write(new byte[2 * BLOCK]);
        }
    }
}
