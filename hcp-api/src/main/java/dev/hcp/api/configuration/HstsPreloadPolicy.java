package dev.hcp.api.configuration;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.hcp.api.model.OpenEnum;

/** Whether strict transport security must ask to be preloaded. */
public final class HstsPreloadPolicy extends OpenEnum {
    public static final HstsPreloadPolicy REQUIRE_PRELOAD = new HstsPreloadPolicy("RequirePreload");

    public static final HstsPreloadPolicy REQUIRE_NO_PRELOAD = new HstsPreloadPolicy("RequireNoPreload");

    public static final HstsPreloadPolicy NO_OPINION = new HstsPreloadPolicy("NoOpinion");

    private HstsPreloadPolicy(String value) {
        super(value);
    }

    /** The constant of a text, or a value that keeps a text this version does not know. */
    @JsonCreator
    public static HstsPreloadPolicy of(String value) {
        return new HstsPreloadPolicy(value);
    }
}
