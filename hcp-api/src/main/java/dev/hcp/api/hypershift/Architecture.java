package dev.hcp.api.hypershift;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.hcp.api.model.OpenEnum;
import dev.hcp.api.schema.Edition;
import dev.hcp.api.schema.Since;

/** The processor architecture of nodes. */
public final class Architecture extends OpenEnum {
    public static final Architecture ARM64 = new Architecture("arm64");

    public static final Architecture AMD64 = new Architecture("amd64");

    public static final Architecture PPC64LE = new Architecture("ppc64le");

    @Since(Edition.LATEST)
    public static final Architecture S390X = new Architecture("s390x");

    private Architecture(String value) {
        super(value);
    }

    /** The constant of a text, or a value that keeps a text this version does not know. */
    @JsonCreator
    public static Architecture of(String value) {
        return new Architecture(value);
    }
}
