package dev.hcp.simulator.apiserver;

import dev.hcp.api.json.Json;
import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.json.JsonSyntaxException;
import dev.hcp.api.json.Yaml;
import dev.hcp.api.json.YamlSyntaxException;
import dev.hcp.api.validation.schema.FieldError;
import dev.hcp.simulator.apiserver.protobuf.ProtobufObjects;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The options of a deletion: those of the body where there is one, else those of the query. */
record DeleteQuery(Objects.Deletion deletion, WriteContext context) {
    private static final List<String> POLICIES = List.of("Foreground", "Background", "Orphan");

    static DeleteQuery of(Exchange exchange) {
        ApiRequest request = exchange.request();
        Bodies.requireSize(request);
        JsonObject options = request.body().length == 0 ? fromQuery(request) : fromBody(request);
        List<FieldError> errors = new ArrayList<>();
        String policy = options.text("propagationPolicy");
        Object orphan = options.get("orphanDependents");
        if (policy != null && orphan != null) {
            errors.add(FieldError.invalid(
                    "propagationPolicy", policy, "orphanDependents and deletionPropagation cannot be both set"));
        }
        if (policy != null && !POLICIES.contains(policy)) {
            errors.add(FieldError.notSupported(
                    "propagationPolicy", policy, List.of("Foreground", "Background", "Orphan", "nil")));
        }
        boolean dryRun = Exchange.dryRun(
                options.array("dryRun").stream().map(String::valueOf).toList(), errors);
        if (!errors.isEmpty()) {
            throw Failures.invalidOptions("DeleteOptions", errors);
        }
        if (orphan instanceof Boolean orphans) {
            policy = orphans ? "Orphan" : "Background";
        }
        Object grace = options.get("gracePeriodSeconds");
        return new DeleteQuery(
                new Objects.Deletion(
                        policy,
                        grace instanceof Long seconds ? seconds : null,
                        options.text("preconditions", "uid"),
                        options.text("preconditions", "resourceVersion")),
                exchange.deletion(dryRun));
    }

    private static JsonObject fromQuery(ApiRequest request) {
        JsonObject.Builder options = JsonObject.builder(5);
        request.parameter("propagationPolicy").ifPresent(value -> options.put("propagationPolicy", value));
        if (request.parameter("orphanDependents").isPresent()) {
            options.put("orphanDependents", ListQuery.flag(request, "orphanDependents"));
        }
        request.parameter("gracePeriodSeconds")
                .ifPresent(value -> options.put("gracePeriodSeconds", GoNumbers.parseInt(value)));
        options.put("dryRun", JsonArray.copyOf(request.query().getOrDefault("dryRun", List.of())));
        JsonObject.Builder preconditions = JsonObject.builder(2);
        for (String name : List.of("uid", "resourceVersion")) {
            request.parameter(name)
                    .filter(value -> !value.isEmpty())
                    .ifPresent(value -> preconditions.put(name, value));
        }
        return options.put("preconditions", preconditions.build()).build();
    }

    private static JsonObject fromBody(ApiRequest request) {
        Object value = parsed(request);
        JsonObject options = value instanceof JsonObject object ? object : JsonObject.EMPTY;
        String kind = options.text("kind");
        if (kind != null && !kind.isEmpty() && !kind.equals("DeleteOptions")) {
            throw Failures.raw("no kind \"" + kind + "\" is registered for version \"" + options.text("apiVersion")
                    + "\" in scheme \"k8s.io/apimachinery/pkg/apis/meta/internalversion/scheme/register.go:27\"");
        }
        return options;
    }

    /** A body that cannot be read is passed on as the decoder's error, as it is. */
    private static @Nullable Object parsed(ApiRequest request) {
        try {
            return switch (Bodies.mediaType(request)) {
                case "application/yaml" -> Yaml.parse(request.text(), new ArrayList<>());
                case ProtobufObjects.MEDIA_TYPE -> Bodies.protobuf(request.body(), "meta.k8s.io/v1", "DeleteOptions");
                default -> Json.parse(request.body());
            };
        } catch (JsonSyntaxException e) {
            throw Failures.raw("couldn't get version/kind; json parse error: " + GoJson.problem(request.body()));
        } catch (YamlSyntaxException e) {
            throw Failures.raw("error converting YAML to JSON: " + e.getMessage());
        }
    }
}
