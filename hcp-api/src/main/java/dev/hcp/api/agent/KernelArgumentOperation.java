package dev.hcp.api.agent;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.hcp.api.model.OpenEnum;

/** A change to kernel arguments. */
public final class KernelArgumentOperation extends OpenEnum {
    public static final KernelArgumentOperation APPEND = new KernelArgumentOperation("append");

    public static final KernelArgumentOperation REPLACE = new KernelArgumentOperation("replace");

    public static final KernelArgumentOperation DELETE = new KernelArgumentOperation("delete");

    private KernelArgumentOperation(String value) {
        super(value);
    }

    /** The constant of a text, or a value that keeps a text this version does not know. */
    @JsonCreator
    public static KernelArgumentOperation of(String value) {
        return new KernelArgumentOperation(value);
    }
}
