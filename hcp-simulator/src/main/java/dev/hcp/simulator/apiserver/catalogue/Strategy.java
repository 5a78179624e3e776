package dev.hcp.simulator.apiserver.catalogue;

import dev.hcp.api.json.JsonObject;
import dev.hcp.api.validation.schema.FieldError;
import java.util.List;
import java.util.Objects;

/**
 * What a kind adds to the common treatment of objects. The methods are called in the order in which they are declared;
 * each returns the object it was given when it changes nothing.
 */
public interface Strategy {
    /** The common treatment alone. */
    Strategy COMMON = new Strategy() {};

    /** The object as the kind's own types would hold it, with what is absent filled in. */
    default JsonObject defaults(JsonObject object) {
        return object;
    }

    /** The object as it is created: without what clients must not set, with what the server allocates. */
    default JsonObject prepareForCreate(JsonObject object, Allocator allocator) {
        return object;
    }

    /** The object as it replaces another through its main resource; the status is restored by then. */
    default JsonObject prepareForUpdate(JsonObject object, JsonObject old, Allocator allocator) {
        return object;
    }

    /**
     * The object as it replaces another through a sub-resource, with what the sub-resource does not write as it was.
     *
     * @param now the time, as timestamps have it
     */
    default JsonObject prepareForSubresource(String subresource, JsonObject object, JsonObject old, String now) {
        return object;
    }

    /** Adds what is wrong with a new object. */
    default void validate(JsonObject object, List<FieldError> errors) {}

    /** Adds what is wrong with an object that replaces another. */
    default void validateUpdate(JsonObject object, JsonObject old, List<FieldError> errors) {
        validate(object, errors);
    }

    /** Adds what is wrong with an object that replaces another through a sub-resource. */
    default void validateSubresource(String subresource, JsonObject object, JsonObject old, List<FieldError> errors) {}

    /** Whether a change of the main resource counts as a new generation, for kinds that count them. */
    default boolean changesGeneration(JsonObject object, JsonObject old) {
        return !Objects.equals(object.get("spec"), old.get("spec"));
    }

    /** Hands out what is scarce in a cluster. */
    interface Allocator {
        /**
         * Reserves a service address.
         *
         * @param requested the address that is asked for, or empty for any
         * @throws AllocationException when it is taken or outside the range
         */
        String address(String requested);

        /**
         * Reserves a node port.
         *
         * @param requested the port that is asked for, or 0 for any
         * @throws AllocationException when it is taken or outside the range
         */
        int nodePort(int requested);
    }

    /** What was asked for cannot be handed out. */
    final class AllocationException extends dev.hcp.api.HcpException {
        private static final long serialVersionUID = 1L;

        public AllocationException(String message) {
            super(message);
        }
    }
}
