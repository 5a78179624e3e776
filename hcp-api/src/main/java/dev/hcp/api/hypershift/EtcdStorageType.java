package dev.hcp.api.hypershift;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.hcp.api.model.OpenEnum;

/** What a managed etcd stores its data on. */
public final class EtcdStorageType extends OpenEnum {
    public static final EtcdStorageType PERSISTENT_VOLUME = new EtcdStorageType("PersistentVolume");

    private EtcdStorageType(String value) {
        super(value);
    }

    /** The constant of a text, or a value that keeps a text this version does not know. */
    @JsonCreator
    public static EtcdStorageType of(String value) {
        return new EtcdStorageType(value);
    }
}
