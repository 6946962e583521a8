// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// OpenAI's own client reads the sandbox: every page, every usage kind, the names, the refusals and the retries.
import assert from 'node:assert/strict';
import OpenAI from 'openai';
import { Sums, counting, nanos, truth, withSandbox } from './sandbox.mjs';

const from = '2026-09-01';
const to = '2026-11-25';
const seconds = (day) => Date.parse(`${day}T00:00:00Z`) / 1000;
const dayOf = (bucket) => new Date(bucket.start_time * 1000).toISOString().slice(0, 10);
const within = (row) => row.day >= from && row.day < to;
const range = { start_time: seconds(from), end_time: seconds(to), limit: 31 };
const open = (account, more = {}) => new OpenAI({ adminAPIKey: account.secret, baseURL: account.base_url, ...more });

/** All buckets of a report, page by page. */
async function* buckets(ask, query) {
  let page;
  do {
    const reply = await ask({ ...query, ...(page && { page }) });
    yield* reply.data;
    page = reply.has_more ? reply.next_page : null;
  } while (page);
}

async function costs(organization, expected) {
  const sums = new Sums();
  const query = { ...range, group_by: ['project_id', 'line_item', 'api_key_id'] };
  let days = 0;
  for await (const bucket of buckets((part) => organization.usage.costs(part), query)) {
    days += 1;
    for (const row of bucket.results) {
      const [, model, service] = /^(?:(.*?), .*|(.*))$/.exec(row.line_item);
      sums.add([dayOf(bucket), model ?? null, service ?? null, row.project_id, row.api_key_id], nanos(row.amount.value));
      assert.equal(row.amount.currency, 'usd');
    }
  }
  assert.equal(days, 85); // 30 + 31 + 24 days, in three pages
  const told = new Sums();
  for (const row of expected.charges.filter(within))
    told.add([row.day, row.model, row.service, row.project, row.key], nanos(row.cost.amount));
  assert.deepEqual(sums.all, told.all);
}

async function usage(organization, expected) {
  const tokens = ['input_tokens', 'output_tokens', 'num_model_requests'];
  const kinds = {
    completions: tokens, decisions: tokens, embeddings: tokens, moderations: tokens,
    images: ['images', 'num_model_requests'], audioSpeeches: ['characters', 'num_model_requests'],
    audioTranscriptions: ['seconds', 'num_model_requests'], vectorStores: ['usage_bytes'],
    codeInterpreterSessions: ['num_sessions'], fileSearchCalls: ['num_requests'], webSearchCalls: ['num_requests'],
  };
  for (const [kind, measures] of Object.entries(kinds)) {
    const sums = new Sums();
    for await (const bucket of buckets((part) => organization.usage[kind](part), { ...range, group_by: ['project_id'] })) {
      for (const row of bucket.results)
        for (const measure of measures) sums.add([dayOf(bucket), row.project_id, measure], row[measure] ?? 0);
    }
    const service = kind.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
    const told = new Sums();
    for (const row of expected.usage.filter((use) => use.service === service).filter(within)) {
      const input = (row.input_tokens ?? 0) + (row.cached_tokens ?? 0) + (row.cache_write_tokens ?? 0);
      const values = { input_tokens: input, output_tokens: row.output_tokens ?? 0, num_model_requests: row.requests ?? 0 };
      for (const measure of measures) told.add([row.day, row.project, measure], values[measure] ?? row.quantity);
    }
    assert.ok(Object.keys(told.all).length > 20, kind);
    assert.deepEqual(sums.all, told.all, kind);
  }
}

async function names(organization, expected) {
  const projects = [];
  for await (const project of organization.projects.list({ include_archived: true, limit: 1 })) projects.push(project);
  const used = new Set(expected.charges.map((row) => row.project).filter(Boolean));
  assert.deepEqual(new Set(projects.map((project) => project.id)), used);
  const keys = [];
  for (const project of projects)
    for await (const key of organization.projects.apiKeys.list(project.id, { limit: 1 })) keys.push(key.id);
  assert.deepEqual(new Set(keys), new Set(expected.charges.map((row) => row.key).filter(Boolean)));
  const users = [];
  for await (const user of organization.users.list({ limit: 2 })) users.push(user.email);
  assert.equal(users.length, 3);
}

async function refusals(account) {
  const ask = (key, query) => open(account, { adminAPIKey: key, maxRetries: 0 }).admin.organization.usage.costs(query);
  await assert.rejects(ask('sk-admin-wrong', range), OpenAI.AuthenticationError);
  await assert.rejects(ask('sk-proj-wrong', range), OpenAI.PermissionDeniedError);
  await assert.rejects(ask(account.secret, { ...range, limit: 181 }), (error) => {
    assert.ok(error instanceof OpenAI.BadRequestError);
    assert.equal(error.param, 'limit');
    assert.ok(error.requestID);
    return true;
  });
  const { projects } = open(account).admin.organization;
  await assert.rejects(projects.apiKeys.list('proj_none'), OpenAI.NotFoundError);
}

const expected = truth('openai');
await withSandbox('openai', null, async (account) => {
  const { organization } = open(account).admin;
  await costs(organization, expected);
  await usage(organization, expected);
  await names(organization, expected);
  await refusals(account);
});
await withSandbox('openai', '429:0.4', async (account) => {
  const counter = counting(429);
  await costs(open(account, { maxRetries: 10, fetch: counter.fetch }).admin.organization, expected);
  assert.ok(counter.seen > 0, 'the client met a 429 and asked again');
});
await withSandbox('openai', '429:1', async (account) => {
  const { usage: reports } = open(account, { maxRetries: 1 }).admin.organization;
  await assert.rejects(reports.costs(range), OpenAI.RateLimitError);
});
