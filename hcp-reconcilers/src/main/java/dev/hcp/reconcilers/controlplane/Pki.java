package dev.hcp.reconcilers.controlplane;

import dev.hcp.api.HcpException;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.names.SecretNames;
import dev.hcp.platforms.KeyMaterial.CertificateRequest;
import dev.hcp.platforms.KeyMaterial.KeyPair;
import dev.hcp.reconcilers.controlplane.Certificates.Authority;
import dev.hcp.reconcilers.controlplane.Certificates.Leaf;
import dev.hcp.reconcilers.controlplane.PublishedEndpoints.Endpoints;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Secret;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Keeps the Secrets with keys and certificates of a control plane. What exists and fits is kept. */
final class Pki {
    private static final String CA_HASH = "hypershiftlite.openshift.io/ca-hash";

    private final ControlPlaneObjects objects;
    private final ControlPlane controlPlane;
    private final Optional<Endpoints> endpoints;
    private final CertificateLifetime lifetime;
    private final Map<String, Signer> signers = new HashMap<>();

    /** For what does not depend on where the control plane is published. */
    Pki(ControlPlaneObjects objects) {
        this(objects, Optional.empty());
    }

    /** @param endpoints where the control plane is published, so far as that is known */
    Pki(ControlPlaneObjects objects, Optional<Endpoints> endpoints) {
        this.objects = objects;
        this.controlPlane = objects.controlPlane();
        this.endpoints = endpoints;
        this.lifetime = CertificateLifetime.in(objects.pass(), controlPlane.namespace());
    }

    /** Authorities, then what they sign, then the bundles that spread trust in them. */
    void reconcile() {
        for (Authority authority : Certificates.AUTHORITIES) {
            objects.apply(Secret.class, authority.name(), () -> authoritySecret(authority));
        }
        for (Leaf leaf : Certificates.LEAVES) {
            boolean given = controlPlane.etcdIsUnmanaged() && leaf.name().equals(SecretNames.ETCD_CLIENT_TLS);
            if (!given) {
                leaf(leaf);
            }
        }
        Certificates.onPlatform(controlPlane.platformType()).forEach(this::leaf);
        if (controlPlane.spec().at("serviceAccountSigningKey") == null) {
            signingKey();
        }
        Certificates.BUNDLES.forEach(bundle -> objects.apply(ConfigMap.class, bundle.name(), () -> {
            StringBuilder text = new StringBuilder();
            bundle.authorities()
                    .forEach(authority -> text.append(authorityPair(authority).certificate()));
            return JsonObject.of(
                    "apiVersion",
                    "v1",
                    "data",
                    JsonObject.of(bundle.key(), text.toString()),
                    "kind",
                    "ConfigMap",
                    "metadata",
                    controlPlane.metadata(bundle.name(), Map.of()));
        }));
    }

    private String purpose(String name) {
        return controlPlane.namespace() + "/" + name;
    }

    private JsonObject authoritySecret(Authority authority) {
        List<String> keys = List.of("ca.crt", "ca.key", "tls.crt", "tls.key");
        Optional<JsonObject> live = objects.tree(Secret.class, authority.name());
        JsonObject metadata = controlPlane.metadata(authority.name(), Map.of());
        if (live.isPresent() && hasKeys(live.get(), keys)) {
            return keep(live.get(), metadata, keys, "Opaque");
        }
        KeyPair pair = objects.pass()
                .keyMaterial()
                .authority(
                        purpose(authority.name()),
                        authority.commonName(),
                        objects.pass().now());
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("ca.crt", pair.certificate());
        texts.put("ca.key", pair.privateKey());
        texts.put("tls.crt", pair.certificate());
        texts.put("tls.key", pair.privateKey());
        return ControlPlaneObjects.secret(metadata, texts, "Opaque");
    }

    /** The annotation by which a certificate's Secret tells which authority it was signed with. */
    static Map<String, String> signedBy(String authority) {
        return Map.of(CA_HASH, md5(authority));
    }

    private static boolean hasKeys(JsonObject secret, List<String> keys) {
        JsonObject data = secret.object("data");
        return keys.stream().allMatch(data::containsKey);
    }

    private static JsonObject keep(JsonObject live, JsonObject metadata, List<String> keys, String type) {
        JsonObject.Builder data = JsonObject.builder(keys.size());
        keys.forEach(key -> data.put(key, live.at("data", key)));
        JsonObject secret =
                JsonObject.of("apiVersion", "v1", "data", data.build(), "kind", "Secret", "metadata", metadata);
        return type.isEmpty() ? secret : secret.with("type", type);
    }

    /**
     * An authority that exists.
     *
     * @param secret what it was read from
     * @param hash what the Secrets of its certificates are marked with
     */
    private record Signer(JsonObject secret, KeyPair pair, String hash) {
        /** Without the contents. */
        @Override
        public String toString() {
            return "Signer[" + hash + "]";
        }
    }

    /** The key pair of an authority that exists. */
    KeyPair authorityPair(String name) {
        return signer(name).pair();
    }

    /** Read once for all that it signs. */
    private Signer signer(String name) {
        JsonObject secret = objects.tree(Secret.class, name)
                .orElseThrow(() -> new HcpException("secrets \"" + name + "\" not found in namespace "
                        + controlPlane.namespace() + "; it is made before what it signs"));
        Signer known = signers.get(name);
        if (known == null || known.secret() != secret) {
            KeyPair pair = new KeyPair(
                    ControlPlaneObjects.text(secret, "tls.crt"), ControlPlaneObjects.text(secret, "tls.key"));
            known = new Signer(secret, pair, md5(pair.certificate()));
            signers.put(name, known);
        }
        return known;
    }

    /** A certificate signed by one of the authorities. */
    void leaf(Leaf leaf) {
        objects.apply(Secret.class, leaf.name(), () -> leafSecret(leaf, Map.of()));
    }

    /** A certificate together with further texts, such as the kubeconfig that uses it. */
    void leafWith(
            Leaf leaf, Map<String, String> labels, java.util.function.Function<KeyPair, Map<String, String>> more) {
        objects.apply(Secret.class, leaf.name(), () -> {
            JsonObject secret = leafSecret(leaf, labels);
            KeyPair pair = new KeyPair(
                    ControlPlaneObjects.text(secret, leaf.certificateKey()),
                    ControlPlaneObjects.text(secret, leaf.privateKeyKey()));
            JsonObject.Builder data = secret.object("data").toBuilder();
            more.apply(pair).forEach((key, text) -> data.put(key, ControlPlaneObjects.base64(text)));
            return secret.with("data", data.build());
        });
    }

    private JsonObject leafSecret(Leaf leaf, Map<String, String> labels) {
        if (leaf.authority().isEmpty()) {
            return selfSigned(leaf);
        }
        Signer signer = signer(leaf.authority());
        KeyPair authority = signer.pair();
        JsonObject metadata = controlPlane.metadata(leaf.name(), labels, Map.of(CA_HASH, signer.hash()));
        Optional<JsonObject> live = objects.tree(Secret.class, leaf.name());
        List<String> keys = leaf.keys();
        CertificateRequest request = new CertificateRequest(
                leaf.commonName(),
                leaf.organizations(),
                leaf.dnsNames().of(controlPlane, endpoints),
                leaf.ipAddresses().of(controlPlane, endpoints),
                leaf.client(),
                leaf.server(),
                lifetime.validity());
        if (live.isPresent()
                && hasKeys(live.get(), keys)
                && signer.hash().equals(live.get().text("metadata", "annotations", CA_HASH))
                && fits(ControlPlaneObjects.text(live.get(), leaf.certificateKey()), request)) {
            return keep(live.get(), metadata, keys, leaf.type());
        }
        KeyPair pair = objects.pass()
                .keyMaterial()
                .certificate(
                        purpose(leaf.name()), request, authority, objects.pass().now());
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put(leaf.certificateKey(), pair.certificate());
        texts.put(leaf.privateKeyKey(), pair.privateKey());
        if (keys.contains("ca.crt")) {
            texts.put("ca.crt", authority.certificate());
        }
        return ControlPlaneObjects.secret(metadata, texts, leaf.type());
    }

    /** Whether a certificate is for all that is asked for, and for long enough. */
    private boolean fits(String certificate, CertificateRequest request) {
        Set<String> names = new TreeSet<>(request.dnsNames());
        request.ipAddresses().forEach(address -> names.add(CertificateNames.canonical(address)));
        return CertificateFields.read(certificate)
                .filter(fields -> fields.names().equals(names)
                        && fields.notAfter().isAfter(objects.pass().now().plus(lifetime.renewal())))
                .isPresent();
    }

    private JsonObject selfSigned(Leaf leaf) {
        JsonObject metadata = controlPlane.metadata(leaf.name(), Map.of());
        Optional<JsonObject> live = objects.tree(Secret.class, leaf.name());
        if (live.isPresent() && hasKeys(live.get(), leaf.keys())) {
            return keep(live.get(), metadata, leaf.keys(), leaf.type());
        }
        KeyPair pair = objects.pass()
                .keyMaterial()
                .authority(
                        purpose(leaf.name()), leaf.commonName(), objects.pass().now());
        return ControlPlaneObjects.secret(
                metadata,
                Map.of(leaf.certificateKey(), pair.certificate(), leaf.privateKeyKey(), pair.privateKey()),
                leaf.type());
    }

    /** The key of service account tokens, made once. One that the user gives is put there by the HyperShift operator. */
    private void signingKey() {
        objects.apply(Secret.class, "sa-signing-key", () -> {
            List<String> keys = List.of("service-account.key", "service-account.pub");
            Optional<JsonObject> live = objects.tree(Secret.class, "sa-signing-key");
            JsonObject metadata = controlPlane.metadata("sa-signing-key", Map.of());
            if (live.isPresent() && hasKeys(live.get(), keys)) {
                return keep(live.get(), metadata, keys, "Opaque");
            }
            KeyPair pair = objects.pass().keyMaterial().signingKey(purpose("sa-signing-key"));
            return ControlPlaneObjects.secret(
                    metadata,
                    Map.of("service-account.key", pair.privateKey(), "service-account.pub", pair.certificate()),
                    "Opaque");
        });
    }

    /** An authority of its own, made once. */
    void authority(String name, String commonName) {
        List<String> keys = List.of("tls.crt", "tls.key");
        Optional<JsonObject> live = objects.tree(Secret.class, name);
        if (live.isPresent() && hasKeys(live.get(), keys)) {
            return;
        }
        KeyPair pair = objects.pass()
                .keyMaterial()
                .authority(purpose(name), commonName, objects.pass().now());
        objects.pass()
                .createIfAbsent(
                        Secret.class,
                        ControlPlaneObjects.secret(
                                controlPlane.metadata(name, Map.of()),
                                Map.of("tls.crt", pair.certificate(), "tls.key", pair.privateKey()),
                                "kubernetes.io/tls"));
    }

    private static String md5(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new HcpException("this Java runtime has no MD5", e);
        }
    }
}
