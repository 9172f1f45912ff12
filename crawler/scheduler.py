"""Scrapy's scheduler, over the frontier in the ledger: a visit is checked out here and checked in by its answer."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Protocol, cast

from scrapy.core.scheduler import BaseScheduler

from crawler.provenance import is_visit

if TYPE_CHECKING:
    from scrapy import Request, Spider

    from crawler.frontier import Frontier
    from crawler.visits import Visit


class Walking(Protocol):
    """What the scheduler needs of a spider: a frontier, and a request for each of its visits."""

    @property
    def frontier(self) -> Frontier:
        """The walk's frontier."""

    @property
    def budget(self) -> int | None:
        """How many requests the walk may make, None for any number."""

    def request(self, visit: Visit) -> Request:
        """Return the request of a visit."""


class FrontierScheduler(BaseScheduler):
    """Gives the frontier's visits as requests, in its order; nothing of them is held here.

    A visit checked out stays open in the ledger until its answer is taken in, so what was under way when the process
    died is tried again by the next run. Requests that follow from one that is out (redirects, new tries) are held in
    memory and go first. They count against the budget too, and are still made when it is spent.
    """

    def __init__(self) -> None:
        self._again: deque[Request] = deque()
        self._walking: Walking | None = None
        self._left: int | None = None

    def open(self, spider: Spider) -> None:
        """Begin with the walk of `spider`, which is a Walking one."""
        walking = self._walking = cast("Walking", spider)
        if walking.budget is not None:
            self._left = max(0, walking.budget - walking.frontier.made)

    def has_pending_requests(self) -> bool:
        """Return whether there is something to ask for."""
        if self._again:
            return True
        return self._walking is not None and self._left != 0 and self._walking.frontier.waiting

    def enqueue_request(self, request: Request) -> bool:
        """Take a request that follows from a visit under way; any other would not be the frontier's."""
        if not is_visit(request):
            return False
        self._again.append(request)
        return True

    def next_request(self) -> Request | None:
        """Return the next request, None when there is none by now."""
        request: Request | None = None
        if self._again:
            request = self._again.popleft()
        elif self._walking is not None and self._left != 0:
            visit = self._walking.frontier.next()
            request = None if visit is None else self._walking.request(visit)
        if request is not None and self._left:
            self._left -= 1
        return request
