package dev.hcp.simulator.transport.http;

import dev.hcp.api.HcpException;
import dev.hcp.simulator.apiserver.access.User;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.X509TrustManager;
import javax.security.auth.x500.X500Principal;

/**
 * Knows clients by their certificates: the common name is the user, the organizations are the groups. A handshake takes
 * any certificate, or none; what is wrong with one is told by the answer to a request, as the reference does.
 */
final class ClientCertificates {
    private static final String CLIENT_AUTHENTICATION = "1.3.6.1.5.5.7.3.2";
    /** Under which a TLS session remembers what was found out, so that it is found out once per connection. */
    private static final String REMEMBERED = ClientCertificates.class.getName();

    private final X509Certificate authority;

    /**
     * @param authority PEM of the authority that signs the certificates of clients
     */
    ClientCertificates(String authority) {
        try {
            byte[] pem = authority.getBytes(StandardCharsets.US_ASCII);
            this.authority = (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(pem));
        } catch (GeneralSecurityException e) {
            throw new HcpException("cannot read the certificate authority: " + e.getMessage(), e);
        }
    }

    /**
     * What a client has shown.
     *
     * @param any whether it has shown a certificate at all
     * @param user whose it is; empty when it is not good
     */
    record Shown(boolean any, Optional<User> user) {
        static final Shown NOTHING = new Shown(false, Optional.empty());
    }

    Shown of(SSLSession session) {
        if (session.getValue(REMEMBERED) instanceof Shown known) {
            return known;
        }
        Shown shown;
        try {
            Certificate[] chain = session.getPeerCertificates();
            shown = new Shown(true, userOf((X509Certificate) chain[0]));
        } catch (SSLPeerUnverifiedException none) {
            shown = Shown.NOTHING;
        }
        session.putValue(REMEMBERED, shown);
        return shown;
    }

    private Optional<User> userOf(X509Certificate certificate) {
        try {
            certificate.verify(authority.getPublicKey());
            certificate.checkValidity();
            List<String> usage = certificate.getExtendedKeyUsage();
            if (usage == null || !usage.contains(CLIENT_AUTHENTICATION)) {
                return Optional.empty();
            }
            String fingerprint = HexFormat.of().formatHex(sha256(certificate.getEncoded()));
            return user(certificate.getSubjectX500Principal(), fingerprint);
        } catch (GeneralSecurityException | InvalidNameException notOurs) {
            return Optional.empty();
        }
    }

    private static Optional<User> user(X500Principal subject, String fingerprint) throws InvalidNameException {
        String name = "";
        List<String> groups = new ArrayList<>();
        for (Rdn part : new LdapName(subject.getName()).getRdns()) {
            switch (part.getType()) {
                case "CN" -> name = String.valueOf(part.getValue());
                case "O" -> groups.add(String.valueOf(part.getValue()));
                default -> {
                    // Says nothing of user and groups.
                }
            }
        }
        Map<String, List<String>> extra = Map.of(User.CREDENTIAL, List.of("X509SHA256=" + fingerprint));
        return name.isEmpty() ? Optional.empty() : Optional.of(User.authenticated(name, "", groups, extra));
    }

    private static byte[] sha256(byte[] content) throws NoSuchAlgorithmException {
        return MessageDigest.getInstance("SHA-256").digest(content);
    }

    /** Lets handshakes through and names the authority, so that clients know which certificate to show. */
    X509TrustManager trustManager() {
        return new X509TrustManager() {
            @Override
            public void checkClientTrusted(X509Certificate[] chain, String authType) {
                // Looked at when a request comes.
            }

            @Override
            public void checkServerTrusted(X509Certificate[] chain, String authType) {
                throw new UnsupportedOperationException("this is the server's side");
            }

            @Override
            public X509Certificate[] getAcceptedIssuers() {
                return new X509Certificate[] {authority};
            }
        };
    }
}
