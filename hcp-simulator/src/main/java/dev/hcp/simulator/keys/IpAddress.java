package dev.hcp.simulator.keys;

import dev.hcp.api.HcpException;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** Reads IP addresses without ever asking a name service. */
final class IpAddress {
    private IpAddress() {}

    /** The 4 or 16 bytes of an address. */
    static byte[] bytes(String address) {
        if (address.isEmpty() || !(address.indexOf(':') >= 0 || address.matches("[0-9.]+"))) {
            throw new HcpException("not an IP address: \"" + address + "\"");
        }
        try {
            return InetAddress.getByName(address).getAddress();
        } catch (UnknownHostException e) {
            throw new HcpException("not an IP address: \"" + address + "\"", e);
        }
    }
}
