package dev.sluice.schemas.wire;

import dev.sluice.schemas.message.Json;
import dev.sluice.schemas.message.Payload;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads what was stored under names that are not written any more. Facts are kept for ever, and their names say their versions: a change that
 * the old ones cannot be read with takes a new name, {@code ordering.OrderPlaced.v2}, and a step here that makes the old data into the new. Everything that
 * reads messages comes by here, so no other code knows that there were ever others.
 */
public final class Upcasts {
    /** The steps of this version. */
    public static final Upcasts ALL = new Upcasts(List.of());

    private final Map<String, Step> steps = new HashMap<>();

    /**
     * From one version of a message to the next.
     *
     * @param change makes the data of the one into that of the other; it may change what it is given
     */
    public record Step(String from, String to, UnaryOperator<ObjectNode> change) {}

    /** Throws IllegalArgumentException for steps from a name that is in use, twice from one, or to nowhere. */
    public Upcasts(List<Step> all) {
        for (Step step : all) {
            if (WireNames.classOf(step.from()) != null) {
                throw new IllegalArgumentException(step.from() + " is still written");
            }
            if (steps.put(step.from(), step) != null) {
                throw new IllegalArgumentException(step.from() + " becomes two things");
            }
        }
        all.forEach(step -> require(step, all.size()));
    }

    private void require(Step first, int most) {
        Step step = first;
        for (int i = 0; i < most && WireNames.classOf(step.to()) == null; i++) {
            Step next = steps.get(step.to());
            if (next == null) {
                break;
            }
            step = next;
        }
        if (WireNames.classOf(step.to()) == null) {
            throw new IllegalArgumentException(first.from() + " becomes " + step.to() + ", which there is not");
        }
    }

    /** What such data is read as today; null for a name that nobody has ever written. */
    public @Nullable Class<? extends Payload> classOf(String type) {
        Class<? extends Payload> current = WireNames.classOf(type);
        Step step = current == null ? steps.get(type) : null;
        return step == null ? current : classOf(step.to());
    }

    /** Whether such data must be changed before it is read. */
    public boolean isOld(String type) {
        return steps.containsKey(type);
    }

    /** The data as it would be written today. */
    public ObjectNode changed(String type, ObjectNode data) {
        Step step = steps.get(type);
        return step == null ? data : changed(step.to(), step.change().apply(data));
    }

    /** Throws JacksonException, and {@link UnreadableMessage} for an unknown type and where there are no data. */
    public Payload read(String type, byte[] json) {
        Class<? extends Payload> today = classOf(type);
        if (today == null) {
            throw new UnreadableMessage("unknown type " + type);
        }
        return MessageCodec.present(
                type,
                isOld(type)
                        ? Json.MAPPER.treeToValue(changed(type, Json.MAPPER.readValue(json, ObjectNode.class)), today)
                        : Json.MAPPER.readValue(json, today));
    }
}
