package dev.hcp.api.velero;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.hcp.api.model.OpenEnum;

/** How far a backup is. */
public final class BackupPhase extends OpenEnum {
    public static final BackupPhase NEW = new BackupPhase("New");

    public static final BackupPhase FAILED_VALIDATION = new BackupPhase("FailedValidation");

    public static final BackupPhase IN_PROGRESS = new BackupPhase("InProgress");

    public static final BackupPhase WAITING_FOR_PLUGIN_OPERATIONS = new BackupPhase("WaitingForPluginOperations");

    public static final BackupPhase WAITING_FOR_PLUGIN_OPERATIONS_PARTIALLY_FAILED =
            new BackupPhase("WaitingForPluginOperationsPartiallyFailed");

    public static final BackupPhase FINALIZING = new BackupPhase("Finalizing");

    public static final BackupPhase FINALIZING_PARTIALLY_FAILED = new BackupPhase("FinalizingPartiallyFailed");

    public static final BackupPhase COMPLETED = new BackupPhase("Completed");

    public static final BackupPhase PARTIALLY_FAILED = new BackupPhase("PartiallyFailed");

    public static final BackupPhase FAILED = new BackupPhase("Failed");

    public static final BackupPhase DELETING = new BackupPhase("Deleting");

    private BackupPhase(String value) {
        super(value);
    }

    /** The constant of a text, or a value that keeps a text this version does not know. */
    @JsonCreator
    public static BackupPhase of(String value) {
        return new BackupPhase(value);
    }
}
