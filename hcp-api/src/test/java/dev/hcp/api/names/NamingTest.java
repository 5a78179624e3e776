package dev.hcp.api.names;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class NamingTest {
    @Test
    void a_control_plane_namespace_has_no_dots() {
        assertThat(Naming.controlPlaneNamespace("clusters", "a.b.c")).isEqualTo("clusters-a-b-c");
    }

    @Test
    void an_infrastructure_id_keeps_21_plain_characters() {
        assertThat(Naming.infraId("example", "x2b4z")).isEqualTo("example-x2b4z");
        assertThat(Naming.infraId("a_b..c", "x2b4z")).isEqualTo("a-b-c-x2b4z");
        assertThat(Naming.infraId("abcdefghijklmnopqrst-uvw", "x2b4z")).isEqualTo("abcdefghijklmnopqrst-x2b4z");
    }

    @Test
    void a_name_that_fits_is_not_hashed() {
        assertThat(Naming.shortName("pool", "abcd", 9)).isEqualTo("pool-abcd");
    }

    @Test
    void a_long_base_is_cut_and_hashed() {
        String base = "a".repeat(40);
        assertThat(Naming.shortName(base, "pool", 43))
                .isEqualTo("a".repeat(29) + "-" + Hashes.simple(base) + "-pool")
                .hasSize(43);
    }

    @Test
    void a_suffix_that_leaves_no_room_is_hashed_with_the_base() {
        String suffix = "s".repeat(40);
        assertThat(Naming.shortName("base", suffix, 43)).isEqualTo("base-" + Hashes.simple("base-" + suffix));
    }

    @Test
    void secrets_are_named_after_what_they_belong_to() {
        assertThat(Naming.adminKubeconfigSecret("demo")).isEqualTo("demo-admin-kubeconfig");
        assertThat(Naming.kubeadminPasswordSecret("demo")).isEqualTo("demo-kubeadmin-password");
        assertThat(Naming.etcdEncryptionKeySecret("demo")).isEqualTo("demo-etcd-encryption-key");
        assertThat(Naming.capiKubeconfigSecret("demo-x2b4z")).isEqualTo("demo-x2b4z-kubeconfig");
        assertThat(Naming.tokenSecret("pool", "1a47e90b")).isEqualTo("token-pool-1a47e90b");
        assertThat(Naming.userDataSecret("pool", "1a47e90b")).isEqualTo("user-data-pool-1a47e90b");
        assertThat(Naming.tunedConfigMap("pool")).isEqualTo("tuned-pool");
        assertThat(Naming.agentIgnitionTokenSecret("user-data-pool")).isEqualTo("agent-user-data-pool");
        assertThat(Naming.kubevirtUserDataSecret("pool-x2b4z")).isEqualTo("pool-x2b4z-userdata");
    }

    @Property
    void a_short_name_never_exceeds_its_length(
            @ForAll @AlphaChars @StringLength(min = 1, max = 80) String base,
            @ForAll @AlphaChars @StringLength(min = 1, max = 80) String suffix,
            @ForAll @IntRange(min = 10, max = 253) int maximum) {
        assertThat(Naming.shortName(base, suffix, maximum)).hasSizeLessThanOrEqualTo(maximum);
    }
}
