package dev.hcp.samples.cli;

import dev.hcp.client.HcpClient;

/** A management cluster that is connected to. */
interface Connection extends AutoCloseable {
    HcpClient hcp();

    @Override
    void close();
}
