import {
  type CardElement,
  CardObjectRegistry,
  GlobalRegistry,
  SerializationContext,
  Table,
  Versions,
} from 'adaptivecards';
import { GermanDateInput, GermanTimeInput } from './german-inputs';

const elements = new CardObjectRegistry<CardElement>();
GlobalRegistry.populateWithDefaultElements(elements);
// The library enters tables in a file of its own. It says that its files have no side effects, so that a bundler leaves
// out each of which nothing is used. (The only other one of this kind is the carousel, which version 1.5 does not have.)
elements.register('Table', Table, Versions.v1_5);
elements.register('Input.Date', GermanDateInput);
elements.register('Input.Time', GermanTimeInput);

/** What the page draws: everything of version 1.5. */
export function drawingContext(): SerializationContext {
  const context = new SerializationContext(Versions.v1_5);
  context.setElementRegistry(elements);
  return context;
}
