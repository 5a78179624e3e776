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

    /**
     * @param bodyBytes the length of the request's body; 0 for code in the same JVM
     */
    WriteContext(
            String manager,
            FieldValidation fieldValidation,
            boolean dryRun,
            WritePermissions permissions,
            int bodyBytes) {
        this(manager, fieldValidation, dryRun, permissions, bodyBytes, new ArrayList<>());
    }

    private WriteContext(
            String manager,
            FieldValidation fieldValidation,
            boolean dryRun,
            WritePermissions permissions,
            int bodyBytes,
            List<String> warnings) {
        this.manager = manager;
        this.fieldValidation = fieldValidation;
        this.dryRun = dryRun;
        this.permissions = permissions;
        this.bodyBytes = bodyBytes;
        this.warnings = warnings;
    }

    /** The same without a commit; warnings go to the same place. */
    WriteContext asDryRun() {
        return new WriteContext(manager, fieldValidation, true, permissions, bodyBytes, warnings);
    }

    /** For code in the same JVM: unknown fields are dropped without a word. */
    static WriteContext internal(String manager) {
        return new WriteContext(manager, FieldValidation.IGNORE, false, WritePermissions.UNLIMITED, 0);
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
