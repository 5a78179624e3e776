package dev.hcp.api.model;

import dev.hcp.api.json.JsonObject;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.util.NameTransformer;

/** As {@link UnknownFieldsSerializer}, for Jackson 3. */
public final class Jackson3UnknownFieldsSerializer extends ValueSerializer<JsonObject> {
    /** For Jackson. */
    public Jackson3UnknownFieldsSerializer() {}

    @Override
    public boolean isUnwrappingSerializer() {
        return true;
    }

    @Override
    public ValueSerializer<JsonObject> unwrappingSerializer(NameTransformer unwrapper) {
        return this;
    }

    @Override
    public void serialize(JsonObject fields, JsonGenerator generator, SerializationContext context) {
        if (fields.isEmpty()) {
            return;
        }
        Object owner = generator.currentValue();
        ModelShape shape = ModelShape.ofInstance(owner);
        for (int i = 0; i < fields.size(); i++) {
            if (!shape.hasValue(owner, fields.keyAt(i))) {
                generator.writeName(fields.keyAt(i));
                generator.writePOJO(fields.valueAt(i));
            }
        }
    }
}
