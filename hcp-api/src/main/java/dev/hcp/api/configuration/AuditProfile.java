package dev.hcp.api.configuration;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.hcp.api.model.OpenEnum;

/** What the audit log records of a request. */
public final class AuditProfile extends OpenEnum {
    public static final AuditProfile DEFAULT = new AuditProfile("Default");

    public static final AuditProfile WRITE_REQUEST_BODIES = new AuditProfile("WriteRequestBodies");

    public static final AuditProfile ALL_REQUEST_BODIES = new AuditProfile("AllRequestBodies");

    public static final AuditProfile NONE = new AuditProfile("None");

    private AuditProfile(String value) {
        super(value);
    }

    /** The constant of a text, or a value that keeps a text this version does not know. */
    @JsonCreator
    public static AuditProfile of(String value) {
        return new AuditProfile(value);
    }
}
