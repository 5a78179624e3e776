package dev.hcp.api.hypershift.kubevirt;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.hcp.api.model.OpenEnum;

/** Whether virtual network interfaces get several queues. */
public final class MultiQueueSetting extends OpenEnum {
    public static final MultiQueueSetting ENABLE = new MultiQueueSetting("Enable");

    public static final MultiQueueSetting DISABLE = new MultiQueueSetting("Disable");

    private MultiQueueSetting(String value) {
        super(value);
    }

    /** The constant of a text, or a value that keeps a text this version does not know. */
    @JsonCreator
    public static MultiQueueSetting of(String value) {
        return new MultiQueueSetting(value);
    }
}
