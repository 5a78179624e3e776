package dev.hcp.simulator.apiserver.kinds;

import dev.hcp.api.json.JsonArray;
import dev.hcp.api.json.JsonObject;
import dev.hcp.api.validation.schema.FieldError;
import dev.hcp.api.value.Cidr;
import dev.hcp.api.value.IpAddress;
import java.util.List;

/** Addresses and blocks of addresses. */
final class AddressChecks {
    private AddressChecks() {}

    static void address(String text, String field, List<FieldError> errors) {
        if (IpAddress.parse(text).isEmpty()) {
            errors.add(
                    FieldError.invalid(field, text, "must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)"));
        }
    }

    static void block(JsonObject block, String field, List<FieldError> errors) {
        String cidr = Trees.text(block, "cidr");
        if (cidr.isEmpty()) {
            errors.add(FieldError.required(field + ".cidr", ""));
            return;
        }
        if (!checkCidr(cidr, field + ".cidr", errors)) {
            return;
        }
        JsonArray except = block.array("except");
        for (int i = 0; i < except.size(); i++) {
            String at = field + ".except[" + i + "]";
            String part = String.valueOf(except.get(i));
            if (checkCidr(part, at, errors)
                    && (!Cidr.of(cidr).contains(Cidr.of(part))
                            || Cidr.of(cidr).prefixLength() >= Cidr.of(part).prefixLength())) {
                errors.add(FieldError.invalid(at, part, "must be a strict subset of `cidr`"));
            }
        }
    }

    private static boolean checkCidr(String text, String field, List<FieldError> errors) {
        if (Cidr.of(text).isValid()) {
            return true;
        }
        errors.add(FieldError.invalid(field, text, "must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)"));
        return false;
    }
}
