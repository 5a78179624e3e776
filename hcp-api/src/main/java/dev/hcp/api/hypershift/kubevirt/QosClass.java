package dev.hcp.api.hypershift.kubevirt;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.hcp.api.model.OpenEnum;

/** The quality of service of the pod that runs a virtual machine. */
public final class QosClass extends OpenEnum {
    public static final QosClass BURSTABLE = new QosClass("Burstable");

    public static final QosClass GUARANTEED = new QosClass("Guaranteed");

    private QosClass(String value) {
        super(value);
    }

    /** The constant of a text, or a value that keeps a text this version does not know. */
    @JsonCreator
    public static QosClass of(String value) {
        return new QosClass(value);
    }
}
