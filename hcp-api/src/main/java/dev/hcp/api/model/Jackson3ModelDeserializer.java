package dev.hcp.api.model;

import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonObject;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;

/** Jackson 3's way into {@link ModelReader}. A value that is not an object reads as null. */
final class Jackson3ModelDeserializer extends ValueDeserializer<@Nullable Object> {
    private final @Nullable ModelShape shape;

    /** For Jackson, which then asks for the contextual form. */
    Jackson3ModelDeserializer() {
        this(null);
    }

    private Jackson3ModelDeserializer(@Nullable ModelShape shape) {
        this.shape = shape;
    }

    @Override
    public ValueDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property) {
        return new Jackson3ModelDeserializer(
                ModelShape.of(context.getContextualType().getRawClass()));
    }

    @Override
    public @Nullable Object deserialize(JsonParser parser, DeserializationContext context) {
        Object tree = Json.freeze(parser.readValueAs(Object.class));
        if (shape == null) {
            return context.reportBadDefinition(Model.class, "a model can only be read as a concrete type");
        }
        return tree instanceof JsonObject object ? shape.read(object) : null;
    }
}
