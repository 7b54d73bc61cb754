package dev.sluice.edge.operations;

import dev.sluice.edge.acceptance.Intent;
import dev.sluice.edge.http.Refusal;
import dev.sluice.edge.http.Request;
import dev.sluice.edge.identity.CallerHandler;
import dev.sluice.edge.json.Bodies;
import dev.sluice.edge.operations.Operations.Wanted;
import dev.sluice.schemas.http.Problem;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.List;
import java.util.regex.Pattern;

/** {@code PUT /admin/products/{id}} and its like. */
public final class Put {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private final Bodies bodies;
    private final Operations operations;

    public Put(Bodies bodies, Operations operations) {
        this.bodies = bodies;
        this.operations = operations;
    }

    /** What else must have happened when a put of the entity is accepted. */
    @FunctionalInterface
    public interface Preparation {
        Preparation NONE = _ -> Intent.Check.NONE;

        Intent.Check of(String entityId);
    }

    public <B> CallerHandler of(Writable<B> kind, Preparation preparation) {
        return (request, caller) -> {
            String entityId = kind.id().apply(entityId(request));
            return bodies.read(request, kind.schema())
                    .thenCompose(body -> operations.accept(request, caller, wanted(kind, entityId, body, preparation)));
        };
    }

    private static <B> Wanted wanted(Writable<B> kind, String entityId, B body, Preparation preparation) {
        return new Wanted(
                kind.entity(),
                entityId,
                "",
                false,
                kind.topic(),
                (operationId, _) -> kind.command().of(operationId, entityId, body),
                preparation.of(entityId));
    }

    /** What stands in the path. Throws a {@link Refusal} where it cannot be an id. */
    public static String entityId(Request request) {
        String id = request.parameter("id");
        if (!ID.matcher(id).matches()) {
            throw malformedId("must be 1 to 64 letters, digits, dots, underscores and hyphens");
        }
        return id;
    }

    static Refusal malformedId(String mend) {
        return Refusal.of(
                HttpResponseStatus.BAD_REQUEST,
                "malformed-id",
                "Malformed id",
                "The id in the path cannot be one.",
                List.of(new Problem.Flaw("id", mend)));
    }
}
