#!/usr/bin/env bash
# SPDX-FileCopyrightText: Costglass contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# keyring.sh PROGRAM: puts keyringscenes in front of a real gnome-keyring, a locked one, none, one that never answers,
# and no session bus at all. Each scene has a home of its own; nothing of the person's is touched.
set -euo pipefail

if [ "${2:-}" = inside ]; then # on a private bus, in a home of its own
    case $3 in
    keyring)
        printf right | gnome-keyring-daemon --unlock --components=secrets >"$HOME/daemon" 2>&1
        "$1" unlocked
        "$1" fill
        grep -rq Zq81-maple-Torrent "$HOME" && { echo "the secret is in a file"; exit 1; }
        gdbus call --session --dest org.freedesktop.secrets --object-path /org/freedesktop/secrets \
            --method org.freedesktop.Secret.Service.Lock "[objectpath '/org/freedesktop/secrets/collection/login']" >"$HOME/lock"
        "$1" locked
        printf right | gnome-keyring-daemon --replace --unlock --components=secrets >>"$HOME/daemon" 2>&1
        "$1" filledStill
        ;;
    mute)
        "$1" --serve-mute &
        server=$!
        trap 'kill $server' EXIT
        until gdbus call --session --dest org.freedesktop.DBus --object-path /org/freedesktop/DBus \
            --method org.freedesktop.DBus.NameHasOwner org.freedesktop.secrets | grep -q true; do sleep 0.05; done
        "$1" mute
        ;;
    *) "$1" "$3" ;;
    esac
    exit
fi

top=$(mktemp -d)
trap 'rm -rf "$top"' EXIT
# Without service folders nobody starts a keyring that a scene does not want.
printf '<busconfig><type>session</type><listen>unix:tmpdir=/tmp</listen><policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy></busconfig>' >"$top/bus.conf"
unset DISPLAY WAYLAND_DISPLAY
for scene in keyring noService mute noBus; do
    export HOME=$top/$scene XDG_RUNTIME_DIR=$top/$scene/run XDG_DATA_HOME=$top/$scene/data
    mkdir -p "$XDG_DATA_HOME"
    mkdir -m 700 "$XDG_RUNTIME_DIR"
    if [ $scene = noBus ]; then
        DBUS_SESSION_BUS_ADDRESS=unix:path=$top/none "$1" noBus
    else
        dbus-run-session --config-file="$top/bus.conf" -- "$0" "$1" inside $scene
    fi
done
