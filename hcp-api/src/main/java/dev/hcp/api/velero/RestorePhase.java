package dev.hcp.api.velero;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.hcp.api.model.OpenEnum;

/** How far a restore is. */
public final class RestorePhase extends OpenEnum {
    public static final RestorePhase NEW = new RestorePhase("New");

    public static final RestorePhase FAILED_VALIDATION = new RestorePhase("FailedValidation");

    public static final RestorePhase IN_PROGRESS = new RestorePhase("InProgress");

    public static final RestorePhase WAITING_FOR_PLUGIN_OPERATIONS = new RestorePhase("WaitingForPluginOperations");

    public static final RestorePhase WAITING_FOR_PLUGIN_OPERATIONS_PARTIALLY_FAILED =
            new RestorePhase("WaitingForPluginOperationsPartiallyFailed");

    public static final RestorePhase COMPLETED = new RestorePhase("Completed");

    public static final RestorePhase PARTIALLY_FAILED = new RestorePhase("PartiallyFailed");

    public static final RestorePhase FAILED = new RestorePhase("Failed");

    public static final RestorePhase FINALIZING = new RestorePhase("Finalizing");

    public static final RestorePhase FINALIZING_PARTIALLY_FAILED = new RestorePhase("FinalizingPartiallyFailed");

    private RestorePhase(String value) {
        super(value);
    }

    /** The constant of a text, or a value that keeps a text this version does not know. */
    @JsonCreator
    public static RestorePhase of(String value) {
        return new RestorePhase(value);
    }
}
