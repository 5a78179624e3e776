package dev.hcp.reconcilers.controlplane;

import dev.hcp.api.json.JsonObject;
import dev.hcp.platforms.World;
import io.fabric8.kubernetes.api.model.Event;
import java.util.ArrayList;
import java.util.List;

/** What events tell of objects that do not come along. */
final class ObjectEvents {
    private ObjectEvents() {}

    /** Messages of the events about an object that are not of type Normal, in the order of the events' names. */
    static List<String> problems(World world, JsonObject object) {
        String uid = ControlPlane.text(object, "metadata", "uid");
        List<String> messages = new ArrayList<>();
        for (JsonObject event : world.trees(Event.class, ControlPlane.text(object, "metadata", "namespace"))) {
            if (!"Normal".equals(event.text("type")) && isAbout(event.object("involvedObject"), object, uid)) {
                messages.add(ControlPlane.text(event, "message"));
            }
        }
        return messages;
    }

    private static boolean isAbout(JsonObject involved, JsonObject object, String uid) {
        return uid.isEmpty()
                ? ControlPlane.text(involved, "kind").equals(object.text("kind"))
                        && ControlPlane.text(involved, "name").equals(object.text("metadata", "name"))
                : uid.equals(involved.text("uid"));
    }
}
