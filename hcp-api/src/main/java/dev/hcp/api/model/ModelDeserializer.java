package dev.hcp.api.model;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonObject;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Jackson 2's way into {@link ModelReader}. A value that is not an object reads as null. */
final class ModelDeserializer extends JsonDeserializer<@Nullable Object> implements ContextualDeserializer {
    private final @Nullable ModelShape shape;

    /** For Jackson, which then asks for the contextual form. */
    ModelDeserializer() {
        this(null);
    }

    private ModelDeserializer(@Nullable ModelShape shape) {
        this.shape = shape;
    }

    @Override
    public JsonDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property) {
        JavaType type = context.getContextualType();
        return new ModelDeserializer(ModelShape.of(type.getRawClass()));
    }

    @Override
    public @Nullable Object deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        Object tree = parser.currentToken() == JsonToken.VALUE_EMBEDDED_OBJECT
                ? parser.getEmbeddedObject()
                : Json.read(parser);
        if (shape == null) {
            return context.reportBadDefinition(Model.class, "a model can only be read as a concrete type");
        }
        return tree instanceof JsonObject object ? shape.read(object) : null;
    }
}
