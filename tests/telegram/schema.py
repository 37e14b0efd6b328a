"""Schemas of the whole Bot API, made from GramIO's types, which are made from its page.

They come as npm packages, so this judge is asked only by `make judges`.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import fastjsonschema

PACKAGES = ("@gramio/types@10.3.1", "ts-json-schema-generator@2.4.0")
RESULTS = {
    "getme": "TelegramUser",
    "getwebhookinfo": "TelegramWebhookInfo",
    "getfile": "TelegramFile",
    "getchat": "TelegramChatFullInfo",
    "sendmessage": "TelegramMessage",
    "sendphoto": "TelegramMessage",
    "senddocument": "TelegramMessage",
    "sendvoice": "TelegramMessage",
    "sendvideo": "TelegramMessage",
    "sendrichmessage": "TelegramMessage",
    "editmessagetext": "TelegramMessage",
    "editmessagecaption": "TelegramMessage",
    "editmessagereplymarkup": "TelegramMessage",
}
OF_LISTS = {
    "getupdates": "TelegramUpdate",
    "sendmediagroup": "TelegramMessage",
    "getmycommands": "TelegramBotCommand",
}
NO_PARAMETERS = ("getMe", "logOut", "close", "getWebhookInfo")
OBJECTS = sorted({*RESULTS.values(), *OF_LISTS.values()})

Check = Callable[[Any], Any]


def npm() -> str | None:
    """Where npm is, if it is here."""
    return shutil.which("npm")


class Schema:
    """`methods` are spelt as the Bot API spells them; their parameters are checked as well."""

    def __init__(self, schema: dict[str, Any], methods: list[str]) -> None:
        self._schema = schema
        self._methods = {method.lower(): method for method in methods}
        self._checks: dict[str, Check] = {}

    def update(self, raw: Any) -> None:
        """Raises fastjsonschema.JsonSchemaException."""
        self._check("TelegramUpdate", raw)

    def result(self, method: str, raw: Any) -> None:
        name = method.lower()
        if name in OF_LISTS:
            for item in raw:
                self._check(OF_LISTS[name], item)
        elif name in RESULTS:
            self._check(RESULTS[name], raw)

    def request(self, method: str, params: dict[str, Any]) -> None:
        """Parameters as in `Request.params`: a file is the text `attach://...`."""
        spelt = self._methods[method.lower()]
        if spelt not in NO_PARAMETERS:
            self._check(params_of(spelt), params)

    def _check(self, name: str, raw: Any) -> None:
        if name not in self._checks:
            rest = {key: value for key, value in self._schema.items() if key != "$ref"}
            self._checks[name] = fastjsonschema.compile({**rest, "$ref": f"#/definitions/{name}"})
        self._checks[name](raw)


def params_of(method: str) -> str:
    return f"{method[0].upper()}{method[1:]}Params"


def make(folder: Path, methods: list[str]) -> Schema:
    """Install the packages into a folder and make the schemas there. Raises CalledProcessError."""
    types = [f"export type J{name} = O.{name};" for name in OBJECTS]
    types += [
        f"export type J{params_of(method)} = P.{params_of(method)};"
        for method in methods
        if method not in NO_PARAMETERS
    ]
    modules = "./node_modules/@gramio/types/out"
    source = [
        f'import type * as P from "{modules}/params";',
        f'import type * as O from "{modules}/objects";',
        *types,
    ]
    (folder / "types.ts").write_text("\n".join(source), "utf-8")
    options = {
        "strict": True, "moduleResolution": "node", "target": "es2022", "module": "commonjs",
        "skipLibCheck": True, "types": [],
    }  # fmt: skip
    config = {"compilerOptions": options, "include": ["types.ts"]}
    (folder / "tsconfig.json").write_text(json.dumps(config), "utf-8")
    _run(folder, "npm", "install", "--no-audit", "--no-fund", *PACKAGES)
    _run(folder, "npx", "ts-json-schema-generator", "--path", "types.ts", "--tsconfig",
         "tsconfig.json", "--type", "*", "--no-type-check", "-o", "schema.json")  # fmt: skip
    schema = json.loads((folder / "schema.json").read_text("utf-8"))
    return Schema(_open(schema), methods)


def _open(schema: dict[str, Any]) -> dict[str, Any]:
    """What the types say only in their comments.

    A RichText is «either a String for plain text, an Array of RichText, or any of the following
    types», of which the types keep the last only.
    """
    definitions = schema["definitions"]
    rich = definitions["TelegramRichText"]
    assert "a String for plain text, an Array of" in rich["description"]
    rich["anyOf"] += [
        {"type": "string"},
        {"type": "array", "items": {"$ref": "#/definitions/TelegramRichText"}},
    ]
    return schema


def _run(folder: Path, *command: str) -> None:
    subprocess.run(command, cwd=folder, check=True, timeout=100)
