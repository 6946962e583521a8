// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// AWS's own clients read the sandbox: signatures, every page, groups and filters, the refusals and what requests cost.
import assert from 'node:assert/strict';
import { CostExplorerClient, GetCostAndUsageCommand, GetDimensionValuesCommand } from '@aws-sdk/client-cost-explorer';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { Sums, nanos, truth, withSandbox } from './sandbox.mjs';

const from = '2025-11-01';
const to = '2026-11-25';
const within = (row) => row.day >= from && row.day < to;
const options = (account, more = {}) => ({
  endpoint: account.base_url, region: 'us-east-1', maxAttempts: 1,
  credentials: { accessKeyId: account.set.access_key_id, secretAccessKey: account.secret }, ...more,
});
const open = (account, more) => new CostExplorerClient(options(account, more));
const query = (more = {}) => new GetCostAndUsageCommand({
  TimePeriod: { Start: from, End: to }, Granularity: 'DAILY', Metrics: ['UnblendedCost', 'UsageQuantity'],
  GroupBy: [{ Type: 'DIMENSION', Key: 'SERVICE' }, { Type: 'DIMENSION', Key: 'USAGE_TYPE' }], ...more,
});

/** All days of a report with their groups, page by page. */
async function* days(client, more = {}) {
  let NextPageToken;
  do {
    const reply = await client.send(query({ ...more, NextPageToken }));
    yield* reply.ResultsByTime;
    ({ NextPageToken } = reply);
  } while (NextPageToken);
}

async function costs(client, expected) {
  const sums = new Sums();
  const others = new Sums(); // what is no AI service
  const known = new Set(expected.charges.map((row) => row.service));
  for await (const day of days(client)) {
    for (const { Keys, Metrics } of day.Groups) {
      assert.equal(Metrics.UnblendedCost.Unit, 'USD');
      const amount = nanos(Metrics.UnblendedCost.Amount);
      if (known.has(Keys[0])) sums.add([day.TimePeriod.Start, Keys[0]], amount);
      else others.add(Keys[0], amount);
    }
  }
  const told = new Sums();
  for (const row of expected.charges.filter(within)) told.add([row.day, row.service], nanos(row.cost.amount));
  assert.deepEqual(sums.all, told.all);
  // A machine on 389 days; support and tax on the first of 13 months.
  assert.deepEqual(others.all, {
    '"AWS Support (Business)"': 13n * 29_000_000_000n,
    '"Amazon Elastic Compute Cloud - Compute"': 389n * 249_600_000n,
    '"Tax"': 13n * 7_610_000_000n,
  });
}

async function credits(client) {
  const sums = new Sums();
  const Filter = { Not: { Dimensions: { Key: 'RECORD_TYPE', Values: ['Usage'] } } };
  const GroupBy = [{ Type: 'DIMENSION', Key: 'RECORD_TYPE' }];
  for await (const day of days(client, { Filter, GroupBy }))
    for (const group of day.Groups) sums.add(group.Keys[0], nanos(group.Metrics.UnblendedCost.Amount));
  // At the start of the quarters from January to October.
  assert.equal(sums.all['"Credit"'], 4n * -12_500_000_000n);
}

async function refusals(account) {
  const named = (name) => (error) => {
    assert.equal(error.name, name);
    assert.equal(error.$metadata.httpStatusCode, 400);
    assert.ok(error.$metadata.requestId);
    return true;
  };
  const credentials = { accessKeyId: account.set.access_key_id, secretAccessKey: 'guess' };
  const stranger = { accessKeyId: 'AKIASTRANGER', secretAccessKey: account.secret };
  const nobody = { accessKeyId: 'AKIASANDBOXNORIGHTS', secretAccessKey: account.secret };
  await assert.rejects(open(account, { credentials }).send(query()), named('InvalidSignatureException'));
  await assert.rejects(open(account, { credentials: stranger }).send(query()), named('UnrecognizedClientException'));
  await assert.rejects(open(account, { credentials: nobody }).send(query()), named('AccessDeniedException'));
  await assert.rejects(open(account, { region: 'eu-west-1' }).send(query()), named('InvalidSignatureException'));
  await assert.rejects(open(account).send(query({ NextPageToken: 'mine' })), named('InvalidNextTokenException'));
  await assert.rejects(open(account).send(query({ Metrics: ['UNBLENDED_COST'] })), named('ValidationException'));
  const other = new GetDimensionValuesCommand({ TimePeriod: { Start: from, End: to }, Dimension: 'SERVICE' });
  await assert.rejects(open(account).send(other), named('UnknownOperationException'));
}

const expected = truth('aws');
await withSandbox('aws', null, async (account) => {
  const client = open(account);
  const asked = async () => (await fetch(`${account.base_url}/requests`)).json();
  await costs(client, expected);
  const charged = await asked();
  assert.equal(nanos(charged.cost.amount), BigInt(charged.requests) * 10_000_000n);
  assert.equal(charged.requests, 3); // its pages
  const who = await new STSClient(options(account)).send(new GetCallerIdentityCommand({}));
  assert.equal(who.Account, '111122223333');
  assert.equal((await asked()).requests, 3); // free
  await credits(client);
  await refusals(account);
});
await withSandbox('aws', '429:0.4', async (account) => costs(open(account, { maxAttempts: 10 }), expected));
await withSandbox('aws', '429:1', async (account) => {
  await assert.rejects(open(account, { maxAttempts: 2 }).send(query()), (error) => error.$metadata.httpStatusCode === 429);
});
