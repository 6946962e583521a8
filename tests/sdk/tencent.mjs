// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Tencent Cloud's own client reads the sandbox: its signature, every page of a month, the balance and the refusals.
import assert from 'node:assert/strict';
import http from 'node:http';
import common from 'tencentcloud-sdk-nodejs-common';
import { Sums, nanos, truth, withSandbox } from './sandbox.mjs';

// The client takes the service's name from the host's, so the sandbox goes by one that begins with it.
const agent = new http.Agent({ lookup: (_host, options, done) => (options.all ? done(null, [{ address: '127.0.0.1', family: 4 }]) : done(null, '127.0.0.1', 4)) });

function open(account, change = {}) {
  const { port, pathname } = new URL(account.base_url);
  const credential = { secretId: account.set.secret_id, secretKey: account.secret, ...change };
  const client = new common.CommonClient('', '2018-07-09', {
    credential, region: 'ap-guangzhou',
    profile: { httpProfile: { protocol: 'http://', endpoint: `billing.sandbox.test:${port}${pathname}`, agent } },
  });
  client.path = '/';
  return client;
}

async function* lines(client, Month) {
  for (let Offset = 0; ;) {
    const page = await client.request('DescribeBillDetail', { Month, Offset, Limit: 100, NeedRecordNum: 1 });
    yield* page.DetailSet;
    Offset += page.DetailSet.length;
    if (Offset >= Number(page.Total)) return;
  }
}

const expected = truth('tencent');
await withSandbox('tencent', null, async (account) => {
  const client = open(account);
  for (const month of ['2026-10', '2026-11']) {
    const sums = new Sums();
    for await (const line of lines(client, month)) {
      if (line.BusinessCode === 'p_cvm') continue; // no AI product
      for (const component of line.ComponentSet)
        sums.add([line.BillDay, line.BusinessCode, line.ProjectName], nanos(component.RealCost));
    }
    const told = new Sums();
    for (const row of expected.charges.filter(({ day }) => day.startsWith(month)))
      told.add([row.day, row.service, row.project], nanos(row.cost.amount));
    assert.ok(Object.keys(told.all).length > 60);
    assert.deepEqual(sums.all, told.all);
  }
  assert.ok(Number((await client.request('DescribeAccountBalance', {})).RealBalance) > 0);
  const named = (code) => (error) => assert.equal(error.code, code) === undefined;
  const query = { Month: '2026-11', Offset: 0, Limit: 1 };
  await assert.rejects(open(account, { secretKey: 'guess' }).request('DescribeBillDetail', query), named('AuthFailure.SignatureFailure'));
  await assert.rejects(open(account, { secretId: 'AKIDother' }).request('DescribeBillDetail', query), named('AuthFailure.SecretIdNotFound'));
  await assert.rejects(open(account, { secretId: 'AKIDSandboxNoPolicy' }).request('DescribeBillDetail', query), named('UnauthorizedOperation.CamNoAuth'));
  await assert.rejects(client.request('DescribeBillDetail', { Offset: 0, Limit: 1 }), named('MissingParameter'));
});
