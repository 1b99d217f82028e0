import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { createTeams, type Teams } from '../adapters/teams/create-teams';
import type { ShownPosts } from '../app/shown-posts';
import { answerLater } from '../app/answer-later';
import { createCardSightings } from '../app/card-sightings';
import type { TicketProofs } from '../app/ports/ticket-proofs';
import { nextDigestAt } from '../app/digest-time';
import { createOneAtATime } from '../app/one-at-a-time';
import { handleOrganisationCommand, previewOrganisationCommand } from '../app/handle-organisation-command';
import { handleTicketCommand } from '../app/handle-ticket-command';
import { tellNewcomer } from '../app/tell-newcomer';
import { digestOf } from '../app/queries/digest';
import { releasedFor } from '../app/queries/released-for';
import { ticketOfNotice } from '../app/queries/ticket-of-notice';
import { openTickets, readableAmong, readableTicket, similarOpenTickets } from '../app/queries/ticket-lists';
import { defaultThresholdPercents } from '../domain/reaction/thresholds';
import type { JoinedParts, StoresInForce } from './bot-parts';
import { monotonic } from './monotonic';
import { serviceUrlHostsFor } from './service-url-hosts';

interface TeamsParts {
  readonly parts: JoinedParts;
  readonly stores: StoresInForce;
  readonly proofs: TicketProofs;
  readonly shownPosts: ShownPosts;
  readonly effectsWaiting: () => void;
}

/** The Teams side with its use cases bound. */
export function buildTeams({ parts, stores, proofs, shownPosts, effectsWaiting }: TeamsParts): Teams {
  const { directory, recorded, clock, logger, mode, digestTime } = parts;
  const serviceUrlHosts = serviceUrlHostsFor(parts.authentication.serviceUrlHosts, directory.installation());
  const { warningPercents = defaultThresholdPercents } = parts;
  const { tickets, cards, conversations, audit, subscriptions, deliveries, leases, settings } = stores;
  const { elapsed = monotonic } = parts;
  const oneAtATime = createOneAtATime({ leases, clock, elapsed, wait, newHolder: randomUUID });
  const commandDeps = {
    tickets,
    audit,
    proofs,
    directory,
    clock,
    warningPercents,
    effectsWaiting,
    oneAtATime,
  };
  const organisationDeps = { ...stores, recorded, clock, effectsWaiting };
  const digestDeps = { ...stores, directory, clock };
  const queryDeps = { tickets, directory };
  async function placesMayBeBack(): Promise<void> {
    if ((await deliveries.unsent.retryOldestRefused(clock.now())) > 0) effectsWaiting();
  }
  return createTeams({
    authentication: { ...parts.authentication, serviceUrlHosts },
    directory,
    refreshDirectory: parts.refreshDirectory,
    clock,
    logger,
    mode,
    cards,
    shownPosts,
    answerLater: (...answer) => answerLater({ deliveries, clock, effectsWaiting }, ...answer),
    tellNewcomer: (asking) =>
      tellNewcomer({ directory, conversations, deliveries, clock, effectsWaiting }, asking),
    sightings: createCardSightings({ cards, deliveries, directory, clock, effectsWaiting }),
    conversations,
    settings,
    audit,
    subscriptions,
    async heardOf(laneKey, { hasMoved }) {
      if ((await deliveries.unsent.retryRefused(laneKey, clock.now())) > 0) effectsWaiting();
      if (hasMoved) await placesMayBeBack();
    },
    placesMayBeBack,
    nextDigest: (now) => nextDigestAt(directory.installation().calendars, digestTime, now),
    newNonce: randomUUID,
    runCommand: (input) => handleTicketCommand(commandDeps, input),
    organisation: {
      recorded: () => recorded.installation(),
      recordedAt: (version) => recorded.at(version),
      version: () => recorded.version(),
      changes: () => recorded.changes(),
      changeBy: (commandId) => recorded.changes().find((change) => change.commandId === commandId),
      run: (input) => handleOrganisationCommand(organisationDeps, input),
      preview: (input) => previewOrganisationCommand(organisationDeps, input),
    },
    queries: {
      digest: (reader, limit) => digestOf(digestDeps, reader, { limit }),
      openTickets: (reader, options) => openTickets({ ...queryDeps, clock }, reader, options),
      ticket: (number) => tickets.find(number),
      async seenOnCard(number, proof) {
        const isGenuine = proofs.isGenuine(number, proof);
        if (isGenuine) await tickets.numberSeen(number);
        return isGenuine;
      },
      readableTicket: (reader, number) => readableTicket(queryDeps, reader, number),
      readableAmong: (reader, numbers) => readableAmong(queryDeps, reader, numbers),
      releasedFor: (operator, page) => releasedFor(stores, operator, page),
      similarOpenTickets: (operator, module, limit) => similarOpenTickets(queryDeps, operator, module, limit),
      ticketOfNotice: (operator, number) => ticketOfNotice({ tickets }, operator, number),
      reportedBy: (commandId) => tickets.findByReport(commandId),
      problemsOf: (ticket) => deliveries.problemsOf(ticket),
    },
  });
}
