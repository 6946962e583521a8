// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Google's own BigQuery client reads the sandbox: parameters, jobs that are not done at once, pages, dry runs, the cap.
import assert from 'node:assert/strict';
import { createSign } from 'node:crypto';
import { BigQuery } from '@google-cloud/bigquery';
import { OAuth2Client } from 'google-auth-library';
import { Sums, nanos, truth, withSandbox } from './sandbox.mjs';

const from = '2026-09-01';
const to = '2026-11-25';
const within = (row) => row.day >= from && row.day < to;

/** The account's key, traded for a token at its token_uri; the client's own service-account flow knows only Google's. */
async function token(key, now = Date.now() / 1000) {
  const part = (object) => Buffer.from(JSON.stringify(object)).toString('base64url');
  const claims = {
    iss: key.client_email, scope: 'https://www.googleapis.com/auth/bigquery',
    aud: 'https://oauth2.googleapis.com/token', iat: Math.floor(now), exp: Math.floor(now) + 3600,
  };
  const text = `${part({ alg: 'RS256', typ: 'JWT' })}.${part(claims)}`;
  const assertion = `${text}.${createSign('RSA-SHA256').update(text).sign(key.private_key, 'base64url')}`;
  const body = new URLSearchParams({ grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion });
  return fetch(key.token_uri, { method: 'POST', body });
}

async function open(account) {
  const key = JSON.parse(account.secret);
  const { access_token: access } = await (await token(key)).json();
  const authClient = new OAuth2Client();
  authClient.setCredentials({ access_token: access, expiry_date: Date.now() + 3_000_000 });
  return new BigQuery({ projectId: key.project_id, apiEndpoint: account.base_url, authClient });
}

const sql = (table) => `SELECT DATE(usage_start_time, 'America/Los_Angeles') AS d, service.description AS service,
  project.id AS project, SUM(cost) AS cost, SUM(IFNULL((SELECT SUM(c.amount) FROM UNNEST(credits) c), 0)) AS credits
  FROM \`${table}\` WHERE _PARTITIONDATE >= @pstart AND usage_start_time >= @t0 AND usage_start_time < @t1
  GROUP BY d, service, project`;
const params = { pstart: BigQuery.date(from), t0: BigQuery.timestamp(`${from}T07:00:00Z`), t1: BigQuery.timestamp(`${to}T08:00:00Z`) };

const expected = truth('google');
await withSandbox('google', null, async (account) => {
  const client = await open(account);
  const query = { query: sql(account.set.table), params, location: 'US' };
  const [rows] = await client.query(query);
  const sums = new Sums();
  for (const row of rows) sums.add([row.d.value, row.service, row.project], nanos(row.cost) + nanos(row.credits));
  const told = new Sums();
  for (const row of expected.charges.filter(within)) told.add([row.day, row.service, row.project], nanos(row.cost.amount));
  assert.ok(rows.length > 300);
  assert.deepEqual(sums.all, told.all);

  await assert.rejects(client.query({ ...query, maximumBytesBilled: '1000' }), /bytes billed/);
  await assert.rejects(client.query({ ...query, query: 'SELECT nothing FROM `x`' }), (error) => error.code === 400);
  await assert.rejects(client.query({ ...query, location: 'EU' }), (error) => error.code === 404);
  const late = await token(JSON.parse(account.secret), Date.now() / 1000 - 7200);
  assert.equal(late.status, 400);
  assert.equal((await late.json()).error, 'invalid_grant');
});
