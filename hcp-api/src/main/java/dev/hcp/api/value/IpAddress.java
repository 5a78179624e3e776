package dev.hcp.api.value;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An IP address. Texts only: no name is ever looked up. Immutable and thread-safe.
 *
 * @param value the address as a number
 * @param bits 32 for IPv4, 128 for IPv6
 */
public record IpAddress(BigInteger value, int bits) {
    /** The address of a text, or empty when it is none. Leading zeros in IPv4 are refused, as by Go. */
    public static Optional<IpAddress> parse(String text) {
        BigInteger value = text.indexOf(':') >= 0 ? ipv6(text) : ipv4(text);
        return Optional.ofNullable(value).map(number -> new IpAddress(number, text.indexOf(':') >= 0 ? 128 : 32));
    }

    private static @Nullable BigInteger ipv4(String text) {
        long value = 0;
        int from = 0;
        for (int part = 0; part < 4; part++) {
            int dot = part < 3 ? text.indexOf('.', from) : text.length();
            int number = dot < 0 ? -1 : octet(text, from, dot);
            if (number < 0) {
                return null;
            }
            value = value << 8 | number;
            from = dot + 1;
        }
        return BigInteger.valueOf(value);
    }

    /** A number from 0 to 255 without leading zeros; -1 when the part of the text is none. */
    private static int octet(String text, int from, int to) {
        int length = to - from;
        if (length < 1 || length > 3 || (length > 1 && text.charAt(from) == '0')) {
            return -1;
        }
        int number = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            number = number * 10 + c - '0';
        }
        return number > 255 ? -1 : number;
    }

    private static @Nullable BigInteger ipv6(String text) {
        int gap = text.indexOf("::");
        if (gap >= 0 && text.indexOf("::", gap + 1) >= 0) {
            return null;
        }
        List<Integer> before = groups(gap < 0 ? text : text.substring(0, gap), gap < 0);
        List<Integer> after = gap < 0 ? List.of() : groups(text.substring(gap + 2), true);
        if (before == null || after == null) {
            return null;
        }
        int given = before.size() + after.size();
        if (gap < 0 ? given != 8 : given > 7) {
            return null;
        }
        BigInteger value = BigInteger.ZERO;
        for (int i = 0; i < 8; i++) {
            int fromAfter = i - (8 - after.size());
            int group = i < before.size() ? before.get(i) : fromAfter >= 0 ? after.get(fromAfter) : 0;
            value = value.shiftLeft(16).or(BigInteger.valueOf(group));
        }
        return value;
    }

    private static @Nullable List<Integer> groups(String text, boolean mayEndInIpv4) {
        List<Integer> groups = new ArrayList<>();
        if (text.isEmpty()) {
            return groups;
        }
        String[] parts = text.split(":", -1);
        for (int i = 0; i < parts.length; i++) {
            if (parts[i].matches("[0-9a-fA-F]{1,4}")) {
                groups.add(Integer.parseInt(parts[i], 16));
                continue;
            }
            BigInteger tail = mayEndInIpv4 && i == parts.length - 1 ? ipv4(parts[i]) : null;
            if (tail == null) {
                return null;
            }
            groups.add(tail.shiftRight(16).intValue());
            groups.add(tail.intValue() & 0xffff);
        }
        return groups;
    }

    /** The canonical text: dotted decimal, or RFC 5952 with the longest run of zero groups left out. */
    public static String format(BigInteger value, int bits) {
        if (bits == 32) {
            long number = value.longValue();
            return (number >> 24) + "." + (number >> 16 & 255) + "." + (number >> 8 & 255) + "." + (number & 255);
        }
        int[] groups = new int[8];
        for (int i = 0; i < 8; i++) {
            groups[i] = value.shiftRight(16 * (7 - i)).intValue() & 0xffff;
        }
        int gapStart = -1;
        int gapLength = 1;
        for (int i = 0; i < 8; i++) {
            int length = 0;
            while (i + length < 8 && groups[i + length] == 0) {
                length++;
            }
            if (length > gapLength) {
                gapStart = i;
                gapLength = length;
            }
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            if (i == gapStart) {
                text.append("::");
                i += gapLength - 1;
                continue;
            }
            if (text.length() > 0 && text.charAt(text.length() - 1) != ':') {
                text.append(':');
            }
            text.append(Integer.toHexString(groups[i]));
        }
        return text.toString();
    }
}
