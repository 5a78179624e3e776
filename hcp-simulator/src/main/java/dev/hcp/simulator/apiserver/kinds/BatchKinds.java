package dev.hcp.simulator.apiserver.kinds;

import static dev.hcp.simulator.apiserver.catalogue.Resource.Trait.ORPHANS_BY_DEFAULT;
import static dev.hcp.simulator.apiserver.kinds.BuiltInKinds.kind;

import dev.hcp.simulator.apiserver.catalogue.Resource;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.util.List;

/** The kinds of the batch group. */
final class BatchKinds {
    private BatchKinds() {}

    static List<Resource> all() {
        return List.of(
                kind("batch", "jobs", Job.class)
                        .categories(List.of("all"))
                        .status()
                        .generation()
                        .selectableFields(List.of("status.successful"))
                        .strategy(new JobStrategy())
                        .traits(ORPHANS_BY_DEFAULT)
                        .build(),
                kind("batch", "cronjobs", CronJob.class, "cj")
                        .categories(List.of("all"))
                        .status()
                        .generation()
                        .strategy(new CronJobStrategy())
                        .build());
    }
}
