package dev.hcp.api.validation.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

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

    private ObjectNames() {}

    /** What is wrong with an object's name; nothing when it is fine. */
    public static List<String> problems(NameRule rule, String name, boolean prefix) {
        String checked = prefix && name.endsWith("-") ? name.substring(0, name.length() - 1) + "a" : name;
        return switch (rule) {
            case SUBDOMAIN -> problems(checked, 253, ObjectNames::hasSubdomainForm, SUBDOMAIN_WORDS);
            case LABEL ->
                problems(
                        checked,
                        63,
                        ObjectNames::hasLabelForm,
                        isSubdomain(checked) ? "must not contain dots" : LABEL_WORDS);
            case SERVICE -> problems(checked, 63, ObjectNames::hasDns1035Form, DNS_1035_WORDS);
            case PATH_SEGMENT -> pathSegment(name, prefix);
        };
    }

    private static List<String> problems(String text, int limit, Predicate<String> form, String words) {
        boolean formed = form.test(text);
        if (formed && text.length() <= limit) {
            return List.of();
        }
        List<String> problems = new ArrayList<>(2);
        if (text.length() > limit) {
            problems.add("must be no more than " + limit + " characters");
        }
        if (!formed) {
            problems.add(words);
        }
        return problems;
    }

    private static boolean isLowerOrDigit(char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    }

    private static boolean isAlphanumeric(char c) {
        return isLowerOrDigit(c) || (c >= 'A' && c <= 'Z');
    }

    /** {@code [a-z0-9]([-a-z0-9]*[a-z0-9])?}, of a part of a text. */
    private static boolean isLabel(String text, int from, int to) {
        if (from >= to || text.charAt(from) == '-' || text.charAt(to - 1) == '-') {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (!isLowerOrDigit(text.charAt(i)) && text.charAt(i) != '-') {
                return false;
            }
        }
        return true;
    }

    private static boolean hasLabelForm(String text) {
        return isLabel(text, 0, text.length());
    }

    /** Labels with dots between them. */
    private static boolean hasSubdomainForm(String text) {
        int from = 0;
        for (int dot = text.indexOf('.'); dot >= 0; dot = text.indexOf('.', from)) {
            if (!isLabel(text, from, dot)) {
                return false;
            }
            from = dot + 1;
        }
        return isLabel(text, from, text.length());
    }

    /** A label that begins with a letter. */
    private static boolean hasDns1035Form(String text) {
        return hasLabelForm(text) && text.charAt(0) >= 'a';
    }

    /** {@code ([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]}. */
    private static boolean hasKeyForm(String text) {
        if (text.isEmpty() || !isAlphanumeric(text.charAt(0)) || !isAlphanumeric(text.charAt(text.length() - 1))) {
            return false;
        }
        for (int i = 1; i < text.length() - 1; i++) {
            char c = text.charAt(i);
            if (!isAlphanumeric(c) && c != '-' && c != '_' && c != '.') {
                return false;
            }
        }
        return true;
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
        return text.length() <= 63 && hasDns1035Form(text);
    }

    /** What is wrong with a DNS label of RFC 1035. */
    public static List<String> dns1035LabelProblems(String text) {
        return problems(text, 63, ObjectNames::hasDns1035Form, DNS_1035_WORDS);
    }

    /** What is wrong with a DNS subdomain. */
    public static List<String> subdomainProblems(String text) {
        return problems(text, 253, ObjectNames::hasSubdomainForm, SUBDOMAIN_WORDS);
    }

    /** Whether a text is a DNS subdomain. */
    public static boolean isSubdomain(String text) {
        return text.length() <= 253 && hasSubdomainForm(text);
    }

    /** What is wrong with a qualified name: a label or annotation key, a finalizer. */
    public static List<String> qualifiedNameProblems(String key) {
        if (isPlainKey(key)) {
            return List.of();
        }
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
                for (String problem : problems(parts[0], 253, ObjectNames::hasSubdomainForm, SUBDOMAIN_WORDS)) {
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
        if (!hasKeyForm(name)) {
            problems.add("name part " + KEY_WORDS);
        }
        return problems;
    }

    /** Whether a qualified name is as most are: short enough, of the right form. */
    private static boolean isPlainKey(String key) {
        int slash = key.indexOf('/');
        return key.length() - slash - 1 <= 63
                && (slash < 0 || isSubdomain(key.substring(0, slash)))
                && hasKeyForm(key.substring(slash + 1));
    }

    /** What is wrong with an annotation's key, which may have capitals in its prefix. */
    public static List<String> annotationKeyProblems(String key) {
        return qualifiedNameProblems(key.toLowerCase(Locale.ROOT));
    }

    /** What is wrong with a label's value. */
    public static List<String> labelValueProblems(String value) {
        return problems(value, 63, text -> text.isEmpty() || hasKeyForm(text), VALUE_WORDS);
    }
}
