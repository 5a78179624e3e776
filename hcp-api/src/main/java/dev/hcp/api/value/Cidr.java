package dev.hcp.api.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.hcp.api.HcpException;
import java.math.BigInteger;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A range of IP addresses such as {@code 10.132.0.0/14} or {@code fd01::/48}. The text is kept as it came; questions
 * about a text that is no range throw, {@link #isValid} does not.
 *
 * @param text the text, which may be no range at all
 */
public record Cidr(String text) {
    /** Wraps a text; it is not checked. */
    @JsonCreator
    public static Cidr of(String text) {
        return new Cidr(text);
    }

    /**
     * A text that must be a range.
     *
     * @throws HcpException when it is none
     */
    public static Cidr parse(String text) {
        Cidr cidr = new Cidr(text);
        cidr.range();
        return cidr;
    }

    @Override
    @JsonValue
    public String text() {
        return text;
    }

    /** Whether the text is an address, a slash and a prefix length; bits beyond the prefix may be set. */
    public boolean isValid() {
        return parseRange(text) != null;
    }

    /** Whether this is an IPv6 range. */
    public boolean isIpv6() {
        return range().bits() == 128;
    }

    /** The number of leading bits that all addresses of the range share. */
    public int prefixLength() {
        return range().prefix();
    }

    /** The first address of the range, in canonical form. */
    public String networkAddress() {
        Range range = range();
        return IpAddress.format(range.first(), range.bits());
    }

    /** The address at an offset from the first one; empty beyond the end of the range. */
    public Optional<String> address(long offset) {
        Range range = range();
        BigInteger address = range.first().add(BigInteger.valueOf(offset));
        return offset < 0 || address.compareTo(range.last()) > 0
                ? Optional.empty()
                : Optional.of(IpAddress.format(address, range.bits()));
    }

    /** Whether an IP address lies in the range; false when the text is no address or of the other family. */
    public boolean contains(String address) {
        return range().contains(address);
    }

    /** As {@link #contains(String)}, to be asked of many addresses: the range is read once. */
    public Predicate<String> membership() {
        return range()::contains;
    }

    /** Whether all addresses of another range lie in this one. */
    public boolean contains(Cidr other) {
        Range mine = range();
        Range theirs = other.range();
        return mine.bits() == theirs.bits()
                && mine.first().compareTo(theirs.first()) <= 0
                && theirs.last().compareTo(mine.last()) <= 0;
    }

    /** Whether the ranges share an address. */
    public boolean overlaps(Cidr other) {
        Range mine = range();
        Range theirs = other.range();
        return mine.bits() == theirs.bits()
                && mine.first().compareTo(theirs.last()) <= 0
                && theirs.first().compareTo(mine.last()) <= 0;
    }

    @Override
    public String toString() {
        return text;
    }

    private Range range() {
        Range range = parseRange(text);
        if (range == null) {
            throw new HcpException("\"" + text + "\" is not an address range; write it as 10.132.0.0/14 or fd01::/48");
        }
        return range;
    }

    private static @Nullable Range parseRange(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            return null;
        }
        IpAddress address = IpAddress.parse(text.substring(0, slash)).orElse(null);
        String length = text.substring(slash + 1);
        if (address == null || !length.matches("0|[1-9][0-9]{0,2}") || Integer.parseInt(length) > address.bits()) {
            return null;
        }
        int prefix = Integer.parseInt(length);
        int free = address.bits() - prefix;
        BigInteger first = address.value().shiftRight(free).shiftLeft(free);
        BigInteger last = first.add(BigInteger.ONE.shiftLeft(free)).subtract(BigInteger.ONE);
        return new Range(first, last, prefix, address.bits());
    }

    private record Range(BigInteger first, BigInteger last, int prefix, int bits) {
        boolean contains(String address) {
            IpAddress parsed = IpAddress.parse(address).orElse(null);
            return parsed != null
                    && parsed.bits() == bits
                    && first.compareTo(parsed.value()) <= 0
                    && parsed.value().compareTo(last) <= 0;
        }
    }
}
