package dev.hcp.simulator.apiserver.kinds;

import static dev.hcp.simulator.apiserver.kinds.Trees.text;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.validation.schema.FieldError;
import dev.hcp.api.validation.schema.NameRule;
import dev.hcp.api.validation.schema.ObjectNames;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a certificate signing request has to look like. */
final class CertificateRequestRules {
    private static final long SHORTEST_SECONDS = 600;
    private static final List<String> USAGES = List.of(
            "any",
            "cert sign",
            "client auth",
            "code signing",
            "content commitment",
            "crl sign",
            "data encipherment",
            "decipher only",
            "digital signature",
            "email protection",
            "encipher only",
            "ipsec end system",
            "ipsec tunnel",
            "ipsec user",
            "key agreement",
            "key encipherment",
            "microsoft sgc",
            "netscape sgc",
            "ocsp signing",
            "s/mime",
            "server auth",
            "signing",
            "timestamping");

    private CertificateRequestRules() {}

    static void check(JsonObject object, List<FieldError> errors) {
        JsonObject spec = object.object("spec");
        checkRequest(text(spec, "request"), errors);
        JsonArray usages = spec.array("usages");
        if (usages.isEmpty()) {
            errors.add(FieldError.required("spec.usages", ""));
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < usages.size(); i++) {
            String usage = String.valueOf(usages.get(i));
            Checks.oneOf("spec.usages[" + i + "]", usage, USAGES, errors);
            if (!seen.add(usage)) {
                errors.add(FieldError.duplicate("spec.usages[" + i + "]", usage));
            }
        }
        String signer = text(spec, "signerName");
        if (signer.equals("kubernetes.io/legacy-unknown")) {
            errors.add(FieldError.invalid(
                    "spec.signerName", signer, "the legacy signerName is not allowed via this API version"));
        } else {
            checkSigner(signer, errors);
        }
        if (spec.get("expirationSeconds") instanceof Long seconds && seconds < SHORTEST_SECONDS) {
            errors.add(FieldError.invalid(
                    "spec.expirationSeconds",
                    seconds,
                    "may not specify a duration less than 600 seconds (10 minutes)"));
        }
        checkConditions(object.array("status", "conditions"), errors);
    }

    private static void checkRequest(String base64, List<FieldError> errors) {
        byte[] request = Base64.getMimeDecoder().decode(base64);
        if (!new String(request, StandardCharsets.ISO_8859_1).contains("-----BEGIN CERTIFICATE REQUEST-----")) {
            StringBuilder bytes = new StringBuilder("[]byte");
            if (request.length == 0) {
                bytes.append("(nil)");
            } else {
                bytes.append('{');
                for (int i = 0; i < request.length; i++) {
                    bytes.append(i == 0 ? "0x" : ", 0x").append(Integer.toHexString(request[i] & 0xff));
                }
                bytes.append('}');
            }
            errors.add(FieldError.invalidLiteral(
                    "spec.request", bytes.toString(), "PEM block type must be CERTIFICATE REQUEST"));
        }
    }

    private static void checkSigner(String signer, List<FieldError> errors) {
        String field = "spec.signerName";
        if (signer.isEmpty()) {
            errors.add(FieldError.required(field, ""));
            return;
        }
        String[] parts = signer.split("/", -1);
        if (parts.length != 2) {
            errors.add(FieldError.invalid(
                    field, signer, "must be a fully qualified domain and path of the form 'example.com/signer-name'"));
            return;
        }
        String[] labels = parts[0].split("\\.", -1);
        for (String label : labels) {
            for (String problem : ObjectNames.problems(NameRule.LABEL, label, false)) {
                errors.add(FieldError.invalid(field, parts[0], "validating label \"" + label + "\": " + problem));
            }
        }
        if (labels.length < 2) {
            errors.add(FieldError.invalid(
                    field, parts[0], "should be a domain with at least two segments separated by dots"));
        }
        if (parts[1].isEmpty()) {
            errors.add(FieldError.invalid(field, parts[1], "validating segment \"\": must not be empty"));
        }
        for (String problem : ObjectNames.problems(NameRule.SUBDOMAIN, parts[1], false)) {
            errors.add(FieldError.invalid(field, parts[1], "validating segment \"" + parts[1] + "\": " + problem));
        }
    }

    static void checkConditions(JsonArray conditions, List<FieldError> errors) {
        Set<String> types = new HashSet<>();
        for (int i = 0; i < conditions.size(); i++) {
            String field = "status.conditions[" + i + "]";
            String type = text(conditions.object(i), "type");
            String status = text(conditions.object(i), "status");
            if (type.isEmpty()) {
                errors.add(FieldError.required(field + ".type", ""));
            }
            if (status.isEmpty()) {
                errors.add(FieldError.required(field + ".status", ""));
            } else if (List.of("Approved", "Denied", "Failed").contains(type)) {
                Checks.oneOf(field + ".status", status, List.of("True"), errors);
            } else {
                Checks.oneOf(field + ".status", status, List.of("True", "False", "Unknown"), errors);
            }
            if (!types.add(type)) {
                errors.add(FieldError.duplicate(field + ".type", type));
            }
        }
        if (types.contains("Approved") && types.contains("Denied")) {
            errors.add(FieldError.invalid(
                    "status.conditions", "Denied", "Approved and Denied conditions are mutually exclusive"));
        }
    }
}
