package dev.hcp.api.validation.cel;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.validation.schema.DeclaredField;
import dev.hcp.api.validation.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A part of a schema with rules at it or below.
 *
 * @param schema the part
 * @param type its CEL type
 * @param rules the rules at it, in their order
 * @param properties the fields with rules, by name
 * @param additional what holds for the values of a map, or null when there are no rules
 * @param items what holds for the items of a list, or null when there are no rules
 */
record RuleNode(
        Schema schema,
        @Nullable DeclaredType type,
        List<Rule> rules,
        Map<String, RuleNode> properties,
        @Nullable RuleNode additional,
        @Nullable RuleNode items) {

    /** The rules of a part and below it. */
    static RuleNode of(Schema schema, @Nullable DeclaredType type, ExpressionCompiler compiler) {
        Map<String, RuleNode> properties = new TreeMap<>();
        schema.properties().forEach((name, property) -> {
            if (property.hasRules()) {
                properties.put(name, of(property, fieldType(type, name), compiler));
            }
        });
        DeclaredType element = type == null ? null : type.element();
        Schema additional = schema.additional();
        Schema items = schema.items();
        return new RuleNode(
                schema,
                type,
                rules(schema, type, compiler),
                properties,
                additional == null || !additional.hasRules() ? null : of(additional, element, compiler),
                items == null || !items.hasRules() ? null : of(items, element, compiler));
    }

    private static @Nullable DeclaredType fieldType(@Nullable DeclaredType type, String name) {
        if (type == null) {
            return null;
        }
        return FieldNames.escape(name)
                .flatMap(escaped -> Optional.ofNullable(type.fields().get(escaped)))
                .map(DeclaredType.Field::type)
                .orElse(null);
    }

    private static List<Rule> rules(Schema schema, @Nullable DeclaredType type, ExpressionCompiler compiler) {
        JsonArray source = schema.constraints().rules();
        List<Rule> rules = new ArrayList<>(source.size());
        for (int i = 0; i < source.size(); i++) {
            RuleText text = RuleText.of(source.object(i));
            String field = text.fieldPath().isEmpty()
                    ? ""
                    : DeclaredField.of(text.fieldPath(), schema).path();
            rules.add(new Rule(text, field, () -> compile(text, type, compiler)));
        }
        return rules;
    }

    private static Rule.Compiled compile(RuleText text, @Nullable DeclaredType type, ExpressionCompiler compiler) {
        if (type == null) {
            return new Rule.Compiled(null, "rules cannot be stated on a value of unknown type", null, null);
        }
        ExpressionCompiler.Scope scope = compiler.scope(type, text.withOptionalOldSelf());
        Expression condition;
        try {
            condition = scope.compile(text.rule(), false);
        } catch (ExpressionException e) {
            return new Rule.Compiled(null, e.getMessage(), null, null);
        }
        if (text.messageExpression().isBlank()) {
            return new Rule.Compiled(condition, null, null, null);
        }
        try {
            return new Rule.Compiled(condition, null, scope.compile(text.messageExpression(), true), null);
        } catch (ExpressionException e) {
            return new Rule.Compiled(condition, null, null, e.getMessage());
        }
    }
}
