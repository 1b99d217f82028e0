import { changesBetween } from '../../../../src/adapters/mongo/ticket-changes';
import { assignedTicket, sampleTicket, sampleTime } from '../../../support/tickets';

describe('what a command changes in the stored ticket', () => {
  it('given the same state, then nothing', () => {
    expect(changesBetween(sampleTicket(), structuredClone(sampleTicket()))).toEqual({ set: {}, unset: {} });
  });

  it('given a later state, then what differs, and not what people typed', () => {
    const { ticket } = assignedTicket();
    const { set, unset } = changesBetween(sampleTicket(), ticket);
    expect(set).toEqual({
      'ticket.version': 4,
      'ticket.sharedVersion': 4,
      'ticket.actedVersion': 4,
      'ticket.state': 'accepted',
      'ticket.cycles': ticket.cycles,
      'ticket.analyst': ticket.analyst,
      'ticket.assignment': ticket.assignment,
      'ticket.done.startAnalysis': ticket.done.startAnalysis,
      'ticket.done.accept': ticket.done.accept,
      'ticket.done.assign': ticket.done.assign,
    });
    expect(unset).toEqual({});
  });

  it('given a part that is gone, then it is taken away', () => {
    const { ticket } = assignedTicket();
    const { assignment, ...without } = ticket;
    expect(assignment?.since).toBe(sampleTime + 3_600_000);
    expect(changesBetween(ticket, without)).toEqual({ set: {}, unset: { 'ticket.assignment': 1 } });
  });
});
