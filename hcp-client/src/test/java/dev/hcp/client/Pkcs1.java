package dev.hcp.client;

import java.math.BigInteger;
import java.security.spec.RSAPrivateCrtKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Reads RSA keys in PKCS#1, which Java does not. */
final class Pkcs1 {
    private Pkcs1() {}

    static RSAPrivateCrtKeySpec specOf(String pem) {
        byte[] der = Base64.getMimeDecoder().decode(pem.replaceAll("-----.*-----", ""));
        List<BigInteger> numbers = new ArrayList<>();
        int[] at = {1};
        length(der, at);
        while (at[0] < der.length) {
            at[0]++;
            int length = length(der, at);
            numbers.add(new BigInteger(der, at[0], length));
            at[0] += length;
        }
        return new RSAPrivateCrtKeySpec(
                numbers.get(1),
                numbers.get(2),
                numbers.get(3),
                numbers.get(4),
                numbers.get(5),
                numbers.get(6),
                numbers.get(7),
                numbers.get(8));
    }

    private static int length(byte[] der, int[] at) {
        int first = der[at[0]++] & 0xff;
        if (first < 0x80) {
            return first;
        }
        int length = 0;
        for (int i = 0; i < (first & 0x7f); i++) {
            length = length << 8 | (der[at[0]++] & 0xff);
        }
        return length;
    }
}
