import { version } from '../package.json';

/** Of the software, as package.json says. */
export const softwareVersion: string = version;
