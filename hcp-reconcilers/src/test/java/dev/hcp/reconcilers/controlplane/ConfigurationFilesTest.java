package dev.hcp.reconcilers.controlplane;

import static dev.hcp.reconcilers.controlplane.ControlPlaneFixture.view;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.names.Annotations;
import dev.hcp.reconcilers.controlplane.ControlPlaneConfigMaps.Entry;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What users configure is in the files that components read. */
class ConfigurationFilesTest {
    private static ControlPlane configured(String configuration) {
        return view(JsonObject.of("configuration", Json.parseObject(configuration)), Map.of());
    }

    private static JsonObject file(Entry entry, ControlPlane controlPlane) {
        return Json.parseObject(
                entry.data().apply(controlPlane).values().iterator().next());
    }

    private static JsonObject apiServer(String configuration) {
        return file(ApiServerConfigMaps.CONFIG, configured(configuration));
    }

    @Test
    void the_api_server_knows_its_issuer_networks_and_etcd() {
        JsonObject config = apiServer("{}");

        assertThat(config.text("servicesSubnet")).isEqualTo("172.31.0.0/16");
        assertThat(config.array("apiServerArguments", "service-account-issuer"))
                .containsExactly("https://issuer.example.com");
        assertThat(config.array("apiServerArguments", "service-account-jwks-uri"))
                .containsExactly("https://issuer.example.com/openid/v1/jwks");
        assertThat(config.array("apiServerArguments", "etcd-servers")).containsExactly("https://etcd-client:2379");
        assertThat(config.text("consolePublicURL"))
                .isEqualTo("https://console-openshift-console.apps.demo.example.com");
    }

    @Test
    void an_etcd_of_somebody_else_is_asked_where_it_is() {
        JsonObject etcd = JsonObject.of(
                "managementType", "Unmanaged", "unmanaged", JsonObject.of("endpoint", "https://etcd.example.com:2379"));

        assertThat(file(ApiServerConfigMaps.CONFIG, view(JsonObject.of("etcd", etcd), Map.of()))
                        .array("apiServerArguments", "etcd-servers"))
                .containsExactly("https://etcd.example.com:2379");
    }

    @Test
    void origins_certificates_and_external_addresses_are_those_of_the_user() {
        JsonObject config =
                apiServer("{\"apiServer\": {\"additionalCORSAllowedOrigins\": [\"//mine\"], \"servingCerts\":"
                        + " {\"namedCertificates\": [{\"names\": [\"a.example.com\"]}, {\"names\": [\"b.example.com\"]}]}},"
                        + " \"network\": {\"externalIP\": {\"policy\": {\"allowedCIDRs\": [\"10.0.0.0/8\"],"
                        + " \"rejectedCIDRs\": [\"10.1.0.0/16\"]}}, \"serviceNodePortRange\": \"30000-30100\"}}");

        assertThat(config.array("corsAllowedOrigins")).contains("//mine");
        assertThat(config.array("servingInfo", "namedCertificates").object(1).array("names"))
                .containsExactly("b.example.com");
        assertThat(config.array(
                        "admission",
                        "pluginConfig",
                        "network.openshift.io/ExternalIPRanger",
                        "configuration",
                        "externalIPNetworkCIDRs"))
                .containsExactly("!10.1.0.0/16", "10.0.0.0/8");
        assertThat(config.array("apiServerArguments", "service-node-port-range"))
                .containsExactly("30000-30100");
    }

    @ParameterizedTest
    @CsvSource({"Old, VersionTLS10", "Intermediate, VersionTLS12", "Modern, VersionTLS13", "'', VersionTLS12"})
    void a_security_profile_bounds_the_version_of_tls(String profile, String version) {
        assertThat(apiServer("{\"apiServer\": {\"tlsSecurityProfile\": {\"type\": \"" + profile + "\"}}}")
                        .text("servingInfo", "minTLSVersion"))
                .isEqualTo(version);
    }

    @Test
    void features_of_a_preview_or_of_the_user_s_choice_are_switched_on() {
        JsonObject preview = apiServer("{\"featureGate\": {\"featureSet\": \"TechPreviewNoUpgrade\"}}");
        JsonObject chosen = apiServer("{\"featureGate\": {\"featureSet\": \"CustomNoUpgrade\", \"customNoUpgrade\":"
                + " {\"enabled\": [\"A\"], \"disabled\": [\"B\"]}}}");

        assertThat(preview.array("apiServerArguments", "feature-gates")).contains("NodeSwap=true");
        assertThat(chosen.array("apiServerArguments", "feature-gates")).containsExactly("A=true", "B=false");
        assertThat(apiServer("{}").at("apiServerArguments", "feature-gates")).isNull();
    }

    @Test
    void limits_of_requests_are_read_from_the_control_plane_alone() {
        ControlPlane limited = view(JsonObject.EMPTY, Map.of(Annotations.KUBE_APISERVER_MAX_REQUESTS_INFLIGHT, "5"));

        assertThat(file(ApiServerConfigMaps.CONFIG, limited).array("apiServerArguments", "max-requests-inflight"))
                .containsExactly("5");
        assertThat(apiServer("{}").array("apiServerArguments", "max-requests-inflight"))
                .containsExactly("3000");
    }

    @ParameterizedTest
    @CsvSource({"Default, 4", "WriteRequestBodies, 6", "AllRequestBodies, 5", "None, 4"})
    void an_audit_profile_says_how_much_is_written(String profile, int rules) {
        Map<String, String> files = ApiServerConfigMaps.AUDIT
                .data()
                .apply(configured("{\"apiServer\": {\"audit\": {\"profile\": \"" + profile + "\"}}}"));

        assertThat(Json.parseObject(String.valueOf(files.get("policy.yaml")))
                        .array("rules")
                        .size())
                .isEqualTo(rules);
        assertThat(files).containsEntry("profile", profile);
    }

    @Test
    void groups_of_users_have_audit_rules_of_their_own_before_those_of_all() {
        JsonObject policy = Json.parseObject(String.valueOf(ApiServerConfigMaps.AUDIT
                .data()
                .apply(configured("{\"apiServer\": {\"audit\": {\"customRules\":"
                        + " [{\"group\": \"robots\", \"profile\": \"None\"}]}}}"))
                .get("policy.yaml")));

        assertThat(policy.array("rules").object(3))
                .isEqualTo(JsonObject.of("level", "None", "userGroups", JsonArray.of("robots")));
    }

    @Test
    void issuers_of_tokens_are_those_of_the_user_where_login_is_left_to_them() {
        ControlPlane external =
                configured("{\"authentication\": {\"type\": \"OIDC\", \"oidcProviders\": [{\"name\": \"mine\","
                        + " \"issuer\": {\"issuerURL\": \"https://login.example.com\", \"audiences\": [\"a\", \"b\"]},"
                        + " \"claimMappings\": {\"username\": {\"claim\": \"sub\"}, \"groups\": {\"claim\": \"groups\", \"prefix\":"
                        + " \"oidc:\"}}, \"claimValidationRules\": [{\"requiredClaim\": {\"claim\": \"team\", \"requiredValue\":"
                        + " \"x\"}}]}]}}");

        JsonObject issuer =
                file(ApiServerConfigMaps.AUTHENTICATION, external).array("jwt").object(0);

        assertThat(issuer.text("issuer", "url")).isEqualTo("https://login.example.com");
        assertThat(issuer.text("issuer", "audienceMatchPolicy")).isEqualTo("MatchAny");
        assertThat(issuer.text("claimMappings", "username", "prefix")).isEqualTo("https://login.example.com#");
        assertThat(issuer.text("claimMappings", "groups", "prefix")).isEqualTo("oidc:");
        assertThat(issuer.array("claimValidationRules").object(0).text("requiredValue"))
                .isEqualTo("x");
        assertThat(file(ApiServerConfigMaps.CONFIG, external)
                        .object("apiServerArguments")
                        .containsKey("authentication-token-webhook-config-file"))
                .isFalse();
    }

    @Test
    void the_scheduler_has_the_profile_of_the_user() {
        JsonObject usual = file(ControllerConfigMaps.SCHEDULER, configured("{}"));
        JsonObject dense = file(
                ControllerConfigMaps.SCHEDULER, configured("{\"scheduler\": {\"profile\": \"HighNodeUtilization\"}}"));

        assertThat(usual.at("profiles")).isNull();
        assertThat(Json.write(dense.array("profiles"))).contains("MostAllocated");
    }

    @Test
    void images_may_be_imported_from_the_registries_the_user_names() {
        JsonObject policy = file(
                        ControllerConfigMaps.OPENSHIFT_API_SERVER,
                        configured("{\"image\": {\"allowedRegistriesForImport\": [{\"domainName\": \"quay.io\"}],"
                                + " \"externalRegistryHostnames\": [\"registry.example.com\"],"
                                + " \"additionalTrustedCA\": {\"name\": \"mine\"}}}"))
                .object("imagePolicyConfig");

        assertThat(policy.array("allowedRegistriesForImport"))
                .containsExactly(JsonObject.of("domainName", "quay.io", "insecure", false));
        assertThat(policy.array("externalRegistryHostnames")).containsExactly("registry.example.com");
        assertThat(policy.containsKey("additionalTrustedCA")).isTrue();
    }

    @Test
    void routes_are_below_the_cluster_s_domain_or_the_one_the_user_chose() {
        ControlPlane bare = view(
                JsonObject.of("dns", JsonObject.of("baseDomain", "example.com", "baseDomainPrefix", "")), Map.of());

        assertThat(file(ControllerConfigMaps.OPENSHIFT_API_SERVER, bare).text("routingConfig", "subdomain"))
                .isEqualTo("apps.example.com");
        assertThat(file(
                                ControllerConfigMaps.OPENSHIFT_API_SERVER,
                                configured("{\"ingress\": {\"domain\": \"my.apps\"}}"))
                        .text("routingConfig", "subdomain"))
                .isEqualTo("my.apps");
    }

    @Test
    void the_oauth_server_knows_providers_and_how_long_tokens_live() {
        JsonObject oauth = file(
                        OAuthConfigMaps.SERVER,
                        configured(
                                "{\"oauth\": {\"tokenConfig\": {\"accessTokenMaxAgeSeconds\": 60}, \"identityProviders\":"
                                        + " [{\"name\": \"files\", \"type\": \"HTPasswd\", \"htpasswd\": {\"fileData\": {\"name\": \"f\"}}},"
                                        + " {\"name\": \"hub\", \"type\": \"GitHub\", \"mappingMethod\": \"lookup\", \"github\": {}}]}}"))
                .object("oauthConfig");
        JsonObject files = oauth.array("identityProviders").object(0);
        JsonObject hub = oauth.array("identityProviders").object(1);

        assertThat(oauth.integer(0, "tokenConfig", "accessTokenMaxAgeSeconds")).isEqualTo(60);
        assertThat(files.isTrue("challenge")).isTrue();
        assertThat(files.text("mappingMethod")).isEqualTo("claim");
        assertThat(files.text("provider", "fileData", "name")).isEqualTo("f");
        assertThat(hub.isTrue("challenge")).isFalse();
        assertThat(hub.text("mappingMethod")).isEqualTo("lookup");
        assertThat(hub.text("provider", "kind")).isEqualTo("GitHubIdentityProvider");
    }

    @Test
    void idle_tokens_die_after_the_time_the_user_gives() {
        assertThat(OAuthConfigMaps.apiServerArguments(
                        configured("{\"oauth\": {\"tokenConfig\": {\"accessTokenInactivityTimeout\": \"10m\"}}}")))
                .contains("--accesstoken-inactivity-timeout=10m");
    }

    @ParameterizedTest
    @CsvSource({
        "Default, 'allowAll: false\nallowDefault: true\n'",
        "None, 'allowAll: false\nallowDefault: false\n'",
    })
    void a_storage_driver_allows_the_default_class_or_nothing(String type, String text) {
        assertThat(KubevirtStorage.enforcement(JsonObject.of("type", type))).isEqualTo(text);
    }

    @Test
    void a_storage_driver_set_up_by_hand_allows_what_is_mapped_and_keeps_groups_together() {
        JsonObject manual =
                Json.parseObject("{\"storageClassMapping\": [{\"infraStorageClassName\": \"a\", \"group\": \"g\"},"
                        + " {\"infraStorageClassName\": \"b\"}], \"volumeSnapshotClassMapping\":"
                        + " [{\"infraVolumeSnapshotClassName\": \"s\", \"group\": \"g\"}]}");

        assertThat(KubevirtStorage.enforcement(JsonObject.of("type", "Manual", "manual", manual)))
                .isEqualTo("allowAll: false\n"
                        + "allowList: [a, b]\n"
                        + "storageSnapshotMapping: \n"
                        + "- storageClasses:\n"
                        + "  - a\n"
                        + "  volumeSnapshotClasses:\n"
                        + "  - s\n"
                        + "- storageClasses:\n"
                        + "  - b\n");
    }

    @Test
    void the_cloud_controller_of_kubevirt_works_in_the_infrastructure_s_namespace() {
        JsonObject credentials = JsonObject.of("infraNamespace", "infra");
        JsonObject external = JsonObject.of("kubevirt", JsonObject.of("credentials", credentials), "type", "KubeVirt");

        JsonObject config = file(CloudConfigMaps.KUBEVIRT, view(JsonObject.of("platform", external), Map.of()));

        assertThat(config.text("namespace")).isEqualTo("infra");
        assertThat(config.text("kubeconfig")).isNotNull();
        assertThat(config.text("infraLabels", "hypershift.openshift.io/infra-id"))
                .isEqualTo("demo-abcde");
    }
}
