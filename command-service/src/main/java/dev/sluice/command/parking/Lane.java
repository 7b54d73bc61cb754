package dev.sluice.command.parking;

/** The messages of one key: they are carried out one after the other. */
record Lane(int partition, String key) {

    private static final int LONGEST_KEY = 128;

    Lane {
        key = key.length() <= LONGEST_KEY ? key : key.substring(0, LONGEST_KEY);
    }
}
