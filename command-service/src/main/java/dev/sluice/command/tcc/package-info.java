/**
 * Try-Confirm/Cancel as a participant sees it, written once for stock and wallets: the marks of branches, and what each
 * verb does to them.
 *
 * <table>
 * <caption>Answers, and in parentheses the change that is stored with them</caption>
 * <tr><th>Branch</th><th>Try</th><th>Confirm</th><th>Cancel</th></tr>
 * <tr><td>none</td><td>TRIED (reserve) or REFUSED (refuse); REFUSED without a mark when expired</td>
 *     <td>IN_DOUBT</td><td>CANCELLED (bar: an empty cancel)</td></tr>
 * <tr><td>tried</td><td>TRIED</td><td>CONFIRMED (take)</td><td>CANCELLED (release)</td></tr>
 * <tr><td>refused</td><td>REFUSED, for the same reason</td><td>IN_DOUBT</td><td>CANCELLED</td></tr>
 * <tr><td>confirmed</td><td>TRIED</td><td>CONFIRMED</td><td>IN_DOUBT</td></tr>
 * <tr><td>cancelled</td><td>REFUSED: it must not hang</td><td>IN_DOUBT</td><td>CANCELLED</td></tr>
 * </table>
 *
 * <p>Reverse gives back what was taken, or a part of it, under an id of its own: REVERSED (give back), once; a repeat is
 * answered REVERSED, one with another amount or one that first comes after its expiry IN_DOUBT.
 *
 * <p>A repeated Try with another amount, unit or expiry is a fault and answered IN_DOUBT. Finished marks are forgotten a day
 * after the Try's expiry, when a Try that comes late would be refused anyway and all resending has ended.
 */
@NullMarked
package dev.sluice.command.tcc;

import org.jspecify.annotations.NullMarked;
