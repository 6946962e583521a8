// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli.h"

#include "emulator/truth.h"
#include "sandbox/sandboxserver.h"
#include "signals.h"

#include <QJsonDocument>

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::Cli)
};

Result<SandboxOptions> readOptions(const Cli &cli)
{
    SandboxOptions options;
    options.now = cli.now();
    bool valid = true;
    const uint port = cli.arguments.has(u"port"_s) ? cli.arguments.value(u"port"_s).toUInt(&valid) : 0;
    if (!valid || port > 65535)
        return failure(Error::Kind::Config,
                       Texts::tr("--port is a number up to 65535; 0 takes any free one."));
    options.port = static_cast<quint16>(port);
    if (cli.arguments.has(u"seed"_s))
        options.seed = cli.arguments.value(u"seed"_s).toULongLong(&valid);
    if (!valid)
        return failure(Error::Kind::Config, Texts::tr("--seed is a whole number."));
    const auto faults = Faults::parse(cli.arguments.value(u"faults"_s));
    if (!faults)
        return std::unexpected(faults.error());
    options.faults = *faults;
    options.vendors = cli.arguments.value(u"vendors"_s).split(u',', Qt::SkipEmptyParts);
    return options;
}

int sandbox(Cli &cli)
{
    const auto options = readOptions(cli);
    if (!options)
        return cli.badUsage(options.error());
    if (cli.arguments.has(u"truth"_s)) {
        cli.out << QString::fromUtf8(
            QJsonDocument(truthOf(World(options->seed, options->now))).toJson(QJsonDocument::Compact))
                << '\n';
        cli.out.flush();
        return 0;
    }
    StopSignals signals;
    const auto server = SandboxServer::start(*options);
    if (!server)
        return cli.fail(server.error());
    return Cli::waitFor([&](const std::function<void(int)> &done) {
        QObject::connect(&signals, &StopSignals::stopped, server->get(), [done] { done(0); });
        cli.out << QString::fromUtf8(QJsonDocument((*server)->readyLine()).toJson(QJsonDocument::Compact))
                << '\n';
        cli.out.flush();
    });
}

} // namespace

QList<Command> sandboxCommands()
{
    return {{u"sandbox"_s,
             u"--port N"_s,
             Texts::tr("Serves the vendors' contracts on this computer, over sample data."),
             {u"sandbox --port 8080"_s, u"sandbox --port 0 --faults 429:0.1,slow:50ms"_s,
              u"sandbox --port 0 --truth"_s},
             {{u"port"_s, u"N"_s, Texts::tr("where to listen; 0 takes any free port")},
              {u"seed"_s, u"S"_s, Texts::tr("another sample world")},
              {u"faults"_s, u"SPEC"_s,
               Texts::tr("trouble on the wire, like 429:0.1,500:0.05,drop:0.02,slow:50ms")},
              {u"vendors"_s, u"A,B"_s, Texts::tr("only these")},
              {u"truth"_s, {}, Texts::tr("print the true figures instead")}},
             0,
             0,
             sandbox}};
}

} // namespace Costglass
