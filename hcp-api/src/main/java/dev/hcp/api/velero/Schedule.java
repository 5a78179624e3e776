package dev.hcp.api.velero;

import dev.hcp.api.model.ResourceBuilder;
import dev.hcp.api.schema.Column;
import dev.hcp.api.schema.CrdKind;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.Version;

/**
 * Backups that are made again and again. The envelope is mutable, as fabric8's are, and not thread-safe; spec and
 * status are immutable.
 */
@Group("velero.io")
@Version("v1")
@Kind("Schedule")
@Plural("schedules")
@CrdKind(statusSubresource = false)
@Column(name = "Status", path = ".status.phase")
@Column(name = "Schedule", path = ".spec.schedule")
@Column(name = "LastBackup", type = "date", path = ".status.lastBackup")
@Column(name = "Age", type = "date", path = ".metadata.creationTimestamp")
@Column(name = "Paused", type = "boolean", path = ".spec.paused")
public final class Schedule extends CustomResource<ScheduleSpec, ScheduleStatus> implements Namespaced {
    private static final long serialVersionUID = 1L;

    /** A new builder. */
    public static ResourceBuilder<Schedule, ScheduleSpec, ScheduleStatus, ScheduleSpec.Builder> builder() {
        return new ResourceBuilder<>(
                Schedule::new, ScheduleSpec::builder, ScheduleSpec::toBuilder, ScheduleSpec.Builder::build);
    }

    /** A builder that starts from this resource, which stays as it is. */
    public ResourceBuilder<Schedule, ScheduleSpec, ScheduleStatus, ScheduleSpec.Builder> toBuilder() {
        return builder().from(this);
    }
}
