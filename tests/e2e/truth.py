#!/usr/bin/env python3
# SPDX-FileCopyrightText: Costglass contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds the ledger to the sandbox's truth, to the nano-unit, through the command line alone:
after the first sync, the second, kill -9 at random moments, faults on the wire, a restated day, and requests that cost money.

usage: truth.py COSTGLASS_CLI CASE        CASE: first | killed | faults | restated | capped
"""
import collections, datetime, decimal, json, os, random, signal, subprocess, sys, tempfile, time, urllib.request

CLI = sys.argv[1]
NOW = "2026-11-24T12:00:00Z"
DIMS = ("vendor", "service", "model", "project", "key")
MODEL_DAYS = 35  # how far back GitHub is asked for models
PREPAID = ("deepseek", "moonshot", "siliconflow")  # no bill: what the ledger derives is held to the balances
TOKENS = ("input_tokens", "cached_tokens", "cache_write_tokens", "output_tokens")


class Sandbox:
    """The vendors' contracts on loopback, for one `with`."""

    def __init__(self, now=NOW, faults=None):
        self.command = [CLI, "sandbox", "--port", "0", "--now", now] + (["--faults", faults] if faults else [])

    def __enter__(self):
        self.process = subprocess.Popen(self.command, stdout=subprocess.PIPE, text=True)
        self.accounts = json.loads(self.process.stdout.readline())["accounts"]
        return self

    def __exit__(self, *_):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(10)


def environment(sandbox, folder):
    env = dict(os.environ, HOME=folder, LANG="C.UTF-8", TZ="UTC")
    for account in sandbox.accounts:
        name = "".join(c if c.isascii() and c.isalnum() else "_" for c in account["label"].upper())
        env["COSTGLASS_SECRET_" + name] = account["secret"]
    return env


def run(env, folder, *words, now=NOW, expect=0):
    command = [CLI, "--data", os.path.join(folder, "data"), "--now", now, "--json", *words]
    result = subprocess.run(command, env=env, capture_output=True, text=True, timeout=240)
    assert result.returncode == expect, (words, result.returncode, result.stdout[-2000:], result.stderr[-2000:])
    return json.loads(result.stdout) if result.stdout.strip() else None


def add_accounts(sandbox, env, folder):
    for account in sandbox.accounts:
        settings = [word for key, value in account["set"].items() for word in ("--set", f"{key}={value}")]
        run(env, folder, "account", "add", account["vendor"], "--label", account["label"],
            "--base-url", account["base_url"], "--secret-store", "env", *settings)


def point_elsewhere(sandbox, env, folder):
    env.update(environment(sandbox, folder))  # Google's key names the place of its tokens
    for account in sandbox.accounts:
        run(env, folder, "account", "edit", account["label"], "--base-url", account["base_url"])


def truth_of(now):
    text = subprocess.run([CLI, "sandbox", "--port", "0", "--now", now, "--truth"], capture_output=True, text=True, check=True)
    return json.loads(text.stdout)


def days_before(instant, days):
    return (datetime.date.fromisoformat(instant[:10]) - datetime.timedelta(days=days)).isoformat()


def told(row, first):
    """Whether a ledger whose first sync was at `first` can know a row: OpenRouter tells the last 30 completed days alone."""
    return row["vendor"] != "openrouter" or row["day"] >= days_before(first, 30)


def true_sums(truth, since, first):
    """Money per day and dimension values, as the world has it from `since` on."""
    sums = collections.Counter()
    for row in truth["charges"]:
        if not told(row, first):
            continue
        # Before 2026 only Anthropic's older cost report answers, and it does not tell keys.
        if row["vendor"] == "anthropic" and row["day"] < "2026-01-01":
            row["key"] = None
        if row["vendor"] == "github" and row["day"] < days_before(first, MODEL_DAYS):
            row["model"] = None
        if row["day"] >= since:
            sums[(row["day"],) + tuple(row[dim] for dim in DIMS)] += decimal.Decimal(row["cost"]["amount"])
    return {key: amount for key, amount in sums.items() if amount}


def true_tokens(truth, since, first):
    """Tokens of each class per day, vendor and model."""
    sums = collections.Counter()
    for row in truth["usage"]:
        for name in TOKENS:
            if told(row, first) and row["day"] >= since and row[name]:
                sums[row["day"], row["vendor"], row["model"], name] += row[name]
    return sums


def asked_of_ledger(env, folder, now, since, by):
    return run(env, folder, "summary", "--from", since, "--to", "2027-01-01", "--by", ",".join(by), now=now)["rows"]


def ledger_sums(env, folder, now, since):
    sums = collections.Counter()
    for row in asked_of_ledger(env, folder, now, since, ("day",) + DIMS):
        if row["cost"] and row["vendor"] not in PREPAID:
            sums[tuple(row[dim] for dim in ("day",) + DIMS)] += decimal.Decimal(row["cost"]["amount"])
    return {key: amount for key, amount in sums.items() if amount}


def ledger_tokens(env, folder, now, since):
    sums = collections.Counter()
    for row in asked_of_ledger(env, folder, now, since, ("day", "vendor", "model")):
        for name in TOKENS:
            if row[name]:
                sums[row["day"], row["vendor"], row["model"], name] += row[name]
    return sums


def compare(env, folder, now=NOW, since="2025-12-01", first=None):
    truth = truth_of(now)
    first = first or now
    for what, true, stored in (("sums of money", true_sums(truth, since, first), ledger_sums(env, folder, now, since)),
                               ("sums of tokens", true_tokens(truth, since, first), ledger_tokens(env, folder, now, since))):
        assert true, "the world is empty"
        wrong = [(key, true.get(key), stored.get(key)) for key in set(true) | set(stored) if true.get(key) != stored.get(key)]
        assert not wrong, "\n".join(map(str, sorted(wrong, key=str)[:20])) + f"\n{len(wrong)} of {len(true)} {what} differ"
        print(f"{len(true)} {what} agree: {sum(true.values())} in all")


def own_requests(sandbox, env, folder, killed=False):
    """What the app's requests cost as it says itself, held to what the sandbox charges; as (count, cost).
    A request is counted before it is sent: one that was killed in between was counted for nothing."""
    base = next(account["base_url"] for account in sandbox.accounts if account["vendor"] == "aws")
    with urllib.request.urlopen(base + "/requests") as reply:
        charged = json.load(reply)
    accounts = run(env, folder, "account", "list")["accounts"]
    told = next(account["paid_requests"] for account in accounts if account["vendor"] == "aws")
    assert all(account["paid_requests"] is None for account in accounts if account["vendor"] != "aws"), accounts
    same = (told["count"], told["cost"]) == (charged["requests"], charged["cost"])
    assert same or (killed and told["count"] > charged["requests"] > 0), (told, charged)
    return told["count"], told["cost"]["amount"]


def reconcile(env, folder):
    """Where the world's prices are the listed ones, bill and use × price agree to the nano-unit."""
    lines = run(env, folder, "reconcile", "--month", "2026-10")["lines"]
    reasons = collections.defaultdict(set)
    for line in lines:
        assert line["reason"] or line["difference"]["amount"] == "0.00", line
        reasons[line["model"] or line["service"]].add(line["reason"])
    for agreed in ("gpt-6.1-sol", "gpt-6.1-terra", "text-embedding-3-small", "claude-opus-5-5", "Web search tool calls", "web_search"):
        assert reasons[agreed] == {None}, (agreed, reasons[agreed])
    assert reasons["Vector storage"] == {"free quota"}, reasons  # the first GiB of each day
    assert reasons["Promotional credit"] == {"credit"}, reasons
    print(f"{len(lines)} lines of October's bills are reconciled")


def compare_balances(env, folder, early, later):
    """What was spent less what was topped up is by what the balances fell, whatever happened in between."""
    def left(now):
        sums = collections.Counter()
        for row in truth_of(now)["balances"]:
            if row["vendor"] in PREPAID:
                sums[row["vendor"]] += decimal.Decimal(row["amount"]["amount"])
        return sums
    fell = left(early)
    fell.subtract(left(later))
    derived = collections.Counter()
    for row in asked_of_ledger(env, folder, later, "2025-12-01", ("vendor", "category", "kind")):
        if row["vendor"] in PREPAID and row["cost"]:
            usage = (row["category"], row["kind"]) == ("Usage", "estimated")
            assert usage or (row["category"], row["kind"]) == ("Purchase", "billed"), row
            derived[row["vendor"]] += decimal.Decimal(row["cost"]["amount"]) * (1 if usage else -1)
    assert set(derived) == set(PREPAID) and derived == fell, (derived, fell)
    print(f"the derived spend of {len(derived)} vendors agrees with their balances: {dict(derived)}")


def first(folder):
    with Sandbox() as sandbox:
        env = environment(sandbox, folder)
        add_accounts(sandbox, env, folder)
        run(env, folder, "sync")
        compare(env, folder)
        reconcile(env, folder)
        # 389 days of 15 usage types in three pages, what stands apart in one more.
        assert own_requests(sandbox, env, folder) == (4, "0.04")
        second = run(env, folder, "sync")
        for account in second["accounts"]:
            assert account["charges"] == {"added": 0, "changed": 0, "removed": 0}, account
        assert own_requests(sandbox, env, folder) == (6, "0.06")
        compare(env, folder)
        run(env, folder, "check")


def killed(folder, times=50):
    chance = random.Random(7)
    with Sandbox() as sandbox:
        env = environment(sandbox, folder)
        add_accounts(sandbox, env, folder)
        run(env, folder, "account", "edit", "aws", "--set", "request_budget=20.00")
        command = [CLI, "--data", os.path.join(folder, "data"), "--now", NOW, "--quiet", "sync", "--full"]
        for _ in range(times):
            process = subprocess.Popen(command, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            time.sleep(chance.uniform(0.005, 0.5))
            process.kill()
            process.wait()
        run(env, folder, "check")
        run(env, folder, "sync")
        compare(env, folder)
        own_requests(sandbox, env, folder, killed=True)
        run(env, folder, "check")


def faults(folder):
    with Sandbox(faults="429:0.1,500:0.05,drop:0.03,truncate:0.02,garbage:0.02,slow:2ms") as sandbox:
        env = environment(sandbox, folder)
        add_accounts(sandbox, env, folder)
        for _ in range(12):
            result = subprocess.run([CLI, "--data", os.path.join(folder, "data"), "--now", NOW, "--json", "sync"], env=env,
                                    capture_output=True, text=True, timeout=240)
            assert result.returncode in (0, 5, 6), result.stderr[-2000:]
            if all(account["status"] == "ok" for account in json.loads(result.stdout)["accounts"]):
                break
        else:
            raise AssertionError("twelve syncs were not enough")
        compare(env, folder)
        run(env, folder, "check")


def restated(folder):
    # The late part of Wednesday the 25th arrives at noon of the 27th, between the two syncs.
    early, later = "2026-11-26T12:00:00Z", "2026-11-28T12:00:00Z"
    with Sandbox(now=early) as sandbox:
        env = environment(sandbox, folder)
        add_accounts(sandbox, env, folder)
        run(env, folder, "sync", now=early)
        compare(env, folder, now=early)
    with Sandbox(now=later) as sandbox:
        point_elsewhere(sandbox, env, folder)
        run(env, folder, "sync", now=later)
        compare(env, folder, now=later, first=early)
        compare_balances(env, folder, early, later)
        changes = run(env, folder, "restatements", now=later)["restatements"]
        assert "2026-11-25" in {change["day"] for change in changes}, changes
        assert all(change["before"] != change["after"] for change in changes), changes
        print(f"{len(changes)} restated days are noted")


def capped(folder):
    with Sandbox() as sandbox:
        env = environment(sandbox, folder)
        add_accounts(sandbox, env, folder)
        run(env, folder, "account", "test", "aws")
        assert own_requests(sandbox, env, folder) == (0, "0.00")  # the proof of the log-in is free
        run(env, folder, "account", "edit", "aws", "--set", "request_budget=0.03")
        command = [CLI, "--data", os.path.join(folder, "data"), "--now", NOW, "--json", "sync", "--account", "aws"]
        for _ in range(2):
            result = subprocess.run(command, env=env, capture_output=True, text=True, timeout=60)
            error = json.loads(result.stdout)["accounts"][0]["error"]
            assert result.returncode == 5 and error["kind"] == "RateLimited", (result.returncode, error)
            assert "have cost $0.03; one more would pass the limit of $0.03" in error["message"], error
            assert "request_budget" in error["remedy"], error
            assert own_requests(sandbox, env, folder) == (3, "0.03")
        run(env, folder, "account", "edit", "aws", "--set", "request_budget=0.07")
        run(env, folder, "sync")  # four more, which is all that a whole walk takes
        compare(env, folder)
        assert own_requests(sandbox, env, folder) == (7, "0.07")
        run(env, folder, "account", "edit", "aws", "--set", "request_budget=much")
        result = subprocess.run(command, env=env, capture_output=True, text=True, timeout=60)
        assert result.returncode == 7 and "request_budget" in result.stdout, (result.returncode, result.stdout)


with tempfile.TemporaryDirectory() as place:
    {"first": first, "killed": killed, "faults": faults, "restated": restated, "capped": capped}[sys.argv[2]](place)
