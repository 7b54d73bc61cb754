package dev.sluice.command.promotion;

import dev.sluice.schemas.tcc.BranchCommand;

/** A verb that goes to a campaign: by its participant, not by its type, is it known from one that goes to a coupon. */
record CampaignBranch(BranchCommand verb) {}
