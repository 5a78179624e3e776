package dev.hcp.simulator.behaviour;

import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a client in Go writes of a HostedCluster or HostedControlPlane although nobody said it: fields of a structure that
 * have their zero value.
 */
final class GoZeros {
    /**
     * Zero values by field. A field that ends in {@code ?} has them only where it is there, and {@code []} stands for each
     * item of a list.
     */
    private static final JsonObject CONFIGURATION = Json.parseObject("""
            {"apiServer?": {"clientCA": {"name": ""}},
             "authentication?": {
               "type": "", "oauthMetadata": {"name": ""}, "serviceAccountIssuer": "",
               "oidcProviders?": {"[]": {
                 "name": "",
                 "issuer": {"issuerURL": "", "issuerCertificateAuthority": {"name": ""}},
                 "oidcClients?": {"[]": {
                   "componentName": "", "componentNamespace": "", "clientID": "", "clientSecret": {"name": ""}}},
                 "claimMappings": {"username": {"claim": "", "prefixPolicy": ""},
                   "groups": {"claim": "", "prefix": ""}}}}},
             "image?": {"additionalTrustedCA": {"name": ""}},
             "ingress?": {"domain": "", "loadBalancer": {"platform": {"type": ""}}},
             "network?": {"networkType": ""},
             "oauth?": {
               "templates": {"login": {"name": ""}, "providerSelection": {"name": ""}, "error": {"name": ""}},
               "identityProviders?": {"[]": {
                 "name": "", "type": "",
                 "basicAuth?": {"url": "", "ca": {"name": ""}, "tlsClientCert": {"name": ""},
                   "tlsClientKey": {"name": ""}},
                 "github?": {"clientID": "", "clientSecret": {"name": ""}, "hostname": "", "ca": {"name": ""}},
                 "gitlab?": {"clientID": "", "clientSecret": {"name": ""}, "url": "", "ca": {"name": ""}},
                 "google?": {"clientID": "", "clientSecret": {"name": ""}, "hostedDomain": ""},
                 "htpasswd?": {"fileData": {"name": ""}},
                 "keystone?": {"url": "", "ca": {"name": ""}, "tlsClientCert": {"name": ""},
                   "tlsClientKey": {"name": ""}, "domainName": ""},
                 "ldap?": {"url": "", "bindDN": "", "bindPassword": {"name": ""}, "insecure": false,
                   "ca": {"name": ""}},
                 "openID?": {"clientID": "", "clientSecret": {"name": ""}, "ca": {"name": ""}, "issuer": ""},
                 "requestHeader?": {"loginURL": "", "challengeURL": "", "ca": {"name": ""}}}}},
             "proxy?": {"trustedCA": {"name": ""}},
             "scheduler?": {"policy": {"name": ""}, "mastersSchedulable": false}}""");

    private static final JsonObject PLATFORM = Json.parseObject("""
            {"type": "",
             "aws?": {
               "region": "", "multiArch": false,
               "rolesRef": {"ingressARN": "", "imageRegistryARN": "", "storageARN": "", "networkARN": "",
                 "kubeCloudControllerARN": "", "nodePoolManagementARN": "", "controlPlaneOperatorARN": ""},
               "cloudProviderConfig?": {"vpc": ""}}}""");

    private static final JsonObject SPEC = JsonObject.of(
            "configuration?",
            CONFIGURATION,
            "dns",
            JsonObject.of("baseDomain", ""),
            "etcd",
            JsonObject.of("managementType", ""),
            "fips",
            false,
            "networking",
            JsonObject.of("networkType", ""),
            "platform?",
            PLATFORM);

    private static final Map<String, JsonObject> BY_KIND = Map.of(
            "HostedCluster",
            JsonObject.of("spec", SPEC),
            "HostedControlPlane",
            JsonObject.of("spec", SPEC.with("issuerURL", "").with("infraID", "")));

    private GoZeros() {}

    /** An object with the zero values of its kind. */
    static JsonObject fill(String kind, JsonObject object) {
        JsonObject zeros = BY_KIND.get(kind);
        return zeros == null ? object : fill(object, zeros);
    }

    private static JsonObject fill(JsonObject object, JsonObject zeros) {
        JsonObject result = object;
        for (int i = 0; i < zeros.size(); i++) {
            String name = zeros.keyAt(i);
            boolean optional = name.endsWith("?");
            String field = optional ? name.substring(0, name.length() - 1) : name;
            Object value = result.get(field);
            if (value != null || !optional) {
                result = result.with(field, filled(value, zeros.valueAt(i)));
            }
        }
        return result;
    }

    private static @Nullable Object filled(@Nullable Object value, @Nullable Object zero) {
        if (!(zero instanceof JsonObject zeros)) {
            return value == null ? zero : value;
        }
        JsonObject ofItems = zeros.object("[]");
        if (value instanceof JsonArray items) {
            return JsonArray.copyOf(items.stream()
                    .map(item -> item instanceof JsonObject object ? fill(object, ofItems) : item)
                    .toList());
        }
        return fill(value instanceof JsonObject object ? object : JsonObject.EMPTY, zeros);
    }
}
