// SPDX-FileCopyrightText: Costglass contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "secretinput.h"

#include <termios.h>
#include <unistd.h>

namespace Costglass {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Costglass::Cli)
};

/// Reads a line from the terminal without showing it, or from stdin: its first line, or a whole JSON key file.
QByteArray readSecret(Cli &cli)
{
    const bool terminal = ::isatty(STDIN_FILENO);
    termios before{};
    if (terminal) {
        cli.err << Texts::tr("Key (not shown): ");
        cli.err.flush();
        ::tcgetattr(STDIN_FILENO, &before);
        termios hidden = before;
        hidden.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        ::tcsetattr(STDIN_FILENO, TCSANOW, &hidden);
    }
    QByteArray line;
    char c = 0;
    while (::read(STDIN_FILENO, &c, 1) == 1 && (c != '\n' || line.startsWith('{')))
        line.append(c);
    if (terminal) {
        ::tcsetattr(STDIN_FILENO, TCSANOW, &before);
        cli.err << '\n';
        cli.err.flush();
    }
    return line.trimmed();
}

} // namespace

Result<QByteArray> secretFor(Cli &cli, SecretPlace place)
{
    if (place == SecretPlace::Environment)
        return QByteArray();
    const QString variable = cli.arguments.value(u"secret-env"_s);
    const QByteArray secret
        = variable.isEmpty() ? readSecret(cli) : qgetenv(variable.toLatin1().constData()).trimmed();
    if (secret.isEmpty()) {
        return failure(Error::Kind::Config,
                       variable.isEmpty() ? Texts::tr("No key came by standard input.")
                                          : Texts::tr("%1 is empty.").arg(variable),
                       Texts::tr("Pipe the key in, or name a variable that holds it with --secret-env."));
    }
    return secret;
}

} // namespace Costglass
