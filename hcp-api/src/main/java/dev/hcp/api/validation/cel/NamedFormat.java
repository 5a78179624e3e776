package dev.hcp.api.validation.cel;

import dev.hcp.api.validation.schema.Formats;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The formats that rules may name, with the complaints of the reference. */
enum NamedFormat {
    DNS1123_LABEL("dns1123Label", text -> label(text, false)),
    DNS1123_SUBDOMAIN("dns1123Subdomain", text -> subdomain(text, false)),
    DNS1035_LABEL("dns1035Label", text -> dns1035(text, false)),
    QUALIFIED_NAME("qualifiedName", NamedFormat::qualifiedName),
    DNS1123_LABEL_PREFIX("dns1123LabelPrefix", text -> label(text, true)),
    DNS1123_SUBDOMAIN_PREFIX("dns1123SubdomainPrefix", text -> subdomain(text, true)),
    DNS1035_LABEL_PREFIX("dns1035LabelPrefix", text -> dns1035(text, true)),
    LABEL_VALUE("labelValue", NamedFormat::labelValue),
    URI("uri", text -> GoUrl.isUrl(text) ? List.of() : List.of("invalid URI")),
    UUID("uuid", text -> fits("uuid", text, "does not match the UUID format")),
    BYTE("byte", text -> fits("byte", text, "invalid base64")),
    DATE("date", text -> fits("date", text, "invalid date")),
    DATETIME("datetime", text -> fits("datetime", text, "invalid datetime"));

    private static final String LABEL_SYNTAX = "[a-z0-9]([-a-z0-9]*[a-z0-9])?";
    private static final String SUBDOMAIN_SYNTAX = LABEL_SYNTAX + "(\\." + LABEL_SYNTAX + ")*";
    private static final String DNS1035_SYNTAX = "[a-z]([-a-z0-9]*[a-z0-9])?";
    private static final String NAME_SYNTAX = "([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]";
    private static final Pattern LABEL = Pattern.compile(LABEL_SYNTAX);
    private static final Pattern SUBDOMAIN = Pattern.compile(SUBDOMAIN_SYNTAX);
    private static final Pattern DNS1035 = Pattern.compile(DNS1035_SYNTAX);
    private static final Pattern NAME = Pattern.compile(NAME_SYNTAX);

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

    private static List<String> label(String text, boolean prefix) {
        return check(
                prefix ? withoutDash(text) : text,
                63,
                LABEL,
                "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start "
                        + "and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for "
                        + "validation is '" + LABEL_SYNTAX + "')");
    }

    private static List<String> subdomain(String text, boolean prefix) {
        return check(
                prefix ? withoutDash(text) : text,
                253,
                SUBDOMAIN,
                "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and "
                        + "must start and end with an alphanumeric character (e.g. 'example.com', regex used for "
                        + "validation is '" + SUBDOMAIN_SYNTAX + "')");
    }

    private static List<String> dns1035(String text, boolean prefix) {
        return check(
                prefix ? withoutDash(text) : text,
                63,
                DNS1035,
                "a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an alphabetic "
                        + "character, and end with an alphanumeric character (e.g. 'my-name',  or 'abc-123', regex "
                        + "used for validation is '" + DNS1035_SYNTAX + "')");
    }

    /** A prefix may end in a dash, as if something followed it. */
    private static String withoutDash(String text) {
        return text.length() > 1 && text.endsWith("-") ? text.substring(0, text.length() - 2) + "a" : text;
    }

    private static List<String> labelValue(String text) {
        if (text.isEmpty()) {
            return List.of();
        }
        return check(
                text,
                63,
                NAME,
                "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and "
                        + "must start and end with an alphanumeric character (e.g. 'MyValue',  or 'my_value',  or "
                        + "'12345', regex used for validation is '(" + NAME_SYNTAX + ")?')");
    }

    private static List<String> qualifiedName(String text) {
        String complaint = "must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an "
                + "alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '"
                + NAME_SYNTAX + "')";
        String[] parts = text.split("/", -1);
        if (parts.length > 2) {
            return List.of("a qualified name " + complaint
                    + " with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')");
        }
        List<String> errors = new ArrayList<>();
        if (parts.length == 2) {
            if (parts[0].isEmpty()) {
                errors.add("prefix part must be non-empty");
            } else {
                subdomain(parts[0], false).forEach(error -> errors.add("prefix part " + error));
            }
        }
        String name = parts[parts.length - 1];
        if (name.isEmpty()) {
            errors.add("name part must be non-empty");
        } else if (name.length() > 63) {
            errors.add("name part must be no more than 63 characters");
        }
        if (!NAME.matcher(name).matches()) {
            errors.add("name part " + complaint);
        }
        return List.copyOf(errors);
    }

    private static List<String> check(String text, int longest, Pattern syntax, String complaint) {
        List<String> errors = new ArrayList<>();
        if (text.length() > longest) {
            errors.add("must be no more than " + longest + " characters");
        }
        if (!syntax.matcher(text).matches()) {
            errors.add(complaint);
        }
        return List.copyOf(errors);
    }
}
