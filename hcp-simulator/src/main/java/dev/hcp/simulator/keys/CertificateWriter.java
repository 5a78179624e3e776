package dev.hcp.simulator.keys;

import dev.hcp.platforms.KeyMaterial.CertificateRequest;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Writes X.509 certificates. Authorities are valid for ten years, others as asked for. */
final class CertificateWriter {
    private static final Duration AUTHORITY_VALIDITY = Duration.ofDays(3650);

    private static final byte[] VERSION_3 = Der.tagged(0xa0, Der.integer(2));
    private static final byte[] ORGANIZATION = Der.oid("2.5.4.10");
    private static final byte[] COMMON_NAME = Der.oid("2.5.4.3");
    private static final byte[] KEY_IDENTIFIER = Der.oid("2.5.29.14");
    private static final byte[] ALTERNATIVE_NAMES = Der.oid("2.5.29.17");
    private static final byte[] AUTHORITY_KEY_IDENTIFIER = Der.oid("2.5.29.35");
    private static final byte[] EXTENDED_KEY_USAGE = Der.oid("2.5.29.37");
    private static final byte[] SERVER_AUTHENTICATION = Der.oid("1.3.6.1.5.5.7.3.1");
    private static final byte[] CLIENT_AUTHENTICATION = Der.oid("1.3.6.1.5.5.7.3.2");

    /** Digital signature, key encipherment, certificate signing, revocation list signing. */
    private static final byte[] AUTHORITY_USAGE = critical(Der.oid("2.5.29.15"), Der.flags(0b1010_0110));
    /** Digital signature, key encipherment. */
    private static final byte[] USAGE = critical(Der.oid("2.5.29.15"), Der.flags(0b1010_0000));

    private static final byte[] IS_AUTHORITY = critical(Der.oid("2.5.29.19"), Der.sequence(Der.yes()));
    private static final byte[] IS_NO_AUTHORITY = critical(Der.oid("2.5.29.19"), Der.sequence());

    private CertificateWriter() {}

    /** A self-signed certificate of an authority. */
    static byte[] authority(Signing self, byte[] serial, Instant notBefore) {
        byte[] identifier = extension(KEY_IDENTIFIER, Der.octets(keyIdentifier(self.publicKey())));
        return sign(
                self,
                serial,
                notBefore,
                AUTHORITY_VALIDITY,
                self.name(),
                self.publicKey(),
                Der.sequence(AUTHORITY_USAGE, IS_AUTHORITY, identifier));
    }

    /** A certificate signed by an authority. */
    static byte[] certificate(
            Signing issuer, byte[] serial, Instant notBefore, CertificateRequest request, byte[] publicKey) {
        List<byte[]> extensions = new ArrayList<>();
        extensions.add(USAGE);
        if (request.client() || request.server()) {
            extensions.add(extension(
                    EXTENDED_KEY_USAGE,
                    Der.sequence(
                            request.client() ? CLIENT_AUTHENTICATION : new byte[0],
                            request.server() ? SERVER_AUTHENTICATION : new byte[0])));
        }
        extensions.add(IS_NO_AUTHORITY);
        extensions.add(
                extension(AUTHORITY_KEY_IDENTIFIER, Der.sequence(Der.tagged(0x80, keyIdentifier(issuer.publicKey())))));
        List<byte[]> names = new ArrayList<>();
        request.dnsNames().forEach(name -> names.add(Der.tagged(0x82, name.getBytes(StandardCharsets.US_ASCII))));
        request.ipAddresses().forEach(address -> names.add(Der.tagged(0x87, IpAddress.bytes(address))));
        if (!names.isEmpty()) {
            extensions.add(extension(ALTERNATIVE_NAMES, Der.sequence(names.toArray(byte[][]::new))));
        }
        return sign(
                issuer,
                serial,
                notBefore,
                request.validity(),
                name(request.commonName(), request.organizations()),
                publicKey,
                Der.sequence(extensions.toArray(byte[][]::new)));
    }

    /** A distinguished name: the organizations, then the common name. */
    static byte[] name(String commonName, List<String> organizations) {
        List<byte[]> parts = new ArrayList<>();
        organizations.forEach(value -> parts.add(Der.set(Der.sequence(ORGANIZATION, Der.text(value)))));
        parts.add(Der.set(Der.sequence(COMMON_NAME, Der.text(commonName))));
        return Der.sequence(parts.toArray(byte[][]::new));
    }

    private static byte[] sign(
            Signing issuer,
            byte[] serial,
            Instant notBefore,
            Duration validity,
            byte[] subject,
            byte[] publicKey,
            byte[] extensions) {
        Instant from = notBefore.truncatedTo(ChronoUnit.SECONDS);
        byte[] content = Der.sequence(
                VERSION_3,
                Der.integer(new BigInteger(1, serial)),
                issuer.algorithm(),
                issuer.name(),
                Der.sequence(Der.time(from), Der.time(from.plus(validity))),
                subject,
                publicKey,
                Der.tagged(0xa3, extensions));
        return Der.sequence(
                content, issuer.algorithm(), Der.bits(issuer.signer().sign(content)));
    }

    private static byte[] extension(byte[] type, byte[] value) {
        return Der.sequence(type, Der.octets(value));
    }

    private static byte[] critical(byte[] type, byte[] value) {
        return Der.sequence(type, Der.yes(), Der.octets(value));
    }

    /** The first 20 bytes of the SHA-256 of the encoded key (RFC 7093, method 4). */
    private static byte[] keyIdentifier(byte[] publicKey) {
        return Arrays.copyOf(Derivation.sha256().digest(publicKey), 20);
    }
}
