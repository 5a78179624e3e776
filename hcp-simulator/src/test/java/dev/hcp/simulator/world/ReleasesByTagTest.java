package dev.hcp.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hcp.platforms.ReleaseMetadata;
import dev.hcp.platforms.ReleaseNotFoundException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReleasesByTagTest {
    private final ReleasesByTag releases = new ReleasesByTag();

    @ParameterizedTest
    @CsvSource({
        "4.17.0-x86_64, 4.17.0, AMD64",
        "4.17.3-multi, 4.17.3, Multi",
        "4.16.12-aarch64, 4.16.12, ARM64",
        "4.18.0-rc.1-s390x, 4.18.0-rc.1, S390X",
        "4.18.0-ec.2-ppc64le, 4.18.0-ec.2, PPC64LE"
    })
    void the_tag_says_version_and_architecture(String tag, String version, String architecture) {
        ReleaseMetadata release = releases.lookup("quay.io/openshift-release-dev/ocp-release:" + tag);
        assertThat(release.version()).isEqualTo(version);
        assertThat(release.payloadArch()).isEqualTo(architecture);
        assertThat(release.kubeVirtImage()).get().asString().contains("@sha256:");
        assertThat(release.awsImages().get("us-east-1/x86_64")).matches("ami-[0-9a-f]{17}");
    }

    @Test
    void component_images_are_those_of_the_version() {
        ReleaseMetadata one = releases.lookup("quay.io/openshift-release-dev/ocp-release:4.17.0-x86_64");
        ReleaseMetadata other = releases.lookup("quay.io/openshift-release-dev/ocp-release:4.17.1-x86_64");
        assertThat(one.componentImages().get("hyperkube"))
                .startsWith("quay.io/openshift-release-dev/ocp-v4.0-art-dev@sha256:")
                .isNotEqualTo(other.componentImages().get("hyperkube"))
                .isNotEqualTo(one.componentImages().get("etcd"));
        assertThat(new ReleasesByTag().lookup(one.image())).isEqualTo(one);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "quay.io/openshift-release-dev/ocp-release@sha256:0123",
                "quay.io/openshift-release-dev/ocp-release:latest",
                "quay.io/openshift-release-dev/ocp-release:4.17.0",
                "quay.io/openshift-release-dev/ocp-release:4.17.0-riscv",
                "quay.io/somebody/else:4.17.0-x86_64"
            })
    void what_the_rule_does_not_know_is_an_unknown_manifest(String image) {
        assertThatThrownBy(() -> releases.lookup(image))
                .isInstanceOf(ReleaseNotFoundException.class)
                .hasMessageContaining(image)
                .hasMessageContaining("manifest unknown");
    }

    @Test
    void a_registry_that_nobody_knows_has_no_address() {
        assertThatThrownBy(() -> releases.lookup("registry.example.com/ocp:4.17.0"))
                .hasMessageContaining("dial tcp: lookup registry.example.com: no such host");
    }
}
