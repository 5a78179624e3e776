package dev.hcp.simulator.keys;

/**
 * A certificate of a TLS server or client, and the authority that signed it. All members are PEM.
 *
 * @param authority certificate of the authority, for the other side to trust
 * @param certificate certificate of the server or client
 * @param privateKey its private key, in PKCS#8
 */
public record TlsIdentity(String authority, String certificate, String privateKey) {
    /** Without the private key. */
    @Override
    public String toString() {
        return "TlsIdentity[certificate=" + certificate.length() + " characters, privateKey=***]";
    }
}
