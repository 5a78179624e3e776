package dev.hcp.reconcilers.operator;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Optional;

/** Certificates of authorities in PEM. */
final class TrustBundle {
    private TrustBundle() {}

    /** When the first of them expires; empty when there is none, or something else is among them. */
    static Optional<Instant> expiry(String pem) {
        Instant first = Instant.MAX;
        try (ByteArrayInputStream in = new ByteArrayInputStream(pem.getBytes(StandardCharsets.UTF_8))) {
            for (Certificate each : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                Instant end = ((X509Certificate) each).getNotAfter().toInstant();
                first = end.isBefore(first) ? end : first;
            }
        } catch (CertificateException | IOException e) {
            return Optional.empty();
        }
        return first.equals(Instant.MAX) ? Optional.empty() : Optional.of(first);
    }
}
