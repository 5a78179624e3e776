package dev.hcp.reconcilers.hostedcluster;

import dev.hcp.api.json.JsonObject;
import dev.hcp.api.value.Cidr;
import dev.hcp.platforms.World;
import io.fabric8.kubernetes.api.model.Secret;
import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Certificates of the user's with which the API server shall be served. Their names must leave alone those under which the
 * cluster itself calls the API server: it would be served with a certificate that its components do not trust.
 */
final class NamedCertificates {
    private static final int DNS_NAME = 2;
    private static final int IP_ADDRESS = 7;

    private final ClusterView cluster;
    private final World world;
    private final List<String> problems = new ArrayList<>();

    private NamedCertificates(ClusterView cluster, World world) {
        this.cluster = cluster;
        this.world = world;
    }

    /** What is wrong with the certificates, if anything. */
    static List<String> problems(ClusterView cluster, World world) {
        NamedCertificates check = new NamedCertificates(cluster, world);
        for (Object item : cluster.spec().array("configuration", "apiServer", "servingCerts", "namedCertificates")) {
            if (item instanceof JsonObject certificate) {
                check.check(certificate);
            }
        }
        return check.problems;
    }

    private void check(JsonObject certificate) {
        List<String> names = new ArrayList<>();
        List<String> addresses = new ArrayList<>();
        certificate.array("names").forEach(name -> names.add(String.valueOf(name)));
        String secret = certificate.text("servingCertificate", "name");
        if (secret != null && !secret.isEmpty()) {
            alternativeNames(secret, names, addresses);
        }
        conflict("DNS names", names, internalNames());
        conflict("IP addresses", addresses, internalAddresses());
    }

    private void conflict(String kind, List<String> wanted, List<String> internal) {
        if (wanted.stream().anyMatch(internal::contains)) {
            String value = wanted.stream().map(name -> "\"" + name + "\"").collect(Collectors.joining(", ", "{", "}"));
            problems.add("custom serving cert: Invalid value: []string" + value + ": conflicting " + kind
                    + " found in KAS SANs. Configuration is invalid");
        }
    }

    private void alternativeNames(String secret, List<String> names, List<String> addresses) {
        Optional<JsonObject> found = world.tree(Secret.class, cluster.namespace(), secret);
        if (found.isEmpty()) {
            problems.add("failed to get named certificate secret: secrets \"" + secret + "\" not found");
            return;
        }
        String encoded = found.get().text("data", "tls.crt");
        if (encoded == null) {
            problems.add("named certificate secret " + secret + " must have a tls.crt key");
            return;
        }
        try {
            X509Certificate certificate = (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(
                            new ByteArrayInputStream(Base64.getMimeDecoder().decode(encoded)));
            Collection<List<?>> alternatives = certificate.getSubjectAlternativeNames();
            for (List<?> alternative : alternatives == null ? List.<List<?>>of() : alternatives) {
                if (alternative.get(0).equals(DNS_NAME)) {
                    names.add(String.valueOf(alternative.get(1)));
                } else if (alternative.get(0).equals(IP_ADDRESS)) {
                    addresses.add(String.valueOf(alternative.get(1)));
                }
            }
        } catch (CertificateException | IllegalArgumentException e) {
            problems.add("named certificate secret " + secret + " holds no certificate: " + e.getMessage());
        }
    }

    private List<String> internalNames() {
        String namespace = cluster.controlPlaneNamespace();
        return List.of(
                "localhost",
                "kubernetes",
                "kubernetes.default",
                "kubernetes.default.svc",
                "kubernetes.default.svc.cluster.local",
                "openshift",
                "openshift.default",
                "openshift.default.svc",
                "openshift.default.svc.cluster.local",
                "kube-apiserver",
                "kube-apiserver." + namespace + ".svc",
                "kube-apiserver." + namespace + ".svc.cluster.local",
                "api." + cluster.name() + ".hypershift.local");
    }

    /** The loopback addresses, those at which nodes and pods reach the API server, and that of its service. */
    private List<String> internalAddresses() {
        List<String> addresses = new ArrayList<>(List.of("127.0.0.1", "0:0:0:0:0:0:0:1", "172.20.0.1"));
        addresses.add(cluster.text("networking", "apiServer", "advertiseAddress"));
        for (Object item : cluster.spec().array("networking", "serviceNetwork")) {
            if (item instanceof JsonObject network && network.get("cidr") instanceof String text) {
                Cidr cidr = Cidr.of(text);
                if (cidr.isValid()) {
                    cidr.address(1).ifPresent(addresses::add);
                }
            }
        }
        return addresses;
    }
}
