"""What a file says of a sequence before its touches: its name, its audience, its start."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from cadence_lint.formats import keys, values
from cadence_lint.formats.intake import Intake, Keys, is_blank
from cadence_lint.formats.values import Unreadable
from cadence_lint.record import Record
from cadence_lint.sequence import Audience, Consent, Purpose, Relationship, Segment, Sequence
from cadence_lint.source.tree import Entry, Items, Mapping, Scalar

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from cadence_lint.source import Span


_NAMES = keys.Names(keys.HEADER_NAMES | keys.AUDIENCE_NAMES)


class Listing(Record):
    """A list of touches as it stands in a file, and the keys around it."""

    header: Mapping | None
    items: Items
    about: Span
    """Where the whole sequence is pointed at when it has no name: the list's key."""
    title: Scalar | None = None
    """The key of the map that holds it, where sequences are listed by name."""
    others: tuple[Scalar, ...] = ()
    """The keys beside it that list touches too, which are not read."""


def read_header(intake: Intake, listing: Listing, format_name: str) -> Sequence:
    """A sequence that has no touches yet."""
    node = listing.header
    header = intake.keys(node or Mapping(listing.items.span), _NAMES)
    name = _name(intake, header)
    title = name.value if name else listing.title
    audience_keys = _audience_keys(intake, header)
    return Sequence(
        source=intake.source,
        id=intake.source.path,
        format=format_name,
        name=" ".join(title.value.split()) if isinstance(title, Scalar) else _file_name(intake),
        span=(node or listing.items).span,
        about=title.span if title else listing.about,
        purpose=intake.word(header.get("purpose"), get_args(Purpose)),
        audience=_audience(intake, audience_keys),
        goal=intake.plain(header.get("goal")),
        language=intake.value(header.get("language"), values.read_language),
        start=intake.value(header.get("start"), values.read_start),
        business_days=intake.value(header.get("business_days"), values.is_yes) or False,
        send_days=_weekdays(intake, header.get("send_days")),
        stop_on=_stop_on(intake, header.get("stop_on")),
        fields=_fields(intake, header.get("fields")),
        consent=intake.word(header.get("consent"), get_args(Consent)),
        reviewed=intake.value(header.get("reviewed"), values.read_date),
        replies=intake.pairs(header.get("replies")),
        enrolled=intake.value(header.get("enrolled"), values.read_count),
        holidays=frozenset(_holidays(intake, header.get("holidays"))),
        places=_places(header, name) | audience_keys.places,
    )


def _name(intake: Intake, header: Keys) -> Entry | None:
    """The entry that names the sequence; `sequence` may also be the list itself."""
    for entry in header.all("name"):
        if isinstance(entry.value, Scalar):
            if not is_blank(entry.value):
                return entry
        elif keys.fold(entry.key.value) not in keys.LIST_NAMES:
            intake.fault_nested(entry, "text")
    return None


def _file_name(intake: Intake) -> str:
    return intake.source.path.rsplit("/", 1)[-1].rsplit(".", 1)[0]


def _places(header: Keys, name: Entry | None) -> dict[str, Span]:
    places = header.places
    places.pop("name", None)
    return places | ({"name": name.value.span} if name else {})


def _audience_keys(intake: Intake, header: Keys) -> Keys:
    """The audience's keys stand under `audience`, or beside the sequence's own."""
    entry = header.get("audience")
    found = Keys(None, keys.AUDIENCE_NAMES)
    found.by_name |= header.by_name
    if entry and isinstance(entry.value, Mapping):
        found.by_name |= intake.keys(entry.value, keys.AUDIENCE_NAMES).by_name
    elif entry:
        found.by_name.setdefault("persona", entry)
    return found


def _audience(intake: Intake, found: Keys) -> Audience:
    return Audience(
        persona=intake.plain(found.get("persona")),
        relationship=intake.word(found.get("relationship"), get_args(Relationship)),
        segment=intake.word(found.get("segment"), get_args(Segment)),
        regions=_regions(intake, found.get("region")),
        timezones=_timezones(intake, found.get("timezone")),
        context=intake.pairs(found.get("context")),
    )


def _regions(intake: Intake, entry: Entry | None) -> tuple[str, ...]:
    from cadence_lint.room.regions import normal_region

    regions: list[str] = []
    for scalar in intake.words(entry):
        region = normal_region(scalar.value)
        if region is None:
            intake.fault(
                f"{values.shown(scalar.value)} is no region that I know;"
                " write a country's two letters, such as DE or US-CA",
                scalar.span,
            )
        else:
            regions.append(region)
    return tuple(regions)


def _timezones(intake: Intake, entry: Entry | None) -> tuple[str, ...]:
    scalars = intake.words(entry)
    if not scalars:
        return ()
    from cadence_lint.schedule import check_zone

    zones: list[str] = []
    for scalar in scalars:
        zone = " ".join(scalar.value.split())
        if problem := check_zone(zone):
            intake.fault(problem, scalar.span)
        else:
            zones.append(zone)
    return tuple(zones)


def _weekdays(intake: Intake, entry: Entry | None) -> frozenset[int] | None:
    days: set[int] = set()
    for scalar in intake.words(entry):
        try:
            days |= values.read_weekdays([scalar.value])
        except Unreadable as problem:
            intake.fault(f"send_days: {problem}", scalar.span)
    return frozenset(days) or None


def _holidays(intake: Intake, entry: Entry | None) -> Iterator[date]:
    """Days that are kept free; a comma may stand within one, as in `Mar 14, 2027`."""
    nodes = entry.value.items if entry and isinstance(entry.value, Items) else []
    if entry and not nodes:
        nodes = [entry.value]
    for node in nodes:
        if not isinstance(node, Scalar):
            intake.fault("'holidays' is a date or a list of dates", node.span)
        elif not is_blank(node):
            try:
                yield values.read_date(node.value)
            except Unreadable as problem:
                intake.fault(f"holidays: {problem}", node.span)


def _stop_on(intake: Intake, entry: Entry | None) -> tuple[str, ...] | None:
    if entry is None or is_blank(entry.value):
        return None
    return tuple(scalar.value for scalar in intake.words(entry))


def _fields(intake: Intake, entry: Entry | None) -> dict[str, str]:
    """Merge fields, and whether each is always filled; those of a bare list are."""
    if entry is None or not isinstance(entry.value, Mapping):
        return {scalar.value: "required" for scalar in intake.words(entry)}
    fields = {}
    for inner in entry.value.entries.values():
        if said := intake.word(inner, ("required", "optional")):
            fields[inner.key.value] = said
    return fields
