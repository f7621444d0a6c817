/**
 * The programs of the lab: each runs in one temporary directory, with an environment that keeps
 * the machine's own Kerberos set-up out of it, and none outlives the lab.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { accepts } from './ports.ts';

const RUN_MILLISECONDS = 20_000;
const READY_MILLISECONDS = 5_000;
const RETRY_MILLISECONDS = 20;

export interface Outcome {
  status: number | null;
  stdout: string;
  stderr: string;
}

export interface RunOptions {
  input?: string;
  environment?: Readonly<Record<string, string>>;
}

export class Programs {
  readonly directory = mkdtempSync(join(tmpdir(), 'lab-401-'));
  readonly #running = new Set<ChildProcess>();

  constructor() {
    // A server that gives up root must still reach and read its files.
    process.umask(0o022);
    chmodSync(this.directory, 0o755);
  }

  path(name: string): string {
    return join(this.directory, name);
  }

  /** Writes a file of the lab and returns its path. */
  file(name: string, text: string): string {
    const path = this.path(name);
    writeFileSync(path, text);
    return path;
  }

  /** Runs a program to its end; one that takes too long is killed and has no status. */
  run(command: string, args: readonly string[], options: RunOptions = {}): Promise<Outcome> {
    const child = this.#spawn(command, args, options);
    const output = { stdout: '', stderr: '' };
    child.stdout?.setEncoding('utf8').on('data', (text: string) => (output.stdout += text));
    child.stderr?.setEncoding('utf8').on('data', (text: string) => (output.stderr += text));
    child.stdin?.on('error', () => undefined).end(options.input ?? '');
    const timer = setTimeout(() => {
      this.#kill(child);
    }, RUN_MILLISECONDS);
    return new Promise((resolve, reject) => {
      child.on('error', reject);
      child.on('close', (status) => {
        clearTimeout(timer);
        resolve({ status, ...output });
      });
    });
  }

  /** Like `run`, for a program that must succeed; returns what it printed. */
  async demand(command: string, args: readonly string[], options?: RunOptions): Promise<string> {
    const { status, stdout, stderr } = await this.run(command, args, options);
    if (status !== 0) {
      throw new Error(`${command} ${args.join(' ')}: ${String(status)}\n${stdout}${stderr}`);
    }
    return stdout;
  }

  /** Starts a server and waits until it accepts connections on `ports`. */
  async serve(command: string, args: readonly string[], ports: readonly number[], options = {}) {
    const child = this.#spawn(command, args, options);
    let said = '';
    const keep = (text: Buffer) => (said += text.toString());
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    const deadline = performance.now() + READY_MILLISECONDS;
    for (const port of ports) {
      while (!(await accepts(port))) {
        if (child.exitCode !== null || performance.now() > deadline) {
          throw new Error(`${command} does not listen on port ${port}:\n${said}`);
        }
        await pause(RETRY_MILLISECONDS);
      }
    }
  }

  /** Ends everything that still runs and removes the files. */
  close(): void {
    this.#running.forEach((child) => {
      this.#kill(child);
    });
    rmSync(this.directory, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }

  #spawn(command: string, args: readonly string[], { environment }: RunOptions): ChildProcess {
    const child = spawn(command, args, {
      cwd: this.directory,
      // Its own process group, so that its children end with it.
      detached: true,
      env: {
        PATH: `${process.env.PATH ?? ''}:/usr/sbin:/usr/bin:/sbin:/bin`,
        HOME: this.directory,
        LC_ALL: 'C',
        TZ: 'UTC',
        ...environment,
      },
    });
    this.#running.add(child);
    child.on('exit', () => this.#running.delete(child));
    return child;
  }

  #kill({ pid }: ChildProcess): void {
    if (pid === undefined) return;
    try {
      process.kill(-pid, 'SIGKILL');
    } catch {
      // It has just ended by itself.
    }
  }
}
