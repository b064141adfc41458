"""Reads the values that TLC prints."""

import re

TOKEN = re.compile(r'\s*(<<|>>|\|->|:>|@@|"[^"]*"|-?\d+|\w+|[\[\](){},])')


class Reader:
    def __init__(self, text):
        self.tokens = TOKEN.findall(text)
        self.at = 0

    def take(self):
        self.at += 1
        return self.tokens[self.at - 1]

    def peek(self):
        return self.tokens[self.at]

    def several(self, end):
        values = []
        while self.peek() != end:
            values.append(self.value())
            if self.peek() == ",":
                self.take()
        self.take()
        return values

    def value(self):
        token = self.take()
        if token == "<<":
            return tuple(self.several(">>"))
        if token == "{":
            return frozenset(self.several("}"))
        if token == "[":
            return self.record()
        if token == "(":
            return self.function()
        if token in ("TRUE", "FALSE"):
            return token == "TRUE"
        if token.startswith('"'):
            return token[1:-1]
        return int(token) if re.fullmatch(r"-?\d+", token) else token

    def record(self):
        fields = {}
        while self.peek() != "]":
            name = self.take()
            self.take()
            fields[name] = self.value()
            if self.peek() == ",":
                self.take()
        self.take()
        return Record(fields)

    def function(self):
        entries = {}
        while self.peek() != ")":
            key = self.value()
            self.take()
            entries[key] = self.value()
            if self.peek() == "@@":
                self.take()
        self.take()
        return Record(entries)


class Record(dict):
    """A function of TLA+, which may be an element of a set."""

    def __hash__(self):
        return hash(frozenset(self.items()))


def states(text):
    """The states of a trace that TLC has written to a file, each as a dictionary of its variables."""
    for state in re.split(r"STATE_\d+ ==", text)[1:]:
        variables = re.split(r"^/\\ (\w+) = ", state.split("\n\n")[0], flags=re.MULTILINE)[1:]
        yield {name: Reader(value).value() for name, value in zip(variables[::2], variables[1::2], strict=True)}
