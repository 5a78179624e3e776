package dev.hcp.api.validation.schema;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The string formats that schemas may ask for; unknown formats accept anything. */
public final class Formats {
    private static final Pattern TIME =
            Pattern.compile("([0-9]{2}):([0-9]{2}):([0-9]{2})(.[0-9]+)?([Zz]|[+-][0-9]{2}:[0-9]{2})");
    private static final Pattern GO_DURATION =
            Pattern.compile("^[+-]?(0|((\\d+(\\.\\d*)?|\\.\\d+)(ns|us|µs|μs|ms|s|m|h))+)$");
    private static final Pattern DURATION_PART = Pattern.compile("([0-9]+)\\s*([A-Za-zµ]+)");
    /** Units, and prefixes of what else they may be called. */
    private static final Pattern DURATION_UNIT =
            Pattern.compile("(?i)ns|nano.*|us|µs|micro.*|ms|milli.*|s|sec.*|m|min.*|h|hr|hour.*|d|day.*|w|wk|week.*");

    private static final Pattern UUID =
            Pattern.compile("^[0-9a-fA-F]{8}-?[0-9a-fA-F]{4}-?[0-9a-fA-F]{4}-?[0-9a-fA-F]{4}-?[0-9a-fA-F]{12}$");
    private static final Pattern UUID_3 =
            Pattern.compile("^[0-9a-fA-F]{8}-?[0-9a-fA-F]{4}-?3[0-9a-fA-F]{3}-?[0-9a-fA-F]{4}-?[0-9a-fA-F]{12}$");
    private static final Pattern UUID_4 = Pattern.compile(
            "^[0-9a-fA-F]{8}-?[0-9a-fA-F]{4}-?4[0-9a-fA-F]{3}-?[89abAB][0-9a-fA-F]{3}-?[0-9a-fA-F]{12}$");
    private static final Pattern UUID_5 = Pattern.compile(
            "^[0-9a-fA-F]{8}-?[0-9a-fA-F]{4}-?5[0-9a-fA-F]{3}-?[89abAB][0-9a-fA-F]{3}-?[0-9a-fA-F]{12}$");
    private static final Pattern IPV4 =
            Pattern.compile("^((25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)\\.){3}(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)$");
    private static final Pattern IPV6 = Pattern.compile("^[0-9a-fA-F:]*:[0-9a-fA-F:.]*$");
    private static final Pattern HOSTNAME = Pattern.compile("^([a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]{0,61}[a-zA-Z0-9])"
            + "(\\.([a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]{0,61}[a-zA-Z0-9]))*$");
    private static final Pattern MAC = Pattern.compile(
            "[0-9a-fA-F]{2}([:-])[0-9a-fA-F]{2}((\\1[0-9a-fA-F]{2}){4}|(\\1[0-9a-fA-F]{2}){6}|(\\1[0-9a-fA-F]{2}){18})"
                    + "|([0-9a-fA-F]{4}\\.){2}[0-9a-fA-F]{4}|([0-9a-fA-F]{4}\\.){3}[0-9a-fA-F]{4}"
                    + "|([0-9a-fA-F]{4}\\.){9}[0-9a-fA-F]{4}");
    private static final Pattern EMAIL = Pattern.compile("^([^<>]*<)?[^@\\s<>]+@[^@\\s<>]+>?$");
    private static final Pattern HEX_COLOR = Pattern.compile("^#?([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$");
    private static final Pattern RGB_COLOR = Pattern.compile(
            "rgb\\(\\s*(BYTE\\s*,\\s*){2}BYTE\\s*\\)".replace("BYTE", "(0|[1-9]\\d?|1\\d\\d?|2[0-4]\\d|25[0-5])"));
    private static final Pattern OBJECT_ID = Pattern.compile("^[0-9a-fA-F]{24}$");
    private static final Pattern SSN = Pattern.compile("^\\d{3}[- ]?\\d{2}[- ]?\\d{4}$");

    private Formats() {}

    /** Whether a text has a format. */
    public static boolean accepts(String format, String text) {
        return switch (format.replace("-", "").toLowerCase(Locale.ROOT)) {
            case "datetime" -> isDateTime(text);
            case "date" -> isDate(text);
            case "duration" -> GO_DURATION.matcher(text).matches() || isWordDuration(text);
            case "uuid" -> UUID.matcher(text).matches();
            case "uuid3" -> UUID_3.matcher(text).matches();
            case "uuid4" -> UUID_4.matcher(text).matches();
            case "uuid5" -> UUID_5.matcher(text).matches();
            case "ipv4" -> IPV4.matcher(text).matches() || (text.indexOf('.') >= 0 && isIpv6(text));
            case "ipv6" -> isIpv6(text);
            case "cidr" -> isCidr(text);
            case "uri" -> GoUrl.isUrl(text);
            case "email" -> EMAIL.matcher(text).matches();
            case "hostname" -> text.length() <= 255 && HOSTNAME.matcher(text).matches();
            case "byte" -> isBase64(text);
            case "mac" -> MAC.matcher(text).matches();
            case "bsonobjectid" -> OBJECT_ID.matcher(text).matches();
            case "hexcolor" -> HEX_COLOR.matcher(text).matches();
            case "rgbcolor" -> RGB_COLOR.matcher(text).matches();
            case "ssn" -> SSN.matcher(text).matches();
            case "creditcard" -> isLuhn(text.replaceAll("[ -]", ""), 13, 16);
            case "isbn" -> isIsbn10(text) || isIsbn13(text);
            case "isbn10" -> isIsbn10(text);
            case "isbn13" -> isIsbn13(text);
            default -> true;
        };
    }

    private static boolean isDateTime(String text) {
        int t = Math.max(text.indexOf('T'), text.indexOf('t'));
        if (t < 0 || !isDate(text.substring(0, t))) {
            return false;
        }
        Matcher time = TIME.matcher(text.substring(t + 1));
        return time.matches()
                && time.group(1).compareTo("23") <= 0
                && time.group(2).compareTo("59") <= 0
                && time.group(3).compareTo("59") <= 0;
    }

    /** Whether there is a number with a unit somewhere in the text, which is all that the reference asks for. */
    private static boolean isWordDuration(String text) {
        Matcher part = DURATION_PART.matcher(text);
        while (part.find()) {
            if (DURATION_UNIT.matcher(part.group(2)).matches()) {
                return true;
            }
        }
        return false;
    }

    private static boolean isDate(String text) {
        try {
            LocalDate.parse(text);
            return text.length() == 10;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static boolean isIpv6(String text) {
        if (!IPV6.matcher(text).matches()) {
            return false;
        }
        int doubleColon = text.indexOf("::");
        if (doubleColon >= 0 && text.indexOf("::", doubleColon + 1) >= 0) {
            return false;
        }
        String[] groups = text.split(":", -1);
        int count = 0;
        for (int i = 0; i < groups.length; i++) {
            String group = groups[i];
            if (group.indexOf('.') >= 0) {
                if (i != groups.length - 1 || !IPV4.matcher(group).matches()) {
                    return false;
                }
                count += 2;
            } else if (!group.isEmpty()) {
                if (group.length() > 4) {
                    return false;
                }
                count++;
            } else if (doubleColon < 0) {
                return false;
            }
        }
        return doubleColon >= 0 ? count <= 7 : count == 8;
    }

    private static boolean isCidr(String text) {
        int slash = text.indexOf('/');
        if (slash < 0 || !text.substring(slash + 1).matches("0|[1-9]\\d{0,2}")) {
            return false;
        }
        String address = text.substring(0, slash);
        int bits = Integer.parseInt(text.substring(slash + 1));
        return IPV4.matcher(address).matches() ? bits <= 32 : isIpv6(address) && bits <= 128;
    }

    private static boolean isBase64(String text) {
        try {
            Base64.getDecoder().decode(text);
            return !text.isEmpty() && text.length() % 4 == 0;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isLuhn(String digits, int shortest, int longest) {
        if (digits.length() < shortest
                || digits.length() > longest
                || !digits.chars().allMatch(Character::isDigit)) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighted = i % 2 == 0 ? digit : digit * 2;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return sum % 10 == 0;
    }

    private static boolean isIsbn10(String text) {
        String digits = text.replaceAll("[ -]", "");
        if (!digits.matches("\\d{9}[\\dXx]")) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < 10; i++) {
            char c = digits.charAt(i);
            sum += (10 - i) * (c == 'X' || c == 'x' ? 10 : c - '0');
        }
        return sum % 11 == 0;
    }

    private static boolean isIsbn13(String text) {
        String digits = text.replaceAll("[ -]", "");
        if (!digits.matches("\\d{13}")) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < 13; i++) {
            sum += (i % 2 == 0 ? 1 : 3) * (digits.charAt(i) - '0');
        }
        return sum % 10 == 0;
    }
}
