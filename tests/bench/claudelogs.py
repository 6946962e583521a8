#!/usr/bin/env python3
# SPDX-FileCopyrightText: Costglass contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes Claude Code transcripts of about MEGABYTES in ROOT/projects, shaped as the tool writes them: prompts and tool
results between replies, each reply once per content block with growing output_tokens, some sessions resumed in another
file. The same seed gives the same files."""
import datetime
import json
import os
import random
import sys

MODELS = ["claude-opus-5-5", "claude-sonnet-5-5", "claude-haiku-5-5", "claude-sonnet-4-5-20250929"]
START = datetime.datetime(2026, 10, 27)


def hexes(dice, count):
    return "%0*x" % (count, dice.getrandbits(4 * count))


def text(dice, words, length):
    """A stretch of prose or code with the quotes and line ends that make JSON escapes."""
    start = dice.randrange(len(words) - length)
    return words[start:start + length]


def reply(dice, words, common, when):
    """One reply's lines, the last one with the whole output."""
    message, request = "msg_01" + hexes(dice, 22), "req_011" + hexes(dice, 21)
    output = dice.randrange(60, 3000)
    usage = {
        "input_tokens": dice.randrange(2, 900), "cache_creation_input_tokens": 0,
        "cache_read_input_tokens": dice.randrange(8000, 150000),
        "cache_creation": {"ephemeral_5m_input_tokens": dice.randrange(0, 9000),
                           "ephemeral_1h_input_tokens": dice.choice([0, 0, 4000])},
        "output_tokens": 0, "server_tool_use": {"web_search_requests": 0, "web_fetch_requests": 0},
        "service_tier": "standard", "speed": "standard"}
    usage["cache_creation_input_tokens"] = sum(usage["cache_creation"].values())
    blocks = [{"type": "text", "text": text(dice, words, dice.randrange(80, 900))}]
    if dice.random() < 0.75:
        blocks.append({"type": "tool_use", "id": "toolu_01" + hexes(dice, 22), "name": "Edit",
                       "input": {"file_path": common["cwd"] + "/src/main.c",
                                 "new_string": text(dice, words, dice.randrange(100, 2200))}})
    for number, block in enumerate(blocks):
        usage["output_tokens"] = output if number == len(blocks) - 1 else dice.randrange(1, 40)
        yield {**common, "type": "assistant", "uuid": hexes(dice, 32), "requestId": request,
               "timestamp": when.isoformat(timespec="milliseconds") + "Z",
               "message": {"model": dice.choice(MODELS) if number < 0 else common["model"], "id": message,
                           "type": "message", "role": "assistant", "content": [block],
                           "stop_reason": None, "stop_sequence": None, "usage": usage}}


def session(dice, words, number, size):
    common = {"parentUuid": hexes(dice, 32), "isSidechain": False, "userType": "external",
              "cwd": "/home/dev/src/project-%d" % (number % 17), "sessionId": hexes(dice, 32), "version": "2.1.240",
              "gitBranch": "main", "model": dice.choice(MODELS)}
    when = START + datetime.timedelta(minutes=dice.randrange(28 * 24 * 60))
    lines, written = [], 0
    while written < size:
        when += datetime.timedelta(seconds=dice.randrange(3, 40))
        result = text(dice, words, int(min(60000, dice.paretovariate(0.9) * 700)))
        turn = [{**common, "type": "user", "uuid": hexes(dice, 32),
                 "timestamp": when.isoformat(timespec="milliseconds") + "Z",
                 "message": {"role": "user", "content": [{"type": "tool_result", "content": result}]},
                 "toolUseResult": {"stdout": result}}]
        turn += reply(dice, words, common, when)
        for line in turn:
            line.pop("model", None)
            lines.append(json.dumps(line, separators=(",", ":")) + "\n")
            written += len(lines[-1])
    return common["sessionId"], number % 17, lines


def main():
    root, megabytes = sys.argv[1], int(sys.argv[2])
    dice = random.Random(4)
    tokens = ["if (value == \"none\")", "{\n", "\treturn total;", "}\n\n", "const char *name = table[i].name;", "// as the",
              "the file", "was read", "and", "costs per day", "für 每天", "error: expected ';' before 'x'\n"]
    words = " ".join(dice.choice(tokens) for _ in range(60000))
    total, number, last = 0, 0, []
    while total < megabytes << 20:
        name, project, lines = session(dice, words, number, int(min(6e6, dice.paretovariate(1.1) * 120e3)))
        if last and dice.random() < 0.15:
            lines = last[:len(last) // 2] + lines  # resumed: the history is copied
        folder = os.path.join(root, "projects", "-home-dev-src-project-%d" % project)
        os.makedirs(folder, exist_ok=True)
        with open(os.path.join(folder, name + ".jsonl"), "w", encoding="utf-8") as file:
            total += file.write("".join(lines))
        last, number = lines, number + 1


main()
