package dev.sluice.local;

import java.io.PrintWriter;
import java.io.StringWriter;

/** What an operator reads of a failure. */
final class Complaint {

    private Complaint() {}

    static String of(Exception failure) {
        if (failure.getMessage() != null && !(failure instanceof NullPointerException)) {
            return failure.getMessage();
        }
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        return trace.toString();
    }
}
