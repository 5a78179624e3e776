package dev.hcp.api.configuration;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.hcp.api.model.OpenEnum;
import dev.hcp.api.schema.Edition;
import dev.hcp.api.schema.Since;

/** A set of features. */
public final class FeatureSet extends OpenEnum {
    public static final FeatureSet CUSTOM_NO_UPGRADE = new FeatureSet("CustomNoUpgrade");

    public static final FeatureSet DEV_PREVIEW_NO_UPGRADE = new FeatureSet("DevPreviewNoUpgrade");

    public static final FeatureSet TECH_PREVIEW_NO_UPGRADE = new FeatureSet("TechPreviewNoUpgrade");

    /** An empty text, which counts as absent. */
    public static final FeatureSet UNSET = new FeatureSet("");

    @Since(Edition.LATEST)
    public static final FeatureSet OKD = new FeatureSet("OKD");

    private FeatureSet(String value) {
        super(value);
    }

    /** The constant of a text, or a value that keeps a text this version does not know. */
    @JsonCreator
    public static FeatureSet of(String value) {
        return new FeatureSet(value);
    }
}
