/**
 * A model checker for the checkout: the real aggregates in a world that loses, repeats, reorders and delays messages and
 * crashes between any two steps. One seed is one schedule, so whatever it finds can be had again.
 */
package dev.sluice.command.model;
