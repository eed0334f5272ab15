namespace ScoEvents.Exports.ScheduleFormat;

/// <summary>Codes of <see cref="ScheduleProblem"/>; they stay the same, so that language files and tests can hold on to them.</summary>
public static class ScheduleProblemCodes
{
    /// <summary>Refused: more bytes than allowed; argument: the limit in bytes.</summary>
    public const string FileTooLarge = "file.too-large";

    /// <summary>Refused: more sessions than allowed; argument: the limit.</summary>
    public const string TooManyEvents = "file.too-many-events";

    /// <summary>Refused: nothing in it.</summary>
    public const string FileEmpty = "file.empty";

    /// <summary>Refused: neither UTF-8 nor UTF-16 with a byte order mark, or an encoding that XML names and that is not known.</summary>
    public const string FileEncoding = "file.encoding";

    /// <summary>Repaired: bytes or escapes that are no characters became U+FFFD.</summary>
    public const string FileEncodingRepaired = "file.encoding-repaired";

    /// <summary>Refused: no well-formed JSON or XML; arguments: line and column, from 1.</summary>
    public const string FileSyntax = "file.syntax";

    /// <summary>Refused: nested deeper than allowed; argument: the limit.</summary>
    public const string FileTooDeep = "file.too-deep";

    /// <summary>Refused: XML with a document type, which is where entities are declared.</summary>
    public const string FileDocumentType = "file.document-type";

    /// <summary>Refused: well-formed, but no schedule.</summary>
    public const string FileNotASchedule = "file.not-a-schedule";

    /// <summary>Note: more problems than can be listed; argument: how many are not.</summary>
    public const string MoreProblems = "problems.more";

    /// <summary>Note: fields that the portal has no place for; argument: their names.</summary>
    public const string FieldsNotCarried = "fields.not-carried";

    /// <summary>Repaired: another type than the format's, read all the same; arguments: field, type found.</summary>
    public const string WrongType = "value.type";

    /// <summary>Refused: a value that cannot be read; arguments: field, value or type.</summary>
    public const string ValueUnreadable = "value.unreadable";

    /// <summary>Repaired: markup became plain text; argument: field.</summary>
    public const string TextMarkup = "text.markup";

    /// <summary>Repaired: control, override or other hidden characters were taken out; argument: field.</summary>
    public const string TextCharacters = "text.characters";

    /// <summary>Refused: a translation into a language the portal does not keep; arguments: field, language.</summary>
    public const string TextLanguage = "text.language";

    /// <summary>Repaired: the conference has no acronym; argument: the one assumed.</summary>
    public const string AcronymMissing = "conference.acronym-missing";

    /// <summary>Repaired: the conference has no title; argument: the one assumed.</summary>
    public const string ConferenceTitleMissing = "conference.title-missing";

    /// <summary>Repaired: the conference's dates are missing or the wrong way round; arguments: first and last day taken.</summary>
    public const string ConferenceDates = "conference.dates";

    /// <summary>Repaired: no zone is named; argument: the one assumed.</summary>
    public const string ZoneMissing = "zone.missing";

    /// <summary>Repaired: a zone that is not known; arguments: the name, the zone assumed.</summary>
    public const string ZoneUnknown = "zone.unknown";

    /// <summary>Note: offsets of the file are not those of the zone it names; the offset decides; arguments: zone, offset, how many sessions.</summary>
    public const string ZoneOffsetDiffers = "zone.offset-differs";

    /// <summary>Repaired: a day without a date, or with a start or end that cannot be read; argument: the date taken.</summary>
    public const string DayRepaired = "day.repaired";

    /// <summary>Refused: a day of which no date can be found; its sessions are refused unless they carry their own.</summary>
    public const string DayWithoutDate = "day.without-date";

    /// <summary>Repaired: a day's number is missing or taken; argument: the number given.</summary>
    public const string DayIndex = "day.index";

    /// <summary>Repaired: a row of a table without a day took the day of the row above; argument: the date.</summary>
    public const string DayCarried = "day.carried";

    /// <summary>Repaired: a room without a name or with the name of another was left out of the list; argument: the name.</summary>
    public const string RoomDropped = "room.dropped";

    /// <summary>Note: sessions name a room that the list of rooms lacks; argument: the name.</summary>
    public const string RoomAdded = "room.added";

    /// <summary>Note: a session without a room.</summary>
    public const string RoomMissing = "room.missing";

    /// <summary>Repaired: a session names another room than the one it is listed under, which counts; arguments: named, listed.</summary>
    public const string RoomDiffers = "room.differs";

    /// <summary>Note: two sessions in one room at the same time; arguments: room, the other session's title.</summary>
    public const string RoomOverlap = "room.overlap";

    /// <summary>Repaired: no guid, or one that is no guid; arguments: what it belongs to (event, room, person), what it was derived from.</summary>
    public const string GuidDerived = "guid.derived";

    /// <summary>Repaired: a guid that something before it has; arguments: what it belongs to, the guid, the guid given instead.</summary>
    public const string GuidDuplicate = "guid.duplicate";

    /// <summary>Repaired: an id that is no positive whole number or that another session has was left out; argument: the id.</summary>
    public const string IdDropped = "id.dropped";

    /// <summary>Refused: a session that repeats another one entirely; argument: its title.</summary>
    public const string EventRepeated = "event.repeated";

    /// <summary>Repaired: a session without a title; argument: the title given.</summary>
    public const string TitleMissing = "event.title-missing";

    /// <summary>Refused: a session whose start cannot be found; arguments: date, start as written.</summary>
    public const string StartUnreadable = "event.start-unreadable";

    /// <summary>Note: the start differs from the date and time, which count; arguments: start, date.</summary>
    public const string StartDiffers = "event.start-differs";

    /// <summary>Repaired: a time without date before the day begins was taken for the night after; arguments: time, date taken.</summary>
    public const string AfterMidnight = "event.after-midnight";

    /// <summary>Note: a session outside the hours of the day it is listed under; argument: its start.</summary>
    public const string OutsideDay = "event.outside-day";

    /// <summary>Repaired: a local time that the clocks skip was moved behind the gap; arguments: time written, time taken.</summary>
    public const string TimeSkipped = "event.time-skipped";

    /// <summary>Repaired: neither duration nor end can be read; argument: minutes assumed.</summary>
    public const string DurationAssumed = "event.duration-assumed";

    /// <summary>Repaired: seconds were rounded up to the minute; arguments: as written, minutes taken.</summary>
    public const string DurationRounded = "event.duration-rounded";

    /// <summary>Refused: longer than 99 hours 59 minutes; argument: as written.</summary>
    public const string DurationTooLong = "event.duration-too-long";

    /// <summary>Note: the end differs from start and duration, which count; argument: the end as written.</summary>
    public const string EndDiffers = "event.end-differs";

    /// <summary>Refused: a person without a name, or the same person twice in one session; argument: the name.</summary>
    public const string PersonDropped = "person.dropped";

    /// <summary>Repaired: an address was completed; arguments: as written, as taken.</summary>
    public const string LinkCompleted = "link.completed";

    /// <summary>Refused: an address that is none, or neither http nor https; argument: as written.</summary>
    public const string LinkRefused = "link.refused";

    /// <summary>Refused: a heading that the mapping names is not in the table; argument: the heading.</summary>
    public const string ColumnMissing = "table.column-missing";

    /// <summary>Refused: the mapping names no column for the title or the start; argument: the field.</summary>
    public const string ColumnNotMapped = "table.column-not-mapped";

    /// <summary>Note: a row with fewer or more cells than the heading; arguments: cells found, cells of the heading.</summary>
    public const string RowLength = "table.row-length";

    /// <summary>Refused: a row whose quotes do not close or are followed by text.</summary>
    public const string RowMalformed = "table.row-malformed";

    /// <summary>Refused: a workbook from before 2007, or one with a password.</summary>
    public const string WorkbookOld = "workbook.old";

    /// <summary>Refused: an archive that is damaged or no workbook.</summary>
    public const string WorkbookUnreadable = "workbook.unreadable";

    /// <summary>Refused: a workbook that unpacks to more than allowed, or has too many parts or columns; argument: the limit.</summary>
    public const string WorkbookTooLarge = "workbook.too-large";

    /// <summary>Note: a workbook with several sheets, of which one was read; argument: its name.</summary>
    public const string WorkbookSheet = "workbook.sheet";
}
