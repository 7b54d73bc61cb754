package dev.sluice.edge.grabs;

import dev.sluice.control.LiveGenerations;
import dev.sluice.edge.acceptance.IdempotencyKey;
import dev.sluice.edge.acceptance.Intent;
import dev.sluice.edge.document.Documents;
import dev.sluice.edge.grabs.Turnstile.Passage;
import dev.sluice.edge.http.Answer;
import dev.sluice.edge.http.Causes;
import dev.sluice.edge.http.Refusal;
import dev.sluice.edge.http.Request;
import dev.sluice.edge.identity.Caller;
import dev.sluice.edge.operations.Destination;
import dev.sluice.edge.operations.Operations;
import dev.sluice.edge.operations.Operations.Wanted;
import dev.sluice.edge.operations.Put;
import dev.sluice.edge.outcome.Outcomes;
import dev.sluice.edge.redis.Redis;
import dev.sluice.edge.redis.RedisAway;
import dev.sluice.schemas.promotion.GrabId;
import dev.sluice.schemas.rejection.Rejection;
import dev.sluice.schemas.topic.Topics;
import dev.sluice.schemas.view.GrabView.Offer;
import dev.sluice.schemas.view.Projection;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/**
 * What the customer of the token takes of what many want: one each. Most of a crowd is refused here, by what Redis knows, and
 * never comes to Kafka.
 */
public final class Grabs {
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final Operations operations;
    private final Outcomes outcomes;
    private final Offers offers;
    private final Turnstile turnstile;
    private final Clock clock;

    /** @param outcomes of operations */
    public Grabs(Operations operations, Outcomes outcomes, Redis redis, LiveGenerations generations, Clock clock) {
        this.operations = operations;
        this.outcomes = outcomes;
        this.offers = new Offers(redis, new Documents(redis, Projection.GRABS, generations));
        this.turnstile = new Turnstile(redis, generations);
        this.clock = clock;
    }

    /** {@code POST /campaigns/{id}/grabs}: a place in a campaign. */
    public CompletableFuture<Answer> place(Request request, Caller caller) {
        return attempt(request, caller, Coveted.PLACE);
    }

    /** {@code POST /envelopes/{id}/parts}: a part of what is in a red envelope. */
    public CompletableFuture<Answer> part(Request request, Caller caller) {
        return attempt(request, caller, Coveted.PART);
    }

    private CompletableFuture<Answer> attempt(Request request, Caller caller, Coveted kind) {
        String id = kind.id(Put.entityId(request));
        String customerId = caller.customerId();
        if (customerId == null) {
            throw Refusal.forbidden("Only customers grab: this takes a token with the claim customer_id.");
        }
        IdempotencyKey.required(request);
        Attempt attempt = new Attempt(request, caller, kind, new GrabId(id, customerId));
        return offers.find(id, request.loop())
                .thenCompose(found -> switch (found) {
                    case Offers.Finding.Known(Offer offer) -> attempt.at(offer);
                    case Offers.Finding.Expected() -> attempt.go();
                    case Offers.Finding.Absent() -> throw Refusal.of(HttpResponseStatus.NOT_FOUND, kind.unknown(id));
                    case Offers.Finding.Unknown() -> throw unknown();
                })
                .exceptionallyCompose(failure ->
                        CompletableFuture.failedFuture(Causes.of(failure) instanceof RedisAway ? unknown() : failure));
    }

    /** To let the crowd pass instead would put all of it on Kafka. */
    private static Refusal unknown() {
        return Refusal.unavailable("Who has a place cannot be told at the moment. Try again in a moment.", RETRY);
    }

    private static Refusal refused(Rejection reason) {
        return Refusal.of(HttpResponseStatus.CONFLICT, reason);
    }

    /** One customer's, with one key. */
    private final class Attempt {
        private final Request request;
        private final Caller caller;
        private final Coveted kind;
        private final GrabId grab;

        Attempt(Request request, Caller caller, Coveted kind, GrabId grab) {
            this.request = request;
            this.caller = caller;
            this.kind = kind;
            this.grab = grab;
        }

        CompletableFuture<Answer> at(Offer offer) {
            Instant now = clock.instant();
            if (now.isBefore(offer.opensAt())) {
                throw refused(kind.closed(offer));
            }
            return now.isBefore(offer.closesAt())
                    ? turnstile
                            .enter(grab, offer.places(), request.loop())
                            .thenCompose(passage -> after(passage, offer))
                    : onlyAgain(kind.closed(offer));
        }

        private CompletableFuture<Answer> after(Passage passage, Offer offer) {
            return switch (passage) {
                case Passage.Lent(Turnstile.Loan loan) -> goWith(loan);
                case Passage.Held() -> onlyAgain(kind.held(grab));
                case Passage.Full() -> throw refused(kind.full(offer));
                case Passage.Unknown() -> throw unknown();
            };
        }

        private CompletableFuture<Answer> goWith(Turnstile.Loan loan) {
            Intent intent = intent(Intent.Check.NONE);
            Ticket ticket = new Ticket(turnstile, loan, outcomes, intent.id(), request.loop());
            return operations.accept(request, intent, ticket::accepted);
        }

        /** Nobody can tell yet whether there is a place. */
        CompletableFuture<Answer> go() {
            return operations.accept(request, intent(Intent.Check.NONE), () -> {});
        }

        /** An earlier request with the same key gets its answer once more; any other is refused. */
        private CompletableFuture<Answer> onlyAgain(Rejection reason) {
            return operations.accept(request, intent(_ -> CompletableFuture.failedFuture(refused(reason))), () -> {});
        }

        private Intent intent(Intent.Check check) {
            Wanted wanted = new Wanted(
                    kind.entity(),
                    grab.toString(),
                    "",
                    true,
                    new Destination(Topics.COMMANDS_PROMOTION, grab.of(), null),
                    (operationId, _) -> kind.command(operationId, grab),
                    check);
            return operations.intent(request, caller, wanted);
        }
    }
}
