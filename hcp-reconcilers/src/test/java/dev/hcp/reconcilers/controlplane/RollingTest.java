package dev.hcp.reconcilers.controlplane;

import static dev.hcp.reconcilers.controlplane.ControlPlaneFixture.highlyAvailable;
import static dev.hcp.reconcilers.controlplane.ControlPlaneFixture.view;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.names.Annotations;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Pods are replaced when what they read changes, and only then. */
class RollingTest {
    private static Map<String, JsonObject> templates(ControlPlane controlPlane) {
        Map<String, JsonObject> templates = new TreeMap<>();
        for (Component component : Groups.ALL) {
            templates.put(
                    component.name,
                    Workloads.render(component, controlPlane, JsonObject.EMPTY).object("spec", "template"));
        }
        return templates;
    }

    private static List<String> changed(Map<String, JsonObject> before, Map<String, JsonObject> after) {
        return before.keySet().stream()
                .filter(name -> !before.get(name).equals(after.get(name)))
                .toList();
    }

    private static List<String> changedBy(String configuration) {
        JsonObject spec = highlyAvailable().with("configuration", Json.parseObject(configuration));
        return changed(templates(view(highlyAvailable(), Map.of())), templates(view(spec, Map.of())));
    }

    static Stream<Arguments> configurations() {
        return Stream.of(
                Arguments.of(
                        "{\"apiServer\": {\"additionalCORSAllowedOrigins\": [\"//mine\"]}}", List.of("kube-apiserver")),
                Arguments.of(
                        "{\"apiServer\": {\"audit\": {\"profile\": \"AllRequestBodies\"}}}",
                        List.of(
                                "kube-apiserver",
                                "oauth-openshift",
                                "openshift-apiserver",
                                "openshift-oauth-apiserver")),
                Arguments.of(
                        "{\"apiServer\": {\"servingCerts\": {\"namedCertificates\": [{\"names\": [\"a.example.com\"]}]}}}",
                        List.of("kube-apiserver", "oauth-openshift")),
                Arguments.of("{\"scheduler\": {\"profile\": \"HighNodeUtilization\"}}", List.of("kube-scheduler")),
                Arguments.of(
                        "{\"oauth\": {\"tokenConfig\": {\"accessTokenMaxAgeSeconds\": 60}}}",
                        List.of("oauth-openshift")),
                Arguments.of(
                        "{\"image\": {\"allowedRegistriesForImport\": [{\"domainName\": \"quay.io\"}]}}",
                        List.of("openshift-apiserver")),
                Arguments.of(
                        "{\"featureGate\": {\"featureSet\": \"TechPreviewNoUpgrade\"}}",
                        List.of(
                                "cluster-policy-controller",
                                "kube-apiserver",
                                "kube-controller-manager",
                                "openshift-controller-manager")));
    }

    @ParameterizedTest
    @MethodSource("configurations")
    void a_setting_replaces_the_pods_that_read_it_and_no_others(String configuration, List<String> rolled) {
        assertThat(changedBy(configuration)).isEqualTo(rolled);
    }

    @ParameterizedTest
    @CsvSource({
        "channel, stable-4.17",
        "pausedUntil, 2030-01-01T00:00:00Z",
        "updateService, https://updates.example.com",
        "infrastructureAvailabilityPolicy, HighlyAvailable",
    })
    void fields_that_no_pod_reads_replace_none(String field, String value) {
        assertThat(changed(
                        templates(view(highlyAvailable(), Map.of())),
                        templates(view(highlyAvailable().with(field, value), Map.of()))))
                .isEmpty();
    }

    @Test
    void the_same_control_plane_has_the_same_pods() {
        assertThat(templates(view(highlyAvailable(), Map.of())))
                .isEqualTo(templates(view(highlyAvailable(), Map.of())));
    }

    @Test
    void a_restart_replaces_all_pods_whatever_the_text() {
        assertThat(changed(
                        templates(view(highlyAvailable(), Map.of(Annotations.RESTART_DATE, "yesterday"))),
                        templates(view(highlyAvailable(), Map.of(Annotations.RESTART_DATE, "a while ago")))))
                .hasSameSizeAs(Groups.ALL);
    }
}
