package dev.hcp.api.ocm;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.hcp.api.model.OpenEnum;

/** What becomes of work that does not tolerate a taint of a cluster. */
public final class ManagedClusterTaintEffect extends OpenEnum {
    public static final ManagedClusterTaintEffect NO_SELECT = new ManagedClusterTaintEffect("NoSelect");

    public static final ManagedClusterTaintEffect PREFER_NO_SELECT = new ManagedClusterTaintEffect("PreferNoSelect");

    public static final ManagedClusterTaintEffect NO_SELECT_IF_NEW = new ManagedClusterTaintEffect("NoSelectIfNew");

    private ManagedClusterTaintEffect(String value) {
        super(value);
    }

    /** The constant of a text, or a value that keeps a text this version does not know. */
    @JsonCreator
    public static ManagedClusterTaintEffect of(String value) {
        return new ManagedClusterTaintEffect(value);
    }
}
