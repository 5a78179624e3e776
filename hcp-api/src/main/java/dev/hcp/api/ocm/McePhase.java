package dev.hcp.api.ocm;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.hcp.api.model.OpenEnum;

/** How far the installation of multicluster engine is. */
public final class McePhase extends OpenEnum {
    public static final McePhase AVAILABLE = new McePhase("Available");

    public static final McePhase PROGRESSING = new McePhase("Progressing");

    public static final McePhase UNINSTALLING = new McePhase("Uninstalling");

    public static final McePhase UPDATING = new McePhase("Updating");

    public static final McePhase PAUSED = new McePhase("Paused");

    public static final McePhase UNIMPLEMENTED = new McePhase("Unimplemented");

    public static final McePhase ERROR = new McePhase("Error");

    private McePhase(String value) {
        super(value);
    }

    /** The constant of a text, or a value that keeps a text this version does not know. */
    @JsonCreator
    public static McePhase of(String value) {
        return new McePhase(value);
    }
}
