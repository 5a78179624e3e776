package dev.hcp.api.hypershift;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.hcp.api.model.OpenEnum;

/** Where the operator catalogues of the hosted cluster run. */
public final class OlmCatalogPlacement extends OpenEnum {
    public static final OlmCatalogPlacement MANAGEMENT = new OlmCatalogPlacement("management");

    public static final OlmCatalogPlacement GUEST = new OlmCatalogPlacement("guest");

    private OlmCatalogPlacement(String value) {
        super(value);
    }

    /** The constant of a text, or a value that keeps a text this version does not know. */
    @JsonCreator
    public static OlmCatalogPlacement of(String value) {
        return new OlmCatalogPlacement(value);
    }
}
