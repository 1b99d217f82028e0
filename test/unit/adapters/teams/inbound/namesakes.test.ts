import type { Installation } from '../../../../../src/domain/organisation/installation';
import { namesIn } from '../../../../../src/texts/names';
import { accepted, assigned } from '../../../../support/given';
import { installation } from '../../../../support/installation';
import { BotDesk, dispatch } from './bot-desk';

/** The sample where these people have one name. */
function namesakes(...ids: readonly string[]): Installation {
  const people = installation.people.map((person) =>
    ids.includes(person.id) ? { ...person, name: 'Kim Muster' } : person,
  );
  return { ...installation, people };
}

describe('people and companies of equal names (process 1)', () => {
  it('are two different choices in "Zuweisen", and on the card it is said which of them it is', async () => {
    const organisation = namesakes('maintainer-a1', 'maintainer-a2');
    const desk = new BotDesk({ installation: organisation });
    const { number: ticket, version } = await desk.keeps(accepted(organisation));
    const open = { do: 'open', form: 'assign', ticket, version };
    const form = await desk.presses('dispatcher-1', dispatch, open, { name: 'task/fetch' });
    expect(form).toContain('Kim Muster (Wartung A, maintainer-a1@example.org)');
    expect(form).toContain('Kim Muster (Wartung A, maintainer-a2@example.org)');

    const later = new BotDesk({ installation: organisation });
    await later.keeps(assigned(organisation));
    const shown = await later.writes('dispatcher-1', dispatch, `Ticket ${ticket}`);
    expect(shown).toContain('Kim Muster (Wartung A, maintainer-a1@example.org)');
  });

  it('are told apart by their company where it differs, in "Verlauf" and wherever else somebody is named', async () => {
    const organisation = namesakes('dispatcher-1', 'nord-1');
    const desk = new BotDesk({ installation: organisation });
    const { number } = await desk.keeps(accepted(organisation));
    const read = { do: 'read', what: 'history', ticket: number };
    const history = await desk.presses('dispatcher-1', dispatch, read, { name: 'task/fetch' });
    expect(history).toContain('Kim Muster (Genossenschaft)');
    expect(history).toContain('Kim Muster (Netz Nord)');
    expect(history).not.toContain('@example.org');
  });

  it('are told apart by their id where company and mail are the same too, and not at all where there is one', () => {
    const people = namesakes('nord-1', 'nord-2', 'owner').people.map((person) => ({
      ...person,
      mail: 'leitwarte@example.org',
    }));
    const names = namesIn({ ...installation, people });
    expect(names.person('nord-1')).toBe('Kim Muster (Netz Nord, leitwarte@example.org, nord-1)');
    expect(names.person('owner')).toBe('Kim Muster (Genossenschaft)');
    expect(names.person('dispatcher-1')).toBe('Person dispatcher-1');
    expect(names.personOf('nord-2', 'nord')).toBe('Kim Muster (Netz Nord, leitwarte@example.org, nord-2)');
    expect(names.personOf('owner', 'cooperative')).toBe('Kim Muster (Genossenschaft)');
  });

  it('are told apart as companies and modules by their id, also as choices of a report', async () => {
    const desk = new BotDesk({
      installation: {
        ...installation,
        organisations: installation.organisations.map((each) =>
          each.id === 'sued' ? { ...each, name: 'Netz Nord' } : each,
        ),
        modules: installation.modules.map((each) =>
          each.id === 'outage' ? { ...each, name: 'Betriebstagebuch' } : each,
        ),
      },
    });
    const open = { do: 'open', form: 'reportFault' };
    const form = await desk.presses('dispatcher-1', dispatch, open, { name: 'task/fetch' });
    for (const choice of [
      'Netz Nord (nord)',
      'Netz Nord (sued)',
      'Betriebstagebuch (journal)',
      'Betriebstagebuch (outage)',
    ]) {
      expect(form).toContain(`"title":"${choice}"`);
    }
  });
});
