package dev.sluice.local.plan;

import java.util.List;

/** One thing to do on the way up, after the steps that it needs. */
public record Step(String name, List<String> needs, Action action) {

    @FunctionalInterface
    public interface Action {
        /** What to say of it once done: an address mostly. */
        String run() throws Exception;
    }
}
