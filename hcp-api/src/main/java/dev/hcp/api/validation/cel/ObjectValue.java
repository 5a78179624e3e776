package dev.hcp.api.validation.cel;

import com.google.errorprone.annotations.Immutable;
import dev.cel.common.exceptions.CelAttributeNotFoundException;
import dev.cel.common.types.CelType;
import dev.cel.common.values.StructValue;
import dev.hcp.api.json.JsonObject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An object of a tree as rules see it: its fields by name, absent and null being the same. */
@Immutable
@SuppressWarnings("Immutable") // Trees and declared types are immutable, but not marked so.
final class ObjectValue extends StructValue<String, Object> {
    private final JsonObject tree;
    private final DeclaredType type;

    ObjectValue(JsonObject tree, DeclaredType type) {
        this.tree = tree;
        this.type = type;
    }

    JsonObject tree() {
        return tree;
    }

    DeclaredType type() {
        return type;
    }

    @Override
    public Object select(String field) {
        return find(field).orElseThrow(() -> CelAttributeNotFoundException.forMissingMapKey(field));
    }

    @Override
    public Optional<Object> find(String name) {
        DeclaredType.Field field = type.fields().get(name);
        Object value = field == null ? null : tree.get(field.name());
        return field == null || value == null ? Optional.empty() : Optional.of(Values.of(value, field.type()));
    }

    @Override
    public Object value() {
        return this;
    }

    @Override
    public boolean isZeroValue() {
        return tree.isEmpty();
    }

    @Override
    public CelType celType() {
        return type.celType();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ObjectValue that && Equality.sameObjects(this, that);
    }

    @Override
    public int hashCode() {
        return tree.size();
    }

    @Override
    public String toString() {
        return "object";
    }
}
