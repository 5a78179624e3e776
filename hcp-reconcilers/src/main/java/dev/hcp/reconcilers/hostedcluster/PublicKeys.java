package dev.hcp.reconcilers.hostedcluster;

import dev.hcp.api.HcpException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;

/** The public half of an RSA private key. */
final class PublicKeys {
    /** DER of "sequence, version 0, algorithm rsaEncryption", which PKCS#8 puts before a PKCS#1 key. */
    private static final byte[] RSA_ALGORITHM = {
        0x02,
        0x01,
        0x00,
        0x30,
        0x0d,
        0x06,
        0x09,
        0x2a,
        (byte) 0x86,
        0x48,
        (byte) 0x86,
        (byte) 0xf7,
        0x0d,
        0x01,
        0x01,
        0x01,
        0x05,
        0x00
    };

    private PublicKeys() {}

    /**
     * The public key in PKIX PEM.
     *
     * @param pem private key, PKCS#1 or PKCS#8
     * @throws HcpException when the text is no RSA private key
     */
    static String of(String pem) {
        if (!pem.contains("-----BEGIN ")) {
            throw new HcpException("could not find a PEM block in the private key");
        }
        try {
            String body = pem.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
            byte[] der = Base64.getDecoder().decode(body);
            byte[] pkcs8 = pem.contains("RSA PRIVATE KEY") ? wrap(der) : der;
            KeyFactory factory = KeyFactory.getInstance("RSA");
            PrivateKey key = factory.generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
            if (!(key instanceof RSAPrivateCrtKey rsa)) {
                throw new HcpException("the private key is not an RSA key with CRT parameters");
            }
            byte[] encoded = factory.generatePublic(new RSAPublicKeySpec(rsa.getModulus(), rsa.getPublicExponent()))
                    .getEncoded();
            String lines = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                    .encodeToString(encoded);
            return "-----BEGIN PUBLIC KEY-----\n" + lines + "\n-----END PUBLIC KEY-----\n";
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            // What a decoder says of the text may show parts of it.
            throw new HcpException("the private key is not an RSA key", e);
        }
    }

    private static byte[] wrap(byte[] pkcs1) {
        byte[] inner = tagged((byte) 0x04, pkcs1);
        byte[] content = new byte[RSA_ALGORITHM.length + inner.length];
        System.arraycopy(RSA_ALGORITHM, 0, content, 0, RSA_ALGORITHM.length);
        System.arraycopy(inner, 0, content, RSA_ALGORITHM.length, inner.length);
        return tagged((byte) 0x30, content);
    }

    private static byte[] tagged(byte tag, byte[] content) {
        int length = content.length;
        byte[] header = length < 0x80
                ? new byte[] {tag, (byte) length}
                : length < 0x100
                        ? new byte[] {tag, (byte) 0x81, (byte) length}
                        : new byte[] {tag, (byte) 0x82, (byte) (length >> 8), (byte) length};
        byte[] all = new byte[header.length + length];
        System.arraycopy(header, 0, all, 0, header.length);
        System.arraycopy(content, 0, all, header.length, length);
        return all;
    }
}
