package dev.hcp.api.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResourceQuantityTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "0Gi, 0",
        "1000m, 1",
        "1500m, 1500m",
        "0.5, 500m",
        "1.5, 1500m",
        "1000, 1k",
        "100k, 100k",
        "1024Mi, 1Gi",
        "0.5Gi, 512Mi",
        "1.5Gi, 1536Mi",
        "512Ki, 512Ki",
        "1023Ki, 1023Ki",
        "0.1Ki, 102400m",
        "1e3, 1e3",
        "1500e-3, 1500e-3",
        "8E, 8E",
        "+5, 5",
        "-1.5, -1500m",
        "0.0000000001, 1n"
    })
    void has_one_canonical_form(String text, String canonical) {
        assertThat(ResourceQuantity.parse(text).canonical()).isEqualTo(canonical);
    }

    @ParameterizedTest
    @CsvSource({"'', SYNTAX", "x, SYNTAX", "1Gx, SYNTAX", "1..2, NUMBER", "1mm, SUFFIX", "1ki, SUFFIX"})
    void says_what_is_wrong_with_other_texts(String text, ResourceQuantity.Problem problem) {
        assertThat(ResourceQuantity.problem(text)).contains(problem);
        assertThatThrownBy(() -> ResourceQuantity.parse(text)).hasMessage(problem.words());
    }

    @ParameterizedTest
    @CsvSource({"1u, 1m", "1001u, 2m", "5, 5", "1Gi, 1Gi"})
    void is_rounded_up_to_thousandths_in_lists_of_resources(String text, String rounded) {
        assertThat(ResourceQuantity.parse(text).inThousandths().canonical()).isEqualTo(rounded);
    }

    @Property
    void the_canonical_form_is_the_same_amount(
            @ForAll @LongRange(min = -1_000_000_000_000L, max = 1_000_000_000_000L) long nanos) {
        ResourceQuantity quantity = ResourceQuantity.parse(nanos + "n");
        assertThat(quantity.amount()).isEqualByComparingTo(BigDecimal.valueOf(nanos, 9));
        assertThat(ResourceQuantity.parse(quantity.canonical())).isEqualByComparingTo(quantity);
    }
}
