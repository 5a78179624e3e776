package dev.hcp.api.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hcp.api.HcpException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CidrTest {
    @ParameterizedTest
    @CsvSource({
        "10.132.0.0/14, 10.132.0.0, true",
        "10.132.0.0/14, 10.135.255.255, true",
        "10.132.0.0/14, 10.136.0.0, false",
        "0.0.0.0/0, 255.255.255.255, true",
        "192.168.1.7/24, 192.168.1.200, true",
        "fd01::/48, fd01:0:0:1::5, true",
        "fd01::/48, fd01:0:1::, false",
        "10.0.0.0/8, fd01::1, false",
        "10.0.0.0/8, nonsense, false",
        "::/0, ::ffff:10.0.0.1, true"
    })
    void a_range_knows_its_addresses(String range, String address, boolean contained) {
        assertThat(Cidr.of(range).contains(address)).isEqualTo(contained);
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, 10.1.0.0/16, true", "10.1.0.0/16, 10.0.0.0/8, true", "10.0.0.0/9, 10.128.0.0/9, false",
        "fd01::/48, fd01:0:0:ff00::/56, true", "fd01::/48, fd02::/48, false", "0.0.0.0/0, ::/0, false"
    })
    void ranges_overlap_when_they_share_an_address(String one, String other, boolean overlap) {
        assertThat(Cidr.of(one).overlaps(Cidr.of(other))).isEqualTo(overlap);
        assertThat(Cidr.of(other).overlaps(Cidr.of(one))).isEqualTo(overlap);
    }

    @Test
    void addresses_are_counted_from_the_first() {
        assertThat(Cidr.of("172.31.0.9/16").address(10)).contains("172.31.0.10");
        assertThat(Cidr.of("172.31.0.0/30").address(4)).isEmpty();
        assertThat(Cidr.of("fd02::/112").address(10)).contains("fd02::a");
        assertThat(Cidr.of("172.31.77.1/16").networkAddress()).isEqualTo("172.31.0.0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "10.0.0.0",
                "10.0.0.0/33",
                "10.0.0/8",
                "10.0.0.0/08",
                "010.0.0.0/8",
                "::/129",
                "1::2::3/64",
                "/8",
                "example.com/8"
            })
    void what_is_no_range_is_refused_by_name(String text) {
        assertThat(Cidr.of(text).isValid()).isFalse();
        assertThatThrownBy(() -> Cidr.parse(text))
                .isInstanceOf(HcpException.class)
                .hasMessageContaining("\"" + text + "\"");
    }

    @Property
    void a_range_contains_each_address_it_counts(
            @ForAll @LongRange(min = 0, max = 0xffffffffL) long base,
            @ForAll @IntRange(min = 0, max = 32) int prefix,
            @ForAll @LongRange(min = 0, max = 255) long offset) {
        Cidr range = Cidr.of(
                (base >> 24) + "." + (base >> 16 & 255) + "." + (base >> 8 & 255) + "." + (base & 255) + "/" + prefix);
        range.address(offset)
                .ifPresent(address -> assertThat(range.contains(address)).isTrue());
        assertThat(range.contains(range)).isTrue();
        assertThat(range.overlaps(range)).isTrue();
    }

    @Property
    void any_text_can_be_asked(@ForAll String text) {
        assertThat(Cidr.of(text).isValid()).isIn(true, false);
    }
}
