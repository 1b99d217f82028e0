/** How people, groups and places are called where they have no name of their own. */
export const partyWords = {
  formerPerson: 'eine ausgeschiedene Person',
  dispatchers: 'die Wartungs-Dispatcher',
  platformMaintainers: 'die Plattform-Maintainer',
  dispatchChannel: 'Dispatcher-Kanal',
  platformChannel: 'Plattform-Kanal',
  channelOf: (module: string) => `Kanal von ${module}`,
  /** With the organisation that they are of, where there is one. */
  maintainersOf: (module: string, organisation: string | undefined) =>
    `die Maintainer von ${module}${organisation === undefined ? '' : ` (${organisation})`}`,
  personAnd: (person: string, group: string) => `${person} und ${group}`,
} as const;

/** A group of ours as it follows "von": 'den Wartungs-Dispatchern'; names stay as they are. */
export function dative(party: string): string {
  return party
    .replace(/^die Wartungs-Dispatcher$/, 'den Wartungs-Dispatchern')
    .replace(/^die Maintainer von /, 'den Maintainern von ');
}

/** 'A', 'A und B', 'A, B und C'. */
export function listed(names: readonly string[]): string {
  return joined(names, 'und');
}

/** Alternatives in one sentence: 'A, B oder C'. */
export function anyOf(names: readonly string[]): string {
  return joined(names, 'oder');
}

function joined(names: readonly string[], word: 'und' | 'oder'): string {
  const last = names.at(-1) ?? '';
  return names.length <= 1 ? last : `${names.slice(0, -1).join(', ')} ${word} ${last}`;
}
