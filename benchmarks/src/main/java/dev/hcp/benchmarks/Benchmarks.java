package dev.hcp.benchmarks;

import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs one measurement, by name. */
public final class Benchmarks {
    private Benchmarks() {}

    /** @param args the name of a measurement, then its arguments */
    public static void main(String[] args) throws RunnerException {
        switch (args[0]) {
            case "ClusterCost" -> ClusterCost.main(new String[] {args[1]});
            case "ColdStart" -> ColdStart.main(new String[0]);
            case "ModelCodec" ->
                new Runner(new OptionsBuilder()
                                .include(ModelCodec.class.getName())
                                .build())
                        .run();
            default ->
                throw new IllegalArgumentException(
                        "no measurement " + args[0] + ": there are ClusterCost, ModelCodec, ColdStart");
        }
    }
}
