package dev.sluice.baseline;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** Started by {@code ./sluice bench write}, which talks to it by standard input and output; what it logs goes to standard error. */
@SpringBootApplication
public class Baseline {

    public static void main(String[] args) throws Exception {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.setOut(System.err);
        try (ConfigurableApplicationContext context = SpringApplication.run(Baseline.class, args)) {
            context.getBean(Console.class)
                    .serve(new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)), out);
        } finally {
            System.exit(0);
        }
    }
}
