package dev.hcp.api.validation.cel;

import dev.cel.common.exceptions.CelBadFormatException;
import dev.cel.common.types.CelType;
import dev.cel.common.types.OpaqueType;
import dev.cel.common.types.SimpleType;
import dev.hcp.api.validation.cel.FunctionLibrary.Overload;
import dev.hcp.api.validation.schema.GoSyntax;
import dev.hcp.api.value.IpAddress;
import java.math.BigInteger;

/** IP addresses and networks. Addresses of IPv4 in IPv6 notation and zones are refused. */
final class AddressFunctions {
    private static final CelType IP = OpaqueType.create("net.IP");
    private static final CelType CIDR = OpaqueType.create("net.CIDR");
    private static final BigInteger MAPPED = BigInteger.valueOf(0xffff);

    private AddressFunctions() {}

    /**
     * A network as it was written.
     *
     * @param address an address in it
     * @param bits how long its prefix is
     */
    record Network(IpAddress address, int bits) {
        Network masked() {
            int host = address.bits() - bits;
            return new Network(new IpAddress(address.value().shiftRight(host).shiftLeft(host), address.bits()), bits);
        }

        boolean contains(IpAddress other) {
            int host = address.bits() - bits;
            return other.bits() == address.bits()
                    && other.value().shiftRight(host).equals(address.value().shiftRight(host));
        }

        boolean contains(Network other) {
            return other.bits >= bits && contains(other.address);
        }

        @Override
        public String toString() {
            return IpAddress.format(address.value(), address.bits()) + "/" + bits;
        }
    }

    static void addTo(FunctionLibrary library) {
        addresses(library);
        networks(library);
        library.function(
                "string",
                Overload.global("ip_to_string", SimpleType.STRING, IP, IpAddress.class, AddressFunctions::text),
                Overload.global("cidr_to_string", SimpleType.STRING, CIDR, Network.class, Network::toString));
    }

    private static void addresses(FunctionLibrary library) {
        library.function(
                "ip",
                Overload.global("string_to_ip", IP, SimpleType.STRING, String.class, AddressFunctions::address),
                Overload.member("cidr_ip", IP, CIDR, Network.class, Network::address));
        library.function(
                "isIP",
                Overload.global(
                        "is_ip",
                        SimpleType.BOOL,
                        SimpleType.STRING,
                        String.class,
                        text -> succeeds(() -> address(text))));
        library.function(
                "ip.isCanonical",
                Overload.global(
                        "ip_is_canonical", SimpleType.BOOL, SimpleType.STRING, String.class, text -> text(address(text))
                                .equals(text)));
        library.function(
                "family",
                Overload.member("family", SimpleType.INT, IP, IpAddress.class, ip -> ip.bits() == 32 ? 4L : 6L));
        library.function(
                "isUnspecified",
                Overload.member(
                        "is_unspecified",
                        SimpleType.BOOL,
                        IP,
                        IpAddress.class,
                        ip -> ip.value().signum() == 0));
        library.function(
                "isLoopback",
                Overload.member("is_loopback", SimpleType.BOOL, IP, IpAddress.class, AddressFunctions::isLoopback));
        library.function(
                "isLinkLocalMulticast",
                Overload.member(
                        "is_link_local_multicast",
                        SimpleType.BOOL,
                        IP,
                        IpAddress.class,
                        AddressFunctions::isLinkLocalMulticast));
        library.function(
                "isLinkLocalUnicast",
                Overload.member(
                        "is_link_local_unicast",
                        SimpleType.BOOL,
                        IP,
                        IpAddress.class,
                        AddressFunctions::isLinkLocalUnicast));
        library.function(
                "isGlobalUnicast",
                Overload.member(
                        "is_global_unicast", SimpleType.BOOL, IP, IpAddress.class, AddressFunctions::isGlobalUnicast));
    }

    private static void networks(FunctionLibrary library) {
        library.function(
                "cidr",
                Overload.global("string_to_cidr", CIDR, SimpleType.STRING, String.class, AddressFunctions::network));
        library.function(
                "isCIDR",
                Overload.global(
                        "is_cidr",
                        SimpleType.BOOL,
                        SimpleType.STRING,
                        String.class,
                        text -> succeeds(() -> network(text))));
        library.function(
                "containsIP",
                Overload.member(
                        "cidr_contains_ip_string",
                        SimpleType.BOOL,
                        CIDR,
                        SimpleType.STRING,
                        Network.class,
                        String.class,
                        (network, text) -> network.contains(address(text))),
                Overload.member(
                        "cidr_contains_ip_ip",
                        SimpleType.BOOL,
                        CIDR,
                        IP,
                        Network.class,
                        IpAddress.class,
                        Network::contains));
        library.function(
                "containsCIDR",
                Overload.member(
                        "cidr_contains_cidr_string",
                        SimpleType.BOOL,
                        CIDR,
                        SimpleType.STRING,
                        Network.class,
                        String.class,
                        (network, text) -> network.contains(network(text))),
                Overload.member(
                        "cidr_contains_cidr",
                        SimpleType.BOOL,
                        CIDR,
                        CIDR,
                        Network.class,
                        Network.class,
                        Network::contains));
        library.function("masked", Overload.member("masked", CIDR, CIDR, Network.class, Network::masked));
        library.function(
                "prefixLength",
                Overload.member("prefix_length", SimpleType.INT, CIDR, Network.class, network -> (long) network.bits));
    }

    private static boolean succeeds(Runnable parse) {
        try {
            parse.run();
            return true;
        } catch (CelBadFormatException e) {
            return false;
        }
    }

    private static IpAddress address(String text) {
        String quoted = GoSyntax.quote(text);
        if (text.indexOf('%') > 0 && text.indexOf(':') >= 0) {
            throw new CelBadFormatException("IP address " + quoted + " with zone value is not allowed");
        }
        IpAddress address = IpAddress.parse(text)
                .orElseThrow(() -> new CelBadFormatException("IP Address " + quoted
                        + " parse error during conversion from string: ParseAddr(" + quoted + "): unable to parse IP"));
        if (address.bits() == 128 && address.value().shiftRight(32).equals(MAPPED)) {
            throw new CelBadFormatException("IPv4-mapped IPv6 address " + quoted + " is not allowed");
        }
        return address;
    }

    private static Network network(String text) {
        int slash = text.lastIndexOf('/');
        String quoted = GoSyntax.quote(text);
        String failed =
                "network address parse error during conversion from string: netip.ParsePrefix(" + quoted + "): ";
        if (slash < 0) {
            throw new CelBadFormatException(failed + "no '/'");
        }
        IpAddress address = IpAddress.parse(text.substring(0, slash))
                .orElseThrow(() -> new CelBadFormatException(
                        failed + "ParseAddr(" + GoSyntax.quote(text.substring(0, slash)) + "): unable to parse IP"));
        String bits = text.substring(slash + 1);
        if (!bits.matches("0|[1-9][0-9]{0,2}")) {
            throw new CelBadFormatException(failed + "bad bits after slash: " + GoSyntax.quote(bits));
        }
        if (Integer.parseInt(bits) > address.bits()) {
            throw new CelBadFormatException(failed + "prefix length out of range");
        }
        if (address.bits() == 128 && address.value().shiftRight(32).equals(MAPPED)) {
            throw new CelBadFormatException("IPv4-mapped IPv6 address " + quoted + " is not allowed");
        }
        return new Network(address, Integer.parseInt(bits));
    }

    private static String text(IpAddress address) {
        return IpAddress.format(address.value(), address.bits());
    }

    private static boolean isLoopback(IpAddress ip) {
        return ip.bits() == 32 ? top(ip, 8) == 127 : ip.value().equals(BigInteger.ONE);
    }

    private static boolean isLinkLocalUnicast(IpAddress ip) {
        return ip.bits() == 32 ? top(ip, 16) == 0xa9fe : top(ip, 10) == 0x3fa;
    }

    private static boolean isLinkLocalMulticast(IpAddress ip) {
        return ip.bits() == 32 ? top(ip, 24) == 0xe00000 : (top(ip, 16) & 0xff0f) == 0xff02;
    }

    private static boolean isMulticast(IpAddress ip) {
        return ip.bits() == 32 ? top(ip, 4) == 0xe : top(ip, 8) == 0xff;
    }

    private static boolean isGlobalUnicast(IpAddress ip) {
        boolean broadcast = ip.bits() == 32 && top(ip, 32) == 0xffffffffL;
        return !broadcast && ip.value().signum() != 0 && !isLoopback(ip) && !isMulticast(ip) && !isLinkLocalUnicast(ip);
    }

    private static long top(IpAddress ip, int bits) {
        return ip.value().shiftRight(ip.bits() - bits).longValue();
    }
}
