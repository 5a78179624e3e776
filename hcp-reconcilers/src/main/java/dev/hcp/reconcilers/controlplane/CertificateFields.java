package dev.hcp.reconcilers.controlplane;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What matters of an X.509 certificate for whether it can stay. Reads just that out of the encoding: a control plane has
 * dozens of certificates, and the JDK takes its time with each.
 *
 * @param notAfter when it ends
 * @param names its alternative DNS names and IP addresses
 */
record CertificateFields(Instant notAfter, Set<String> names) {
    private static final int UTC_TIME = 0x17;
    private static final int VERSION = 0xa0;
    private static final int EXTENSIONS = 0xa3;
    private static final int OCTETS = 0x04;
    private static final int DNS_NAME = 0x82;
    private static final int IP_ADDRESS = 0x87;
    /** DER of object identifier 2.5.29.17. */
    private static final byte[] ALTERNATIVE_NAMES = {0x06, 0x03, 0x55, 0x1d, 0x11};

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMddHHmmss'Z'");
    private static final String BEGIN = "-----BEGIN CERTIFICATE-----";
    private static final String END = "-----END CERTIFICATE-----";

    /** Reads the first certificate of a PEM text; empty when there is none. */
    static Optional<CertificateFields> read(String pem) {
        int begin = pem.indexOf(BEGIN);
        int end = pem.indexOf(END, Math.max(0, begin));
        if (begin < 0 || end < 0) {
            return Optional.empty();
        }
        try {
            byte[] der = Base64.getMimeDecoder()
                    .decode(pem.substring(begin + BEGIN.length(), end).getBytes(StandardCharsets.US_ASCII));
            return Optional.of(read(new Node(der, 0).child()));
        } catch (IllegalArgumentException | IndexOutOfBoundsException | IOException | java.time.DateTimeException e) {
            return Optional.empty();
        }
    }

    private static CertificateFields read(Node content) throws IOException {
        Node node = content.child();
        if (node.tag() == VERSION) {
            node = node.next();
        }
        // serial number, algorithm and issuer come before the validity
        Node validity = node.next().next().next();
        Instant notAfter = time(validity.child().next());
        Set<String> names = new TreeSet<>();
        // the subject and its key come before the extensions
        for (Node part = validity.next().next().next(); part.startsBefore(content.end()); part = part.next()) {
            if (part.tag() == EXTENSIONS) {
                addNames(part.child(), names);
            }
        }
        return new CertificateFields(notAfter, names);
    }

    private static Instant time(Node node) {
        String text = node.text();
        String full = node.tag() == UTC_TIME ? (text.charAt(0) < '5' ? "20" : "19") + text : text;
        return LocalDateTime.parse(full, TIME).toInstant(ZoneOffset.UTC);
    }

    private static void addNames(Node extensions, Set<String> names) throws IOException {
        for (Node extension = extensions.child();
                extension.startsBefore(extensions.end());
                extension = extension.next()) {
            Node type = extension.child();
            if (!type.isExactly(ALTERNATIVE_NAMES)) {
                continue;
            }
            Node value = type.next();
            while (value.tag() != OCTETS) {
                value = value.next();
            }
            Node list = value.child();
            for (Node name = list.child(); name.startsBefore(list.end()); name = name.next()) {
                if (name.tag() == DNS_NAME) {
                    names.add(name.text());
                } else if (name.tag() == IP_ADDRESS) {
                    names.add(InetAddress.getByAddress(name.content()).getHostAddress());
                }
            }
        }
    }

    /** An element of an encoding. */
    private record Node(byte[] bytes, int start) {
        int tag() {
            return bytes[start] & 0xff;
        }

        private int lengthOctets() {
            int first = bytes[start + 1] & 0xff;
            return first < 0x80 ? 1 : 1 + (first & 0x7f);
        }

        private int contentStart() {
            return start + 1 + lengthOctets();
        }

        int end() {
            int first = bytes[start + 1] & 0xff;
            if (first < 0x80) {
                return contentStart() + first;
            }
            int length = 0;
            for (int i = 0; i < (first & 0x7f); i++) {
                length = length << 8 | bytes[start + 2 + i] & 0xff;
            }
            return contentStart() + length;
        }

        Node child() {
            return new Node(bytes, contentStart());
        }

        Node next() {
            return new Node(bytes, end());
        }

        boolean startsBefore(int position) {
            return start < position;
        }

        byte[] content() {
            return Arrays.copyOfRange(bytes, contentStart(), end());
        }

        String text() {
            return new String(content(), StandardCharsets.US_ASCII);
        }

        boolean isExactly(byte[] encoding) {
            return Arrays.equals(bytes, start, end(), encoding, 0, encoding.length);
        }
    }
}
