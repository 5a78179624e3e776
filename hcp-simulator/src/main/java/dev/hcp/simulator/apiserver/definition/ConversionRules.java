package dev.hcp.simulator.apiserver.definition;

import static dev.hcp.simulator.apiserver.definition.DefinitionSpec.text;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.validation.schema.FieldError;
import dev.hcp.api.validation.schema.MetadataValidation;
import dev.hcp.api.validation.schema.ObjectNames;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** How a definition says that objects are converted between versions. */
final class ConversionRules {
    private static final String CLIENT = "spec.conversion.webhookClientConfig";
    private static final String REVIEWS = "spec.conversion.conversionReviewVersions";
    private static final List<String> STRATEGIES = List.of("None", "Webhook");
    private static final Set<String> KNOWN_REVIEWS = Set.of("v1", "v1beta1");
    private static final String FORM = "; desired format: https://host[/path]";

    private final List<FieldError> errors = new ArrayList<>();

    private ConversionRules() {}

    static List<FieldError> check(JsonObject conversion) {
        ConversionRules rules = new ConversionRules();
        if (!conversion.isEmpty()) {
            rules.checkStrategy(conversion);
        }
        return rules.errors;
    }

    private void checkStrategy(JsonObject conversion) {
        String strategy = text(conversion, "strategy");
        if (strategy.isEmpty()) {
            errors.add(FieldError.required("spec.conversion.strategy", ""));
        } else if (!STRATEGIES.contains(strategy)) {
            errors.add(FieldError.notSupported("spec.conversion.strategy", strategy, STRATEGIES));
        }
        JsonObject webhook = conversion.object("webhook");
        JsonArray reviews = webhook.array("conversionReviewVersions");
        if (strategy.equals("Webhook")) {
            if (webhook.get("clientConfig") instanceof JsonObject client) {
                checkClient(client);
            } else {
                errors.add(FieldError.required(CLIENT, "required when strategy is set to Webhook"));
            }
            checkReviews(reviews);
            return;
        }
        String words = "should not be set when strategy is not set to Webhook";
        if (webhook.get("clientConfig") != null) {
            errors.add(FieldError.forbidden(CLIENT, words));
        }
        if (!reviews.isEmpty()) {
            errors.add(FieldError.forbidden(REVIEWS, words));
        }
    }

    private void checkClient(JsonObject client) {
        boolean url = client.get("url") != null;
        if (url == client.get("service") instanceof JsonObject) {
            errors.add(FieldError.required(CLIENT, "exactly one of url or service is required"));
        } else if (url) {
            checkUrl(text(client, "url"));
        } else {
            checkService(client.object("service"));
        }
    }

    private void checkUrl(String text) {
        String field = CLIENT + ".url";
        URI url;
        try {
            url = new URI(text);
        } catch (URISyntaxException e) {
            errors.add(FieldError.required(
                    field, "url must be a valid URL: parse \"" + text + "\": " + e.getReason() + FORM));
            return;
        }
        String scheme = Objects.requireNonNullElse(url.getScheme(), "");
        if (!scheme.equals("https")) {
            errors.add(FieldError.invalid(field, scheme, "'https' is the only allowed URL scheme" + FORM));
        }
        if (Objects.requireNonNullElse(url.getHost(), "").isEmpty()) {
            errors.add(FieldError.invalid(field, "", "host must be specified" + FORM));
        }
        if (url.getUserInfo() != null) {
            errors.add(FieldError.invalid(field, url.getUserInfo(), "user information is not permitted in the URL"));
        }
        if (url.getFragment() != null && !url.getFragment().isEmpty()) {
            errors.add(FieldError.invalid(field, url.getFragment(), "fragments are not permitted in the URL"));
        }
        if (url.getRawQuery() != null && !url.getRawQuery().isEmpty()) {
            errors.add(FieldError.invalid(field, url.getRawQuery(), "query parameters are not permitted in the URL"));
        }
    }

    private void checkService(JsonObject service) {
        String field = CLIENT + ".service";
        if (text(service, "name").isEmpty()) {
            errors.add(FieldError.required(field + ".name", "service name is required"));
        }
        if (text(service, "namespace").isEmpty()) {
            errors.add(FieldError.required(field + ".namespace", "service namespace is required"));
        }
        long port = service.integer(0, "port");
        if (port < 1 || port > 65535) {
            errors.add(FieldError.invalid(
                    field + ".port", port, "port is not valid: must be between 1 and 65535, inclusive"));
        }
        String path = service.text("path");
        if (path == null || path.isEmpty()) {
            return;
        }
        if (!path.startsWith("/")) {
            errors.add(FieldError.invalid(field + ".path", path, "must start with a '/'"));
        }
    }

    private void checkReviews(JsonArray versions) {
        if (versions.isEmpty()) {
            errors.add(FieldError.required(REVIEWS, ""));
            return;
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < versions.size(); i++) {
            String version = String.valueOf(versions.get(i));
            String field = REVIEWS + "[" + i + "]";
            if (!seen.add(version)) {
                errors.add(FieldError.invalid(field, version, "duplicate version"));
                continue;
            }
            for (String problem : ObjectNames.dns1035LabelProblems(version)) {
                errors.add(FieldError.invalid(field, version, problem));
            }
        }
        if (seen.stream().noneMatch(KNOWN_REVIEWS::contains)) {
            errors.add(FieldError.invalidLiteral(
                    REVIEWS, MetadataValidation.goStrings(versions), "must include at least one of v1, v1beta1"));
        }
    }
}
