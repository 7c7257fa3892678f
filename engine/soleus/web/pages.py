"""The pages of the review: cases, one version of a case, two side by side, and the verdicts by rule."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any

from markupsafe import Markup
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response

from soleus.explanation.words import name_of
from soleus.inference.program import compile_program
from soleus.inference.truth import Known
from soleus.knowledge.conditions import LEVELS
from soleus.report.html import wording as page_words
from soleus.report.html.known import Fired
from soleus.report.html.said import firing
from soleus.report.tallying import is_judged, tally_csv, titles_of
from soleus.review.records import CaseFilter, KeptCase, StoreError, Version
from soleus.review.scenarios import skeleton
from soleus.review.side_by_side import in_order_of_time, side_by_side
from soleus.web import wording
from soleus.web.desk import Desk
from soleus.web.forms import fields_of
from soleus.web.rendering import box, by_htmx, desk_of, judging, link_to, of_version, page, part

PAGE = 50
"""The cases of a list that are shown at a time."""


def cases(request: Request) -> Response:
    """The list of cases: those that fit, a page of them at a time."""
    desk, query = desk_of(request), request.query_params
    wanted = CaseFilter(query.get("triage", ""), query.get("cause", ""), query.get("name", "").strip(), query.get("unreviewed") == "yes")
    total = desk.store.count(wanted)
    first = _first(query.get("first", "1"), total)
    lines = desk.store.lines(wanted, most=PAGE, skip=first - 1)
    values: dict[str, Any] = {"wanted": wanted, "lines": lines, "first": first, "total": total, "step": PAGE}
    values["cause_name"] = partial(name_of, desk.base)
    if request.headers.get("hx-target") == "found":
        return part(request, "found.html.j2", **values)
    return page(request, "list.html.j2", **values, levels=_levels(desk), causes=_causes(desk))


def _first(text: str, total: int) -> int:
    """The number of the first case to show: that of the last page where fewer are left than were asked for."""
    wanted = _whole_number(text) or 1
    return wanted if wanted <= total else max(total - 1, 0) // PAGE * PAGE + 1


def _levels(desk: Desk) -> dict[str, str]:
    """The levels of care, the most urgent first, with their titles."""
    return {level: words.title for level, words in sorted(desk.base.about.triage.items(), key=lambda pair: -LEVELS.index(pair[0]))}


def _causes(desk: Desk) -> dict[str, str]:
    """The causes that are likely in some case, with their names, in order of these."""
    return dict(sorted(((one, name_of(desk.base, one)) for one in desk.store.causes()), key=lambda pair: pair[1].casefold()))


def case(request: Request) -> Response:
    """One version of a case, with the verdicts on it."""
    kept, version = _version(request)
    made = desk_of(request).page(kept, version)
    return page(request, "case_page.html.j2", page=made, result=made.result, case=kept, version=version, judged=judging(request, kept, version))


def turns(request: Request) -> Response:
    """What would change the outcome of a version: the part of its page that takes longest."""
    kept, version = _version(request)
    desk = desk_of(request)
    if not desk.page(kept, version).whole:
        raise HTTPException(404, page_words.AS_KEPT)
    found = {"turns": desk.turns(version)}
    if by_htmx(request):
        return part(request, "turns.html.j2", page=found)
    return page(request, "turns_page.html.j2", page=found, case=kept, version=version)


def beside(request: Request) -> Response:
    """A version beside another: the one before it, or a version of this or another case that is named. The earlier one stands first."""
    desk, (kept, version) = desk_of(request), _version(request)
    other, number = request.query_params.get("case", "").strip() or kept.name, _whole_number(request.query_params.get("version", ""))
    beside = _called_case(request, other)
    then = _numbered(beside, number or (version.number - 1 if beside.id == kept.id else beside.last.number))
    first, second = in_order_of_time((beside.name, then), (kept.name, version))
    return page(request, "beside.html.j2", sides=side_by_side(desk.base, *first, *second), case=kept, version=version)


async def judge(request: Request) -> Response:
    """Take a verdict. What is refused is told beside the thing that it is about."""
    fields = await fields_of(request)
    return await run_in_threadpool(_judge, request, fields)


def _judge(request: Request, fields: dict[str, str]) -> Response:
    desk, (kept, version) = desk_of(request), _version(request)
    kind, subject, says, reason = (fields.get(name, "") for name in ("kind", "subject", "says", "reason"))
    try:
        verdict = desk.store.judge(kept.name, kind, subject, desk.author, says, reason, version.number, read=fields.get("case"))
    except StoreError as error:
        return _refused(request, _box(request, kept, version, kind, subject, refused=str(error), typed=reason))
    if by_htmx(request):
        every = dict.fromkeys((*kept.verdicts, verdict))
        return HTMLResponse(_box(request, replace(kept, verdicts=tuple(every)), version, kind, subject))
    there = link_to(request, "version", name=kept.name, number=version.number)
    return RedirectResponse(f"{there}#judge-{kind}-{subject}", 303)


def _box(request: Request, kept: KeptCase, version: Version, kind: str, subject: str, refused: str = "", typed: str = "") -> Markup:
    """What stands beside one thing."""
    said = of_version(kept.verdicts, version.number).get((kind, subject), ())
    return box(request, kept, version, kind, subject, said, refused, typed)


def _refused(request: Request, again: Markup) -> Response:
    """A verdict that was not taken: what stands beside the thing again, with the reason that was typed."""
    return HTMLResponse(again, 422) if by_htmx(request) else page(request, "refused.html.j2", 422, again=again)


def stats(request: Request) -> Response:
    """The verdicts by what they are about."""
    tallies = desk_of(request).store.tallies()
    every = request.query_params.get("every") == "yes"
    shown = [one for one in tallies if every or is_judged(one)]
    fired = sum(one.kind == "rule" for one in tallies)
    return page(request, "stats.html.j2", tallies=shown, every=every, fired=fired, titles=titles_of(desk_of(request).base))


def table(request: Request) -> Response:
    """The verdicts by what they are about, as CSV."""
    desk = desk_of(request)
    text = tally_csv(desk.store.tallies(), titles_of(desk.base))
    return Response(text, media_type="text/csv", headers={"Content-Disposition": "attachment; filename=rules.csv"})


def rule(request: Request) -> Response:
    """A rule of the knowledge: its text, its evidence, and what was said of it."""
    desk, name = desk_of(request), request.path_params["rule"]
    program = compile_program(desk.base)
    if name not in program.rules:
        raise HTTPException(404, wording.missing_rule(name))
    text = firing(program, Known({}, {}, {}, {}, None), Fired(0, program.rules[name], ()), ())
    tally = next((one for one in desk.store.tallies() if (one.kind, one.subject) == ("rule", name)), None)
    return page(request, "rule.html.j2", rule=text, tally=tally)


def scenario(request: Request) -> Response:
    """A verdict as a skeleton for the features, as text."""
    desk, kept = desk_of(request), _case(request)
    verdict = next((one for one in kept.verdicts if one.id == request.path_params["verdict"]), None)
    if verdict is None:
        raise HTTPException(404, wording.NOT_FOUND)
    return PlainTextResponse(skeleton(desk.base, kept, verdict))


def _case(request: Request) -> KeptCase:
    return _called_case(request, request.path_params["name"])


def _called_case(request: Request, name: str) -> KeptCase:
    kept = desk_of(request).store.find(name)
    if kept is None:
        raise HTTPException(404, wording.missing_case(name))
    return kept


def _version(request: Request) -> tuple[KeptCase, Version]:
    """The case and version of an address, the newest where it names none."""
    kept, number = _case(request), request.path_params.get("number")
    return kept, kept.last if number is None else _numbered(kept, _whole_number(number))


def _numbered(kept: KeptCase, number: int) -> Version:
    try:
        return kept.version(number)
    except StoreError as error:
        raise HTTPException(404, str(error)) from error


def _whole_number(text: str) -> int:
    """A number that is at least 1, or 0 for anything else."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0
