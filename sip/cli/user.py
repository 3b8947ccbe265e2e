"""Manage people who may sign in, on the web and from QGIS, and keys for systems.

    sip user add anna --group planner --name "Anna Nowak" --email anna@office.pl
    sip user token anna --scope read --group planner --expires 90d

`sip user add` brings somebody who is there to what is said. A password is asked for on the
terminal, read with --stdin, or chosen by the person through the link that is printed. With
--personal somebody has a second login, NAME.personal, which alone reads personal data.
"""

from __future__ import annotations

import argparse
import dataclasses
import getpass
import sys
from collections.abc import Callable, Mapping

import orjson

from sip import catalogue, usage
from sip.errors import UsageError
from sip.people import keys, names, passwords, register, roles
from sip.people.roles import Connection
from sip.settings import Settings, language


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    below = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    add = _action(below, "add", "Add a person, or bring one to what is said.")
    add.add_argument("--name", dest="title", default="", metavar="TEXT", help="first and last name")
    add.add_argument("--email", default="", metavar="ADDRESS",
                     help="for those who sign in elsewhere (OpenID Connect)")  # fmt: skip
    add.add_argument(
        "--group", action="append", default=[], metavar="GROUP", help="repeatable (sip user groups)"
    )
    add.add_argument(
        "--gmina", action="append", default=[], metavar="TERYT", help="only here, repeatable (all)"
    )
    add.add_argument("--personal", action="store_true", help="may read personal data")
    _password_options(add)
    listing = usage.action(below, "list", "List everybody, with groups and keys.")
    listing.add_argument("--json", action="store_true", help="as JSON, for programs")
    _action(below, "disable", "Shut a person out at once, with all keys.")
    _action(below, "enable", "Let a person in again, also after too many wrong passwords.")
    _password_options(_action(below, "password", "Give a person a new password."))
    token = _action(below, "token", "Make a key for a system; it is shown once.")
    token.add_argument("--scope", choices=["read", "edit"], default="read",
                       help="what the key may do (%(default)s)")  # fmt: skip
    token.add_argument(
        "--group", action="append", default=[], metavar="GROUP", help="repeatable (sip user groups)"
    )
    token.add_argument(
        "--expires", default="90d", metavar="PERIOD", help="as 90d or 12h (%(default)s)"
    )
    token.add_argument("--title", default="", metavar="TEXT", help="what it is for")
    token.add_argument("--list", action="store_true", help="list the keys there are")
    token.add_argument("--revoke", metavar="KEY", help="refuse this key from now on")
    usage.action(below, "groups", "List the groups of the project (layers/_groups.yaml).")


def run(args: argparse.Namespace, settings: Settings) -> int:
    """Do what is asked, in one transaction."""
    if args.action == "groups":
        return _groups(settings)
    with roles.administrator(settings) as connection:
        _ACTIONS[args.action](args, settings, connection)
    return 0


def _action(below: argparse._SubParsersAction, name: str, text: str) -> argparse.ArgumentParser:  # type: ignore[type-arg]
    parser = usage.action(below, name, text)
    parser.add_argument("person", metavar="NAME", help="by which the person signs in")
    return parser


def _password_options(parser: argparse.ArgumentParser) -> None:
    how = parser.add_mutually_exclusive_group()
    how.add_argument("--stdin", action="store_true", help="read the password from standard input")
    how.add_argument("--invite", action="store_true", help="print a link to choose a password")
    how.add_argument(
        "--no-password", action="store_true", help="the person signs in elsewhere, or later"
    )


def _add(args: argparse.Namespace, settings: Settings, connection: Connection) -> None:
    is_new = args.person not in {one.name for one in register.listed(connection)}
    register.add(
        connection,
        catalogue.load(settings.project),
        args.person,
        title=args.title,
        email=args.email,
        groups=args.group,
        gminas=args.gmina,
        is_personal=args.personal,
    )
    if is_new or args.stdin or args.invite:
        _password(args, settings, connection)
    print(f"{args.person} may sign in as {', '.join(args.group) or 'nobody'}", file=sys.stderr)


def _password(args: argparse.Namespace, settings: Settings, connection: Connection) -> None:
    if args.no_password:
        return
    if args.stdin:
        register.set_password(connection, args.person, sys.stdin.readline().rstrip("\r\n"))
    elif args.invite or not sys.stdin.isatty():
        token = register.invite(connection, args.person)
        origin = settings.public_url or f"http://{settings.host}:{settings.port}"
        print(f"{origin}/account/password?token={token}")
        print("give this link to the person: it works once, for three days", file=sys.stderr)
    else:
        register.set_password(connection, args.person, _asked(args.person))


def _asked(name: str) -> str:
    password = passwords.checked(getpass.getpass(f"password of {name}: "), name=name)
    if passwords.normal(getpass.getpass("once more: ")) != password:
        raise UsageError("the two passwords differ")
    return password


def _list(args: argparse.Namespace, settings: Settings, connection: Connection) -> None:
    people = register.listed(connection)
    if args.json:
        print(orjson.dumps([dataclasses.asdict(one) for one in people]).decode())
        return
    for one in people:
        marks = [
            *([] if one.enabled else ["disabled"]),
            *([] if one.password else ["no password"]),
            *([names.personal(one.name)] if one.personal else []),
            *([f"{one.keys} keys"] if one.keys else []),
            *(f"gmina {code}" for code in one.gminas),
        ]
        said = f": {'; '.join(marks)}" if marks else ""
        print(f"{one.name:20} {','.join(one.groups) or '-':30} {one.title}{said}")


def _disable(args: argparse.Namespace, settings: Settings, connection: Connection) -> None:
    register.disable(connection, args.person)


def _enable(args: argparse.Namespace, settings: Settings, connection: Connection) -> None:
    register.enable(connection, args.person)


def _token(args: argparse.Namespace, settings: Settings, connection: Connection) -> None:
    if args.revoke:
        keys.revoke(connection, args.revoke)
    elif args.list:
        for one in keys.listed(connection, args.person):
            state = "revoked" if one.revoked else f"until {one.expires:%Y-%m-%d}"
            used = f"used {one.last_used:%Y-%m-%d}" if one.last_used else "never used"
            print(f"{one.role:24} {one.scope} {','.join(one.groups)}  {state}, {used}  {one.title}")
    else:
        role, secret = keys.make(
            connection,
            args.person,
            title=args.title,
            scope=args.scope,
            groups=args.group,
            lasts=keys.period(args.expires),
        )
        print(secret)
        print(f"the key of {role}: keep it, it is not shown again", file=sys.stderr)


def _groups(settings: Settings) -> int:
    project = catalogue.load(settings.project)
    privy = register.privy_groups(project)
    for name, group in project.groups.items():
        mark = " (personal data)" if name in privy else ""
        includes = f" includes {', '.join(group.includes)}" if group.includes else ""
        print(f"{name:16} {group.title[language()]}{mark}{includes}")
    return 0


_ACTIONS: Mapping[str, Callable[[argparse.Namespace, Settings, Connection], None]] = {
    "add": _add,
    "list": _list,
    "disable": _disable,
    "enable": _enable,
    "password": _password,
    "token": _token,
}
