package dev.hcp.reconcilers.nodepool;

import dev.hcp.platforms.KeyMaterial;
import java.time.Instant;

/** The same identifiers every time; node pools need no keys. */
final class FixedKeyMaterial implements KeyMaterial {
    @Override
    public String uuid(String purpose) {
        return "0f8fad5b-d9cb-469f-a165-70867728950e";
    }

    @Override
    public String nameSuffix(String purpose, int length) {
        return "x".repeat(length);
    }

    @Override
    public byte[] bytes(String purpose, int length) {
        return new byte[length];
    }

    @Override
    public String password(String purpose) {
        throw new UnsupportedOperationException(purpose);
    }

    @Override
    public String passwordHash(String purpose, String password) {
        return "hash of " + password;
    }

    @Override
    public KeyPair authority(String purpose, String commonName, Instant notBefore) {
        throw new UnsupportedOperationException(purpose);
    }

    @Override
    public KeyPair certificate(String purpose, CertificateRequest request, KeyPair authority, Instant notBefore) {
        throw new UnsupportedOperationException(purpose);
    }

    @Override
    public KeyPair signingKey(String purpose) {
        throw new UnsupportedOperationException(purpose);
    }
}
