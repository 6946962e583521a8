// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Anthropic's own client reads the sandbox: the analytics reports by its pages, the older reports by its generic calls.
import assert from 'node:assert/strict';
import Anthropic from '@anthropic-ai/sdk';
import { Sums, counting, nanos, truth, withSandbox } from './sandbox.mjs';

const from = '2026-11-01';
const to = '2026-11-25';
const within = (row) => row.day >= from && row.day < to;
const midnight = (day) => `${day}T00:00:00Z`;
const range = { starting_at: midnight(from), ending_at: midnight(to), time_bucket_width: '1d', order_by: 'time', order: 'asc' };
const open = (account, more = {}) => new Anthropic({ apiKey: account.secret, baseURL: account.base_url, ...more });

async function costs(organization, expected, limit) {
  const sums = new Sums();
  const query = { ...range, limit, group_by: ['model', 'workspace_id', 'api_key_id', 'cost_type', 'token_type'] };
  for await (const row of organization.analytics.cost.list(query)) {
    const { model, workspace_id: project, api_key_id: key, cost_type: service } = row.group;
    sums.add([row.starting_at.slice(0, 10), service, model, project, key], nanos(row.cost.amount, -2));
    assert.equal(row.cost.currency, 'USD');
    assert.equal(row.cost.requests, null);
  }
  const told = new Sums();
  for (const row of expected.charges.filter(within))
    told.add([row.day, row.service, row.model, row.project, row.key], nanos(row.cost.amount));
  assert.ok(Object.keys(told.all).length > 100);
  assert.deepEqual(sums.all, told.all);
}

async function usage(organization, expected) {
  const sums = new Sums();
  for await (const row of organization.analytics.usage.list({ ...range, limit: 50, group_by: ['model', 'api_key_id'] })) {
    const put = (what, count) => sums.add([row.starting_at.slice(0, 10), row.group.model, row.group.api_key_id, what], count);
    put('input', row.usage.uncached_input_tokens);
    put('read', row.usage.cache_read_input_tokens);
    put('written', row.usage.cache_creation.ephemeral_5m_input_tokens + row.usage.cache_creation.ephemeral_1h_input_tokens);
    put('output', row.usage.output_tokens);
    put('requests', row.usage.requests);
    put('searches', row.usage.server_tool_use.web_search_requests);
  }
  const told = new Sums();
  for (const row of expected.usage.filter(within)) {
    const put = (what, count) => told.add([row.day, row.model, row.key, what], count ?? 0);
    put('input', row.input_tokens);
    put('read', row.cached_tokens);
    put('written', row.cache_write_tokens);
    put('output', row.output_tokens);
    put('requests', row.requests);
    put('searches', row.quantity);
  }
  assert.deepEqual(sums.all, told.all);
}

/** The older report also answers for days before the analytics API. */
async function olderCosts(client, expected) {
  const first = '2025-11-01';
  const sums = new Sums();
  let page;
  do {
    const query = { starting_at: midnight(first), ending_at: midnight(to), 'group_by[]': 'workspace_id', limit: 31, ...(page && { page }) };
    const reply = await client.get('/v1/organizations/cost_report', { query });
    for (const bucket of reply.data)
      for (const row of bucket.results) sums.add([bucket.starting_at.slice(0, 10), row.workspace_id], nanos(row.amount, -2));
    page = reply.has_more ? reply.next_page : null;
  } while (page);
  const told = new Sums();
  for (const row of expected.charges.filter((charge) => charge.day >= first)) told.add([row.day, row.project], nanos(row.cost.amount));
  assert.deepEqual(sums.all, told.all);
}

async function names(organization, expected) {
  const ids = async (list) => {
    const all = new Set();
    for await (const item of list) all.add(item.id);
    return all;
  };
  const used = (member) => new Set(expected.charges.map((row) => row[member]).filter(Boolean));
  assert.deepEqual(await ids(organization.workspaces.list({ limit: 1 })), used('project'));
  assert.deepEqual(await ids(organization.apiKeys.list({ limit: 1 })), used('key'));
  assert.equal((await ids(organization.users.list())).size, 1);
}

async function refusals(account) {
  const ask = async (key, query) => {
    for await (const row of open(account, { apiKey: key, maxRetries: 0 }).beta.organization.analytics.cost.list(query)) return row;
  };
  await assert.rejects(ask('sk-ant-admin01-wrong', range), Anthropic.AuthenticationError);
  await assert.rejects(ask('sk-ant-api03-workspace', range), Anthropic.AuthenticationError);
  await assert.rejects(ask(account.secret, { ...range, limit: 1001 }), (error) => {
    assert.ok(error instanceof Anthropic.BadRequestError);
    assert.equal(error.type ?? error.error.error.type, 'invalid_request_error');
    assert.ok(error.requestID);
    return true;
  });
  await assert.rejects(open(account).get('/v1/organizations/nothing'), Anthropic.NotFoundError);
}

const expected = truth('anthropic');
await withSandbox('anthropic', null, async (account) => {
  const client = open(account);
  await costs(client.beta.organization, expected, 7);
  await usage(client.beta.organization, expected);
  await olderCosts(client, expected);
  await names(client.beta.organization, expected);
  await refusals(account);
});
await withSandbox('anthropic', '429:0.4', async (account) => {
  const counter = counting(429);
  await costs(open(account, { maxRetries: 10, fetch: counter.fetch }).beta.organization, expected, 50);
  assert.ok(counter.seen > 0, 'the client met a 429 and asked again');
});
await withSandbox('anthropic', '429:1', async (account) => {
  const { analytics } = open(account, { maxRetries: 1 }).beta.organization;
  await assert.rejects(async () => { for await (const row of analytics.cost.list(range)) return row; }, Anthropic.RateLimitError);
});
