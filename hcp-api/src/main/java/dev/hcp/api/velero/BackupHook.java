package dev.hcp.api.velero;

import dev.hcp.api.model.HcpModel;
import dev.hcp.api.model.Model;
import dev.hcp.api.schema.NullAllowed;
import dev.hcp.api.schema.Required;
import dev.hcp.api.schema.UnmarkedLists;
import io.fabric8.kubernetes.api.model.LabelSelector;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Commands for some of the pods.
 *
 * <p>CRD field: Backup {@code spec.hooks.resources[]}.
 */
@Value.Immutable
@HcpModel
public interface BackupHook extends Model {
    /** Namespaces that are left out. */
    @NullAllowed
    List<String> getExcludedNamespaces();

    /** Resources that are left out. */
    @NullAllowed
    List<String> getExcludedResources();

    /** The namespaces; all when empty. */
    @NullAllowed
    List<String> getIncludedNamespaces();

    /** The resources; all when empty. */
    @NullAllowed
    List<String> getIncludedResources();

    /** The labels of the objects. */
    @UnmarkedLists
    @NullAllowed
    @Nullable
    LabelSelector getLabelSelector();

    /** The name of the hook. */
    @Required
    @Nullable
    String getName();

    /** What is done after an object is backed up. */
    List<BackupHookAction> getPost();

    /** What is done before an object is backed up. */
    List<BackupHookAction> getPre();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this value. */
    default Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds {@link BackupHook}. Not thread-safe. */
    final class Builder extends ImmutableBackupHook.Builder {
        Builder() {}
    }
}
