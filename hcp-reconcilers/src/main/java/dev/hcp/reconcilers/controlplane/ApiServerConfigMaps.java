package dev.hcp.reconcilers.controlplane;

import static dev.hcp.reconcilers.controlplane.ControlPlaneConfigMaps.cidrs;
import static dev.hcp.reconcilers.controlplane.ControlPlaneConfigMaps.file;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.names.Annotations;
import dev.hcp.reconcilers.controlplane.ControlPlaneConfigMaps.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the API server reads. */
final class ApiServerConfigMaps {
    static final Entry AUDIT = new Entry("kas-audit-config", Map.of(), AuditPolicy::files);
    static final Entry CONFIG = file("kas-config", "config.json", ApiServerConfigMaps::apiServer);
    static final Entry AUTHENTICATION = file("auth-config", "auth.json", ApiServerConfigMaps::authentication);

    private static final Entry EGRESS =
            file("kas-egress-selector-config", "config.yaml", ApiServerConfigMaps::egressSelector);
    private static final Entry OAUTH_METADATA =
            file("oauth-metadata", "oauthMetadata.json", ApiServerConfigMaps::oauthMetadata);

    private ApiServerConfigMaps() {}

    /** Those that a control plane has, in the order they are written. */
    static List<Entry> of(ControlPlane controlPlane) {
        return controlPlane.oauthEnabled()
                ? List.of(AUDIT, CONFIG, EGRESS, AUTHENTICATION, OAUTH_METADATA)
                : List.of(AUDIT, CONFIG, EGRESS, AUTHENTICATION);
    }

    private static JsonObject apiServer(ControlPlane controlPlane) {
        JsonObject settings = controlPlane.configuration().object("apiServer");
        JsonObject.Builder config = JsonObject.builder(12)
                .put("admission", admission(controlPlane))
                .put("apiServerArguments", arguments(controlPlane))
                .put("apiVersion", "kubecontrolplane.config.openshift.io/v1")
                .put("corsAllowedOrigins", origins(settings.array("additionalCORSAllowedOrigins")))
                .put("imagePolicyConfig", imagePolicy(controlPlane))
                .put("kind", "KubeAPIServerConfig")
                .put("projectConfig", projects(controlPlane))
                .put("serviceAccountPublicKeyFiles", JsonArray.of("/etc/kubernetes/secrets/svcacct-key"))
                .put("servicesSubnet", String.join(",", texts(cidrs(controlPlane, "serviceNetwork"))))
                .put("servingInfo", ServingInfo.of(controlPlane, controlPlane.apiServerPodPort(), settings));
        if (controlPlane.oauthEnabled()) {
            config.put("authConfig", JsonObject.of("oauthMetadataFile", "/etc/kubernetes/oauth/oauthMetadata.json"));
        }
        String base = ControlPlane.text(controlPlane.spec(), "dns", "baseDomain");
        if (!base.isEmpty()) {
            config.put(
                    "consolePublicURL",
                    "https://console-openshift-console." + ControlPlaneConfigMaps.ingressDomain(controlPlane));
        }
        return config.build();
    }

    private static List<String> texts(JsonArray array) {
        List<String> texts = new ArrayList<>();
        array.forEach(item -> texts.add(String.valueOf(item)));
        return texts;
    }

    private static JsonArray origins(JsonArray additional) {
        List<@Nullable Object> all = new ArrayList<>(List.of("//127\\.0\\.0\\.1(:|$)", "//localhost(:|$)"));
        all.addAll(additional);
        return JsonArray.copyOf(all);
    }

    private static JsonObject admission(ControlPlane controlPlane) {
        List<@Nullable Object> restricted = new ArrayList<>(cidrs(controlPlane, "clusterNetwork"));
        restricted.addAll(cidrs(controlPlane, "serviceNetwork"));
        JsonObject policy = controlPlane.configuration().object("network", "externalIP", "policy");
        List<@Nullable Object> external = new ArrayList<>();
        policy.array("rejectedCIDRs").forEach(cidr -> external.add("!" + cidr));
        external.addAll(policy.array("allowedCIDRs"));
        return JsonObject.of(
                "pluginConfig",
                JsonObject.of(
                        "PodSecurity",
                        plugin(JsonObject.of(
                                "apiVersion",
                                "pod-security.admission.config.k8s.io/v1beta1",
                                "defaults",
                                JsonObject.of("audit", "restricted", "enforce", "privileged", "warn", "restricted"),
                                "kind",
                                "PodSecurityConfiguration")),
                        "network.openshift.io/ExternalIPRanger",
                        plugin(JsonObject.of(
                                "allowIngressIP",
                                false,
                                "apiVersion",
                                "network.openshift.io/v1",
                                "externalIPNetworkCIDRs",
                                JsonArray.copyOf(external),
                                "kind",
                                "ExternalIPRangerAdmissionConfig")),
                        "network.openshift.io/RestrictedEndpointsAdmission",
                        plugin(JsonObject.of(
                                "apiVersion",
                                "network.openshift.io/v1",
                                "kind",
                                "RestrictedEndpointsAdmissionConfig",
                                "restrictedCIDRs",
                                JsonArray.copyOf(restricted)))));
    }

    private static JsonObject plugin(JsonObject configuration) {
        return JsonObject.of("configuration", configuration, "location", "");
    }

    private static JsonObject imagePolicy(ControlPlane controlPlane) {
        JsonObject policy = JsonObject.of("internalRegistryHostname", ControlPlaneConfigMaps.INTERNAL_REGISTRY);
        JsonArray external = controlPlane.configuration().array("image", "externalRegistryHostnames");
        return external.isEmpty() ? policy : policy.with("externalRegistryHostnames", external);
    }

    private static JsonObject projects(ControlPlane controlPlane) {
        return JsonObject.of(
                "defaultNodeSelector",
                ControlPlane.text(controlPlane.configuration(), "scheduler", "defaultNodeSelector"));
    }

    private static JsonObject arguments(ControlPlane controlPlane) {
        String issuer = ControlPlane.text(controlPlane.spec(), "issuerURL");
        JsonObject.Builder arguments = JsonObject.builder(24);
        String address = ControlPlane.text(controlPlane.spec(), "networking", "apiServer", "advertiseAddress");
        set(arguments, "advertise-address", address);
        set(arguments, "allow-privileged", "true");
        set(arguments, "anonymous-auth", "true");
        set(arguments, "api-audiences", issuer);
        set(arguments, "audit-policy-file", "/etc/kubernetes/audit/policy.yaml");
        if (controlPlane.spec().at("auditWebhook") != null) {
            set(arguments, "audit-webhook-config-file", "/etc/kubernetes/auditwebhook/webhook-kubeconfig");
            set(arguments, "audit-webhook-mode", "batch");
        }
        if (controlPlane.oauthEnabled()) {
            set(arguments, "authentication-token-webhook-config-file", "/etc/kubernetes/auth-token-webhook/kubeconfig");
            set(arguments, "authentication-token-webhook-version", "v1");
        } else {
            set(arguments, "authentication-config", "/etc/kubernetes/auth/auth.json");
        }
        arguments.put("authorization-mode", JsonArray.of("Scope", "SystemMasters", "RBAC", "Node"));
        set(arguments, "egress-selector-config-file", "/etc/kubernetes/egress-selector/config.yaml");
        set(arguments, "enable-aggregator-routing", "true");
        if (controlPlane.spec().at("secretEncryption") != null) {
            set(arguments, "encryption-provider-config", "/etc/kubernetes/secret-encryption/config.yaml");
        }
        set(arguments, "etcd-servers", etcd(controlPlane));
        set(arguments, "event-ttl", "3h");
        JsonArray gates = FeatureGates.of(controlPlane);
        if (!gates.isEmpty()) {
            arguments.put("feature-gates", gates);
        }
        set(
                arguments,
                "max-mutating-requests-inflight",
                orDefault(controlPlane, Annotations.KUBE_APISERVER_MAX_MUTATING_REQUESTS_INFLIGHT, "1000"));
        set(
                arguments,
                "max-requests-inflight",
                orDefault(controlPlane, Annotations.KUBE_APISERVER_MAX_REQUESTS_INFLIGHT, "3000"));
        if (!controlPlane.profiled("kube-apiserver")) {
            set(arguments, "profiling", "false");
        }
        set(arguments, "service-account-issuer", issuer);
        set(arguments, "service-account-jwks-uri", issuer.isEmpty() ? "" : issuer + "/openid/v1/jwks");
        set(
                arguments,
                "service-node-port-range",
                ControlPlane.text(controlPlane.configuration(), "network", "serviceNodePortRange"));
        return arguments.build();
    }

    private static void set(JsonObject.Builder arguments, String name, String value) {
        if (!value.isEmpty()) {
            arguments.put(name, JsonArray.of(value));
        }
    }

    private static String orDefault(ControlPlane controlPlane, String annotation, String fallback) {
        return controlPlane.annotation(annotation).orElse(fallback);
    }

    private static String etcd(ControlPlane controlPlane) {
        return controlPlane.etcdIsUnmanaged()
                ? ControlPlane.text(controlPlane.spec(), "etcd", "unmanaged", "endpoint")
                : "https://etcd-client:2379";
    }

    private static JsonObject egressSelector(ControlPlane controlPlane) {
        JsonObject proxy = JsonObject.of(
                "proxyProtocol",
                "HTTPConnect",
                "transport",
                JsonObject.of(
                        "tcp",
                        JsonObject.of(
                                "url", "https://konnectivity-server-local." + controlPlane.namespace() + ".svc:8090")));
        return JsonObject.of(
                "apiVersion",
                "apiserver.k8s.io/v1beta1",
                "egressSelections",
                JsonArray.of(
                        JsonObject.of("connection", JsonObject.of("proxyProtocol", "Direct"), "name", "controlplane"),
                        JsonObject.of("connection", JsonObject.of("proxyProtocol", "Direct"), "name", "etcd"),
                        JsonObject.of("connection", proxy, "name", "cluster")),
                "kind",
                "EgressSelectorConfiguration");
    }

    /** Who may issue tokens: the issuers the user names, where login is left to them. */
    private static JsonObject authentication(ControlPlane controlPlane) {
        List<JsonObject> issuers = new ArrayList<>();
        for (Object item : controlPlane.configuration().array("authentication", "oidcProviders")) {
            if (item instanceof JsonObject provider) {
                issuers.add(issuer(provider));
            }
        }
        return JsonObject.of(
                "apiVersion",
                "apiserver.config.k8s.io/v1alpha1",
                "jwt",
                JsonArray.copyOf(issuers),
                "kind",
                "AuthenticationConfiguration");
    }

    private static JsonObject issuer(JsonObject provider) {
        JsonObject.Builder issuer = JsonObject.builder(3)
                .put("audiences", provider.array("issuer", "audiences"))
                .put("url", ControlPlane.text(provider, "issuer", "issuerURL"));
        if (provider.array("issuer", "audiences").size() > 1) {
            issuer.put("audienceMatchPolicy", "MatchAny");
        }
        JsonObject username = provider.object("claimMappings", "username");
        JsonObject groups = provider.object("claimMappings", "groups");
        JsonObject.Builder claims = JsonObject.builder(2)
                .put(
                        "username",
                        JsonObject.of(
                                "claim", ControlPlane.text(username, "claim"), "prefix", prefix(provider, username)));
        if (!groups.isEmpty()) {
            claims.put(
                    "groups",
                    JsonObject.of(
                            "claim",
                            ControlPlane.text(groups, "claim"),
                            "prefix",
                            ControlPlane.text(groups, "prefix")));
        }
        List<JsonObject> rules = new ArrayList<>();
        for (Object item : provider.array("claimValidationRules")) {
            if (item instanceof JsonObject rule) {
                JsonObject required = rule.object("requiredClaim");
                rules.add(JsonObject.of(
                        "claim",
                        ControlPlane.text(required, "claim"),
                        "requiredValue",
                        ControlPlane.text(required, "requiredValue")));
            }
        }
        JsonObject all = JsonObject.of("claimMappings", claims.build(), "issuer", issuer.build());
        return rules.isEmpty() ? all : all.with("claimValidationRules", JsonArray.copyOf(rules));
    }

    /** Without a policy, names that are no mail addresses are prefixed by their issuer. */
    private static String prefix(JsonObject provider, JsonObject username) {
        return switch (ControlPlane.text(username, "prefixPolicy")) {
            case "Prefix" -> ControlPlane.text(username, "prefix", "prefixString");
            case "NoPrefix" -> "";
            default ->
                ControlPlane.text(username, "claim").equals("email")
                        ? ""
                        : ControlPlane.text(provider, "issuer", "issuerURL") + "#";
        };
    }

    private static JsonObject oauthMetadata(ControlPlane controlPlane) {
        String issuer = ControlPlane.text(controlPlane.object(), "status", "oauthCallbackURLTemplate")
                .replace("/oauth2callback/[identity-provider-name]", "");
        return JsonObject.of(
                "authorization_endpoint",
                issuer + "/oauth/authorize",
                "code_challenge_methods_supported",
                JsonArray.of("plain", "S256"),
                "grant_types_supported",
                JsonArray.of("authorization_code", "implicit"),
                "issuer",
                issuer,
                "token_endpoint",
                issuer + "/oauth/token");
    }
}
