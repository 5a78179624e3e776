package dev.hcp.api.openshift;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.hcp.api.model.OpenEnum;

/** Whether a registry itself is asked when no mirror has an image. */
public final class MirrorSourcePolicy extends OpenEnum {
    public static final MirrorSourcePolicy NEVER_CONTACT_SOURCE = new MirrorSourcePolicy("NeverContactSource");

    public static final MirrorSourcePolicy ALLOW_CONTACTING_SOURCE = new MirrorSourcePolicy("AllowContactingSource");

    private MirrorSourcePolicy(String value) {
        super(value);
    }

    /** The constant of a text, or a value that keeps a text this version does not know. */
    @JsonCreator
    public static MirrorSourcePolicy of(String value) {
        return new MirrorSourcePolicy(value);
    }
}
