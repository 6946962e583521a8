# SPDX-FileCopyrightText: Costglass contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What trouble.py stands on: a server for OpenAI's contract that was not written from Costglass, and a data folder
with what the command line said there."""
import http.server, json, os, ssl, subprocess, threading, urllib.parse

NOW = "2026-11-24T12:00:00Z"
SECRET = "sk-admin-Trouble0Secret1That2Must3Never4Leak"
DAY = 24 * 3600
WITHIN = ("--from", "2025-11-01", "--to", "2026-12-01")


# --- the server ---------------------------------------------------------------------------------------------------

def page(rows_of_day, query):
    """A page of daily buckets over the asked range, as the contract has it."""
    start = int(query["start_time"][0])
    end = int(query.get("end_time", [start + int(query.get("limit", ["7"])[0]) * DAY])[0])
    data = [{"object": "bucket", "start_time": at, "end_time": at + DAY, "results": rows_of_day(at)}
            for at in range(start, end, DAY)]
    return {"object": "page", "data": data, "has_more": False, "next_page": None}


def row(value="1.25", **more):
    return {"object": "organization.costs.result", "amount": {"value": value, "currency": "usd"},
            "line_item": "gpt-6-astra, input", "project_id": "proj_a", "api_key_id": "key_a", **more}


def good(path, query, rows=lambda at: [row(1.25)]):
    if path.endswith("/organization/costs"):
        return 200, {}, page(rows, query)
    if "/organization/usage/" in path:
        return 200, {}, page(lambda at: [], query)
    return 200, {}, {"object": "list", "data": [], "first_id": None, "last_id": None, "has_more": False}


class Server:
    """answers with `behaviour(path, query)`: status, headers and a body (bytes, or anything that becomes JSON)."""

    def __init__(self, behaviour=good, certificate=None):
        outer = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                outer.seen.append((self.path, dict(self.headers)))
                address = urllib.parse.urlsplit(self.path)
                status, headers, body = outer.behaviour(address.path, urllib.parse.parse_qs(address.query))
                body = body if isinstance(body, bytes) else json.dumps(body).encode()
                self.send_response_only(status)
                for name, value in {"Content-Length": str(len(body)), **headers}.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(body)
                if "Content-Length" in headers:  # a promise that was not kept
                    self.close_connection = True

            def log_message(self, *_):
                pass

        self.behaviour, self.seen = behaviour, []
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        if certificate:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(certificate)
            self.server.socket = context.wrap_socket(self.server.socket, server_side=True)
        self.port = self.server.server_address[1]
        self.server.handle_error = lambda *_: None
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def stop(self):
        self.server.shutdown()
        self.server.server_close()


# --- the command line ---------------------------------------------------------------------------------------------

class Place:
    """A data folder with one account, and what the command line said there."""

    def __init__(self, program, root, server, base=None):
        self.program, self.said = program, []
        self.data = os.path.join(root, "data")
        self.env = dict(os.environ, HOME=root, LANG="C.UTF-8", TZ="UTC", COSTGLASS_SECRET_MAIN=SECRET, no_proxy="*")
        self.base = base or (server and f"http://127.0.0.1:{server.port}/v1")

    def command(self, *words):
        return [self.program, "--data", self.data, "--now", NOW, "--json", *words]

    def run(self, *words, expect=0, under=()):
        result = subprocess.run([*under, *self.command(*words)], env=self.env, capture_output=True, text=True,
                                timeout=120, stdin=subprocess.DEVNULL)
        self.said += [result.stdout, result.stderr]
        assert result.returncode == expect, (words, result.returncode, result.stdout[-1500:], result.stderr[-1500:])
        return json.loads(result.stdout) if result.stdout.strip() else None

    def fails(self, *words, kind, code, says=""):
        """The command ends in an error on stderr, of that kind and with that word in it."""
        self.run(*words, expect=code)
        error = json.loads(self.said[-1].strip().splitlines()[-1])["error"]
        assert sound(error, kind, says), error
        return error

    def add(self):
        self.run("account", "add", "openai", "--label", "main", "--base-url", self.base, "--secret-store", "env")

    def sync(self, *words, kind=None, code=0, says=""):
        answer = self.run("sync", *words, expect=code)
        account = answer["accounts"][0]
        assert (account["status"] == "ok") == (kind is None), account
        if kind:
            assert sound(account["error"], kind, says), account["error"]
        return account

    def total(self):
        totals = self.run("summary", *WITHIN)["totals"]
        return totals[0]["amount"] if totals else None

    def is_clean(self):
        """The secret is in no output and no file."""
        for text in self.said:
            assert SECRET not in text, text
        for folder, _, files in os.walk(self.data):
            for name in files:
                with open(os.path.join(folder, name), "rb") as file:
                    assert SECRET.encode() not in file.read(), name


def sound(error, kind, says):
    return error["kind"] == kind and error["message"] and error["remedy"] and says.lower() in error["message"].lower()
