package dev.hcp.api.validation.cel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RulesTest {
    private static final String A_AND_B =
            "{'type':'object','properties':{'a':{'type':'string'},'b':{'type':'integer'}}";

    private static TestRules withRule(String rule) {
        return TestRules.of(A_AND_B + ",'x-kubernetes-validations':[" + rule + "]}");
    }

    @Test
    void a_rule_that_fails_says_its_text() {
        assertThat(TestRules.of(A_AND_B + "}", "self.b > 1").create("{'b':1}"))
                .containsExactly("spec: Invalid value: \"object\": failed rule: self.b > 1");
    }

    @Test
    void a_rule_with_a_message_says_the_message() {
        assertThat(withRule("{'rule':'self.b > 1','message':'b must be more than one'}")
                        .create("{'b':1}"))
                .containsExactly("spec: Invalid value: \"object\": b must be more than one");
    }

    @Test
    void a_message_expression_makes_the_message() {
        assertThat(withRule("{'rule':'self.b > 1','messageExpression':'\\\"b is \\\" + string(self.b)'}")
                        .create("{'b':1}"))
                .containsExactly("spec: Invalid value: \"object\": b is 1");
    }

    @Test
    void a_message_expression_that_fails_gives_way_to_the_message() {
        TestRules rules =
                withRule("{'rule':'self.b > 1','message':'too small','messageExpression':'[\\\"x\\\"][self.b]'}");
        assertThat(rules.create("{'b':1}")).containsExactly("spec: Invalid value: \"object\": too small");
    }

    @ParameterizedTest
    @CsvSource({"'', false", "'  ', false", "'a\\nb', false", "'a\\rb', false", "' a\\n', true"})
    void a_message_that_is_made_is_one_line(String made, boolean usable) {
        assertThat(withRule("{'rule':'self.b > 1','messageExpression':'\\\"" + made.replace("\\", "\\\\") + "\\\"'}")
                        .create("{'b':1}"))
                .containsExactly("spec: Invalid value: \"object\": "
                        + (usable ? made.strip().replace("\\n", "") : "failed rule: self.b > 1"));
    }

    @Test
    void the_reason_chooses_the_kind_of_error() {
        assertThat(withRule("{'rule':'has(self.a)','message':'say a','reason':'FieldValueRequired','fieldPath':'.a'}")
                        .create("{'b':1}"))
                .containsExactly("spec.a: Required value: say a");
        assertThat(withRule("{'rule':'!has(self.a)','message':'no a','reason':'FieldValueForbidden','fieldPath':'.a'}")
                        .create("{'a':'x'}"))
                .containsExactly("spec.a: Forbidden: no a");
        assertThat(withRule("{'rule':'!has(self.a)','message':'no a','reason':'FieldValueDuplicate'}")
                        .create("{'a':'x'}"))
                .containsExactly("spec: Duplicate value: \"object\"");
    }

    @Test
    void what_cannot_be_evaluated_is_an_error_in_the_words_of_the_reference() {
        assertThat(TestRules.of(A_AND_B + "}", "self.b > 1").create("{'a':'x'}"))
                .containsExactly("spec: Invalid value: \"object\": no such key: b evaluating rule: self.b > 1");
        assertThat(TestRules.of(A_AND_B + "}", "10 / self.b > 1").create("{'b':0}"))
                .containsExactly("spec: Invalid value: \"object\": division by zero evaluating rule: 10 / self.b > 1");
        assertThat(TestRules.of("{'type':'array','items':{'type':'integer'}}", "self[3] == 1")
                        .create("[1]"))
                .containsExactly(
                        "spec: Invalid value: \"array\": index out of bounds: 3 evaluating rule: self[3] == 1");
        assertThat(TestRules.of(
                                "{'type':'object','properties':{'p':{'x-kubernetes-int-or-string':true}}}",
                                "self.p.startsWith('x')")
                        .create("{'p':1}"))
                .containsExactly("spec: Invalid value: \"object\": 'no such overload': call arguments did not match a "
                        + "supported operator, function or macro signature for rule: self.p.startsWith('x')");
    }

    @Test
    void all_failing_rules_of_a_value_are_told() {
        assertThat(withRule("{'rule':'self.b > 1','message':'one'},{'rule':'self.b > 2','message':'two'}")
                        .create("{'b':1}"))
                .containsExactly("spec: Invalid value: \"object\": one", "spec: Invalid value: \"object\": two");
    }

    @Test
    void rules_below_are_evaluated_where_there_is_a_value() {
        TestRules rules = TestRules.of("{'type':'object','properties':{'l':{'type':'array','items':{'type':'object',"
                + "'properties':{'v':{'type':'integer','x-kubernetes-validations':[{'rule':'self > 0'}]}}}},"
                + "'m':{'type':'object','additionalProperties':{'type':'integer',"
                + "'x-kubernetes-validations':[{'rule':'self > 0'}]}}}}");
        assertThat(rules.create("{'l':[{'v':1},{},{'v':0}],'m':{'k':0}}"))
                .containsExactly(
                        "spec.l[2].v: Invalid value: \"integer\": failed rule: self > 0",
                        "spec.m[k]: Invalid value: \"integer\": failed rule: self > 0");
    }

    @Test
    void errors_of_the_schema_can_keep_rules_from_being_evaluated() {
        assertThat(TestRules.of(A_AND_B + "}", "self.b > 1").create("{'b':'x'}"))
                .containsExactly(
                        "spec.b: Invalid value: \"string\": spec.b in body must be of type integer: \"string\"",
                        "<nil>: Invalid value: \"null\": some validation rules were not checked because the object was "
                                + "invalid; correct the existing errors to complete validation");
    }

    @Test
    void a_transition_rule_compares_with_the_old_value_and_is_skipped_without_one() {
        TestRules rules = TestRules.of(A_AND_B + "}", "self.b >= oldSelf.b");
        assertThat(rules.create("{'b':1}")).isEmpty();
        assertThat(rules.update("{'b':1}", "{'b':2}")).isEmpty();
        assertThat(rules.update("{'b':2}", "{'b':1}"))
                .containsExactly("spec: Invalid value: \"object\": failed rule: self.b >= oldSelf.b");
    }

    @Test
    void an_optional_old_value_lets_a_transition_rule_see_creation_too() {
        TestRules rules = withRule("{'rule':'oldSelf.hasValue() || self.b == 1','optionalOldSelf':true}");
        assertThat(rules.create("{'b':2}")).hasSize(1);
        assertThat(rules.create("{'b':1}")).isEmpty();
        assertThat(rules.update("{'b':1}", "{'b':2}")).isEmpty();
    }

    @Test
    void items_of_a_list_of_type_map_are_compared_by_key_and_new_ones_with_nothing() {
        TestRules rules =
                TestRules.of("{'type':'array','x-kubernetes-list-type':'map','x-kubernetes-list-map-keys':['k'],"
                        + "'items':{'type':'object','required':['k'],'properties':{'k':{'type':'string'},"
                        + "'v':{'type':'integer','x-kubernetes-validations':[{'rule':'self == oldSelf'}]}}}}");
        assertThat(rules.update(
                        "[{'k':'a','v':1},{'k':'b','v':2}]", "[{'k':'b','v':2},{'k':'a','v':1},{'k':'c','v':3}]"))
                .isEmpty();
        assertThat(rules.update("[{'k':'a','v':1}]", "[{'k':'a','v':2}]"))
                .containsExactly("spec[0].v: Invalid value: \"integer\": failed rule: self == oldSelf");
    }

    @Test
    void a_rule_that_fails_for_what_has_not_changed_is_a_warning() {
        TestRules rules = TestRules.of("{'type':'object','properties':{'c':{'type':'string','x-kubernetes-validations':"
                + "[{'rule':'self == \\\"good\\\"'}]},'d':{'type':'string'}}}");
        assertThat(rules.update("{'c':'bad'}", "{'c':'bad','d':'x'}")).isEmpty();
        assertThat(rules.warnings("{'c':'bad'}", "{'c':'bad','d':'x'}"))
                .containsExactly("spec.c: Invalid value: \"string\": failed rule: self == \"good\"");
        assertThat(rules.update("{'c':'bad'}", "{'c':'worse'}")).hasSize(1);
    }

    @Test
    void a_transition_rule_is_never_let_through() {
        TestRules rules = TestRules.of(A_AND_B + "}", "self.b != oldSelf.b");
        assertThat(rules.update("{'b':1}", "{'b':1}")).hasSize(1);
    }

    @Test
    void a_call_that_costs_too_much_ends_the_evaluation() {
        TestRules rules = TestRules.of(
                "{'type':'array','maxItems':2000,'items':{'type':'integer'}}",
                "self.all(a, self.all(b, self.all(c, a + b + c >= 0)))");
        StringBuilder items = new StringBuilder("[0");
        for (int i = 1; i < 200; i++) {
            items.append(",").append(i);
        }
        assertThat(rules.create(items.append("]").toString()))
                .containsExactly(
                        "spec: Invalid value: \"array\": 'operation cancelled: actual cost limit exceeded': no "
                                + "further validation rules will be run due to call cost exceeds limit for rule: "
                                + "self.all(a, self.all(b, self.all(c, a + b + c >= 0)))");
    }

    @Test
    void a_rule_that_does_not_compile_is_an_error_of_the_object() {
        assertThat(TestRules.of(A_AND_B + "}", "self.nope").create("{'b':1}"))
                .singleElement()
                .asString()
                .startsWith("spec: Invalid value: \"object\": rule compile error: compilation failed: ERROR: "
                        + "<input>:1:5: undefined field 'nope'");
    }
}
