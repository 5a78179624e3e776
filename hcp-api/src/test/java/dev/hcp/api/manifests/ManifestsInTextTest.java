package dev.hcp.api.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.Json;
import org.junit.jupiter.api.Test;

class ManifestsInTextTest {
    @Test
    void a_manifest_ends_where_prose_goes_on() {
        String text = """
                Do this:

                    apiVersion: metallb.io/v1beta1
                    kind: L2Advertisement
                    spec:
                      ipAddressPools:
                       - pool
                    1
                    The pool.
                """;
        assertThat(ManifestsInText.of(text.lines().toList()))
                .containsExactly(
                        Json.parseObject(
                                "{\"apiVersion\":\"metallb.io/v1beta1\",\"kind\":\"L2Advertisement\",\"spec\":{\"ipAddressPools\":[\"pool\"]}}"));
    }

    @Test
    void marks_go_and_numbers_stay() {
        String text = """
                kind: NodePool
                apiVersion: hypershift.openshift.io/v1beta1
                metadata:
                  name: <the_pool> \\1
                spec:
                  replicas: 2
                  minimum: 4 6
                  config: 3 4
                  - name: settings 5
                """;
        assertThat(ManifestsInText.of(text.lines().toList()))
                .containsExactly(Json.parseObject(
                        "{\"kind\":\"NodePool\",\"apiVersion\":\"hypershift.openshift.io/v1beta1\",\"metadata\":{\"name\":\"the-pool\"},"
                                + "\"spec\":{\"replicas\":2,\"minimum\":4,\"config\":[{\"name\":\"settings\"}]}}"));
    }

    @Test
    void documents_are_split_and_unknown_kinds_passed_over() {
        String text = """
                apiVersion: v1
                kind: Secret
                # ...
                apiVersion: metal3.io/v1alpha1
                kind: BareMetalHost
                ---
                apiVersion: ocm.example.com/v1
                kind: Teapot
                """;
        assertThat(ManifestsInText.of(text.lines().toList()))
                .extracting(manifest -> manifest.text("kind"))
                .containsExactly("BareMetalHost");
    }

    @Test
    void members_beside_their_siblings_are_moved_to_them() {
        String text = """
                kind: AddOnDeploymentConfig
                spec:
                  customizedVariables:
                   - name: a
                     value: "1"
                  - name: b
                   value: "2"
                """;
        assertThat(ManifestsInText.of(text.lines().toList()).get(0).array("spec", "customizedVariables"))
                .hasSize(2);
    }
}
