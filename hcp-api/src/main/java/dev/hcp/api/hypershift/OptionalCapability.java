package dev.hcp.api.hypershift;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.hcp.api.model.OpenEnum;

/** A part of OpenShift that a hosted cluster can do without. */
public final class OptionalCapability extends OpenEnum {
    public static final OptionalCapability IMAGE_REGISTRY = new OptionalCapability("ImageRegistry");

    public static final OptionalCapability OPENSHIFT_SAMPLES = new OptionalCapability("openshift-samples");

    public static final OptionalCapability INSIGHTS = new OptionalCapability("Insights");

    public static final OptionalCapability BAREMETAL = new OptionalCapability("baremetal");

    public static final OptionalCapability CONSOLE = new OptionalCapability("Console");

    public static final OptionalCapability NODE_TUNING = new OptionalCapability("NodeTuning");

    public static final OptionalCapability INGRESS = new OptionalCapability("Ingress");

    private OptionalCapability(String value) {
        super(value);
    }

    /** The constant of a text, or a value that keeps a text this version does not know. */
    @JsonCreator
    public static OptionalCapability of(String value) {
        return new OptionalCapability(value);
    }
}
