// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The sandbox as a child process, its truth, and exact sums.
import { execFileSync, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

const cli = process.argv[2];
const now = '2026-11-24T12:00:00Z';

/** Runs `use` with the sandbox's account of a vendor and ends the sandbox in every case. */
export async function withSandbox(vendor, faults, use) {
  const options = ['sandbox', '--port', '0', '--now', now, ...(faults ? ['--faults', faults] : [])];
  const server = spawn(cli, options, { stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    const ready = await new Promise((resolve, reject) => {
      createInterface({ input: server.stdout }).once('line', (line) => resolve(JSON.parse(line)));
      server.once('exit', (code) => reject(new Error(`the sandbox ended with ${code}`)));
    });
    await use(ready.accounts.find((account) => account.vendor === vendor));
  } finally {
    server.kill();
  }
}

/** The world's true charges and usage of a vendor. */
export function truth(vendor) {
  const text = execFileSync(cli, ['sandbox', '--port', '0', '--now', now, '--truth'], { maxBuffer: 1 << 30 });
  const all = JSON.parse(text);
  return {
    charges: all.charges.filter((row) => row.vendor === vendor),
    usage: all.usage.filter((row) => row.vendor === vendor),
  };
}

/** Nano-units of a decimal (a number by its shortest text), the point moved by `shift` digits; exact or an error. */
export function nanos(value, shift = 0) {
  const [, sign, whole, part = '', power = '0'] = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/.exec(String(value));
  const zeros = 9 + shift + Number(power) - part.length;
  const digits = BigInt(whole + part);
  if (zeros < 0 && digits % 10n ** BigInt(-zeros) !== 0n) throw new Error(`${value} is finer than a nano-unit`);
  const amount = zeros < 0 ? digits / 10n ** BigInt(-zeros) : digits * 10n ** BigInt(zeros);
  return sign ? -amount : amount;
}

/** Sums by key, as a plain object that deepEqual can compare; keys whose sum is 0 are left out. */
export class Sums {
  #map = new Map();

  add(key, amount) {
    const text = JSON.stringify(key);
    this.#map.set(text, (this.#map.get(text) ?? 0n) + BigInt(amount));
  }

  get all() {
    const full = [...this.#map].filter(([, amount]) => amount !== 0n).sort(([a], [b]) => (a < b ? -1 : 1));
    return Object.fromEntries(full);
  }
}

/** A fetch that counts the replies of one status. */
export function counting(status) {
  const counter = { seen: 0 };
  counter.fetch = async (...request) => {
    const reply = await fetch(...request);
    if (reply.status === status) counter.seen += 1;
    return reply;
  };
  return counter;
}
