package dev.hcp.api.hypershift;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.hcp.api.model.OpenEnum;

/** Who runs etcd. */
public final class EtcdManagementType extends OpenEnum {
    public static final EtcdManagementType MANAGED = new EtcdManagementType("Managed");

    public static final EtcdManagementType UNMANAGED = new EtcdManagementType("Unmanaged");

    private EtcdManagementType(String value) {
        super(value);
    }

    /** The constant of a text, or a value that keeps a text this version does not know. */
    @JsonCreator
    public static EtcdManagementType of(String value) {
        return new EtcdManagementType(value);
    }
}
