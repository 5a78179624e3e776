package dev.hcp.api.model;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import dev.hcp.api.json.Json;
import java.io.IOException;

/** Jackson 2's way out of a model: its members sorted by name, typed and untyped ones alike. */
final class ModelSerializer extends JsonSerializer<Model> {
    /** For Jackson. */
    ModelSerializer() {}

    @Override
    public void serialize(Model model, JsonGenerator generator, SerializerProvider provider) throws IOException {
        Json.write(ModelShape.treeOf(model), generator);
    }

    @Override
    public void serializeWithType(
            Model model, JsonGenerator generator, SerializerProvider provider, TypeSerializer typeSerializer)
            throws IOException {
        serialize(model, generator, provider);
    }
}
