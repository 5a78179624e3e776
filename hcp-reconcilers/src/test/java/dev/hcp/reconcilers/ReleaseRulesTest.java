package dev.hcp.reconcilers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.value.ReleaseVersion;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReleaseRulesTest {
    private static Optional<String> problem(String wanted, String current, String networkType) {
        return ReleaseRules.problem(
                ReleaseVersion.of(wanted),
                Optional.ofNullable(current).map(ReleaseVersion::of),
                ReleaseVersion.of("4.99.0"),
                ReleaseRules.MINIMUM_SUPPORTED,
                networkType,
                "KubeVirt");
    }

    @ParameterizedTest
    @CsvSource({"4.14.0,", "4.17.9,", "4.16.5,4.16.0", "4.16.0,4.16.5", "4.17.0,4.14.0"})
    void a_supported_release_may_be_run(String wanted, String current) {
        assertThat(problem(wanted, current, "OVNKubernetes")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            value = {
                "4.7.9,,OVNKubernetes,'releases before 4.8 are not supported. Attempting to use: \"4.7.9\"'",
                "4.15.0,4.16.0,OVNKubernetes,'y-stream downgrade from \"4.16.0\" to \"4.15.0\" is not supported'",
                "4.16.0,4.15.0,OpenShiftSDN,'y-stream upgrade from \"4.15.0\" to \"4.16.0\" is not for OpenShiftSDN'",
                "4.15.0,,OpenShiftSDN,'cannot use OpenShiftSDN with OCP version \"4.15.0\" > 4.10'",
                "4.10.3,,OVNKubernetes,'cannot use OVNKubernetes with OCP version \"4.10.3\" < 4.11'",
                "4.18.0,,OVNKubernetes,'the latest version supported is: \"4.17.0\". Attempting to use: \"4.18.0\"'",
                "4.13.0,,OVNKubernetes,"
                        + "'the minimum version supported for platform KubeVirt is: \"4.14.0\". Attempting to use: \"4.13.0\"'"
            })
    void others_are_refused_in_the_words_of_the_reference(
            String wanted, String current, String networkType, String message) {
        assertThat(problem(wanted, current, networkType)).contains(message);
    }

    @Test
    void the_annotation_that_skips_validation_lifts_the_minimum() {
        assertThat(ReleaseRules.minimum("KubeVirt", true)).isEqualTo(ReleaseVersion.of("0.0.0"));
        assertThat(ReleaseRules.minimum("IBMCloud", false)).isEqualTo(ReleaseVersion.of("4.9.0"));
    }
}
