/**
 * LMDB's writer waits for this thread to go on with a write, and at the end of a process Node waits for the writer: an exit
 * in between would last for ever, so the process is killed instead. A kill loses no acknowledged write.
 */
export class WritesUnderWay {
  private count = 0;

  begin(): void {
    this.count += 1;
    if (this.count === 1) process.once('exit', killThisProcess);
  }

  end(): void {
    this.count -= 1;
    if (this.count === 0) process.off('exit', killThisProcess);
  }
}

const killThisProcess = (): void => void process.kill(process.pid, 'SIGKILL');
