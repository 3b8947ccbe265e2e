"""Which address is answered by what."""

from __future__ import annotations

import functools
from collections.abc import Sequence

from starlette.routing import BaseRoute, Route

from services.portal import (
    api,
    assets,
    comments,
    compute,
    consultation,
    desk,
    pages,
    plan_check,
    report,
    subscription,
    terrain,
)


def routes() -> Sequence[BaseRoute]:
    """Return the routes of the portal."""
    files = assets.ours()
    return [
        Route("/", functools.partial(pages.home, files)),
        Route("/map", functools.partial(pages.map_page, files)),
        Route("/print", functools.partial(pages.print_page, files)),
        Route("/inbox", functools.partial(pages.inbox, files)),
        Route("/proposals", functools.partial(pages.proposals, files)),
        Route("/accessibility", functools.partial(pages.accessibility, files)),
        Route("/3d/{layer}", functools.partial(pages.points, files)),
        Route("/3d/{layer}/terrain", terrain.answer),
        *report.routes(files),
        *desk.routes(files),
        *plan_check.routes(files),
        *compute.routes(files),
        *consultation.routes(files),
        *comments.routes(files),
        *subscription.routes(files),
        Route("/api/catalogue", api.catalogue),
        Route("/api/search", api.search),
        Route("/api/identify", api.identify),
        Route("/api/feature/{layer}/{id:int}", api.feature),
        Route("/favicon.ico", files.icon),
        Route("/static/{digest}/{path:path}", files.answer),
    ]
