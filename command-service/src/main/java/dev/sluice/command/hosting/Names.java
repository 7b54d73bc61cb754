package dev.sluice.command.hosting;

/** What a context is called outside: its schema, which is also its user, its command topic and its consumer group. */
record Names(String schema, String user, String topic, String group) {

    static Names of(ContextName context) {
        String schema = "sluice_" + context.text();
        return new Names(schema, schema, "commands." + context.text(), "sluice-" + context.text());
    }
}
