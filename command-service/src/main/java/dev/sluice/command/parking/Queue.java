package dev.sluice.command.parking;

import dev.sluice.schemas.message.Ids;
import dev.sluice.schemas.parking.ParkingAct;
import org.jspecify.annotations.Nullable;

/**
 * What of a lane is set aside.
 *
 * @param size the head included
 * @param told how many were last said to wait behind the head
 * @param head null where the oldest message has not been tried, only waited
 */
record Queue(long size, long told, @Nullable Letter head) {

    private static final int PART = 10;

    /**
     * A message that could not be carried out.
     *
     * @param attempts how often it was parked
     * @param act what an operator has asked for, until it is carried out; null while it rests
     */
    record Letter(String id, int attempts, @Nullable ParkingAct act) {

        static Letter first() {
            return new Letter(Ids.next(), 1, null);
        }

        Letter failedAgain() {
            return new Letter(id, attempts + 1, null);
        }

        Letter released(ParkingAct by) {
            return new Letter(id, attempts, by);
        }
    }

    boolean isEmpty() {
        return size <= 0;
    }

    /** Whether its oldest message is to be carried out now. */
    boolean isOpen() {
        return !isEmpty() && (head == null || head.act() != null);
    }

    boolean isHeadedBy(String letterId) {
        return head != null && head.id().equals(letterId);
    }

    long waiting() {
        return size - 1;
    }

    /** Everyone counts while they are few; of many, a tenth more. */
    boolean isNews() {
        return waiting() - told > told / PART;
    }

    Queue longer() {
        return new Queue(size + 1, told, head);
    }

    Queue withoutHead() {
        return new Queue(size - 1, 0, null);
    }

    Queue headedBy(Letter letter) {
        return new Queue(size, told, letter);
    }

    Queue allTold() {
        return new Queue(size, waiting(), head);
    }
}
