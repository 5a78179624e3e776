package dev.hcp.simulator.apiserver;

import java.util.ArrayList;
import java.util.List;

/** What is said of a write besides the object: who writes, how strictly, and whether at all. Collects warnings. */
final class WriteContext {
    private final String manager;
    private final FieldValidation fieldValidation;
    private final boolean dryRun;
    private final WritePermissions permissions;
    private final List<String> warnings;
    private final int bodyBytes;
    private final boolean reviewed;

    /**
     * @param bodyBytes the length of the request's body; 0 for code in the same JVM
     */
    WriteContext(
            String manager,
            FieldValidation fieldValidation,
            boolean dryRun,
            WritePermissions permissions,
            int bodyBytes) {
        this(manager, fieldValidation, dryRun, permissions, bodyBytes, true, new ArrayList<>());
    }

    private WriteContext(
            String manager,
            FieldValidation fieldValidation,
            boolean dryRun,
            WritePermissions permissions,
            int bodyBytes,
            boolean reviewed,
            List<String> warnings) {
        this.manager = manager;
        this.fieldValidation = fieldValidation;
        this.dryRun = dryRun;
        this.permissions = permissions;
        this.bodyBytes = bodyBytes;
        this.reviewed = reviewed;
        this.warnings = warnings;
    }

    /** The same without a commit; warnings go to the same place. */
    WriteContext asDryRun() {
        return new WriteContext(manager, fieldValidation, true, permissions, bodyBytes, reviewed, warnings);
    }

    /** For code in the same JVM: unknown fields are dropped without a word. */
    static WriteContext internal(String manager) {
        return new WriteContext(manager, FieldValidation.IGNORE, false, WritePermissions.UNLIMITED, 0);
    }

    /** For what the server does because of a commit: nobody is asked any more whether it may be. */
    static WriteContext consequence(String manager) {
        return new WriteContext(
                manager, FieldValidation.IGNORE, false, WritePermissions.UNLIMITED, 0, false, new ArrayList<>());
    }

    /** What happens to fields that the schema does not know. */
    enum FieldValidation {
        IGNORE,
        WARN,
        STRICT
    }

    /** The name under which the writer owns fields. */
    String manager() {
        return manager;
    }

    FieldValidation fieldValidation() {
        return fieldValidation;
    }

    /** Whether everything is done but the commit. */
    boolean dryRun() {
        return dryRun;
    }

    /** Whether webhooks are asked about it. */
    boolean reviewed() {
        return reviewed;
    }

    /** What the writer has to be allowed besides what the request says. */
    WritePermissions permissions() {
        return permissions;
    }

    /** By how much a stored object may have grown at most. */
    int bodyBytes() {
        return bodyBytes;
    }

    /** The texts for Warning headers, in order, each once. */
    List<String> warnings() {
        return warnings;
    }

    void warn(String text) {
        if (!warnings.contains(text)) {
            warnings.add(text);
        }
    }
}
