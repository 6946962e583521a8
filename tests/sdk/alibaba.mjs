// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Alibaba Cloud's own client reads the sandbox: its signature, every page of a day, the balance and the refusals.
import assert from 'node:assert/strict';
import http from 'node:http';
import bss from '@alicloud/bssopenapi20171214';
import { Sums, nanos, truth, withSandbox } from './sandbox.mjs';

/** The client knows no path below a host: a relay gives the sandbox's one, with the host that was signed. */
async function withRelay(account, use) {
  const target = new URL(account.base_url);
  const relay = http.createServer((request, response) => {
    const forward = { host: target.hostname, port: target.port, method: request.method, path: target.pathname + request.url, headers: request.headers };
    request.pipe(http.request(forward, (reply) => {
      response.writeHead(reply.statusCode, reply.headers);
      reply.pipe(response);
    }));
  });
  await new Promise((ready) => { relay.listen(0, '127.0.0.1', ready); });
  try {
    await use(`127.0.0.1:${relay.address().port}`);
  } finally {
    relay.closeAllConnections();
    relay.close();
  }
}

const Client = bss.default;
const open = (account, endpoint, change = {}) => new Client({
  accessKeyId: account.set.access_key_id, accessKeySecret: account.secret, endpoint, protocol: 'http', ...change,
});

async function* items(client, billingDate) {
  let nextToken;
  do {
    const query = { billingCycle: billingDate.slice(0, 7), billingDate, granularity: 'DAILY', isBillingItem: true, maxResults: 4, productCode: 'sfm', nextToken };
    const { body } = await client.describeInstanceBill(new bss.DescribeInstanceBillRequest(query));
    assert.equal(body.success, true);
    yield* body.data.items;
    ({ nextToken } = body.data);
  } while (nextToken);
}

const expected = truth('alibaba');
await withSandbox('alibaba', null, async (account) => {
  await withRelay(account, async (endpoint) => {
    const client = open(account, endpoint);
    for (const day of ['2026-10-31', '2026-11-01', '2026-11-20']) {
      const sums = new Sums();
      for await (const item of items(client, day)) {
        const [, key, workspace, model] = item.instanceID.split(';');
        sums.add([item.billingDate, model, workspace, key], nanos(item.pretaxAmount));
      }
      const told = new Sums();
      for (const row of expected.charges.filter((charge) => charge.day === day))
        told.add([row.day, row.model, row.project, row.key], nanos(row.cost.amount));
      assert.equal(Object.keys(told.all).length, 3);
      assert.deepEqual(sums.all, told.all);
    }
    const { body } = await client.queryAccountBalance();
    assert.match(body.data.availableAmount, /^\d{1,3}(,\d{3})*\.\d+$/);
    const named = (code) => (error) => assert.equal(error.code, code) === undefined;
    const query = new bss.DescribeInstanceBillRequest({ billingCycle: '2026-11' });
    const asked = (change) => open(account, endpoint, change).describeInstanceBill(query);
    await assert.rejects(asked({ accessKeySecret: 'guess' }), named('SignatureDoesNotMatch'));
    await assert.rejects(asked({ accessKeyId: 'LTAIother' }), named('InvalidAccessKeyId.NotFound'));
    await assert.rejects(asked({ accessKeyId: 'LTAI5tSandboxNoPolicy' }), named('NoPermission'));
  });
});
