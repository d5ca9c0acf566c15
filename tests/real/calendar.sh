#!/usr/bin/env bash
# A calendar is read back by another program's parser: the same days, nothing lost, no line too long.
source "${BASH_SOURCE%/*}/common.bash"

python=/usr/bin/python3
"$python" -c 'import icalendar' 2>/dev/null || skip 'python3-icalendar is not installed'

cat >catalogue.yaml <<'END'
hcf: catalogue/1
provider: "Académie; Ünï, \\ Söhne"
courses:
  - id: long
    title: "Sehr lange Überschrift mit Ümläuten, Kommas; Strichpunkten und \\ – damit jede Zeile gefaltet werden muß, ễễễễễễễễễễ"
    develops: [hand-hygiene, safeguarding]
END
cat >people.yaml <<'END'
hcf: assessment/1
person: {id: "P-1, Ö", name: Geheim Beispiel, level: supportive}
ratings:
  hand-hygiene: partial
  filing-systems:
    value: not-met
    plan: {action: Geheime Absprache, due: 2027-02-28, review: 2027-01-15, supervisor: Geheim Chefin}
  digital-communications:
    value: partial
    plan: {action: Geheimes, due: 2026-02-28}
END
run plan people.yaml --catalogue catalogue.yaml --as-of 2026-11-22 --by 2026-12-31 -o plan.ics
expect_code 0
run plan people.yaml --catalogue catalogue.yaml --as-of 2026-11-22 --by 2027-12-31 -o later.ics
expect_code 0
grep -qi geheim plan.ics && fault 'the calendar holds a name, or what a plan says'

"$python" - >words 2>&1 <<'END' || fault "the calendar is not right: $(cat words)"
from datetime import date, datetime, timedelta
from icalendar import Calendar

def events(path):
    data = open(path, "rb").read()
    assert data.endswith(b"\r\n") and b"\n" not in data.replace(b"\r\n", b""), "a line that does not end with CR LF"
    for line in data.split(b"\r\n"):
        assert len(line) <= 75, line
        line.decode("utf-8")  # no character is cut
    calendar = Calendar.from_ical(data)
    assert calendar["VERSION"] == "2.0" and calendar["PRODID"]
    found = calendar.walk("VEVENT")
    assert len(found) == data.count(b"BEGIN:VEVENT")
    for event in found:
        start, end = event.decoded("DTSTART"), event.decoded("DTEND")
        assert type(start) is date and end == start + timedelta(days=1), (start, end)
        assert event.decoded("DTSTAMP").replace(tzinfo=None) == datetime(2026, 11, 22)
        assert event["CLASS"] == "PRIVATE" and event["TRANSP"] == "TRANSPARENT"
    assert len({str(event["UID"]) for event in found}) == len(found)
    return found

plan, later = events("plan.ics"), events("later.ics")
days = sorted(event.decoded("DTSTART").isoformat() for event in plan)
# The course: due, and half way. The plans of the assessment: due and review, and one that is overdue.
assert days == ["2026-02-28", "2026-12-11", "2026-12-31", "2027-01-15", "2027-02-28"], days
assert all(str(event["SUMMARY"]).startswith("P-1, Ö: ") for event in plan)
title = "Sehr lange Überschrift mit Ümläuten, Kommas; Strichpunkten und \\ – damit jede Zeile gefaltet werden muß, ễễễễễễễễễễ"
course = next(event for event in plan if event.decoded("DTSTART") == date(2026, 12, 31))
assert str(course["SUMMARY"]) == "P-1, Ö: due, " + title, course["SUMMARY"]
lines = str(course["DESCRIPTION"]).split("\n")
assert lines[0] == title + " (long, Académie; Ünï, \\ Söhne)", lines
# Another day, the same events.
assert {str(event["UID"]) for event in plan} == {str(event["UID"]) for event in later}
END

# The plan of everybody, in one file, is a calendar too; a person without a date adds nothing.
cp people.yaml one.yaml
printf 'hcf: assessment/1\nperson: {id: P-2, level: supportive}\nratings: {}\n' >two.yaml
run plan one.yaml two.yaml --together --catalogue catalogue.yaml --as-of 2026-11-22 --format ics
expect_code 0
"$python" -c 'import sys; from icalendar import Calendar; c = Calendar.from_ical(open(sys.argv[1], "rb").read())
assert len(c.walk("VEVENT")) == 3, c' "$out" >words 2>&1 || fault "$(cat words)"

finish
