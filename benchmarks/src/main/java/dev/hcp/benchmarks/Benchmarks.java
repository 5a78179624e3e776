package dev.hcp.benchmarks;

import java.io.IOException;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs one measurement, by name. */
public final class Benchmarks {
    private Benchmarks() {}

    /** @param args the name of a measurement, then its arguments */
    public static void main(String[] args) throws RunnerException, IOException, InterruptedException {
        switch (args[0]) {
            case "ApiServerCalls" -> jmh(ApiServerCalls.class);
            case "ApiServerLoad" -> ApiServerLoad.main(new String[] {args[2]});
            case "ApiServerStart" -> ApiServerStart.main(new String[0]);
            case "ClusterCost" -> ClusterCost.main(new String[] {args[1]});
            case "ColdStart" -> ColdStart.main(new String[0]);
            case "ModelCodec" -> jmh(ModelCodec.class);
            case "PoolScaleUp" -> PoolScaleUp.main(new String[] {args[2]});
            default ->
                throw new IllegalArgumentException("no measurement " + args[0] + ": there are ApiServerCalls,"
                        + " ApiServerLoad, ApiServerStart, ClusterCost, ColdStart, ModelCodec, PoolScaleUp");
        }
    }

    private static void jmh(Class<?> measurement) throws RunnerException {
        new Runner(new OptionsBuilder().include(measurement.getName()).build()).run();
    }
}
