import type { ChannelEntry, OrganisationFile } from './file-shape';
import { type FieldPath, formatPath, type Report } from './field-path';

interface UsedChannel {
  readonly path: FieldPath;
  readonly channel: ChannelEntry;
  /** Channels of the same group may be the same; an operator's channel is never shared (process 1). */
  readonly group: string;
}

/** Which places may share a channel: dispatch and platform, and modules of one company; no others (process 1). */
export function checkChannels(file: OrganisationFile, report: Report): void {
  const seen = new Map<string, UsedChannel>();
  for (const used of usedChannels(file)) {
    const first = seen.get(used.channel.conversation);
    if (first === undefined) {
      seen.set(used.channel.conversation, used);
    } else if (first.group !== used.group) {
      report(
        used.path,
        `the same channel as ${formatPath(first.path)}: only dispatch and platform may share one, or modules of one maintainer`,
      );
    } else if (first.channel.team !== used.channel.team) {
      report([...used.path, 'team'], `the same channel as ${formatPath(first.path)} in another team`);
    }
  }
}

function usedChannels({ dispatch, platform, modules, organisations }: OrganisationFile): UsedChannel[] {
  const used: UsedChannel[] = [
    { path: ['dispatch', 'channel'], channel: dispatch.channel, group: 'dispatch' },
    { path: ['platform', 'channel'], channel: platform.channel, group: 'dispatch' },
  ];
  for (const [index, { channel, maintainer = '' }] of modules.entries()) {
    if (channel !== undefined)
      used.push({ path: ['modules', index, 'channel'], channel, group: `module ${maintainer}` });
  }
  for (const [index, { channel, id }] of organisations.entries()) {
    const path = ['organisations', index, 'channel'];
    if (channel !== undefined) used.push({ path, channel, group: `organisation ${id} ${index}` });
  }
  return used;
}
