package dev.hcp.api.model;

/**
 * A model some of whose attributes have a {@code @JsonProperty}, because their names in JSON are not made like Java's. Said by
 * the type, so that the annotations of all other models need not be read when a program starts.
 */
public interface NamedInJson extends Model {}
