package dev.hcp.api.agent;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.hcp.api.model.OpenEnum;

/** What the certificate of a node is for. */
public final class ApprovedCsrType extends OpenEnum {
    public static final ApprovedCsrType CLIENT = new ApprovedCsrType("client");

    public static final ApprovedCsrType SERVING = new ApprovedCsrType("serving");

    private ApprovedCsrType(String value) {
        super(value);
    }

    /** The constant of a text, or a value that keeps a text this version does not know. */
    @JsonCreator
    public static ApprovedCsrType of(String value) {
        return new ApprovedCsrType(value);
    }
}
