package dev.hcp.reconcilers.hostedcluster;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Secrets and ConfigMaps that {@code spec.configuration} refers to: the control plane needs copies of them. */
public final class ReferencedObjects {
    /** Paths to references; {@code *} stands for every item of a list and every provider of an identity provider. */
    private static final List<String[]> SECRETS = List.of(
            path("apiServer", "servingCerts", "namedCertificates", "*", "servingCertificate"),
            path("authentication", "webhookTokenAuthenticator", "kubeConfig"),
            path("authentication", "oidcProviders", "*", "oidcClients", "*", "clientSecret"),
            path("ingress", "componentRoutes", "*", "servingCertKeyPairSecret"),
            path("oauth", "templates", "login"),
            path("oauth", "templates", "providerSelection"),
            path("oauth", "templates", "error"),
            path("oauth", "identityProviders", "*", "*", "clientSecret"),
            path("oauth", "identityProviders", "*", "*", "fileData"),
            path("oauth", "identityProviders", "*", "*", "bindPassword"),
            path("oauth", "identityProviders", "*", "*", "tlsClientCert"),
            path("oauth", "identityProviders", "*", "*", "tlsClientKey"));

    private static final List<String[]> CONFIG_MAPS = List.of(
            path("apiServer", "clientCA"),
            path("authentication", "oauthMetadata"),
            path("authentication", "oidcProviders", "*", "issuer", "issuerCertificateAuthority"),
            path("image", "additionalTrustedCA"),
            path("proxy", "trustedCA"),
            path("scheduler", "policy"),
            path("oauth", "identityProviders", "*", "*", "ca"));

    private ReferencedObjects() {}

    /** Names of the Secrets, sorted. */
    public static Set<String> secrets(JsonObject configuration) {
        return names(configuration, SECRETS);
    }

    /** Names of the ConfigMaps, sorted. */
    public static Set<String> configMaps(JsonObject configuration) {
        return names(configuration, CONFIG_MAPS);
    }

    private static String[] path(String... steps) {
        return steps;
    }

    private static Set<String> names(JsonObject configuration, List<String[]> paths) {
        if (configuration.isEmpty()) {
            return Set.of();
        }
        Set<String> names = new TreeSet<>();
        paths.forEach(path -> collect(configuration, path, 0, names));
        return names;
    }

    private static void collect(@Nullable Object node, String[] path, int depth, Set<String> names) {
        if (depth == path.length) {
            if (node instanceof JsonObject reference
                    && reference.get("name") instanceof String name
                    && !name.isEmpty()) {
                names.add(name);
            }
            return;
        }
        if (!path[depth].equals("*")) {
            if (node instanceof JsonObject object) {
                collect(object.get(path[depth]), path, depth + 1, names);
            }
        } else if (node instanceof JsonArray array) {
            array.forEach(item -> collect(item, path, depth + 1, names));
        } else if (node instanceof JsonObject object) {
            object.values().forEach(item -> collect(item, path, depth + 1, names));
        }
    }
}
