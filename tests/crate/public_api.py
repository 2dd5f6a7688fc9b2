#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The public API of a crate, one line an item, from what rustdoc writes of it as JSON.

public_api.py JSON TEXT         compares it with TEXT; tells every difference, and every public function without an
                                example in its documentation
public_api.py JSON TEXT --keep  writes TEXT
"""

import difflib
import json
import sys


class Api:
    def __init__(self, document):
        self.index = document["index"]
        self.paths = document["paths"]
        self.root = self.item(document["root"])
        # What a user calls each item, by its identifier: where it is defined is nobody's business.
        self.names = {}
        self.lines = set()
        self.without_example = set()
        shown = list(self.module(self.root["name"], self.root))
        for path, item in shown:
            self.names[str(item["id"])] = path.split("::", 1)[-1]
        for path, item in shown:
            self.add(path, item)

    def item(self, identifier):
        return self.index.get(str(identifier))

    def module(self, path, module):
        """Each item in `module`, and in those inside of it, with its path."""
        for identifier in module["inner"]["module"]["items"]:
            item = self.item(identifier)
            if item is None or item["visibility"] != "public":
                continue
            name = item["name"]
            if use := item["inner"].get("use"):
                name, item = use["name"], self.item(use["id"])
                # What is another crate's, or hidden.
                if item is None:
                    self.lines.add(f"pub use {use['source']} as {path}::{name}")
                    continue
            yield f"{path}::{name}", item
            if "module" in item["inner"]:
                yield from self.module(f"{path}::{name}", item)

    def add(self, path, item):
        (kind, inner), = item["inner"].items()
        if kind == "module":
            self.lines.add(f"mod {path}")
        elif kind == "function":
            self.function(path, item)
        elif kind in ("constant", "static"):
            self.lines.add(f"{kind} {path}: {self.ty(inner['type'])}")
        elif kind == "type_alias":
            self.lines.add(f"type {path}{self.generics(inner['generics'])} = {self.ty(inner['type'])}")
        elif kind == "trait":
            self.lines.add(f"trait {path}{self.generics(inner['generics'])}")
            for member in map(self.item, inner["items"]):
                self.function(f"{path}::{member['name']}", member, is_required=not member["inner"]["function"]["has_body"])
        elif kind in ("struct", "enum"):
            self.data(path, item, kind, inner)
        else:
            sys.exit(f"{path}: what is a {kind}?")

    def data(self, path, item, kind, inner):
        may_grow = " (may grow)" if "non_exhaustive" in json.dumps(item["attrs"]) else ""
        if kind == "struct":
            fields, has_more = self.fields(inner["kind"])
            hidden = " (has private fields)" if has_more else ""
            self.lines.add(f"struct {path}{self.generics(inner['generics'])}{may_grow}{hidden}")
            self.lines.update(f"field {path}::{name}: {of}" for name, of in fields)
        else:
            self.lines.add(f"enum {path}{self.generics(inner['generics'])}{may_grow}")
            for variant in map(self.item, inner["variants"]):
                fields, _ = self.fields(variant["inner"]["variant"]["kind"])
                inside = ", ".join(of if name.isdigit() else f"{name}: {of}" for name, of in fields)
                self.lines.add(f"variant {path}::{variant['name']}" + (f" {{ {inside} }}" if inside else ""))
        for implementation in map(self.item, inner["impls"]):
            self.implementation(path, implementation)

    def fields(self, kind):
        if isinstance(kind, str):
            return [], False
        (shape, inside), = kind.items()
        if shape == "tuple":
            identifiers, has_more = inside, None in inside
        else:
            identifiers, has_more = inside["fields"], inside.get("has_stripped_fields", False)
        items = [self.item(identifier) for identifier in identifiers if identifier is not None]
        shown = [(item["name"], self.ty(item["inner"]["struct_field"])) for item in items if item]
        return shown, has_more

    def implementation(self, path, item):
        inner = item["inner"]["impl"]
        if inner["is_synthetic"] or inner["blanket_impl"]:
            return
        if inner["trait"]:
            name = self.resolved(inner["trait"])
            # Those say how an enum is derived, and no more.
            if name.rsplit("::", 1)[-1] != "StructuralPartialEq":
                self.lines.add(f"impl {name} for {path}")
            return
        for member in map(self.item, inner["items"]):
            if member and member["visibility"] == "public":
                (kind, inside), = member["inner"].items()
                if kind == "function":
                    self.function(f"{path}::{member['name']}", member)
                else:
                    self.lines.add(f"constant {path}::{member['name']}: {self.ty(inside['type'])}")

    def function(self, path, item, is_required=False):
        inner = item["inner"]["function"]
        signature = inner["sig"]
        inputs = ", ".join(self.argument(name, of) for name, of in signature["inputs"])
        output = f" -> {self.ty(signature['output'])}" if signature["output"] else ""
        marks = "".join(f"{mark} " for mark in ("const", "async", "unsafe") if inner["header"][f"is_{mark}"])
        self.lines.add(f"{marks}fn {path}{self.generics(inner['generics'])}({inputs}){output}")
        if not is_required and "```" not in (item["docs"] or ""):
            self.without_example.add(path)

    def argument(self, name, of):
        if name == "self":
            written = self.ty(of)
            return {"&Self": "&self", "&mut Self": "&mut self", "Self": "self"}.get(written, f"self: {written}")
        return f"{name}: {self.ty(of)}"

    def ty(self, of):
        (kind, inner), = of.items()
        if kind in ("primitive", "generic"):
            return inner
        if kind == "resolved_path":
            return self.resolved(inner)
        if kind == "borrowed_ref":
            lifetime = f"{inner['lifetime']} " if inner["lifetime"] else ""
            return f"&{lifetime}{'mut ' if inner['is_mutable'] else ''}{self.ty(inner['type'])}"
        if kind == "slice":
            return f"[{self.ty(inner)}]"
        if kind == "array":
            return f"[{self.ty(inner['type'])}; {inner['len']}]"
        if kind == "tuple":
            return f"({', '.join(map(self.ty, inner))})"
        if kind == "impl_trait":
            return f"impl {self.bounds(inner)}"
        if kind == "dyn_trait":
            return "dyn " + " + ".join(self.resolved(one["trait"]) for one in inner["traits"])
        if kind == "qualified_path":
            return f"<{self.ty(inner['self_type'])}>::{inner['name']}"
        if kind == "function_pointer":
            inputs = ", ".join(self.ty(one) for _, one in inner["sig"]["inputs"])
            return f"fn({inputs})" + (f" -> {self.ty(inner['sig']['output'])}" if inner["sig"]["output"] else "")
        sys.exit(f"a type that is not known: {kind}")

    def resolved(self, path):
        name = self.name(path)
        angle = ((path["args"] or {}).get("angle_bracketed")) if path["args"] else None
        round_ = ((path["args"] or {}).get("parenthesized")) if path["args"] else None
        if round_:
            inputs = ", ".join(map(self.ty, round_["inputs"]))
            return f"{name}({inputs})" + (f" -> {self.ty(round_['output'])}" if round_["output"] else "")
        if not angle:
            return name
        inside = [one.get("lifetime") or self.ty(one["type"]) for one in angle["args"]]
        inside += [f"{one['name']} = {self.ty(one['binding']['equality']['type'])}" for one in angle["constraints"]]
        return f"{name}<{', '.join(inside)}>" if inside else name

    def name(self, path):
        """What a user of the crate calls it. What is another crate's goes by its own name, or by its whole path where this
        crate has one of that name."""
        identifier = str(path["id"])
        if identifier in self.names:
            return self.names[identifier]
        written = path.get("path") or path["name"]
        whole = self.paths[identifier]["path"] if identifier in self.paths else written.split("::")
        return "::".join(whole) if whole[-1] in self.names.values() else whole[-1]

    def bounds(self, of):
        told = (self.resolved(one["trait_bound"]["trait"]) if "trait_bound" in one else str(one.get("outlives", "")) for one in of)
        return " + ".join(one for one in told if one)

    def generics(self, of):
        told = []
        for parameter in of["params"]:
            (kind, inner), = parameter["kind"].items()
            if kind == "type" and not inner["is_synthetic"]:
                told.append(parameter["name"] + (f": {self.bounds(inner['bounds'])}" if inner["bounds"] else ""))
            elif kind == "lifetime":
                told.append(parameter["name"])
            elif kind == "const":
                told.append(f"const {parameter['name']}: {self.ty(inner['type'])}")
        for predicate in of["where_predicates"]:
            if bound := predicate.get("bound_predicate"):
                told.append(f"{self.ty(bound['type'])}: {self.bounds(bound['bounds'])}")
        return f"<{', '.join(told)}>" if told else ""


def main():
    source, target, *options = sys.argv[1:]
    with open(source, encoding="utf-8") as file:
        api = Api(json.load(file))
    # By path, whatever it is.
    told = "".join(f"{line}\n" for line in sorted(api.lines, key=lambda line: (line.split("tomeru::", 1)[-1], line)))
    if options == ["--keep"]:
        with open(target, "w", encoding="utf-8") as file:
            file.write(told)
        return
    with open(target, encoding="utf-8") as file:
        kept = file.read()
    changes = list(difflib.unified_diff(kept.splitlines(), told.splitlines(), target, "what the crate has", lineterm="", n=0))
    print(*changes, sep="\n")
    if changes:
        print("The public API has changed. If that is meant: scripts/crate --keep, and CHANGELOG.md says so.")
    for path in sorted(api.without_example):
        print(f"{path}: its documentation has no example")
    if changes or api.without_example:
        sys.exit(1)
    print(f"{len(api.lines)} items, as {target} has them")


if __name__ == "__main__":
    main()
