"""Forms that are nothing but a menu: choosing from a list and sending it is following a link (HTML §4.10.21.3)."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote_plus, urlencode


class Menus:
    """The menus of one page, each looked at once."""

    __slots__ = ("_asked",)

    def __init__(self) -> None:
        self._asked: dict[Any, str | None] = {}

    def reference(self, option: Any, value: str) -> str | None:
        """Return what choosing an `option` asks for, None where its `value` is no reference and not sent alone."""
        if "/" in value or "?" in value:
            return value
        select = next(option.iterancestors("select"), None)
        if select is None:
            return None
        if select not in self._asked:
            self._asked[select] = _asked_by(select)
        asked = self._asked[select]
        return None if asked is None else asked + quote_plus(value)


def _asked_by(select: Any) -> str | None:
    """Return what a form with this one menu asks for, up to the value chosen; None for any other form."""
    form = next(select.iterancestors("form"), None)
    if form is None or not select.get("name") or (form.get("method") or "get").lower() != "get":
        return None
    if (
        next(form.iterdescendants("textarea"), None) is not None
        or len(list(form.iterdescendants("select"))) > 1
    ):
        return None
    sent = []
    for field in form.iterdescendants("input"):
        kind = (field.get("type") or "text").lower()
        if kind == "hidden" and field.get("name"):
            sent.append((field.get("name"), field.get("value") or ""))
        elif kind not in {"submit", "image", "button"}:
            return None
    action = (form.get("action") or "").partition("?")[0]
    return f"{action}?{urlencode([*sent, (select.get('name'), '')])}"
