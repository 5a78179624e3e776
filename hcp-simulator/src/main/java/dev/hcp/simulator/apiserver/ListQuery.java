package dev.hcp.simulator.apiserver;

import dev.hcp.api.json.JsonObject;
import dev.hcp.api.validation.schema.FieldError;
import dev.hcp.simulator.apiserver.catalogue.Resource;
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

    /**
     * The query of a request, checked in the order in which the reference checks: types, selectors, options, fields.
     *
     * @param watchPath whether the path says that it is a watch
     */
    static ListQuery of(ApiRequest request, Resource resource, boolean watchPath) {
        Long timeout = integer(request, "timeoutSeconds");
        Long limit = integer(request, "limit");
        LabelSelector labels =
                LabelSelector.parse(request.parameter("labelSelector").orElse(""));
        FieldSelector.Parsed fields =
                FieldSelector.parse(request.parameter("fieldSelector").orElse(""));
        Options options = new Options(
                request.parameter("continue").orElse(""),
                request.parameter("resourceVersion").orElse(""),
                request.parameter("resourceVersionMatch").orElse(""),
                watchPath || flag(request, "watch"),
                request.parameter("sendInitialEvents").map(ListQuery::isTrue).orElse(null));
        options.check();
        return new ListQuery(
                labels,
                fields.of(resource),
                limit == null ? 0 : Math.max(0, limit),
                options.continuation(),
                options.resourceVersion(),
                options.match(),
                options.watch(),
                flag(request, "allowWatchBookmarks"),
                options.sendInitialEvents(),
                timeout);
    }

    static boolean flag(ApiRequest request, String name) {
        return request.parameter(name).map(ListQuery::isTrue).orElse(false);
    }

    /** Any text but these counts as true, the empty one too, as in the reference. */
    private static boolean isTrue(String text) {
        return !text.equalsIgnoreCase("false") && !text.equals("0");
    }

    private static @Nullable Long integer(ApiRequest request, String name) {
        return request.parameter(name).map(GoNumbers::parseInt).orElse(null);
    }

    /**
     * The only name that is of interest, or null.
     *
     * @param route its name, where it has one, must be the one selected
     */
    @Nullable
    String exactName(Route route) {
        String selected = fields.exactName();
        if (route.name().isEmpty()) {
            return selected;
        }
        if (!fields.isEmpty() && !route.name().equals(selected)) {
            throw Failures.badRequest("fieldSelector metadata.name doesn't match requested name");
        }
        return route.name();
    }

    /** The revision asked for; null when none is. */
    @Nullable
    Long revision() {
        return resourceVersion.isEmpty() ? null : ObjectMeta.askedRevision(resourceVersion);
    }

    boolean selectsEverything() {
        return labels.isEmpty() && fields.isEmpty();
    }

    boolean selects(JsonObject object) {
        return labels.test(object) && fields.test(object);
    }

    /** What must not be combined. */
    private record Options(
            String continuation,
            String resourceVersion,
            String match,
            boolean watch,
            @Nullable Boolean sendInitialEvents) {

        void check() {
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
                errors.add(
                        FieldError.notSupported("resourceVersionMatch", match, List.of("Exact", "NotOlderThan", "")));
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
    }
}
