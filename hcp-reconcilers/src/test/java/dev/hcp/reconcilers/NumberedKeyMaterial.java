package dev.hcp.reconcilers;

import dev.hcp.platforms.KeyMaterial;
import java.time.Instant;

/** Key material that can be read: every answer is its purpose. */
final class NumberedKeyMaterial implements KeyMaterial {
    @Override
    public String uuid(String purpose) {
        return String.format("00000000-0000-4000-8000-%012x", purpose.hashCode() & 0xffffffffL);
    }

    @Override
    public String nameSuffix(String purpose, int length) {
        return "bcdfghjklm".substring(0, length);
    }

    @Override
    public byte[] bytes(String purpose, int length) {
        return new byte[length];
    }

    @Override
    public String password(String purpose) {
        return "aaaaa-bbbbb-ccccc-ddddd";
    }

    @Override
    public String passwordHash(String purpose, String password) {
        return "hash of " + password;
    }

    @Override
    public KeyPair authority(String purpose, String commonName, Instant notBefore) {
        return new KeyPair("authority " + purpose, "key of " + purpose);
    }

    @Override
    public KeyPair certificate(String purpose, CertificateRequest request, KeyPair authority, Instant notBefore) {
        return new KeyPair("certificate " + purpose, "key of " + purpose);
    }

    @Override
    public KeyPair signingKey(String purpose) {
        return new KeyPair("public " + purpose, "private " + purpose);
    }
}
