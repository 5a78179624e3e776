package dev.hcp.api.validation.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What names, label keys and label values look like, and the words in which the reference says so. */
public final class ObjectNames {
    static final String SUBDOMAIN_WORDS =
            "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must "
                    + "start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is "
                    + "'[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')";
    static final String LABEL_WORDS =
            "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and "
                    + "end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is "
                    + "'[a-z0-9]([-a-z0-9]*[a-z0-9])?')";
    static final String DNS_1035_WORDS =
            "a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an alphabetic "
                    + "character, and end with an alphanumeric character (e.g. 'my-name',  or 'abc-123', regex used for "
                    + "validation is '[a-z]([-a-z0-9]*[a-z0-9])?')";
    private static final String KEY_WORDS =
            "must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric "
                    + "character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is "
                    + "'([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')";
    private static final String VALUE_WORDS =
            "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must "
                    + "start and end with an alphanumeric character (e.g. 'MyValue',  or 'my_value',  or '12345', regex "
                    + "used for validation is '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')";

    private static final Pattern SUBDOMAIN =
            Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*");
    private static final Pattern LABEL = Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?");
    private static final Pattern DNS_1035 = Pattern.compile("[a-z]([-a-z0-9]*[a-z0-9])?");
    private static final Pattern KEY_NAME = Pattern.compile("([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]");
    private static final Pattern VALUE = Pattern.compile("(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?");

    private ObjectNames() {}

    /** What is wrong with an object's name; nothing when it is fine. */
    public static List<String> problems(NameRule rule, String name, boolean prefix) {
        String checked = prefix && name.endsWith("-") ? name.substring(0, name.length() - 1) + "a" : name;
        return switch (rule) {
            case SUBDOMAIN -> pattern(checked, 253, SUBDOMAIN, SUBDOMAIN_WORDS);
            case LABEL -> pattern(checked, 63, LABEL, isSubdomain(checked) ? "must not contain dots" : LABEL_WORDS);
            case SERVICE -> pattern(checked, 63, DNS_1035, DNS_1035_WORDS);
            case PATH_SEGMENT -> pathSegment(name, prefix);
        };
    }

    private static List<String> pattern(String text, int limit, Pattern pattern, String words) {
        List<String> problems = new ArrayList<>(1);
        if (text.length() > limit) {
            problems.add("must be no more than " + limit + " characters");
        }
        // Long texts are not matched: the expression may need stack in proportion.
        if (text.length() > 4096 || !pattern.matcher(text).matches()) {
            problems.add(words);
        }
        return problems;
    }

    private static List<String> pathSegment(String name, boolean prefix) {
        List<String> problems = new ArrayList<>(1);
        if (!prefix && (name.equals(".") || name.equals(".."))) {
            problems.add("may not be '" + name + "'");
        }
        for (String character : List.of("/", "%")) {
            if (name.contains(character)) {
                problems.add("may not contain '" + character + "'");
            }
        }
        return problems;
    }

    /** Whether a text is a DNS label of RFC 1035. */
    public static boolean isDns1035Label(String text) {
        return text.length() <= 63 && DNS_1035.matcher(text).matches();
    }

    /** What is wrong with a DNS label of RFC 1035. */
    public static List<String> dns1035LabelProblems(String text) {
        return pattern(text, 63, DNS_1035, DNS_1035_WORDS);
    }

    /** What is wrong with a DNS subdomain. */
    public static List<String> subdomainProblems(String text) {
        return pattern(text, 253, SUBDOMAIN, SUBDOMAIN_WORDS);
    }

    /** Whether a text is a DNS subdomain. */
    public static boolean isSubdomain(String text) {
        return text.length() <= 253 && SUBDOMAIN.matcher(text).matches();
    }

    /** What is wrong with a qualified name: a label or annotation key, a finalizer. */
    public static List<String> qualifiedNameProblems(String key) {
        List<String> problems = new ArrayList<>(1);
        String[] parts = key.split("/", -1);
        String name;
        if (parts.length == 1) {
            name = parts[0];
        } else if (parts.length == 2) {
            name = parts[1];
            if (parts[0].isEmpty()) {
                problems.add("prefix part must be non-empty");
            } else {
                for (String problem : pattern(parts[0], 253, SUBDOMAIN, SUBDOMAIN_WORDS)) {
                    problems.add("prefix part " + problem);
                }
            }
        } else {
            problems.add("a qualified name " + KEY_WORDS
                    + " with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')");
            return problems;
        }
        if (name.isEmpty()) {
            problems.add("name part must be non-empty");
        } else if (name.length() > 63) {
            problems.add("name part must be no more than 63 characters");
        }
        if (!KEY_NAME.matcher(name).matches()) {
            problems.add("name part " + KEY_WORDS);
        }
        return problems;
    }

    /** What is wrong with an annotation's key, which may have capitals in its prefix. */
    public static List<String> annotationKeyProblems(String key) {
        return qualifiedNameProblems(key.toLowerCase(Locale.ROOT));
    }

    /** What is wrong with a label's value. */
    public static List<String> labelValueProblems(String value) {
        List<String> problems = new ArrayList<>(1);
        if (value.length() > 63) {
            problems.add("must be no more than 63 characters");
        }
        if (!VALUE.matcher(value).matches()) {
            problems.add(VALUE_WORDS);
        }
        return problems;
    }
}
