package dev.hcp.api.validation.cel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hcp.api.json.JsonObject;
import dev.hcp.api.validation.schema.FieldError;
import dev.hcp.api.validation.schema.SchemaCompiler;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleDefinitionsTest {
    private static final String LITERAL =
            "apiextensions.ValidationRule{Rule:\"%s\", Message:\"\", MessageExpression:\"\", "
                    + "Reason:(*apiextensions.FieldValueErrorReason)(nil), FieldPath:\"\", OptionalOldSelf:(*bool)(nil)}";

    private static List<String> check(String schema) {
        JsonObject source = TestRules.parse(schema);
        List<FieldError> texts = RuleTexts.check(source, "s");
        return (texts.isEmpty() ? expressions(source, RuleDefinitions.Known.NOTHING) : texts)
                .stream().map(FieldError::message).toList();
    }

    private static List<FieldError> expressions(JsonObject source, RuleDefinitions.Known known) {
        return RuleDefinitions.check(SchemaCompiler.compile(source), "s", known, part -> false);
    }

    private static List<String> checkRule(String type, String rule) {
        return check("{" + type + ",'x-kubernetes-validations':[" + rule + "]}");
    }

    private static List<String> checkText(String rule) {
        return checkRule("'type':'object','properties':{'a':{'type':'string'},'n':{'type':'integer'}}", rule);
    }

    @Test
    void a_rule_must_be_there_and_be_of_type_bool() {
        assertThat(checkText("{'rule':' '}"))
                .containsExactly("s.x-kubernetes-validations[0].rule: Required value: rule is not specified");
        assertThat(checkText("{'rule':'self.n'}"))
                .containsExactly("s.x-kubernetes-validations[0].rule: Invalid value: "
                        + String.format(LITERAL, "self.n") + ": cel expression must evaluate to a bool");
    }

    @Test
    void the_message_must_fit_the_rule() {
        assertThat(checkText("{'rule':'true','message':'  '}"))
                .containsExactly(
                        "s.x-kubernetes-validations[0].message: Invalid value: \"  \": message must be non-empty "
                                + "if specified");
        assertThat(checkText("{'rule':'true','message':'a\\nb'}"))
                .containsExactly(
                        "s.x-kubernetes-validations[0].message: Invalid value: \"a\\nb\": message must not contain "
                                + "line breaks");
        assertThat(checkText("{'rule':'true &&\\ntrue'}"))
                .containsExactly(
                        "s.x-kubernetes-validations[0].message: Required value: message must be specified if rule "
                                + "contains line breaks");
        assertThat(checkText("{'rule':'true','messageExpression':'1'}"))
                .singleElement()
                .asString()
                .endsWith("messageExpression must evaluate to a string");
    }

    @Test
    void reason_and_field_path_are_checked() {
        assertThat(checkText("{'rule':'true','reason':'Foo'}"))
                .containsExactly(
                        "s.x-kubernetes-validations[0].reason: Unsupported value: \"Foo\": supported values: "
                                + "\"FieldValueDuplicate\", \"FieldValueForbidden\", \"FieldValueInvalid\", \"FieldValueRequired\"");
        assertThat(checkText("{'rule':'true','fieldPath':'.zz'}"))
                .singleElement()
                .asString()
                .endsWith("fieldPath must be a valid path");
        assertThat(checkText("{'rule':'true','fieldPath':'.a'}")).isEmpty();
    }

    @Test
    void a_compilation_error_shows_the_place() {
        assertThat(checkText("{'rule':'self.b > 1'}"))
                .containsExactly("s.x-kubernetes-validations[0].rule: Invalid value: "
                        + String.format(LITERAL, "self.b > 1")
                        + ": compilation failed: ERROR: <input>:1:5: undefined field 'b'\n | self.b > 1\n | ....^");
        assertThat(checkText("{'rule':'self.a == null'}"))
                .singleElement()
                .asString()
                .endsWith("found no matching overload for '_==_' applied to '(string, null)'\n | self.a == null\n"
                        + " | .......^");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[1, 2].all(i, v, v > i)",
                "[1, 2].exists(i, v, v > i)",
                "[1, 2].transformList(i, v, v) == [1, 2]",
                "[1, 2].transformMap(i, v, v) == {0: 1}",
                "math.greatest(1, 2) == 2",
                "base64.encode(b'x') == 'eA=='",
                "cel.bind(a, 1, a == 1)",
                "semver('1.0.0').major() == 1",
                "isSemver('1.0.0')",
                "jsonpatch.escapeKey('a') == 'a'",
                "authorizer.path('/').check('get').allowed()",
                "[1, 2].slice(0, 1) == [1]",
                "[[1]].flatten() == [1]",
                "[2, 1].sort() == [1, 2]",
                "lists.range(3).size() == 3",
                "'abc'.reverse() == 'cba'",
            })
    void what_other_servers_have_is_not_there(String rule) {
        assertThat(checkText("{'rule':\"" + rule.replace("'", "\\u0027") + "\"}"))
                .singleElement()
                .asString()
                .contains("undeclared reference to");
    }

    @Test
    void a_rule_that_the_server_runs_already_may_use_all_that_it_runs() {
        String rule = "[1, 2].all(i, v, v > i)";
        JsonObject source = TestRules.parse("{'type':'object','x-kubernetes-validations':[{'rule':'" + rule + "'}]}");
        assertThat(expressions(source, RuleDefinitions.Known.NOTHING)).hasSize(1);
        assertThat(expressions(source, new RuleDefinitions.Known(Set.of(rule), false)))
                .isEmpty();
    }

    @Test
    void a_schema_that_the_server_has_taken_may_cost_what_it_costs() {
        JsonObject source = TestRules.parse("{'type':'array','items':{'type':'string'},'maxItems':1000,"
                + "'x-kubernetes-validations':[{'rule':'self.all(x, self.all(y, x == y))'}]}");
        assertThat(expressions(source, RuleDefinitions.Known.NOTHING))
                .extracting(FieldError::message)
                .anyMatch(message -> message.contains("estimated rule cost exceeds budget"));
        assertThat(expressions(source, new RuleDefinitions.Known(Set.of(), true)))
                .extracting(FieldError::message)
                .noneMatch(message -> message.contains("estimated rule cost exceeds budget"));
    }

    @Test
    void all_rules_together_have_a_limit_too() {
        StringBuilder fields = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            fields.append(i == 0 ? "" : ",")
                    .append("'f")
                    .append(i)
                    .append("':{'type':'array','maxItems':")
                    .append(1000 + i)
                    .append(",'items':{'type':'integer'},'x-kubernetes-validations':"
                            + "[{'rule':'self.all(x, self.all(y, x == y))'}]}");
        }
        assertThat(check("{'type':'object','properties':{" + fields + "}}"))
                .hasSize(5)
                .startsWith(
                        "s.properties[f19].x-kubernetes-validations[0].rule: Forbidden: contributed to estimated rule "
                                + "cost total exceeding cost limit for entire OpenAPIv3 schema")
                .last()
                .asString()
                .matches("s: Forbidden: x-kubernetes-validations estimated rule cost total for entire OpenAPIv3 schema "
                        + "exceeds budget by factor of 1\\.[0-9]{6}x \\(try simplifying the rule, or adding maxItems, "
                        + "maxProperties, and maxLength where arrays, maps, and strings are declared\\)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "['a', 'b'].isSorted(); true",
                "['a'].lastIndexOf('a') == 0; true",
                "['a', 'b'].join('-') == 'a-b'; true",
                "string(self.n).matches('^x$'); true",
                "[1, 2].isSorted(); false",
                "[1].lastIndexOf(1) == 0; false",
                "self.n > 1; false",
            })
    void what_a_value_of_unknown_size_costs_is_not_bounded(String rule, boolean tooMuch) {
        assertThat(checkText("{'rule':\"" + rule.replace("'", "\\u0027") + "\"}"))
                .hasSize(tooMuch ? 3 : 0)
                .allSatisfy(error -> assertThat(error).containsAnyOf("exceeds budget", "contributed to"));
    }

    @Test
    void a_message_costs_too() {
        assertThat(checkText("{'rule':'self.n > 1','messageExpression':\"\\u0027val \\u0027 + string(self.n)\"}"))
                .anySatisfy(error -> assertThat(error)
                        .startsWith("s.x-kubernetes-validations[0].messageExpression: Forbidden: estimated "
                                + "messageExpression cost exceeds budget by factor of more than 100x"));
    }

    @Test
    void literals_must_be_right() {
        assertThat(checkText("{'rule':'self.a.matches(\\\"(\\\")'}"))
                .singleElement()
                .asString()
                .contains("invalid matches argument");
        assertThat(checkText("{'rule':'self.n in [1, \\\"a\\\"]'}"))
                .singleElement()
                .asString()
                .contains("expected type 'int' but found 'string'");
        assertThat(checkText("{'rule':'duration(\\\"x\\\") == duration(\\\"1s\\\")'}"))
                .singleElement()
                .asString()
                .contains("invalid duration argument");
        assertThat(checkText("{'rule':'int(\\\"x\\\") == 1'}"))
                .singleElement()
                .asString()
                .endsWith("program instantiation failed: type conversion error from 'string' to 'int'");
    }

    @Test
    void old_values_are_compared_only_where_they_can_be_told() {
        assertThat(check("{'type':'array','maxItems':10,'items':{'type':'integer','x-kubernetes-validations':"
                        + "[{'rule':'self == oldSelf'}]}}"))
                .containsExactly(
                        "s.items.x-kubernetes-validations[0].rule: Invalid value: \"self == oldSelf\": oldSelf "
                                + "cannot be used on the uncorrelatable portion of the schema within s");
        assertThat(checkText("{'rule':'self.n > 0','optionalOldSelf':true}"))
                .containsExactly(
                        "s.x-kubernetes-validations[0].optionalOldSelf: Invalid value: true: may not be set if "
                                + "oldSelf is not used in rule");
    }

    @Test
    void a_rule_whose_cost_is_not_bounded_is_refused() {
        String tooMuch =
                "s.x-kubernetes-validations[0].rule: Forbidden: estimated rule cost exceeds budget by factor of "
                        + "more than 100x (try simplifying the rule, or adding maxItems, maxProperties, and maxLength where "
                        + "arrays, maps, and strings are declared)";
        String unbounded = "'type':'array','items':{'type':'string'}";
        String bounded = "'type':'array','maxItems':10,'items':{'type':'string','maxLength':20}";
        String rule = "{'rule':'self.all(x, self.all(y, x == y || x != y))'}";
        assertThat(checkRule(unbounded, rule)).contains(tooMuch);
        assertThat(checkRule(bounded, rule)).isEmpty();
        assertThat(checkText("{'rule':'string(self.n).matches(\\\"^x$\\\")'}")).contains(tooMuch);
    }
}
