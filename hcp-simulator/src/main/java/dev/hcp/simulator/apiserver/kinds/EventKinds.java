package dev.hcp.simulator.apiserver.kinds;

import static dev.hcp.simulator.apiserver.catalogue.Resource.Trait.CREATE_ON_UPDATE;
import static dev.hcp.simulator.apiserver.kinds.BuiltInKinds.kind;

import dev.hcp.api.validation.schema.NameRule;
import dev.hcp.simulator.apiserver.catalogue.Resource;
import io.fabric8.kubernetes.api.model.events.v1.Event;
import java.util.List;

/** Events in their newer form, over the objects of the core group. */
final class EventKinds {
    private EventKinds() {}

    static List<Resource> all() {
        return List.of(kind("events.k8s.io", "events", Event.class, "ev")
                .nameRule(NameRule.PATH_SEGMENT)
                .selectableFields(List.of(
                        "regarding.kind",
                        "regarding.namespace",
                        "regarding.name",
                        "regarding.uid",
                        "regarding.apiVersion",
                        "regarding.resourceVersion",
                        "regarding.fieldPath",
                        "reason",
                        "reportingController",
                        "type"))
                .storedAs("", "v1")
                .conversion(new EventConversion())
                .strategy(new EventStrategy())
                .traits(CREATE_ON_UPDATE)
                .build());
    }
}
