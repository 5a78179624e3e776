package dev.hcp.simulator.world;

import dev.hcp.api.json.JsonObject;
import dev.hcp.reconcilers.ObjectKey;
import dev.hcp.simulator.apiserver.Objects;
import dev.hcp.simulator.apiserver.ResourceType;
import dev.hcp.simulator.apiserver.kinds.Selections;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The pods that disruption budgets select, and what counts of them, kept as pods change: a change costs the budgets that
 * select the pod, whatever else is in its namespace.
 */
final class ProtectedPods {
    /** Stands for budgets whose selector names no label and value. */
    private static final String ANY = "";

    private final Objects objects;
    private final ResourceType pods;
    private final Map<ObjectKey, Selection> selections = new HashMap<>();
    /** Names of the known budgets by namespace, by one of the labels they ask for. */
    private final Map<String, Map<String, TreeSet<String>>> byLabel = new HashMap<>();

    /** What a budget wants to know of a pod. */
    private record Member(
            boolean healthy, boolean deleting, @Nullable JsonObject owner) {
        static Member of(JsonObject pod) {
            boolean deleting = Meta.deleting(pod);
            return new Member(
                    PodTemplates.ready(pod) && !deleting,
                    deleting,
                    Meta.controller(pod).orElse(null));
        }
    }

    /** The pods of one budget. */
    static final class Selection {
        private final JsonObject selector;
        private final Map<String, Member> members = new HashMap<>();
        private final Map<String, Integer> podsOfOwner = new HashMap<>();
        private final TreeMap<String, JsonObject> owners = new TreeMap<>();
        private int healthy;

        private Selection(JsonObject selector) {
            this.selector = selector;
        }

        /** How many there are. */
        int size() {
            return members.size();
        }

        /** How many are ready and not being deleted. */
        int healthy() {
            return healthy;
        }

        boolean isHealthy(String pod) {
            Member member = members.get(pod);
            return member != null && member.healthy();
        }

        /** Whether there is such a pod that nobody is deleting. */
        boolean stays(String pod) {
            Member member = members.get(pod);
            return member != null && !member.deleting();
        }

        /** References to those who control them, each once. */
        List<JsonObject> owners() {
            return List.copyOf(owners.values());
        }

        private boolean put(String pod, @Nullable Member now) {
            Member before = now == null ? members.remove(pod) : members.put(pod, now);
            if (java.util.Objects.equals(before, now)) {
                return false;
            }
            count(before, -1);
            count(now, 1);
            return true;
        }

        private void count(@Nullable Member member, int by) {
            if (member == null) {
                return;
            }
            healthy += member.healthy() ? by : 0;
            JsonObject owner = member.owner();
            if (owner != null) {
                String uid = String.valueOf(owner.text("uid"));
                owners.put(uid, owner);
                if (podsOfOwner.merge(uid, by, Integer::sum) == 0) {
                    podsOfOwner.remove(uid);
                    owners.remove(uid);
                }
            }
        }
    }

    ProtectedPods(Objects objects) {
        this.objects = objects;
        this.pods = objects.resource("v1", "Pod");
    }

    /** The pods of a budget, which is known from now on. */
    Selection of(JsonObject budget) {
        ObjectKey key = ObjectKey.of(budget);
        JsonObject selector = budget.object("spec", "selector");
        Selection known = selections.get(key);
        if (known != null && known.selector.equals(selector)) {
            return known;
        }
        forget(key);
        Selection made = new Selection(selector);
        if (budget.at("spec", "selector") != null) {
            for (JsonObject pod : objects.list(pods, key.namespace())) {
                if (Selections.matches(selector, pod)) {
                    made.put(Meta.name(pod), Member.of(pod));
                }
            }
            byLabel.computeIfAbsent(key.namespace(), absent -> new HashMap<>())
                    .computeIfAbsent(label(selector), absent -> new TreeSet<>())
                    .add(key.name());
        }
        selections.put(key, made);
        return made;
    }

    /** The budget is gone. */
    void forget(ObjectKey budget) {
        Selection gone = selections.remove(budget);
        Map<String, TreeSet<String>> labels = byLabel.get(budget.namespace());
        if (gone == null || labels == null) {
            return;
        }
        String label = label(gone.selector);
        TreeSet<String> budgets = labels.get(label);
        if (budgets != null && budgets.remove(budget.name()) && budgets.isEmpty()) {
            labels.remove(label);
            if (labels.isEmpty()) {
                byLabel.remove(budget.namespace());
            }
        }
    }

    /** Takes a change of a pod in: the known budgets for which it makes a difference. */
    Collection<ObjectKey> changed(Objects.Change change) {
        String namespace = Meta.namespace(change.object());
        Map<String, TreeSet<String>> budgets = byLabel.get(namespace);
        if (budgets == null) {
            return List.of();
        }
        JsonObject after = change.after();
        TreeSet<String> names = new TreeSet<>(candidates(budgets, change.object()));
        if (change.before() != null && after != null && !sameLabels(change.before(), after)) {
            names.addAll(candidates(budgets, change.before()));
        }
        List<ObjectKey> touched = new ArrayList<>();
        for (String name : names) {
            ObjectKey budget = new ObjectKey(namespace, name);
            Selection selection = java.util.Objects.requireNonNull(selections.get(budget));
            boolean selected = after != null && Selections.matches(selection.selector, after);
            if (selection.put(Meta.name(change.object()), selected ? Member.of(change.object()) : null)) {
                touched.add(budget);
            }
        }
        return touched;
    }

    private static boolean sameLabels(JsonObject before, JsonObject after) {
        return before.object("metadata", "labels").equals(after.object("metadata", "labels"));
    }

    /** Budgets that may select a pod. */
    private static Collection<String> candidates(Map<String, TreeSet<String>> budgets, JsonObject pod) {
        TreeSet<String> names = new TreeSet<>(budgets.getOrDefault(ANY, new TreeSet<>()));
        pod.object("metadata", "labels")
                .forEach((key, value) -> names.addAll(budgets.getOrDefault(label(key, value), new TreeSet<>())));
        return names;
    }

    private static String label(JsonObject selector) {
        JsonObject labels = selector.object("matchLabels");
        return labels.isEmpty() ? ANY : label(labels.keyAt(0), labels.valueAt(0));
    }

    private static String label(String key, @Nullable Object value) {
        return key + "=" + value;
    }
}
