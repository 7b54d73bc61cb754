package dev.sluice.local;

/** What commands say that need a running instance. */
final class NotRunning {

    static final String MESSAGE = "Sluice is not running. Start it with: ./sluice up";

    private NotRunning() {}
}
