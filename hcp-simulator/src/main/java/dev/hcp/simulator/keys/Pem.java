package dev.hcp.simulator.keys;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Privacy-enhanced mail, the text form of keys and certificates. */
final class Pem {
    private Pem() {}

    static String encode(String label, byte[] der) {
        String body = new String(Base64.getMimeEncoder(64, new byte[] {'\n'}).encode(der), StandardCharsets.ISO_8859_1);
        return "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n";
    }

    /**
     * The content of the first block with the label.
     *
     * @throws IllegalArgumentException when there is none
     */
    static byte[] decode(String label, String pem) {
        String begin = "-----BEGIN " + label + "-----";
        int start = pem.indexOf(begin);
        int end = start < 0 ? -1 : pem.indexOf("-----END " + label + "-----", start);
        if (end < 0) {
            throw new IllegalArgumentException("no PEM block \"" + label + "\" in a text of " + pem.length()
                    + " characters that begins with \"" + pem.substring(0, Math.min(27, pem.length())) + "\"");
        }
        return Base64.getMimeDecoder().decode(pem.substring(start + begin.length(), end));
    }
}
