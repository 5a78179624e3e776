package dev.hcp.simulator.keys;

/**
 * Who signs certificates; names and keys are DER encodings.
 *
 * @param name the issuer's name
 * @param publicKey the issuer's subject public key info
 * @param algorithm identifier of the signature algorithm
 * @param signer signs bytes
 */
record Signing(byte[] name, byte[] publicKey, byte[] algorithm, Signer signer) {
    /** Signs bytes. */
    @FunctionalInterface
    interface Signer {
        byte[] sign(byte[] message);
    }
}
