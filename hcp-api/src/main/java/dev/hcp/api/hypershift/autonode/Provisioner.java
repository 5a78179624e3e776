package dev.hcp.api.hypershift.autonode;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.hcp.api.model.OpenEnum;

/** What provisions nodes. */
public final class Provisioner extends OpenEnum {
    public static final Provisioner KARPENTER = new Provisioner("Karpenter");

    private Provisioner(String value) {
        super(value);
    }

    /** The constant of a text, or a value that keeps a text this version does not know. */
    @JsonCreator
    public static Provisioner of(String value) {
        return new Provisioner(value);
    }
}
