#!/usr/bin/env python3
# SPDX-FileCopyrightText: Costglass contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Trouble, through the command line alone, against a server written for this file from the vendor's published contract
and not from Costglass: each mishap must end in a sentence with a remedy and the right exit code, and lose nothing.

usage: trouble.py COSTGLASS_CLI [CASE…]
"""
import concurrent.futures, datetime, email.utils, functools, json, os, shutil, signal, sqlite3, subprocess, sys
import tempfile, time, traceback, urllib.parse

sys.dont_write_bytecode = True  # the source folder stays as it is
import outsider
from outsider import DAY, SECRET, WITHIN, Server, good, page, row, sound

CLI = os.path.abspath(sys.argv[1])
Place = functools.partial(outsider.Place, CLI)


def days_of_history():
    """The month of NOW and the twelve before, up to and with today."""
    return (datetime.date(2026, 11, 24) - datetime.date(2025, 11, 1)).days + 1


def mishap(behaviour, kind, code, says=""):
    """History is there; then the vendor misbehaves; then all is well again: nothing was lost on the way."""

    def case(root):
        server = Server()
        place = Place(root, server)
        place.add()
        place.sync()
        before = place.total()
        assert before == f"{days_of_history() * 1.25:.2f}", before
        server.behaviour = behaviour
        place.sync("--feed", "costs", kind=kind, code=code, says=says)
        assert place.total() == before, "what was stored has changed"
        listed = place.run("account", "list")["accounts"][0]
        assert listed["error"]["kind"] == kind, listed
        server.behaviour = good
        place.sync()
        assert place.total() == before
        assert place.run("account", "list")["accounts"][0]["error"] is None
        place.run("check")
        place.is_clean()
        server.stop()

    return case


# --- the log-in ---------------------------------------------------------------------------------------------------

def refusal(status, message, **headers):
    body = {"error": {"message": message, "type": "invalid_request_error", "param": None, "code": None}}
    return lambda path, query: (status, {name.replace("_", "-"): value for name, value in headers.items()}, body)


wrong_key = mishap(refusal(401, f"Incorrect API key provided: {SECRET}."), "Auth", 4)
missing_scope = mishap(refusal(403, "You have insufficient permissions. Missing scopes: api.usage.read."), "Permission", 4)
missing_scope_as_401 = mishap(refusal(401, "Missing scopes: api.usage.read."), "Permission", 4)


def no_key(root):
    server = Server()
    place = Place(root, server)
    place.add()
    del place.env["COSTGLASS_SECRET_MAIN"]
    place.sync(kind="Keychain", code=4, says="main")
    assert not server.seen
    server.stop()


def proven_log_in(root):
    server = Server()
    place = Place(root, server)
    place.add()
    assert place.run("account", "test", "main")["ok"] is True
    asked = len(server.seen)
    server.behaviour = refusal(401, f"Incorrect API key provided: {SECRET}.")
    place.fails("account", "test", "main", kind="Auth", code=4)
    assert len(server.seen) == asked + 1, "a wrong key was tried more than once"
    place.is_clean()
    server.stop()


def echoed_key(root):
    """A vendor that repeats the key in its replies does not get it into the raw replies that are kept."""
    server = Server(lambda path, query: good(path, query, lambda at: [row(1, note=f"asked with Bearer {SECRET}")]))
    place = Place(root, server)
    place.add()
    place.sync("--feed", "costs", "--since", "2026-11")
    shown = place.run("snapshots", "--show", str(place.run("snapshots")["snapshots"][0]["id"]))
    assert "asked with" in shown["replies"][0], shown
    place.is_clean()
    server.stop()


# --- the way there ------------------------------------------------------------------------------------------------

def unreachable(root):
    server = Server()
    server.stop()
    place = Place(root, server)
    place.add()
    place.sync(kind="Network", code=5, says="127.0.0.1")


def unknown_host(root):
    place = Place(root, None, base="https://no-such-host.invalid/v1")
    place.add()
    place.fails("account", "test", "main", kind="Network", code=5, says="no-such-host.invalid")


def self_signed(root):
    pem = os.path.join(root, "both.pem")
    subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost",
                    "-addext", "subjectAltName=DNS:localhost", "-keyout", pem, "-out", os.path.join(root, "c.pem")],
                   check=True, capture_output=True)
    with open(pem, "a") as both, open(os.path.join(root, "c.pem")) as certificate:
        both.write(certificate.read())
    server = Server(certificate=pem)
    place = Place(root, server, base=f"https://localhost:{server.port}/v1")
    place.add()
    place.sync(kind="Tls", code=5, says="signed by itself")
    assert not server.seen, "a request was sent over a connection that is not safe"
    server.stop()


def redirect_elsewhere(root):
    thief = Server()
    target = f"http://localhost:{thief.port}/v1/organization/costs"
    mishap(lambda path, query: (302, {"Location": target}, b""), "Network", 5, "redirects to localhost")(root)
    assert not thief.seen, "the redirect was followed"
    thief.stop()


def plain_http(root):
    place = Place(root, None, base="http://api.example.com/v1")
    place.fails("account", "add", "openai", "--label", "main", "--base-url", place.base, "--secret-store", "env",
                kind="Config", code=7, says="api.example.com")
    assert place.run("account", "list")["accounts"] == []


def clock_ten_minutes_off(root):
    """Retry-After as a date is meant by the vendor's clock, whatever ours shows."""
    for minutes in (10, -10):
        place_root = os.path.join(root, str(minutes))
        os.mkdir(place_root)
        server, refused = Server(), []

        def busy(path, query, minutes=minutes, refused=refused):
            if len(refused) < 1:
                refused.append(path)
                theirs = time.time() + minutes * 60
                return 429, {"Date": email.utils.formatdate(theirs, usegmt=True),
                             "Retry-After": email.utils.formatdate(theirs + 2, usegmt=True)}, b"{}"
            return good(path, query)

        server.behaviour = busy
        place = Place(place_root, server)
        place.add()
        place.sync()  # a wait of ten minutes would be left to another time and fail this pass
        assert place.total() == f"{days_of_history() * 1.25:.2f}"
        server.stop()


# --- replies ------------------------------------------------------------------------------------------------------

def body(content, **headers):
    return lambda path, query: (200, {name.replace("_", "-"): value for name, value in headers.items()}, content)


def circle(path, query):
    answer = page(lambda at: [row(1.25)], query)
    return 200, {}, dict(answer, has_more=True, next_page="page_again")


def amount(value):
    return lambda path, query: good(path, query, lambda at: [row(value)])


html = mishap(body(b"<html><body>502 Bad Gateway</body></html>"), "Format", 6)
empty = mishap(body(b""), "Format", 6)
not_an_object = mishap(body(b"[1,2,3]"), "Format", 6)
no_data = mishap(body({"object": "page"}), "Format", 6)
cut_off = mishap(body(b'{"object":"page","data":[{"object":"bucket","start_ti'), "Format", 6)
broken_off = mishap(body(b'{"object":"page",', Content_Length="4096"), "Network", 5)
deep = mishap(body(b'{"data":' + b"[" * 10_000_000 + b"]" * 10_000_000 + b"}"), "Format", 6)
not_text = mishap(body(bytes(range(256)) * 100), "Format", 6)
pages_in_a_circle = mishap(circle, "Format", 6, "circle")
amount_is_no_number = mishap(amount("twelve"), "Format", 6)
amount_is_a_list = mishap(amount([1]), "Format", 6)
amount_too_large = mishap(amount(1e300), "Overflow", 7)
server_failed = mishap(refusal(503, "Overloaded"), "Server", 5)


def odd_amounts(root):
    """Twelve decimals, negative, as text, in exponent form; null ids; fields that nobody knows."""
    first = 1793491200  # 2026-11-01
    odd = {0: [row(1.123456789012)], 1: [row("2.000000000500"), row("0.000000001500")], 2: [row(-0.5), row("-0.25")],
           3: [row(1e-7)], 4: [row("3", project_id=None, api_key_id=None, user_id=None, line_item=None)],
           5: [row("4", api_source="agents_api", colour="green", nested={"a": [1, {"b": None}]})], 6: []}
    server = Server(lambda path, query: good(path, query, lambda at: odd.get((at - first) // DAY, [])))
    place = Place(root, server)
    place.add()
    place.sync()
    days = place.run("summary", "--from", "2026-11-01", "--to", "2026-11-08", "--by", "day,project")["rows"]
    found = [(line["day"], line["project"], line["cost"]["amount"]) for line in days]
    assert found == [("2026-11-01", "proj_a", "1.123456789"),
                     ("2026-11-02", "proj_a", "2.000000002"),  # each half to even: 2.000000000 + 0.000000002
                     ("2026-11-03", "proj_a", "-0.75"),
                     ("2026-11-04", "proj_a", "0.0000001"),
                     ("2026-11-05", None, "3.00"),
                     ("2026-11-06", "proj_a", "4.00")], found
    place.run("check")
    server.stop()


def other_days(root):
    """A server that always says the same, whatever it is asked: each day counts once."""
    start = 1793491200
    fixed = {"object": "page", "has_more": False, "next_page": None,
             "data": [{"object": "bucket", "start_time": start + i * DAY, "end_time": start + (i + 1) * DAY,
                       "results": [row("2.50")]} for i in range(3)]}
    server = Server(lambda path, query: (200, {}, fixed) if path.endswith("/costs") else good(path, query))
    place = Place(root, server)
    place.add()
    account = place.sync()
    assert place.total() == "7.50"
    assert any("not asked for" in warning for warning in account["warnings"]), account
    server.stop()


# --- the ledger ---------------------------------------------------------------------------------------------------

def filled(root):
    server = Server()
    place = Place(root, server)
    place.add()
    place.sync()
    place.ledger = os.path.join(place.data, "ledger.sqlite")
    return server, place


def bytes_of(file):
    with open(file, "rb") as content:
        return content.read()


def size_limit(root):
    """A limit on file sizes is what a full disk looks like from within."""
    server, place = filled(root)
    before = place.total()
    server.behaviour = lambda path, query: good(path, query, lambda at: [row(1.5, api_key_id=f"key_{i}_{at}") for i in range(30)])
    limit = os.path.getsize(place.ledger) + 4096
    answer = place.run("sync", "--full", expect=7, under=("prlimit", f"--fsize={limit}"))
    error = answer["accounts"][0]["error"]
    assert sound(error, "Storage", "") and "space" in error["remedy"], error
    assert place.run("check")["ok"] is True
    server.behaviour = good
    place.sync("--full")
    assert place.total() == before
    server.stop()


def full_disk(root):
    disk = os.path.join(root, "disk")
    os.mkdir(disk)
    if os.geteuid() != 0 or subprocess.run(["mount", "-t", "tmpfs", "-o", "size=600k", "none", disk], capture_output=True).returncode:
        return "not possible here: a small disk needs the right to mount one"
    try:
        server = Server(lambda path, query: good(path, query, lambda at: [row(1.5, api_key_id=f"k{i}") for i in range(40)]))
        place = Place(root, server)
        place.data = os.path.join(disk, "data")
        place.add()
        place.sync(kind="Storage", code=7, says="disk is full")
        stored = place.total()
        assert stored, "the months before the disk was full are there"
        place.fails("backup", os.path.join(disk, "copy"), kind="Storage", code=7, says="disk is full")
        assert not os.path.exists(os.path.join(disk, "copy")), "half a backup stayed"
        assert place.run("check")["ok"] is True
        server.stop()
    finally:
        subprocess.run(["umount", "-l", disk])


def below_a_file(root):
    place = Place(root, None)
    open(place.data, "w").close()
    place.fails("account", "list", kind="Storage", code=7, says=place.data)
    place.data += "/deeper"
    place.fails("account", "list", kind="Storage", code=7, says=place.data)


def read_only_folder(root):
    server, place = filled(root)
    as_somebody = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"] if os.geteuid() == 0 else []
    if as_somebody and subprocess.run(as_somebody + [CLI, "--version"], capture_output=True).returncode:
        return "not possible here: nobody else may run the program"
    os.chmod(root, 0o755)
    before = bytes_of(place.ledger)
    for folder, mode in ((place.data, 0o555), (os.path.join(root, "none"), 0o755)):
        place.data = folder
        if os.path.exists(folder):
            os.chmod(folder, mode)
            os.chmod(place.ledger, 0o444)
        command = as_somebody + place.command("account", "pause", "main")
        result = subprocess.run(command, env=place.env, capture_output=True, text=True)
        assert result.returncode == 7, result
        assert sound(json.loads(result.stderr)["error"], "Storage", folder), result.stderr
    assert bytes_of(place.ledger) == before
    server.stop()


def damaged(root):
    server, place = filled(root)
    whole = bytes_of(place.ledger)
    middle = len(whole) // 2
    for content, opens in ((b"This is no database.\n" * 100, False), (b"\0" * 100 + whole[100:], False), (whole[:60], False),
                           (whole[:middle], True), (whole[:8192] + os.urandom(len(whole) - 8192), True)):
        for side in ("-wal", "-shm"):
            if os.path.exists(place.ledger + side):
                os.remove(place.ledger + side)
        with open(place.ledger, "wb") as file:
            file.write(content)
        place.run("check", expect=7)
        if not opens:
            error = json.loads(place.said[-1])["error"]
            assert sound(error, "Storage", "damaged"), error
            place.run("sync", expect=7)
            assert bytes_of(place.ledger) == content, "a damaged ledger was written to"
    server.stop()


def newer_schema(root):
    server, place = filled(root)
    database = sqlite3.connect(place.ledger)
    database.execute("PRAGMA user_version = 999")
    database.close()
    before = bytes_of(place.ledger)
    for words in (("sync",), ("summary",), ("check",)):
        place.fails(*words, kind="Storage", code=7, says="newer")
    assert bytes_of(place.ledger) == before
    server.stop()


def in_use(root):
    server, place = filled(root)
    other = sqlite3.connect(place.ledger, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    began = time.monotonic()
    error = place.fails("account", "pause", "main", kind="Storage", code=7, says="in use")
    assert time.monotonic() - began > 9, "it did not wait"
    assert str(os.getpid()) in error["message"], error
    assert place.total(), "reading must go on meanwhile"
    other.execute("ROLLBACK")
    other.close()
    place.run("account", "pause", "main")
    server.stop()


def backup_and_back(root):
    server, place = filled(root)
    before, copy = place.total(), os.path.join(root, "copy.sqlite")
    place.run("backup", copy)
    assert os.stat(copy).st_mode & 0o777 == 0o600
    place.fails("backup", copy, kind="Config", code=7, says="copy.sqlite")
    server.behaviour = amount(9)
    place.sync("--full")
    changed = place.total()
    assert changed != before
    kept = place.run("restore", copy)["kept"]
    assert place.total() == before
    assert place.run("check")["ok"] is True
    place.run("restore", kept)
    assert place.total() == changed, "what was there before the restore is not in its copy"
    for content in (b"no ledger", bytes_of(copy)[:9000]):
        bad = os.path.join(root, "bad.sqlite")
        with open(bad, "wb") as file:
            file.write(content)
        place.fails("restore", bad, kind="Format", code=6, says="bad.sqlite")
    place.fails("restore", os.path.join(root, "none"), kind="Config", code=7, says="none")
    assert place.total() == changed
    fresh = Place(root, server)
    fresh.data = os.path.join(root, "fresh")
    assert fresh.run("restore", copy)["kept"] is None
    assert fresh.total() == before
    server.stop()


# --- stopping -----------------------------------------------------------------------------------------------------

def slowly(path, query):
    time.sleep(0.15)
    return good(path, query)


def stopped(root):
    """Ctrl-C: exit 5, what is stored stays, and the next sync asks for the rest only."""
    server = Server(slowly)
    place = Place(root, server)
    place.add()
    process = subprocess.Popen(place.command("sync"), env=place.env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    while len([path for path, _ in server.seen if "/costs" in path]) < 4:
        time.sleep(0.02)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=10)
    assert process.returncode == 5, (process.returncode, err)
    account = json.loads(out)["accounts"][0]
    assert account["error"]["kind"] == "Cancelled" and account["status"] == "partial", account
    stored = place.run("summary", *WITHIN, "--by", "month")["rows"]
    assert 3 <= len(stored) <= 4 and stored[-1]["month"] == "2026-11", stored  # the newest months first
    server.behaviour, asked = good, len(server.seen)
    place.sync()
    assert place.total() == f"{days_of_history() * 1.25:.2f}"
    starts = [int(urllib.parse.parse_qs(urllib.parse.urlsplit(path).query)["start_time"][0])
              for path, _ in server.seen[asked:] if "/costs" in path]
    assert 1793491200 - 31 * DAY not in starts, "October, which was stored, was asked for again"
    place.run("check")
    server.stop()


def killed(root):
    server = Server(slowly)
    place = Place(root, server)
    place.add()
    for step in range(8):
        process = subprocess.Popen(place.command("sync", "--full"), env=place.env, stdout=subprocess.DEVNULL,
                                   stderr=subprocess.DEVNULL)
        time.sleep(0.05 + step * 0.11)
        process.kill()
        process.wait()
    server.behaviour = good
    place.sync()
    assert place.total() == f"{days_of_history() * 1.25:.2f}"
    place.run("check")
    server.stop()


def chosen(root):
    """--since, --feed, --account and --full ask for what they say and for nothing else."""
    server = Server()
    place = Place(root, server)
    place.add()
    place.run("account", "add", "openai", "--label", "other", "--base-url", place.base, "--secret-store", "env")

    def asked(*words):
        server.seen.clear()
        answer = place.run("sync", *words)
        paths = [urllib.parse.urlsplit(path) for path, _ in server.seen]
        return answer["accounts"], [(address.path.split("/organization/")[1], urllib.parse.parse_qs(address.query)) for address in paths]

    accounts, requests = asked("--account", "main", "--feed", "costs", "--since", "2026-10")
    assert [account["label"] for account in accounts] == ["main"]
    assert {path for path, _ in requests} == {"costs"}
    assert sorted(int(query["start_time"][0]) for _, query in requests) == [1793491200 - 31 * DAY, 1793491200]
    assert place.run("summary", *WITHIN, "--by", "month")["totals"][0]["amount"] == f"{(31 + 24) * 1.25:.2f}"
    _, requests = asked("--account", "main", "--feed", "costs", "--since", "2026-10")
    starts = [int(query["start_time"][0]) for _, query in requests]
    assert len(starts) == 1 and starts[0] > 1793491200, "only the last days are asked for again"
    _, requests = asked("--account", "main", "--feed", "costs", "--since", "2026-10", "--full")
    assert len(requests) == 2
    accounts, requests = asked("--account", "main", "--feed", "usage", "--since", "2026-11")
    assert requests and all(path.startswith("usage/") for path, _ in requests), requests
    place.fails("sync", "--account", "nobody", kind="Config", code=2, says="nobody")
    place.fails("sync", "--feed", "gossip", kind="Config", code=2, says="gossip")
    place.fails("sync", "--since", "October", kind="Config", code=2, says="October")
    place.run("account", "pause", "main")
    accounts, requests = asked("--account", "main")
    assert accounts[0]["status"] == "paused" and not requests
    server.stop()


CASES = [wrong_key, missing_scope, missing_scope_as_401, no_key, proven_log_in, echoed_key, unreachable, unknown_host, self_signed,
         redirect_elsewhere, plain_http, clock_ten_minutes_off, html, empty, not_an_object, no_data, cut_off, broken_off,
         deep, not_text, pages_in_a_circle, amount_is_no_number, amount_is_a_list, amount_too_large, server_failed,
         odd_amounts, other_days, size_limit, full_disk, below_a_file, read_only_folder, damaged, newer_schema, in_use,
         backup_and_back, stopped, killed, chosen]
NAMES = {id(value): name for name, value in list(globals().items()) if callable(value)}


def tried(case):
    name, began = NAMES[id(case)], time.monotonic()
    root = tempfile.mkdtemp(prefix="costglass-trouble-")
    try:
        remark = case(root)
        return name, None, remark or f"{time.monotonic() - began:.1f} s"
    except Exception:
        return name, traceback.format_exc(), ""
    finally:
        shutil.rmtree(root, ignore_errors=True)


wanted = [case for case in CASES if len(sys.argv) < 3 or NAMES[id(case)] in sys.argv[2:]]
with concurrent.futures.ThreadPoolExecutor(8) as pool:
    outcomes = list(pool.map(tried, sorted(wanted, key=lambda case: case not in (in_use, server_failed, unreachable, broken_off))))
for name, problem, remark in outcomes:
    print(f"{name:24} {'FAILED' if problem else 'ok'}  {problem or remark}")
sys.exit(any(problem for _, problem, _ in outcomes))
