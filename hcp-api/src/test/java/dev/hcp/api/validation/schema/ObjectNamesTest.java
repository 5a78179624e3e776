package dev.hcp.api.validation.schema;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The forms of names are those of the regular expressions that the messages quote. */
class ObjectNamesTest {
    @Property
    void names_have_the_form_of_the_expressions_in_the_messages(@ForAll("texts") String text) {
        assertThat(ObjectNames.isSubdomain(text))
                .isEqualTo(text.matches("[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*"));
        assertThat(ObjectNames.problems(NameRule.LABEL, text, false).isEmpty())
                .isEqualTo(text.matches("[a-z0-9]([-a-z0-9]*[a-z0-9])?"));
        assertThat(ObjectNames.isDns1035Label(text)).isEqualTo(text.matches("[a-z]([-a-z0-9]*[a-z0-9])?"));
        assertThat(ObjectNames.labelValueProblems(text).isEmpty())
                .isEqualTo(text.matches("(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?"));
    }

    @Property
    void qualified_names_are_a_name_with_or_without_a_subdomain(@ForAll("texts") String text) {
        String name = "([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]";
        String subdomain = "[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*";

        assertThat(ObjectNames.qualifiedNameProblems(text).isEmpty())
                .isEqualTo(text.matches("(" + subdomain + "/)?" + name));
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().withChars("aZ0-._/ä").ofMaxLength(7);
    }
}
