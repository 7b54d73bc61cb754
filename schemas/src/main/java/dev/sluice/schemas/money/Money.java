package dev.sluice.schemas.money;

/**
 * An amount of one currency.
 *
 * @param amount in minor units (pence, cents)
 * @param currency ISO 4217, three capital letters
 */
public record Money(long amount, String currency) {

    public Money {
        if (currency.length() != 3) {
            throw new IllegalArgumentException("currency must be an ISO 4217 code, not " + currency);
        }
    }

    /** Throws ArithmeticException on overflow and IllegalArgumentException where the currencies differ. */
    public Money plus(Money other) {
        requireSame(other);
        return new Money(Math.addExact(amount, other.amount), currency);
    }

    /** Throws ArithmeticException on overflow. */
    public Money times(long factor) {
        return new Money(Math.multiplyExact(amount, factor), currency);
    }

    private void requireSame(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException(currency + " and " + other.currency + " do not add up");
        }
    }
}
