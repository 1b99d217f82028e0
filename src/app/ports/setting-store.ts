/** Small facts that one process leaves for the next, by name. */
export interface SettingStore {
  read(name: string): Promise<string | undefined>;
  /** The value that is there, or this one from now on; of several who do it at once all get the same. */
  readOrWrite(name: string, value: string): Promise<string>;
  write(name: string, value: string): Promise<void>;
}
