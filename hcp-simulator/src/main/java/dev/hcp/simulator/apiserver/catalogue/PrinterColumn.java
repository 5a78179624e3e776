package dev.hcp.simulator.apiserver.catalogue;

/** A column of a table of custom resources, as {@code additionalPrinterColumns} declares it. */
public record PrinterColumn(
        String name, String type, String format, String description, long priority, String jsonPath) {}
