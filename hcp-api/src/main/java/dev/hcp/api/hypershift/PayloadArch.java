package dev.hcp.api.hypershift;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.hcp.api.model.OpenEnum;

/** The processor architectures that a release image covers. */
public final class PayloadArch extends OpenEnum {
    public static final PayloadArch MULTI = new PayloadArch("Multi");

    public static final PayloadArch ARM64 = new PayloadArch("ARM64");

    public static final PayloadArch AMD64 = new PayloadArch("AMD64");

    public static final PayloadArch PPC64LE = new PayloadArch("PPC64LE");

    public static final PayloadArch S390X = new PayloadArch("S390X");

    private PayloadArch(String value) {
        super(value);
    }

    /** The constant of a text, or a value that keeps a text this version does not know. */
    @JsonCreator
    public static PayloadArch of(String value) {
        return new PayloadArch(value);
    }
}
