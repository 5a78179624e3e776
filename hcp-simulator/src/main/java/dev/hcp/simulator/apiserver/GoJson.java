package dev.hcp.simulator.apiserver;

import java.nio.charset.StandardCharsets;

/** Says what Go's JSON decoder says of a text that is not JSON. */
final class GoJson {
    private final byte[] text;
    private int at;

    private GoJson(byte[] text) {
        this.text = text;
    }

    /** The decoder's complaint; empty when the text is one JSON value. */
    static String problem(byte[] text) {
        try {
            GoJson scan = new GoJson(text);
            scan.skipSpace();
            scan.value();
            scan.skipSpace();
            if (scan.at < text.length) {
                throw scan.bad("after top-level value");
            }
            return "";
        } catch (Complaint e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static final class Complaint extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Complaint(String message) {
            super(message, null, false, false);
        }
    }

    private Complaint bad(String context) {
        if (at >= text.length) {
            return new Complaint("unexpected end of JSON input");
        }
        return new Complaint("invalid character " + quoted() + " " + context);
    }

    private String quoted() {
        byte c = text[at];
        if (c == '\'') {
            return "'\\''";
        }
        if (c == '"') {
            return "'\"'";
        }
        String escaped =
                switch (c) {
                    case '\n' -> "\\n";
                    case '\r' -> "\\r";
                    case '\t' -> "\\t";
                    case '\\' -> "\\\\";
                    default ->
                        c < 0x20 && c >= 0
                                ? String.format("\\x%02x", c)
                                : c < 0 ? upper(c & 0xff) : String.valueOf((char) c);
                };
        return "'" + escaped + "'";
    }

    /** A byte above ASCII as the character of its number: the decoder looks at bytes. */
    private static String upper(int c) {
        return c < 0xa1 || c == 0xad ? String.format("\\u%04x", c) : String.valueOf((char) c);
    }

    private int peek() {
        return at < text.length ? text[at] : -1;
    }

    private void skipSpace() {
        while (at < text.length && (text[at] == ' ' || text[at] == '\n' || text[at] == '\t' || text[at] == '\r')) {
            at++;
        }
    }

    private void value() {
        switch (peek()) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> string();
            case 't' -> literal("true");
            case 'f' -> literal("false");
            case 'n' -> literal("null");
            case '-' -> {
                at++;
                number();
            }
            default -> {
                if (peek() >= '0' && peek() <= '9') {
                    number();
                } else {
                    throw bad("looking for beginning of value");
                }
            }
        }
    }

    private void object() {
        at++;
        skipSpace();
        if (peek() == '}') {
            at++;
            return;
        }
        while (true) {
            skipSpace();
            if (peek() != '"') {
                throw bad("looking for beginning of object key string");
            }
            string();
            skipSpace();
            if (peek() != ':') {
                throw bad("after object key");
            }
            at++;
            skipSpace();
            value();
            skipSpace();
            if (peek() == '}') {
                at++;
                return;
            }
            if (peek() != ',') {
                throw bad("after object key:value pair");
            }
            at++;
        }
    }

    private void array() {
        at++;
        skipSpace();
        if (peek() == ']') {
            at++;
            return;
        }
        while (true) {
            skipSpace();
            value();
            skipSpace();
            if (peek() == ']') {
                at++;
                return;
            }
            if (peek() != ',') {
                throw bad("after array element");
            }
            at++;
        }
    }

    private void string() {
        at++;
        while (true) {
            int c = peek();
            if (c == '"') {
                at++;
                return;
            }
            if (c == '\\') {
                at++;
                escape();
            } else if (at >= text.length || (c >= 0 && c < 0x20)) {
                throw bad("in string literal");
            } else {
                at++;
            }
        }
    }

    private void escape() {
        int c = peek();
        if (c == 'u') {
            at++;
            for (int i = 0; i < 4; i++, at++) {
                if (Character.digit(peek(), 16) < 0) {
                    throw bad("in \\u hexadecimal character escape");
                }
            }
        } else if (c >= 0 && "\"\\/bfnrt".indexOf(c) >= 0) {
            at++;
        } else {
            throw bad("in string escape code");
        }
    }

    private void literal(String word) {
        byte[] expected = word.getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < expected.length; i++, at++) {
            if (peek() != expected[i]) {
                throw bad("in literal " + word + " (expecting '" + (char) expected[i] + "')");
            }
        }
    }

    private void number() {
        if (peek() == '0') {
            at++;
        } else if (peek() >= '1' && peek() <= '9') {
            digits();
        } else {
            throw bad("in numeric literal");
        }
        if (peek() == '.') {
            at++;
            if (peek() < '0' || peek() > '9') {
                throw bad("after decimal point in numeric literal");
            }
            digits();
        }
        if (peek() == 'e' || peek() == 'E') {
            at++;
            if (peek() == '+' || peek() == '-') {
                at++;
            }
            if (peek() < '0' || peek() > '9') {
                throw bad("in exponent of numeric literal");
            }
            digits();
        }
    }

    private void digits() {
        while (peek() >= '0' && peek() <= '9') {
            at++;
        }
    }
}
