package dev.sluice.local.mysql;

import dev.sluice.local.address.Context;

/** The databases and users that every start makes sure of: a schema and a user per context, none sees another's. */
public final class Schemas {

    public static final String DEBEZIUM = "sluice_debezium";

    /** Reads all, for tests and reconciliation. */
    public static final String TEST = "sluice_test";

    private Schemas() {}

    /** One statement a line, as an init file wants it. */
    public static String sql(String password) {
        StringBuilder sql = new StringBuilder();
        for (Context context : Context.values()) {
            String name = context.schema();
            sql.append("CREATE DATABASE IF NOT EXISTS ").append(name).append(";\n");
            user(sql, name, password, "ALL", name + ".*");
        }
        user(sql, TEST, password, "ALL", "*.*");
        user(
                sql,
                DEBEZIUM,
                password,
                "SELECT, RELOAD, SHOW DATABASES, LOCK TABLES, REPLICATION SLAVE, REPLICATION CLIENT",
                "*.*");
        return sql.toString();
    }

    private static void user(StringBuilder sql, String name, String password, String rights, String on) {
        String user = "'" + name + "'@'%'";
        String quoted = "'" + password.replace("\\", "\\\\").replace("'", "''") + "'";
        sql.append("CREATE USER IF NOT EXISTS " + user + " IDENTIFIED BY " + quoted + ";\n");
        sql.append("ALTER USER " + user + " IDENTIFIED BY " + quoted + ";\n");
        sql.append("GRANT " + rights + " ON " + on + " TO " + user + ";\n");
    }
}
