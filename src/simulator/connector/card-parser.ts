import { createRequire } from 'node:module';
import type * as AdaptiveCards from 'adaptivecards';
import type { JsonObject } from './json';

// The package's main entry cannot be loaded by Node 20 (it imports without extensions); its bundle can.
const parser = createRequire(__filename)('adaptivecards/dist/adaptivecards.js') as typeof AdaptiveCards;

/** The parser also counts what stands in the menu "…"; card-check counts the buttons. */
const hostConfig = new parser.HostConfig({ actions: { maxActions: Number.MAX_SAFE_INTEGER } });

/** The Adaptive Cards parser's complaints about a card of version 1.5; empty if there are none. */
export function complaintsOfParser(card: JsonObject): string[] {
  const complaints: string[] = [];
  const context = new parser.SerializationContext(parser.Versions.v1_5);
  const parsed = new parser.AdaptiveCard();
  parsed.hostConfig = hostConfig;
  try {
    parsed.parse(card, context);
    for (let index = 0; index < context.eventCount; index++)
      complaints.push(context.getEventAt(index).message);
    const validation = parsed.validateProperties();
    complaints.push(...validation.validationEvents.map((event) => event.message));
  } catch (error) {
    complaints.push(`the parser failed: ${String(error)}`);
  }
  return complaints;
}
