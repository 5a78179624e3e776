package dev.hcp.platforms;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What is expensive or random: keys, certificates, passwords, identifiers.
 *
 * <p>Each request names its purpose, such as {@code clusters-demo/root-ca}. An implementation either answers the same
 * purpose with the same value (the simulator: from its seed and a pool) or with a fresh one (the operator runtime), so a
 * caller asks only when the object that keeps the result does not exist yet. Thread-safe.
 */
public interface KeyMaterial {
    /** A random identifier, RFC 4122 version 4. */
    String uuid(String purpose);

    /** Random characters of the Kubernetes name alphabet {@code bcdfghjklmnpqrstvwxz2456789}. */
    String nameSuffix(String purpose, int length);

    /** Random bytes. */
    byte[] bytes(String purpose, int length);

    /** A password as the reference makes kubeadmin's: four groups of five characters joined by dashes. */
    String password(String purpose);

    /** The bcrypt hash of a password, as the login server compares with it. */
    String passwordHash(String purpose, String password);

    /** A self-signed certificate authority. */
    KeyPair authority(String purpose, String commonName, Instant notBefore);

    /** A certificate signed by an authority. */
    KeyPair certificate(String purpose, CertificateRequest request, KeyPair authority, Instant notBefore);

    /** An RSA key pair in PEM: the private key in PKCS#1, the public key in PKIX form. */
    KeyPair signingKey(String purpose);

    /**
     * A certificate (or public key) with its private key, both PEM.
     *
     * @param certificate certificate or public key
     * @param privateKey private key
     */
    record KeyPair(String certificate, String privateKey) {
        /** Without the private key. */
        @Override
        public String toString() {
            return "KeyPair[certificate=" + certificate.length() + " characters, privateKey=***]";
        }
    }

    /**
     * What a certificate is for.
     *
     * @param commonName subject common name
     * @param organizations subject organizations: the groups of a client certificate
     * @param dnsNames subject alternative DNS names
     * @param ipAddresses subject alternative IP addresses
     * @param client whether it is for client authentication
     * @param server whether it is for server authentication
     * @param validity how long it is valid
     */
    record CertificateRequest(
            String commonName,
            List<String> organizations,
            List<String> dnsNames,
            List<String> ipAddresses,
            boolean client,
            boolean server,
            Duration validity) {
        private static final Duration ONE_YEAR = Duration.ofDays(365);

        public CertificateRequest {
            organizations = List.copyOf(organizations);
            dnsNames = List.copyOf(dnsNames);
            ipAddresses = List.copyOf(ipAddresses);
        }

        /** One that is valid for a year. */
        public CertificateRequest(
                String commonName,
                List<String> organizations,
                List<String> dnsNames,
                List<String> ipAddresses,
                boolean client,
                boolean server) {
            this(commonName, organizations, dnsNames, ipAddresses, client, server, ONE_YEAR);
        }
    }
}
