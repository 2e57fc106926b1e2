"""Writes recurrences.tsv and generated-recurrences.tsv: rules with the occurrences that
recurring-ical-events finds.

Run once, with icalendar and recurring-ical-events installed; the tables are what is tested. The
second holds 500 generated rules with exceptions, extra dates and changed occurrences, and a shorter
window, so that it stays small.
Columns: DTSTART line, RRULE, other lines joined by |, occurrences as starts in Asia/Shanghai.

The table keeps to what RFC 5545 defines. Left out, because the library follows dateutil there:
- a DTSTART that its rule does not choose: RFC 5545 counts it as the first occurrence, dateutil
  neither lists nor counts it (the library lists it but does not count it);
- BYWEEKNO without BYDAY: RFC 5545 takes the weekday of DTSTART, dateutil all seven days.
"""

import datetime
import pathlib
import random
import zoneinfo

import icalendar
import recurring_ical_events
from dateutil.rrule import rrulestr

PLAN = zoneinfo.ZoneInfo("Asia/Shanghai")
FIRST, LAST = datetime.date(2024, 1, 1), datetime.date(2025, 12, 31)
DAYS = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"]

# DTSTART, RRULE, other lines. The first part is RFC 5545 §3.8.5.3, moved to 2024.
HAND = [
    ("TZID=America/New_York:20240902T090000", "FREQ=DAILY;COUNT=10", ""),
    ("TZID=America/New_York:20240902T090000", "FREQ=DAILY;UNTIL=20241224T000000Z", ""),
    ("TZID=America/New_York:20240902T090000", "FREQ=DAILY;INTERVAL=2", ""),
    ("TZID=America/New_York:20240902T090000", "FREQ=DAILY;INTERVAL=10;COUNT=5", ""),
    ("TZID=America/New_York:20240101T090000", "FREQ=YEARLY;UNTIL=20260131T140000Z;BYMONTH=1;BYDAY=SU,MO,TU,WE,TH,FR,SA", ""),
    ("TZID=America/New_York:20240101T090000", "FREQ=DAILY;UNTIL=20260131T140000Z;BYMONTH=1", ""),
    ("TZID=America/New_York:20240902T090000", "FREQ=WEEKLY;COUNT=10", ""),
    ("TZID=America/New_York:20240902T090000", "FREQ=WEEKLY;UNTIL=20241224T000000Z", ""),
    ("TZID=America/New_York:20240902T090000", "FREQ=WEEKLY;INTERVAL=2;WKST=SU", ""),
    ("TZID=America/New_York:20240903T090000", "FREQ=WEEKLY;COUNT=10;WKST=SU;BYDAY=TU,TH", ""),
    ("TZID=America/New_York:20240902T090000", "FREQ=WEEKLY;INTERVAL=2;UNTIL=20241224T000000Z;WKST=SU;BYDAY=MO,WE,FR", ""),
    ("TZID=America/New_York:20240903T090000", "FREQ=WEEKLY;INTERVAL=2;COUNT=8;WKST=SU;BYDAY=TU,TH", ""),
    ("TZID=America/New_York:20240906T090000", "FREQ=MONTHLY;COUNT=10;BYDAY=1FR", ""),
    ("TZID=America/New_York:20240906T090000", "FREQ=MONTHLY;UNTIL=20241224T000000Z;BYDAY=1FR", ""),
    ("TZID=America/New_York:20240901T090000", "FREQ=MONTHLY;INTERVAL=2;COUNT=10;BYDAY=1SU,-1SU", ""),
    ("TZID=America/New_York:20240923T090000", "FREQ=MONTHLY;COUNT=6;BYDAY=-2MO", ""),
    ("TZID=America/New_York:20240928T090000", "FREQ=MONTHLY;BYMONTHDAY=-3", ""),
    ("TZID=America/New_York:20240902T090000", "FREQ=MONTHLY;COUNT=10;BYMONTHDAY=2,15", ""),
    ("TZID=America/New_York:20240930T090000", "FREQ=MONTHLY;COUNT=10;BYMONTHDAY=1,-1", ""),
    ("TZID=America/New_York:20230910T090000", "FREQ=MONTHLY;INTERVAL=18;COUNT=10;BYMONTHDAY=10,11,12,13,14,15", ""),
    ("TZID=America/New_York:20240903T090000", "FREQ=MONTHLY;INTERVAL=2;BYDAY=TU", ""),
    ("TZID=America/New_York:20240610T090000", "FREQ=YEARLY;COUNT=10;BYMONTH=6,7", ""),
    ("TZID=America/New_York:20240310T090000", "FREQ=YEARLY;INTERVAL=1;COUNT=10;BYMONTH=1,2,3", ""),
    ("TZID=America/New_York:20240101T090000", "FREQ=YEARLY;INTERVAL=1;COUNT=10;BYYEARDAY=1,100,200", ""),
    ("TZID=America/New_York:20240513T090000", "FREQ=YEARLY;BYDAY=20MO", ""),
    ("TZID=America/New_York:20240513T090000", "FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO", ""),
    ("TZID=America/New_York:20240307T090000", "FREQ=YEARLY;BYMONTH=3;BYDAY=TH", ""),
    ("TZID=America/New_York:20240606T090000", "FREQ=YEARLY;BYDAY=TH;BYMONTH=6,7,8", ""),
    ("TZID=America/New_York:20240913T090000", "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13", ""),
    ("TZID=America/New_York:20240907T090000", "FREQ=MONTHLY;BYDAY=SA;BYMONTHDAY=7,8,9,10,11,12,13", ""),
    ("TZID=America/New_York:20161108T090000", "FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8", ""),
    ("TZID=America/New_York:20240905T090000", "FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3", ""),
    ("TZID=America/New_York:20240927T090000", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2", ""),
    ("TZID=America/New_York:20240902T090000", "FREQ=DAILY;COUNT=60;BYHOUR=9,10,11;BYMINUTE=0,20,40", ""),
    ("TZID=America/New_York:20240806T090000", "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO", ""),
    ("TZID=America/New_York:20240806T090000", "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU", ""),
    ("TZID=America/New_York:20240115T090000", "FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=5", ""),
    # Exceptions and extras.
    ("TZID=Asia/Shanghai:20240603T090000", "FREQ=DAILY;COUNT=10", "EXDATE;TZID=Asia/Shanghai:20240605T090000,20240606T090000"),
    ("TZID=Asia/Shanghai:20240603T090000", "FREQ=DAILY;COUNT=10", "EXDATE:20240605T010000Z"),
    ("TZID=Asia/Shanghai:20240603T090000", "FREQ=WEEKLY;BYDAY=MO", "RDATE;TZID=Asia/Shanghai:20240605T140000|EXDATE;TZID=Asia/Shanghai:20240610T090000"),
    ("TZID=Asia/Shanghai:20240603T090000", "FREQ=WEEKLY;COUNT=3", "RDATE;TZID=Asia/Shanghai:20240610T090000"),
    ("VALUE=DATE:20240603", "FREQ=WEEKLY;COUNT=6", "EXDATE;VALUE=DATE:20240610,20240624"),
    ("VALUE=DATE:20240603", "FREQ=WEEKLY;COUNT=6", "RDATE;VALUE=DATE:20240605"),
    ("VALUE=DATE:20240229", "FREQ=YEARLY", ""),
    ("VALUE=DATE:20200229", "FREQ=YEARLY", ""),
    ("VALUE=DATE:20240131", "FREQ=MONTHLY", ""),
    ("VALUE=DATE:20240131", "FREQ=MONTHLY;BYMONTHDAY=-1", ""),
    ("VALUE=DATE:19500615", "FREQ=YEARLY", ""),
    ("VALUE=DATE:19000101", "FREQ=DAILY;INTERVAL=97", ""),
    ("VALUE=DATE:20240101", "FREQ=WEEKLY;UNTIL=20240301", ""),
    ("VALUE=DATE:20231230", "FREQ=YEARLY;BYWEEKNO=52;BYDAY=SA", ""),
    ("VALUE=DATE:20241230", "FREQ=YEARLY;BYWEEKNO=1;BYDAY=MO", ""),
    ("VALUE=DATE:20201228", "FREQ=YEARLY;BYWEEKNO=53;BYDAY=MO", ""),
    ("VALUE=DATE:20241223", "FREQ=YEARLY;BYWEEKNO=-1;BYDAY=MO", ""),
    ("VALUE=DATE:20241231", "FREQ=YEARLY;BYYEARDAY=-1", ""),
    ("VALUE=DATE:20241231", "FREQ=YEARLY;BYYEARDAY=366", ""),
    ("VALUE=DATE:20240531", "FREQ=YEARLY;BYDAY=-1FR;BYMONTH=5", ""),
    ("VALUE=DATE:20241227", "FREQ=YEARLY;BYDAY=-1FR", ""),
    # Clock changes.
    ("TZID=America/New_York:20240308T023000", "FREQ=DAILY;COUNT=4", ""),
    ("TZID=America/New_York:20241101T013000", "FREQ=DAILY;COUNT=4", ""),
    ("TZID=Europe/Berlin:20240329T120000", "FREQ=DAILY;COUNT=5", ""),
    ("TZID=Europe/Berlin:20241025T235900", "FREQ=DAILY;COUNT=5", ""),
    ("TZID=Australia/Lord_Howe:20240405T120000", "FREQ=DAILY;COUNT=5", ""),
    ("TZID=America/Santiago:20240405T180000", "FREQ=DAILY;COUNT=5", ""),
    (":20240603T010000Z", "FREQ=DAILY;COUNT=4", ""),
    (":20240603T170000Z", "FREQ=WEEKLY;BYDAY=MO;COUNT=4", ""),
]


def random_rules(count):
    """Rules whose DTSTART is their own first choice, so that no reading of RFC 5545 differs."""
    generator = random.Random(2024)
    while count:
        frequency = generator.choice(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"])
        parts = [f"FREQ={frequency}"]
        if generator.random() < 0.5:
            parts.append(f"INTERVAL={generator.randint(2, 5)}")
        if generator.random() < 0.3:
            months = sorted(generator.sample(range(1, 13), generator.randint(1, 3)))
            parts.append("BYMONTH=" + ",".join(map(str, months)))
        choice = generator.random()
        if frequency in ("MONTHLY", "YEARLY") and choice < 0.4:
            days = generator.sample([*range(1, 32), -1, -2, -15], generator.randint(1, 4))
            parts.append("BYMONTHDAY=" + ",".join(map(str, days)))
        if frequency == "YEARLY" and 0.4 <= choice < 0.5:
            days = generator.sample([*range(1, 367), -1, -100], 5)
            parts.append("BYYEARDAY=" + ",".join(map(str, days)))
        if choice > 0.5 or choice < 0.1:
            days = generator.sample(DAYS, generator.randint(1, 4))
            if frequency in ("MONTHLY", "YEARLY") and generator.random() < 0.5:
                days = [f"{generator.choice([1, 2, 3, 4, 5, -1, -2])}{day}" for day in days]
            parts.append("BYDAY=" + ",".join(days))
        if len(parts) > 1 and generator.random() < 0.25 and frequency != "DAILY":
            parts.append(f"BYSETPOS={generator.choice([1, 2, -1, -2])}")
        if generator.random() < 0.2:
            parts.append("BYHOUR=8,14")
        if generator.random() < 0.4:
            parts.append(f"WKST={generator.choice(DAYS)}")
        if generator.random() < 0.4:
            parts.append(f"COUNT={generator.randint(2, 40)}")
        rule = ";".join(parts)
        anchor = datetime.datetime(generator.choice([1990, 2015, 2023]), generator.randint(1, 12), 1, 8, 30)
        first = next(iter(rrulestr(rule.split(";COUNT")[0], dtstart=anchor)), None)
        if first is None or first.year > 2025:
            continue
        # The interval and the week must start where the first choice stands.
        again = next(iter(rrulestr(rule.split(";COUNT")[0], dtstart=first)), None)
        if again != first:
            continue
        extra = ""
        if generator.random() < 0.4:
            later = rrulestr(rule, dtstart=first).between(
                datetime.datetime(2024, 1, 1), datetime.datetime(2026, 1, 1))
            if later:
                gone = generator.sample(later, min(3, len(later)))
                extra = "EXDATE;TZID=Asia/Shanghai:" + ",".join(f"{day:%Y%m%dT%H%M%S}" for day in gone)
        yield f"TZID=Asia/Shanghai:{first:%Y%m%dT%H%M%S}", rule, extra
        count -= 1


def generated(count):
    """Rules in three zones, most of them with something that departs from the rule."""
    generator = random.Random(500)
    rules = random_rules(10 * count)
    while count:
        start, rule, _ = next(rules)
        zone = generator.choice(["Asia/Shanghai", "Asia/Shanghai", "America/New_York", "Europe/Berlin"])
        start = start.replace("Asia/Shanghai", zone)
        clock = start.split(":")[1]
        dtstart = datetime.datetime.strptime(clock, "%Y%m%dT%H%M%S")
        inside = rrulestr(rule, dtstart=dtstart).between(
            datetime.datetime(2024, 4, 3), datetime.datetime(2024, 12, 28))
        if not inside:
            continue
        # Each occurrence departs from the rule in at most one way.
        chosen = generator.sample(inside, min(len(inside), generator.randint(0, 5)))
        lines = []
        changed = []
        for moment in chosen:
            written = f"{moment:%Y%m%dT%H%M%S}"
            way = generator.choice(["gone", "gone", "moved", "gone in UTC"])
            if way == "gone":
                lines.append(f"EXDATE;TZID={zone}:{written}")
            elif way == "gone in UTC":
                utc = moment.replace(tzinfo=zoneinfo.ZoneInfo(zone)).astimezone(datetime.timezone.utc)
                lines.append(f"EXDATE:{utc:%Y%m%dT%H%M%S}Z")
            else:
                to = moment + datetime.timedelta(days=generator.randint(0, 2), minutes=37)
                changed += ["END:VEVENT", "BEGIN:VEVENT", "UID:1",
                            f"RECURRENCE-ID;TZID={zone}:{written}",
                            f"DTSTART;TZID={zone}:{to:%Y%m%dT%H%M%S}"]
        if generator.random() < 0.3:
            extra = datetime.datetime(2024, 4, 3, 21, 11) + datetime.timedelta(
                days=generator.randrange(260))
            lines.append(f"RDATE;TZID={zone}:{extra:%Y%m%dT%H%M%S}")
        yield start, rule, "|".join(lines + changed)
        count -= 1


def occurrences(start, rule, extra, window):
    """The starts in the plan's zone, as they would stand in a file."""
    sign = "" if start.startswith(":") else ";"
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:x", "BEGIN:VEVENT", "UID:1",
             "DTSTAMP:20240101T000000Z", f"DTSTART{sign}{start}", f"RRULE:{rule}",
             *filter(None, extra.split("|")), "END:VEVENT", "END:VCALENDAR"]
    calendar = icalendar.Calendar.from_ical("\r\n".join(lines))
    first = datetime.datetime.combine(window[0], datetime.time(), PLAN)
    end = datetime.datetime.combine(window[1] + datetime.timedelta(1), datetime.time(), PLAN)
    found = []
    for event in recurring_ical_events.of(calendar).between(first, end):
        moment = event["DTSTART"].dt
        if isinstance(moment, datetime.datetime):
            # By way of UTC: Python leaves a skipped hour as it is until it is converted.
            moment = moment.astimezone(datetime.timezone.utc).astimezone(PLAN)
            found.append(f"{moment:%Y%m%dT%H%M%S}")
        else:
            found.append(f"{moment:%Y%m%d}")
    return sorted(found)


def write(name, rules, window):
    rows = ["\t".join([*rule, " ".join(occurrences(*rule, window))]) for rule in rules]
    pathlib.Path(__file__).with_name(name).write_text("\n".join(rows) + "\n")


write("recurrences.tsv", [*HAND, *random_rules(90)], (FIRST, LAST))
write("generated-recurrences.tsv", generated(500),
      (datetime.date(2024, 4, 1), datetime.date(2024, 12, 31)))
