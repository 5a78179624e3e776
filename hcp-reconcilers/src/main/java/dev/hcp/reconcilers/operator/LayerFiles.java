package dev.hcp.reconcilers.operator;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/**
 * Some files of a layer, which is a tar archive, compressed or not: enough of that format for the names that a release
 * image has.
 */
final class LayerFiles {
    private static final int BLOCK = 512;
    private static final int LARGEST_FILE = 16 << 20;

    private LayerFiles() {}

    /** The wanted files that are there, by path without a slash at the beginning. */
    static Map<String, byte[]> read(InputStream layer, Set<String> wanted) throws IOException {
        Map<String, byte[]> found = new HashMap<>();
        InputStream in = unpacked(layer);
        byte[] header = new byte[BLOCK];
        while (found.size() < wanted.size() && in.readNBytes(header, 0, BLOCK) == BLOCK && header[0] != 0) {
            String name = name(header);
            long size = octal(header, 124, 12);
            long padding = (BLOCK - size % BLOCK) % BLOCK;
            if (wanted.contains(name)) {
                if (size > LARGEST_FILE) {
                    throw new IOException(name + " is larger than " + LARGEST_FILE + " bytes");
                }
                byte[] content = in.readNBytes((int) size);
                if (content.length < size) {
                    throw new EOFException(name + " is cut off");
                }
                found.put(name, content);
                in.skipNBytes(padding);
            } else {
                in.skipNBytes(size + padding);
            }
        }
        return found;
    }

    private static InputStream unpacked(InputStream layer) throws IOException {
        BufferedInputStream in = new BufferedInputStream(layer);
        in.mark(2);
        boolean gzip = in.read() == 0x1f && in.read() == 0x8b;
        in.reset();
        return gzip ? new GZIPInputStream(in) : in;
    }

    private static String name(byte[] header) {
        String name = text(header, 0, 100);
        String prefix = text(header, 257, 5).equals("ustar") ? text(header, 345, 155) : "";
        String path = prefix.isEmpty() ? name : prefix + "/" + name;
        return path.startsWith("./") ? path.substring(2) : path.startsWith("/") ? path.substring(1) : path;
    }

    private static String text(byte[] header, int from, int length) {
        int end = from;
        while (end < from + length && header[end] != 0) {
            end++;
        }
        return new String(header, from, end - from, StandardCharsets.UTF_8);
    }

    private static long octal(byte[] header, int from, int length) throws IOException {
        String digits = text(header, from, length).strip();
        try {
            return digits.isEmpty() ? 0 : Long.parseLong(digits, 8);
        } catch (NumberFormatException e) {
            throw new IOException("the layer is not a tar archive");
        }
    }
}
