import { Desk, type DeskOptions } from './desk';

/**
 * Opens the desk of a test, and closes it when the test is over or opens another. To be asked once, beside the tests that
 * open theirs so.
 */
export function deskOfEachTest(): (options?: DeskOptions) => Promise<Desk> {
  let desk: Desk | undefined;
  const close = async () => {
    const open = desk;
    desk = undefined;
    await open?.close();
  };
  afterEach(close);
  return async (options) => {
    await close();
    desk = await Desk.open(options);
    return desk;
  };
}
