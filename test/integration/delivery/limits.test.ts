import { Desk } from '../../support/desk';
import { opensReport, places, wholeReport } from '../../support/desk-steps';

const reports = 30;

describe('given a Teams that refuses what exceeds its documented limits', () => {
  let desk: Desk;
  beforeEach(async () => {
    desk = await Desk.open({ limited: true });
    desk.connector.setThrottling('documented');
  });
  afterEach(() => desk.close());

  it('when 30 faults are reported at once in one channel, then none of the bot’s requests is refused, and every card arrives', async () => {
    const { nord, dispatch } = places(desk);
    const first = await opensReport(nord);
    const start = nord.card('Störung melden');
    const forms = [first];
    while (forms.length < reports) forms.push((await start.press('Störung melden')).dialog);
    const answers = await Promise.all(
      forms.map(async (form, index) => {
        const filled = form.fill({ ...wholeReport, Titel: `Störung ${index}` });
        return (await filled.submit('Weiter')).dialog.submit('Absenden');
      }),
    );
    expect(answers.filter(({ kind }) => kind === 'closed')).toHaveLength(reports);
    await desk.delivered();
    const headings = nord.shows().map(({ text }) => /^(SP-\d{4}-\d{4}) \| /.exec(text)?.[1]);
    const numbers = [...new Set(headings)].filter((number) => number !== undefined);
    expect(numbers).toHaveLength(reports);
    const refused = desk.connector.record.requests.filter(({ status }) => status === 429);
    expect(refused).toEqual([]);
    for (const view of [nord, dispatch]) {
      const shown = view.shows().map(({ text }) => text);
      for (const number of numbers) {
        expect(shown.filter((text) => text.startsWith(`${number} | `))).toHaveLength(1);
      }
    }
  });
});
