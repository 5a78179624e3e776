package dev.hcp.api.hypershift.operators;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.hcp.api.model.OpenEnum;

/** Whether the ingress operator looks after DNS records. */
public final class DnsManagementPolicy extends OpenEnum {
    public static final DnsManagementPolicy MANAGED = new DnsManagementPolicy("Managed");

    public static final DnsManagementPolicy UNMANAGED = new DnsManagementPolicy("Unmanaged");

    private DnsManagementPolicy(String value) {
        super(value);
    }

    /** The constant of a text, or a value that keeps a text this version does not know. */
    @JsonCreator
    public static DnsManagementPolicy of(String value) {
        return new DnsManagementPolicy(value);
    }
}
