package dev.hcp.api.model;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.util.NameTransformer;
import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonObject;
import java.io.IOException;

/** Writes the untyped members among the typed ones; a typed value wins over an untyped one of the same name. */
public final class UnknownFieldsSerializer extends JsonSerializer<JsonObject> {
    /** For Jackson. */
    public UnknownFieldsSerializer() {}

    @Override
    public boolean isUnwrappingSerializer() {
        return true;
    }

    @Override
    public JsonSerializer<JsonObject> unwrappingSerializer(NameTransformer unwrapper) {
        return this;
    }

    @Override
    public void serialize(JsonObject fields, JsonGenerator generator, SerializerProvider provider) throws IOException {
        if (fields.isEmpty()) {
            return;
        }
        Object owner = generator.currentValue();
        ModelShape shape = ModelShape.ofInstance(owner);
        for (int i = 0; i < fields.size(); i++) {
            if (!shape.hasValue(owner, fields.keyAt(i))) {
                generator.writeFieldName(fields.keyAt(i));
                Json.write(fields.valueAt(i), generator);
            }
        }
    }
}
