package dev.sluice.local.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What to run.
 *
 * @param environment added to the launcher's own
 * @param log receives standard output and standard error
 * @param grace how long it may take to stop after SIGTERM before it is killed
 */
public record Program(
        List<String> command, Map<String, String> environment, Path directory, Path log, Duration grace) {}
