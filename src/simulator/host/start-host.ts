import { Connector } from '../connector/connector';
import { createTeamsWorld } from '../connector/teams-world';
import type { TeamsWorldDescription } from '../connector/teams-world-description';
import { ChangeFeed } from './change-feed';
import { connectorPath, HostServer } from './host-server';
import { MovedClock } from './bot/moved-clock';
import { Simulator, type SimulatedInstallation } from './simulator';
import { TeamsLog } from './teams-log';

/** The connector's record is for tests; a running host only waits for changes. */
const entriesKept = 200;

export interface HostOptions {
  /** 0 takes a free one. */
  readonly port: number;
  /** The folder for what is kept across restarts. */
  readonly folder: string;
  /** Where the built page is. */
  readonly pageFolder: string;
  /** The machine's clock, milliseconds since 1970 UTC. */
  readonly realNow: () => number;
  readonly report: (problem: string, error: unknown) => void;
}

/** The simulated Teams at its address, without people or a bot yet. */
export interface SimulatorHost {
  /** What to open in the browser. */
  readonly address: string;
  /** Where the bot reaches Teams. */
  readonly serviceUrl: string;
  /** The clock that bot and Teams share. */
  readonly clock: MovedClock;
  /** Fills it with people and conversations before the bot is started, so that what it sends has somewhere to go. */
  open(world: TeamsWorldDescription, installation: SimulatedInstallation): OpenSimulator;
  /** Call it after the bot has stopped, so that what it still sends arrives. */
  close(): Promise<void>;
}

export interface OpenSimulator {
  readonly simulator: Simulator;
  /** The bot answers at this address from now on; resolves when it knows its conversations. */
  readonly connect: (botEndpoint: string) => Promise<void>;
  /** Stops background work, before the bot is stopped. */
  readonly stop: () => Promise<void>;
}

/**
 * Opens what was kept and listens on 127.0.0.1. Rejects with the system error if the port is in use; nothing is left
 * open then.
 */
export async function startHost(options: HostOptions): Promise<SimulatorHost> {
  const { realNow, report } = options;
  const server = new HostServer(options);
  await server.listen();
  const log = new TeamsLog(options.folder, (error) => report('a conversation could not be kept', error));
  const clock = new MovedClock(realNow, log.fact('clockMoved') ?? 0);
  const feed = new ChangeFeed();
  const serviceUrl = `${server.address}${connectorPath}`;
  let connector: Connector | undefined;
  return {
    address: server.address,
    serviceUrl,
    clock,
    open(world, installation) {
      const opened = new Connector({
        world: createTeamsWorld(world),
        now: clock.now,
        throttleClock: realNow,
        mountedAt: serviceUrl,
        kept: () => log.settled(),
        keepEntries: entriesKept,
      });
      connector = opened;
      opened.messages.restore(log.keptMessages());
      const simulator = new Simulator({ connector: opened, clock, log, feed, installation, realNow, report });
      server.setSimulator(simulator);
      return {
        simulator,
        connect(botEndpoint) {
          opened.setBotEndpoint(botEndpoint);
          return simulator.begin();
        },
        stop: () => simulator.stop(),
      };
    },
    async close() {
      feed.close();
      await server.close();
      await connector?.close();
      await log.close();
    },
  };
}
