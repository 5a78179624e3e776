package dev.hcp.api.model;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import dev.hcp.api.json.JsonObject;
import org.immutables.value.Value;

/**
 * An immutable, thread-safe value that is a JSON object.
 *
 * <p>Reading goes through {@link ModelReader}, which accepts any JSON object. Attributes that are null or empty are not
 * written, except where marked otherwise. Reading and writing back is the identity on everything that was not changed in
 * between.
 */
@JsonSerialize(using = ModelSerializer.class)
@tools.jackson.databind.annotation.JsonSerialize(using = Jackson3ModelSerializer.class)
@JsonDeserialize(using = ModelDeserializer.class)
@tools.jackson.databind.annotation.JsonDeserialize(using = Jackson3ModelDeserializer.class)
public interface Model {
    /**
     * The members that have no typed attribute: those that this version does not know, and those whose value does not
     * fit the attribute (another shape, an explicit null, an empty collection). They are written back as they came, unless the
     * attribute of that name has been given a value since.
     */
    @Value.Default
    default JsonObject getUnknownFields() {
        return JsonObject.EMPTY;
    }
}
