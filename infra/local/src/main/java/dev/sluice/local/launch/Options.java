package dev.sluice.local.launch;

/**
 * How much of Sluice to run.
 *
 * @param services whether our services run, or the servers alone
 * @param apart whether each bounded context runs in a process of its own
 * @param demo whether empty data is filled with the demo shop
 * @param caches whether AOT caches that are missing are made
 */
public record Options(boolean services, boolean apart, boolean demo, boolean caches) {}
