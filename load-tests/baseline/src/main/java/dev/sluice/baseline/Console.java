package dev.sluice.baseline;

import dev.sluice.baseline.Messages.Line;
import dev.sluice.baseline.Messages.PlaceOrder;
import dev.sluice.baseline.Messages.SetBalance;
import dev.sluice.baseline.Messages.SetCoupon;
import dev.sluice.baseline.Messages.SetStock;
import java.io.BufferedReader;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

/** What the benchmark asks for, a line each: orders and goods first, which are kept in memory, then what to do with them. */
@Component
class Console {
    private static final int AT_ONCE = 250;

    private final CommandGateway gateway;
    private final Orders orders;
    private final History history;
    private final EventStorageEngine events;
    private final TransactionOperations transactions;
    private final JsonMapper json;
    private final List<Object> goods = new ArrayList<>();
    private final List<PlaceOrder> waiting = new ArrayList<>();

    Console(
            CommandGateway gateway,
            Orders orders,
            History history,
            EventStorageEngine events,
            TransactionOperations transactions,
            JsonMapper json) {
        this.gateway = gateway;
        this.orders = orders;
        this.history = history;
        this.events = events;
        this.transactions = transactions;
        this.json = json;
    }

    void serve(BufferedReader in, PrintStream out) throws Exception {
        orders.rest();
        history.rest();
        out.println("ready");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String answer = answer(line.split(" "));
            if (!answer.isEmpty()) {
                out.println(answer);
            }
        }
    }

    private String answer(String[] words) throws Exception {
        return switch (words[0]) {
            case "stock" -> keep(goods, new SetStock(words[1], Long.parseLong(words[2])));
            case "wallet" -> keep(goods, new SetBalance(words[1], Long.parseLong(words[2])));
            case "coupon" -> keep(goods, new SetCoupon(words[1], Integer.parseInt(words[2])));
            case "order" -> keep(waiting, order(words));
            case "fill" -> fill();
            case "prepare" -> prepare();
            case "run" -> run(Integer.parseInt(words[1]));
            case "history" -> history(Integer.parseInt(words[1]));
            case "project" -> json.writeValueAsString(history.project(Integer.parseInt(words[1])));
            case "levels" -> json.writeValueAsString(Levels.of(events));
            default -> throw new IllegalArgumentException("what is " + words[0] + "?");
        };
    }

    private static <T> String keep(List<T> list, T one) {
        list.add(one);
        return "";
    }

    private static PlaceOrder order(String[] words) {
        List<Line> lines = new ArrayList<>();
        for (int i = 5; i < words.length; i += 3) {
            lines.add(new Line(words[i], Long.parseLong(words[i + 1]), Long.parseLong(words[i + 2])));
        }
        String coupon = words[3].equals("-") ? null : words[3];
        return new PlaceOrder(words[1], words[2], lines, coupon, Long.parseLong(words[4]));
    }

    private String fill() {
        for (int from = 0; from < goods.size(); from += AT_ONCE) {
            List<Object> some = goods.subList(from, Math.min(goods.size(), from + AT_ONCE));
            transactions.executeWithoutResult(_ -> some.forEach(gateway::sendAndWait));
        }
        goods.clear();
        return "filled";
    }

    private String history(int number) {
        history.store(number);
        return "stored";
    }

    private String prepare() {
        orders.wake();
        return "prepared";
    }

    private String run(int perSecond) throws Exception {
        Orders.Ran ran = orders.run(waiting, perSecond);
        orders.rest();
        waiting.clear();
        return json.writeValueAsString(ran);
    }
}
