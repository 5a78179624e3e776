package dev.hcp.platforms;

import dev.hcp.api.json.JsonObject;

/**
 * The specification of a platform's machine template.
 *
 * @param spec the {@code spec} of the template object
 * @param canonicalText the same as the reference operator serializes it, field by field: its hash is part of the
 *     template's name, so a change of the text is a roll-out
 */
public record MachineTemplate(JsonObject spec, String canonicalText) {}
