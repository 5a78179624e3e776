package dev.hcp.api.validation.cel;

import dev.hcp.api.validation.schema.Formats;
import dev.hcp.api.validation.schema.GoUrl;
import dev.hcp.api.validation.schema.NameRule;
import dev.hcp.api.validation.schema.ObjectNames;
import java.util.List;
import java.util.function.Function;

/** The formats that rules may name, with the complaints of the reference. */
enum NamedFormat {
    DNS1123_LABEL("dns1123Label", text -> name(NameRule.LABEL, text, false)),
    DNS1123_SUBDOMAIN("dns1123Subdomain", text -> name(NameRule.SUBDOMAIN, text, false)),
    DNS1035_LABEL("dns1035Label", text -> name(NameRule.SERVICE, text, false)),
    QUALIFIED_NAME("qualifiedName", ObjectNames::qualifiedNameProblems),
    DNS1123_LABEL_PREFIX("dns1123LabelPrefix", text -> name(NameRule.LABEL, text, true)),
    DNS1123_SUBDOMAIN_PREFIX("dns1123SubdomainPrefix", text -> name(NameRule.SUBDOMAIN, text, true)),
    DNS1035_LABEL_PREFIX("dns1035LabelPrefix", text -> name(NameRule.SERVICE, text, true)),
    LABEL_VALUE("labelValue", ObjectNames::labelValueProblems),
    URI("uri", text -> GoUrl.isUrl(text) ? List.of() : List.of("invalid URI")),
    UUID("uuid", text -> fits("uuid", text, "does not match the UUID format")),
    BYTE("byte", text -> fits("byte", text, "invalid base64")),
    DATE("date", text -> fits("date", text, "invalid date")),
    DATETIME("datetime", text -> fits("datetime", text, "invalid datetime"));

    private final String ruleName;
    private final Function<String, List<String>> check;

    NamedFormat(String ruleName, Function<String, List<String>> check) {
        this.ruleName = ruleName;
        this.check = check;
    }

    String ruleName() {
        return ruleName;
    }

    /** What is wrong with a text; nothing when it has this format. */
    List<String> errors(String text) {
        return check.apply(text);
    }

    private static List<String> fits(String format, String text, String complaint) {
        return Formats.accepts(format, text) ? List.of() : List.of(complaint);
    }

    private static List<String> name(NameRule rule, String text, boolean prefix) {
        return ObjectNames.problems(rule, text, prefix);
    }
}
