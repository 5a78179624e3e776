package dev.hcp.api.agent;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.hcp.api.model.OpenEnum;

/** What a host makes of a time server. */
public final class NtpSourceState extends OpenEnum {
    public static final NtpSourceState SYNCED = new NtpSourceState("synced");

    public static final NtpSourceState COMBINED = new NtpSourceState("combined");

    public static final NtpSourceState NOT_COMBINED = new NtpSourceState("not_combined");

    public static final NtpSourceState ERROR = new NtpSourceState("error");

    public static final NtpSourceState VARIABLE = new NtpSourceState("variable");

    public static final NtpSourceState UNREACHABLE = new NtpSourceState("unreachable");

    private NtpSourceState(String value) {
        super(value);
    }

    /** The constant of a text, or a value that keeps a text this version does not know. */
    @JsonCreator
    public static NtpSourceState of(String value) {
        return new NtpSourceState(value);
    }
}
