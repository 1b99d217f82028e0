import { toQuery } from '../../../../src/adapters/mongo/ticket-query';

/** None to practise with (process 7). */
const real = { trial: { $eq: false } };

describe('a list as a query', () => {
  it('given one scope, then its conditions stand at the top, where an index serves them', () => {
    expect(toQuery({ scopes: [{ operator: 'nord', waitsFor: 'operator' }], states: ['returned'] })).toEqual({
      ...real,
      'ticket.state': { $in: ['returned'] },
      'ticket.operator': { $eq: 'nord' },
      waitsForOperator: { $eq: true },
    });
  });

  it('given several scopes, then any of them will do', () => {
    expect(toQuery({ scopes: [{ operator: 'nord' }, { module: 'journal', assigned: true }] })).toEqual({
      ...real,
      $or: [
        { 'ticket.operator': { $eq: 'nord' } },
        { 'ticket.module': { $eq: 'journal' }, assigned: { $eq: true } },
      ],
    });
  });

  it('given the same field in filter and scope, then both must hold', () => {
    expect(toQuery({ scopes: [{ module: 'journal' }], module: 'outage' })).toEqual({
      $and: [{ ...real, 'ticket.module': { $eq: 'outage' } }, { 'ticket.module': { $eq: 'journal' } }],
    });
  });

  it('given support requests in a scope, then any standing is asked for, or those that wait', () => {
    expect(toQuery({ scopes: [{ supported: true }], states: ['accepted'], faultClass: 4 })).toEqual({
      ...real,
      'ticket.state': { $in: ['accepted'] },
      'ticket.faultClass': { $eq: 4 },
      supported: { $eq: true },
    });
    expect(toQuery({ scopes: [{ waitsFor: 'platformMaintainer' }] })).toEqual({
      ...real,
      waitsForPlatform: { $eq: true },
    });
  });

  it('given everything, then there is no condition; given nothing, then there is no query', () => {
    expect(toQuery({ scopes: [{}, { operator: 'nord' }] })).toEqual(real);
    expect(toQuery({ scopes: [] })).toBeUndefined();
    expect(toQuery({ scopes: [{}], states: [] })).toBeUndefined();
    expect(toQuery({ scopes: [{}], except: [{ operator: 'nord' }, {}] })).toBeUndefined();
  });

  it('given tickets with support alone, then these are not all tickets', () => {
    expect(toQuery({ scopes: [{ supported: true }], except: [{ waitsFor: 'platformMaintainer' }] })).toEqual({
      ...real,
      supported: { $eq: true },
      waitsForPlatform: { $eq: false },
    });
  });

  it('given exceptions, then none of them holds', () => {
    expect(toQuery({ scopes: [{}], except: [{ waitsFor: 'dispatcher' }] })).toEqual({
      ...real,
      waitsForDispatcher: { $eq: false },
    });
    expect(toQuery({ scopes: [{}], except: [{ waitsFor: 'dispatcher' }, { waitsFor: 'operator' }] })).toEqual(
      { ...real, $nor: [{ waitsForDispatcher: { $eq: true } }, { waitsForOperator: { $eq: true } }] },
    );
  });
});
