package dev.hcp.api.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hcp.api.HcpException;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReleaseVersionTest {
    @Test
    void versions_are_ordered_as_semantic_versioning_says() {
        List<ReleaseVersion> ascending = List.of(
                        "",
                        "not a version",
                        "4.9.0",
                        "4.17.0-ec.3",
                        "4.17.0-rc.2",
                        "4.17.0-rc.10",
                        "4.17.0",
                        "4.17.2",
                        "4.17.10",
                        "4.18.0-0.nightly-2024-08-01-000000",
                        "4.18.0-0.nightly-2024-08-02-000000",
                        "4.18.0-1",
                        "4.18.0-1.a",
                        "5.0.0")
                .stream()
                .map(ReleaseVersion::of)
                .toList();
        for (int i = 0; i < ascending.size(); i++) {
            for (int j = 0; j < ascending.size(); j++) {
                assertThat(Integer.signum(ascending.get(i).compareTo(ascending.get(j))))
                        .as("%s to %s", ascending.get(i), ascending.get(j))
                        .isEqualTo(Integer.compare(i, j));
            }
        }
    }

    @Test
    void build_metadata_does_not_count_in_the_order() {
        assertThat(ReleaseVersion.of("4.17.0+a")).isEqualByComparingTo(ReleaseVersion.of("4.17.0+b"));
    }

    @Test
    void parts_can_be_asked_for() {
        ReleaseVersion version = ReleaseVersion.parse("4.18.0-rc.2");
        assertThat(version.minorLine()).isEqualTo("4.18");
        assertThat(version.preRelease()).contains("rc.2");
        assertThat(version.release()).isEqualTo(ReleaseVersion.of("4.18.0"));
        assertThat(version.isSameMinor(ReleaseVersion.of("4.18.7"))).isTrue();
        assertThat(version.isSameMinor(ReleaseVersion.of("4.17.7"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"4.17", "v4.17.0", "4.017.0", "4.17.0-", "4.17.0-01", "4.17.0.1", " 4.17.0", "9999999999.0.0"})
    void what_is_no_version_is_refused_by_name(String text) {
        assertThat(ReleaseVersion.of(text).isValid()).isFalse();
        assertThatThrownBy(() -> ReleaseVersion.parse(text))
                .isInstanceOf(HcpException.class)
                .hasMessageContaining("\"" + text + "\"");
    }

    @Property
    void any_text_can_be_asked(@ForAll String text) {
        assertThat(ReleaseVersion.of(text).isValid()).isIn(true, false);
        assertThat(ReleaseVersion.of(text)).isLessThan(ReleaseVersion.of("999999999.0.0"));
    }
}
