package dev.hcp.reconcilers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.value.ReleaseVersion;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReleaseRulesTest {
    private static Optional<String> problem(String wanted, @Nullable String current, String networkType) {
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
    void a_newer_maximum_does_not_lift_what_the_operator_supports() {
        assertThat(ReleaseRules.problem(
                        ReleaseVersion.of("4.17.1"),
                        Optional.empty(),
                        ReleaseVersion.of("4.16.0"),
                        ReleaseRules.MINIMUM_SUPPORTED,
                        "OVNKubernetes",
                        "None"))
                .contains("the latest version supported is: \"4.16.0\". Attempting to use: \"4.17.1\"");
    }

    @Test
    void open_shift_sdn_may_be_had_on_power_vs() {
        assertThat(ReleaseRules.problem(
                        ReleaseVersion.of("4.16.0"),
                        Optional.empty(),
                        ReleaseRules.LATEST_SUPPORTED,
                        ReleaseRules.MINIMUM_SUPPORTED,
                        "OpenShiftSDN",
                        "PowerVS"))
                .isEmpty();
    }

    @Property
    void what_one_patch_release_may_be_run_another_may(
            @ForAll @IntRange(min = 8, max = 20) int minor,
            @ForAll @IntRange(max = 99) int patch,
            @ForAll @IntRange(max = 99) int other) {
        assertThat(problem("4." + minor + "." + patch, null, "OVNKubernetes").isEmpty())
                .isEqualTo(problem("4." + minor + "." + other, null, "OVNKubernetes")
                        .isEmpty());
    }

    @Property
    void the_supported_lines_have_no_gap(
            @ForAll @IntRange(min = 8, max = 20) int a,
            @ForAll @IntRange(min = 8, max = 20) int b,
            @ForAll @IntRange(min = 8, max = 20) int c) {
        int[] lines = IntStream.of(a, b, c).sorted().toArray();
        boolean ends = problem("4." + lines[0] + ".0", null, "OVNKubernetes").isEmpty()
                && problem("4." + lines[2] + ".0", null, "OVNKubernetes").isEmpty();
        assertThat(!ends
                        || problem("4." + lines[1] + ".0", null, "OVNKubernetes")
                                .isEmpty())
                .isTrue();
    }

    @Test
    void the_annotation_that_skips_validation_lifts_the_minimum() {
        assertThat(ReleaseRules.minimum("KubeVirt", true)).isEqualTo(ReleaseVersion.of("0.0.0"));
        assertThat(ReleaseRules.minimum("IBMCloud", false)).isEqualTo(ReleaseVersion.of("4.9.0"));
    }
}
