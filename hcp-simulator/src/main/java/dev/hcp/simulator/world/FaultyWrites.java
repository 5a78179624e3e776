package dev.hcp.simulator.world;

import dev.hcp.simulator.apiserver.ResourceType;
import dev.hcp.simulator.apiserver.WriteGate;
import dev.hcp.simulator.faults.Fault.CreationRefused;
import dev.hcp.simulator.faults.Fault.WritesConflict;
import java.util.Optional;

/** Refuses the writes that faults say are refused. */
final class FaultyWrites implements WriteGate {
    private final Adversities adversities;

    FaultyWrites(Adversities adversities) {
        this.adversities = adversities;
    }

    @Override
    public Optional<Refusal> refusal(ResourceType type, String namespace, String name, boolean creates) {
        if (adversities.none()) {
            return Optional.empty();
        }
        return creates ? refusedCreation(type, namespace) : conflict(type, namespace, name);
    }

    private Optional<Refusal> refusedCreation(ResourceType type, String namespace) {
        return adversities
                .find(
                        CreationRefused.class,
                        fault -> fault.kind().equals(type.kind()) && Adversities.selects(fault.namespace(), namespace))
                .map(fault -> new Refusal(fault.code(), fault.reason(), fault.message()));
    }

    private Optional<Refusal> conflict(ResourceType type, String namespace, String name) {
        return adversities
                .find(
                        WritesConflict.class,
                        fault -> fault.kind().equals(type.kind()) && Adversities.selects(fault.namespace(), namespace))
                .map(fault -> new Refusal(
                        409,
                        "Conflict",
                        "Operation cannot be fulfilled on " + type.plural()
                                + (type.group().isEmpty() ? "" : "." + type.group()) + " \"" + name
                                + "\": the object has been modified; please apply your changes to the latest version and"
                                + " try again"));
    }
}
