package dev.hcp.api.hypershift.certificates;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.hcp.api.model.OpenEnum;

/** A signer of client certificates for emergency access. */
public final class SignerClass extends OpenEnum {
    public static final SignerClass CUSTOMER_BREAK_GLASS = new SignerClass("customer-break-glass");

    public static final SignerClass SRE_BREAK_GLASS = new SignerClass("sre-break-glass");

    private SignerClass(String value) {
        super(value);
    }

    /** The constant of a text, or a value that keeps a text this version does not know. */
    @JsonCreator
    public static SignerClass of(String value) {
        return new SignerClass(value);
    }
}
