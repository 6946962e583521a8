// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Volcengine's own client reads the sandbox: its signature, every page of a month, the balance and the refusals.
import assert from 'node:assert/strict';
import volcengine from '@volcengine/openapi';
import { Sums, nanos, truth, withSandbox } from './sandbox.mjs';

function open(account, change = {}) {
  const { host, pathname } = new URL(account.base_url);
  const service = new volcengine.Service({
    protocol: 'http:', host, serviceName: 'billing', region: 'cn-north-1', defaultVersion: '2022-01-01',
    accessKeyId: account.set.access_key_id, secretKey: account.secret, ...change,
  });
  return (action, body) => service.createJSONAPI(action)(body, { pathname: `${pathname}/` });
}

async function* lines(ask, BillPeriod) {
  for (let Offset = 0; ;) {
    const { Result } = await ask('ListBillDetail', { BillPeriod, Offset, Limit: 100, GroupPeriod: 1, NeedRecordNum: 1, Product: ['ark'] });
    yield* Result.List;
    Offset += Result.List.length;
    if (Offset >= Result.Total) return;
  }
}

const expected = truth('volcengine');
await withSandbox('volcengine', null, async (account) => {
  const ask = open(account);
  for (const month of ['2026-10', '2026-11']) {
    const sums = new Sums();
    for await (const line of lines(ask, month))
      sums.add([line.ExpenseDate, line.InstanceName, line.Project], nanos(line.DiscountBillAmount));
    const told = new Sums();
    for (const row of expected.charges.filter(({ day }) => day.startsWith(month)))
      told.add([row.day, row.model, row.project], nanos(row.cost.amount));
    assert.ok(Object.keys(told.all).length > 40);
    assert.deepEqual(sums.all, told.all);
  }
  assert.ok(Number((await ask('QueryBalanceAcct', {})).Result.AvailableBalance) > 0);
  const query = { BillPeriod: '2026-11', Offset: 0, Limit: 1, GroupPeriod: 1 };
  const code = async (asked, body = query) => (await asked('ListBillDetail', body)).ResponseMetadata.Error?.Code;
  assert.equal(await code(ask), undefined);
  assert.equal(await code(open(account, { secretKey: 'guess' })), 'SignatureDoesNotMatch');
  assert.equal(await code(open(account, { accessKeyId: 'AKLTother' })), 'InvalidAccessKey');
  assert.equal(await code(open(account, { accessKeyId: 'AKLTSandboxNoPolicy' })), 'AccessDenied');
  assert.equal(await code(ask, { ...query, Limit: 301 }), 'InvalidParameter');
});
