package dev.hcp.reconcilers.operator;

import dev.hcp.api.HcpException;
import dev.hcp.platforms.KeyMaterial;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.crypto.generators.OpenBSDBCrypt;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * Fresh keys, certificates and passwords at every call: RSA of 2048 bits; authorities for ten years, the others for one, as
 * the reference makes them. Needs {@code org.bouncycastle:bcpkix-jdk18on}. Thread-safe.
 */
public final class GeneratedKeyMaterial implements KeyMaterial {
    private static final String NAME_ALPHABET = "bcdfghjklmnpqrstvwxz2456789";
    private static final String PASSWORD_ALPHABET = "abcdefghijkmnopqrstuvwxyzABCDEFGHIJKLMNPQRSTUVWXYZ23456789";
    private static final int KEY_BITS = 2048;
    private static final int SALT_BYTES = 16;
    private static final int BCRYPT_COST = 10;
    private static final Duration AUTHORITY = Duration.ofDays(3650);

    private final SecureRandom random = new SecureRandom();

    @Override
    public String uuid(String purpose) {
        return UUID.randomUUID().toString();
    }

    @Override
    public String nameSuffix(String purpose, int length) {
        return text(NAME_ALPHABET, length);
    }

    @Override
    public byte[] bytes(String purpose, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    @Override
    public String password(String purpose) {
        return String.join(
                "-",
                text(PASSWORD_ALPHABET, 5),
                text(PASSWORD_ALPHABET, 5),
                text(PASSWORD_ALPHABET, 5),
                text(PASSWORD_ALPHABET, 5));
    }

    @Override
    public String passwordHash(String purpose, String password) {
        return OpenBSDBCrypt.generate("2a", password.toCharArray(), bytes(purpose, SALT_BYTES), BCRYPT_COST);
    }

    private String text(String alphabet, int length) {
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }

    @Override
    public KeyPair authority(String purpose, String commonName, Instant notBefore) {
        X500Name name = name(commonName, List.of("openshift"));
        java.security.KeyPair keys = keys();
        try {
            X509v3CertificateBuilder builder =
                    builder(name, name, keys.getPublic(), notBefore, notBefore.plus(AUTHORITY));
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
            builder.addExtension(
                    Extension.keyUsage,
                    true,
                    new KeyUsage(KeyUsage.digitalSignature | KeyUsage.keyEncipherment | KeyUsage.keyCertSign));
            builder.addExtension(
                    Extension.subjectKeyIdentifier,
                    false,
                    new JcaX509ExtensionUtils().createSubjectKeyIdentifier(keys.getPublic()));
            return pair(sign(builder, keys.getPrivate()), keys.getPrivate());
        } catch (IOException | GeneralSecurityException | OperatorCreationException e) {
            throw new HcpException("cannot make the certificate authority " + purpose, e);
        }
    }

    @Override
    public KeyPair certificate(String purpose, CertificateRequest request, KeyPair authority, Instant notBefore) {
        try {
            X509CertificateHolder issuer = certificateOf(authority);
            java.security.KeyPair keys = keys();
            X509v3CertificateBuilder builder = builder(
                    issuer.getSubject(),
                    name(request.commonName(), request.organizations()),
                    keys.getPublic(),
                    notBefore,
                    notBefore.plus(request.validity()));
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
            builder.addExtension(
                    Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature | KeyUsage.keyEncipherment));
            builder.addExtension(Extension.extendedKeyUsage, false, usages(request));
            builder.addExtension(
                    Extension.authorityKeyIdentifier,
                    false,
                    new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(issuer));
            List<ASN1Encodable> names = alternativeNames(request);
            if (!names.isEmpty()) {
                builder.addExtension(
                        Extension.subjectAlternativeName, false, new GeneralNames(names.toArray(GeneralName[]::new)));
            }
            return pair(sign(builder, privateKeyOf(authority)), keys.getPrivate());
        } catch (IOException | GeneralSecurityException | OperatorCreationException e) {
            throw new HcpException("cannot make the certificate " + purpose, e);
        }
    }

    @Override
    public KeyPair signingKey(String purpose) {
        java.security.KeyPair keys = keys();
        try {
            return new KeyPair(pem(keys.getPublic()), pem(keys.getPrivate()));
        } catch (IOException e) {
            throw new HcpException("cannot write the signing key " + purpose, e);
        }
    }

    private java.security.KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(KEY_BITS, random);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new HcpException("this Java has no RSA keys of " + KEY_BITS + " bits", e);
        }
    }

    private X509v3CertificateBuilder builder(
            X500Name issuer, X500Name subject, PublicKey key, Instant notBefore, Instant notAfter) {
        return new X509v3CertificateBuilder(
                issuer,
                new BigInteger(127, random),
                Date.from(notBefore),
                Date.from(notAfter),
                subject,
                SubjectPublicKeyInfo.getInstance(key.getEncoded()));
    }

    private static X509CertificateHolder sign(X509v3CertificateBuilder builder, PrivateKey key)
            throws OperatorCreationException {
        String algorithm = "RSA".equals(key.getAlgorithm()) ? "SHA256withRSA" : "SHA256withECDSA";
        return builder.build(new JcaContentSignerBuilder(algorithm).build(key));
    }

    private static X500Name name(String commonName, List<String> organizations) {
        X500NameBuilder builder = new X500NameBuilder(BCStyle.INSTANCE);
        organizations.forEach(organization -> builder.addRDN(BCStyle.O, organization));
        return builder.addRDN(BCStyle.CN, commonName).build();
    }

    private static ExtendedKeyUsage usages(CertificateRequest request) {
        List<KeyPurposeId> usages = new ArrayList<>();
        if (request.client()) {
            usages.add(KeyPurposeId.id_kp_clientAuth);
        }
        if (request.server()) {
            usages.add(KeyPurposeId.id_kp_serverAuth);
        }
        return new ExtendedKeyUsage(usages.toArray(KeyPurposeId[]::new));
    }

    private static List<ASN1Encodable> alternativeNames(CertificateRequest request) {
        List<ASN1Encodable> names = new ArrayList<>();
        request.dnsNames().forEach(name -> names.add(new GeneralName(GeneralName.dNSName, name)));
        request.ipAddresses().forEach(address -> names.add(new GeneralName(GeneralName.iPAddress, address)));
        return names;
    }

    private static KeyPair pair(X509CertificateHolder certificate, PrivateKey key) throws IOException {
        return new KeyPair(pem(certificate), pem(key));
    }

    /** In PEM; RSA private keys in PKCS#1. */
    private static String pem(Object value) throws IOException {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            writer.writeObject(value);
        }
        return text.toString();
    }

    private static X509CertificateHolder certificateOf(KeyPair authority) throws IOException {
        try (PEMParser parser = new PEMParser(new StringReader(authority.certificate()))) {
            if (parser.readObject() instanceof X509CertificateHolder certificate) {
                return certificate;
            }
        }
        throw new HcpException("the authority's certificate is not a certificate in PEM");
    }

    /** A key of any algorithm: the authority may be somebody else's. */
    private static PrivateKey privateKeyOf(KeyPair authority) throws IOException {
        try (PEMParser parser = new PEMParser(new StringReader(authority.privateKey()))) {
            JcaPEMKeyConverter converter = new JcaPEMKeyConverter();
            Object key = parser.readObject();
            if (key instanceof PEMKeyPair pair) {
                return converter.getKeyPair(pair).getPrivate();
            }
            if (key instanceof PrivateKeyInfo info) {
                return converter.getPrivateKey(info);
            }
        }
        throw new HcpException("the authority's private key is not a private key in PEM");
    }
}
