package dev.sluice.edge.operations;

import dev.sluice.edge.acceptance.AcceptedAnswer;
import dev.sluice.edge.acceptance.Intent;
import dev.sluice.edge.document.Document;
import dev.sluice.schemas.message.Json;
import dev.sluice.schemas.version.EntityVersion;
import dev.sluice.schemas.version.EntityVersions;
import dev.sluice.schemas.view.OperationView;
import dev.sluice.schemas.view.OperationView.OperationStatus;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What is told of an operation: its view, and how far that which it wrote is. */
final class OperationTelling implements AcceptedAnswer.Telling {

    @Override
    public byte[] body(Intent intent, Document outcome) {
        return outcome.json().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public EntityVersions versions(Document outcome) {
        return versions(Json.MAPPER.readTree(outcome.json()));
    }

    @Override
    public String entity() {
        return EntityVersion.OPERATION;
    }

    /** @param operation an {@link OperationView}; nothing follows from one that was refused */
    static EntityVersions versions(JsonNode operation) {
        String status = operation.path("status").asString("");
        if (status.equals(OperationStatus.SUCCEEDED.name())) {
            return one(
                    operation.path("entity").asString(""),
                    operation.path("entityId").asString(""),
                    operation.path("version").asLong(0));
        }
        return status.equals(OperationStatus.ACCEPTED.name())
                ? one(EntityVersion.OPERATION, operation.path("id").asString(""), 0)
                : EntityVersions.NONE;
    }

    private static EntityVersions one(String entity, String id, long version) {
        return new EntityVersions(List.of(new EntityVersion(entity, id, version)));
    }
}
