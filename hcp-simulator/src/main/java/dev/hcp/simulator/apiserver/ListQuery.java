package dev.hcp.simulator.apiserver;

import dev.hcp.api.validation.schema.FieldError;
import dev.hcp.simulator.apiserver.catalogue.Resource;
import dev.hcp.simulator.apiserver.store.StoredObject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a list or watch asks for, checked.
 *
 * @param limit size of a page; 0 for everything
 * @param timeoutSeconds how long a watch lasts; null for the default
 * @param sendInitialEvents null when it is not said
 */
record ListQuery(
        LabelSelector labels,
        FieldSelector fields,
        long limit,
        String continuation,
        String resourceVersion,
        String match,
        boolean watch,
        boolean bookmarks,
        @Nullable Boolean sendInitialEvents,
        @Nullable Long timeoutSeconds) {

    static ListQuery of(ApiRequest request, Resource resource, boolean watchPath) {
        LabelSelector labels =
                LabelSelector.parse(request.parameter("labelSelector").orElse(""));
        FieldSelector fields =
                FieldSelector.parse(request.parameter("fieldSelector").orElse(""), resource);
        Long limit = integer(request, "limit");
        Long timeout = integer(request, "timeoutSeconds");
        boolean watch = watchPath || flag(request, "watch");
        String initial = request.parameter("sendInitialEvents").orElse("");
        ListQuery query = new ListQuery(
                labels,
                fields,
                limit == null ? 0 : Math.max(0, limit),
                request.parameter("continue").orElse(""),
                request.parameter("resourceVersion").orElse(""),
                request.parameter("resourceVersionMatch").orElse(""),
                watch,
                flag(request, "allowWatchBookmarks"),
                initial.isEmpty() ? null : Boolean.valueOf(isTrue(initial)),
                timeout);
        query.check();
        return query;
    }

    static boolean flag(ApiRequest request, String name) {
        return isTrue(request.parameter(name).orElse(request.query().containsKey(name) ? "true" : "false"));
    }

    /** Any text but these counts as true, as in the reference. */
    private static boolean isTrue(String text) {
        return !text.equals("false") && !text.equals("0") && !text.isEmpty();
    }

    private static @Nullable Long integer(ApiRequest request, String name) {
        String text = request.parameter(name).orElse("");
        if (text.isEmpty()) {
            return null;
        }
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw Failures.badRequest("strconv.ParseInt: parsing \"" + text + "\": invalid syntax");
        }
    }

    private void check() {
        List<FieldError> errors = new ArrayList<>();
        if (watch) {
            checkWatch(errors);
        } else {
            checkList(errors);
        }
        if (!errors.isEmpty()) {
            throw Failures.invalidOptions("ListOptions", errors);
        }
    }

    private void checkMatch(List<FieldError> errors) {
        if (!match.equals("Exact") && !match.equals("NotOlderThan") && !match.isEmpty()) {
            errors.add(FieldError.notSupported("resourceVersionMatch", match, List.of("Exact", "NotOlderThan", "")));
        }
    }

    private void checkList(List<FieldError> errors) {
        if (!match.isEmpty()) {
            if (resourceVersion.isEmpty()) {
                forbidden(errors, "resourceVersionMatch is forbidden unless resourceVersion is provided");
            }
            if (!continuation.isEmpty()) {
                forbidden(errors, "resourceVersionMatch is forbidden when continue is provided");
            }
            checkMatch(errors);
            if (match.equals("Exact") && resourceVersion.equals("0")) {
                forbidden(errors, "resourceVersionMatch \"exact\" is forbidden for resourceVersion \"0\"");
            }
        }
        if (sendInitialEvents != null) {
            errors.add(FieldError.forbidden("sendInitialEvents", "sendInitialEvents is forbidden for list"));
        }
    }

    private void checkWatch(List<FieldError> errors) {
        if (sendInitialEvents == null && !match.isEmpty()) {
            forbidden(errors, "resourceVersionMatch is forbidden for watch unless sendInitialEvents is provided");
        } else if (sendInitialEvents != null && !match.equals("NotOlderThan")) {
            forbidden(errors, "sendInitialEvents requires setting resourceVersionMatch to NotOlderThan");
            if (!match.isEmpty()) {
                errors.add(FieldError.notSupported("resourceVersionMatch", match, List.of("NotOlderThan")));
            }
        }
    }

    private static void forbidden(List<FieldError> errors, String detail) {
        errors.add(FieldError.forbidden("resourceVersionMatch", detail));
    }

    /** The revision asked for; null when none is. */
    @Nullable
    Long revision() {
        if (resourceVersion.isEmpty()) {
            return null;
        }
        try {
            return Long.parseUnsignedLong(resourceVersion);
        } catch (NumberFormatException e) {
            throw Failures.raw("resourceVersion: Invalid value: \"" + resourceVersion
                    + "\": strconv.ParseUint: parsing \"" + resourceVersion + "\": invalid syntax");
        }
    }

    boolean selectsEverything() {
        return labels.isEmpty() && fields.isEmpty();
    }

    boolean selects(StoredObject object) {
        return labels.test(object.tree()) && fields.test(object.tree());
    }
}
