using System.Globalization;
using ScoEvents.Domain.Programme;
using ScoEvents.Domain.Shared;
using ScoEvents.Exports.ScheduleFormat;

namespace ScoEvents.Web.Features.Import;

/// <summary>A session of the file: what is said of it, and what is written of it, which is nothing where nothing differs.</summary>
internal sealed record ImportedSession(ImportRow Row, PlannedImport? Planned);

/// <summary>Compares the sessions of a file with those of the draft, one by one, after each has its place.</summary>
internal sealed class ImportSessions
{
    private readonly ImportDraft _draft;
    private readonly ScheduleDocument _document;
    private readonly ImportChoices _choices;
    private readonly ImportNames _names;
    private readonly ImportPeople _people;
    private readonly EventZone? _zone;
    private readonly TimeInterval? _span;
    private readonly ILookup<int, ImportRemark> _problems;
    private readonly Dictionary<Guid, string> _personNames;
    private readonly Dictionary<Guid, string> _trackNames;

    // A table without speakers says nothing of them; a file that names some says of the others that there are none.
    private readonly bool _namesPersons;
    private readonly bool _namesTracks;

    public ImportSessions(
        ImportDraft draft, ScheduleDocument document, ImportChoices choices, ImportNames names, ImportPeople people, EventZone? zone, TimeInterval? span, ILookup<int, ImportRemark> problems)
    {
        (_draft, _document, _choices, _names, _people, _zone, _span, _problems) = (draft, document, choices, names, people, zone, span, problems);
        _personNames = draft.Persons.ToDictionary(person => person.Id, person => person.Name.In(null));
        _trackNames = draft.Tracks.ToDictionary(track => track.Id, track => track.Name.In(null));
        _namesPersons = document.Events.Any(one => one.Persons.Count > 0);
        _namesTracks = document.Events.Any(one => one.Track is not null);
    }

    public IReadOnlyList<ImportedSession> Take()
    {
        var byId = _draft.Sessions.ToDictionary(session => session.Id);
        var byExternalId = _draft.Sessions.Where(session => session.ExternalId is not null).ToDictionary(session => session.ExternalId!, StringComparer.Ordinal);
        var met = new HashSet<Guid>();
        var taken = new List<(ScheduleEvent One, DraftedSession? There, PlaceWish Wish)>();
        var done = new List<ImportedSession>();
        foreach (var (one, order) in _document.Events.Select((one, order) => (one, order)))
        {
            var there = byId.GetValueOrDefault(one.Guid) ?? byExternalId.GetValueOrDefault(one.Guid.ToString());
            // Readers say twice what stands in two forms of a text.
            var remarks = _problems[one.Row ?? 0].DistinctBy(remark => (remark.Code, remark.Path, string.Join('\n', remark.Arguments))).ToList();
            if ((there is not null && !met.Add(there.Id)) || Title(one, []).HasForbiddenCharacters())
            {
                remarks.Add(new ImportRemark(ScheduleSeverity.Refused, there is null ? ScheduleProblemCodes.ValueUnreadable : ImportCodes.Twice, "", ["title", one.Title.Text]));
                done.Add(new ImportedSession(new ImportRow(ImportKind.Session, one.Row, one.Title.Text, ImportOutcome.Refuse, false, [], remarks), null));
                continue;
            }

            taken.Add((one, there, Wish(one, there, order, remarks)));
        }

        var places = new ImportPlaces([.. _names.Used], _names.RoomName);
        foreach (var other in _draft.Sessions.Where(session => session.Slot is not null && !met.Contains(session.Id)))
        {
            // What takes all rooms will take the new ones too.
            var rooms = other.Slot!.Rooms.Select(_names.Room);
            foreach (var room in other.Slot.RoomId is null ? rooms.Union(_names.Used) : rooms)
            {
                places.Occupy(room, other.Slot.During, other.Title.In(null));
            }
        }

        foreach (var busy in _draft.Busy)
        {
            places.Occupy(_names.Room(busy.RoomId), busy.During, "");
        }

        places.Give([.. taken.Select(one => one.Wish)]);
        done.AddRange(taken.Select(one => Compare(one.One, one.There, one.Wish)));
        return done;
    }

    private PlaceWish Wish(ScheduleEvent one, DraftedSession? there, int order, List<ImportRemark> remarks)
    {
        var present = there?.Slot is { } slot ? new PlannedPlace(slot.RoomId is { } room ? _names.Room(room) : null, slot.During) : null;
        return new PlaceWish { Title = one.Title.Text, Order = order, Remarks = remarks, Present = present, Wanted = Wanted(one, there, present, remarks) };
    }

    private PlannedPlace? Wanted(ScheduleEvent one, DraftedSession? there, PlannedPlace? present, List<ImportRemark> remarks)
    {
        if (there is { IsOff: true })
        {
            remarks.Add(new ImportRemark(ScheduleSeverity.Note, ImportCodes.IsOff, "", []));
            return null;
        }

        var during = ImportTimes.Of(one, _zone, _choices.KeepsClock, remarks);
        if (ImportTimes.Obstacle(during, _span, _zone) is { } obstacle)
        {
            remarks.Add(obstacle);
            return null;
        }

        if (one.Room is not null)
        {
            return new PlannedPlace(_names.Room(one.Room), during);
        }

        // Without a room in the file, a session stays in the one it has; a break is for everybody.
        if (present is not null || (there is null && Type(one, null) == SessionType.Break && _names.Used.Count > 0))
        {
            return new PlannedPlace(present?.RoomKey, during);
        }

        remarks.Add(new ImportRemark(ScheduleSeverity.Repaired, ImportCodes.NoRoom, "", []));
        return null;
    }

    private ImportedSession Compare(ScheduleEvent one, DraftedSession? there, PlaceWish wish)
    {
        var remarks = wish.Remarks;
        var title = Title(one, remarks);
        var about = Abstract(one, remarks);
        var type = Type(one, there);
        if (there is null && one.Type.Length > 0 && SessionTypeWords.Find(one.Type) is null)
        {
            remarks.Add(new ImportRemark(ScheduleSeverity.Repaired, ImportCodes.TypeUnknown, "", [one.Type]));
        }

        if (one.Links.Count + one.Attachments.Count is > 0 and var links)
        {
            remarks.Add(new ImportRemark(ScheduleSeverity.Note, ImportCodes.LinksDropped, "", [links.ToString(CultureInfo.InvariantCulture)]));
        }

        var floor = Floor(one, there, remarks);
        int? track = one.Track is not null ? _names.Track(one.Track) : null;
        var after = new PlannedImport(
            there?.Id,
            there?.ExternalId ?? one.Guid.ToString(),
            type,
            ImportWords.Over(there?.Title ?? LocalizedText.Empty, title),
            ImportWords.Over(there?.Abstract ?? LocalizedText.Empty, about),
            track,
            wish.Given,
            wish.Given != wish.Present,
            floor)
        {
            KeepsTrack = there is not null && track is null && !_namesTracks,
            KeepsFloor = there is not null && (!_namesPersons || IsSameFloor(there, floor)),
        };
        var changes = Changes(one, there, wish, after);
        var outcome = there is null ? ImportOutcome.Create : changes.Count > 0 ? ImportOutcome.Change : ImportOutcome.Skip;
        var row = new ImportRow(ImportKind.Session, one.Row, after.Title.In(null), outcome, wish.Given is null && there is not { IsOff: true }, changes, remarks);
        return new ImportedSession(row, outcome is ImportOutcome.Skip ? null : after);
    }

    private List<ImportChange> Changes(ScheduleEvent one, DraftedSession? there, PlaceWish wish, PlannedImport after)
    {
        var changes = new List<ImportChange>();
        if (there is not null)
        {
            changes.AddRange(ImportWords.Changes("title", there.Title, after.Title));
            changes.AddRange(ImportWords.Changes("abstract", there.Abstract, after.Abstract));
        }

        if (there is null || there.Type != after.Type)
        {
            changes.Add(new ImportChange("type", null, there?.Type.ToString() ?? "", after.Type.ToString()));
        }

        var trackBefore = there?.TrackId is { } trackId ? _trackNames[trackId] : "";
        if (!after.KeepsTrack && Track(there) != after.TrackKey)
        {
            changes.Add(new ImportChange("track", null, trackBefore, after.TrackKey is { } key ? _names.Tracks[key].Name.In(null) : ""));
        }

        if (after.MovesPlace)
        {
            changes.Add(new ImportChange("place", null, Say(wish.Present), Say(wish.Given)));
        }

        if (!after.KeepsFloor && (there is not null || after.Floor.Count > 0))
        {
            var before = string.Join("; ", there?.Floor.Select(id => _personNames[id]) ?? []);
            changes.Add(new ImportChange("speakers", null, before, string.Join("; ", after.Floor.Select(key => _people.Persons[key].Name.In(null)))));
        }

        return changes;
    }

    private int? Track(DraftedSession? there) => there?.TrackId is not { } id ? null : _names.Tracks.Find(track => track.TrackId == id)?.Key ?? -1;

    private bool IsSameFloor(DraftedSession there, List<int> floor) =>
        floor.Select(key => _people.Persons[key].SpeakerId).SequenceEqual(there.Floor.Select(id => (Guid?)id));

    private List<int> Floor(ScheduleEvent one, DraftedSession? there, List<ImportRemark> remarks)
    {
        var floor = new List<int>();
        foreach (var person in one.Persons)
        {
            if (_people.Take(person) is not { } key)
            {
                remarks.Add(new ImportRemark(ScheduleSeverity.Refused, ScheduleProblemCodes.PersonDropped, "", [person.Name.Text]));
            }
            else if (!floor.Contains(key) && !IsChairOnly(there, key))
            {
                floor.Add(key);
            }
        }

        return floor;
    }

    // Files know no chair: whoever presides in the portal is among the persons, and does not speak because of that.
    private bool IsChairOnly(DraftedSession? there, int key) =>
        there?.ChairId is { } chair && _people.Persons[key].SpeakerId == chair && !there.Floor.Contains(chair);

    private SessionType Type(ScheduleEvent one, DraftedSession? there) => SessionTypeWords.Find(one.Type) is { } known && !(there is not null && SessionTypeWords.IsGeneral(one.Type))
        ? known
        : there?.Type ?? _choices.Type;

    private static LocalizedText Title(ScheduleEvent one, List<ImportRemark> remarks) =>
        ImportNames.Cut(ImportWords.Forms(one.Title), Session.MaxTitleLength, "title", remarks);

    // The portal has one text where the format has three.
    private static LocalizedText Abstract(ScheduleEvent one, List<ImportRemark> remarks)
    {
        var whole = ImportWords.Join(ImportWords.Forms(one.Subtitle), ImportWords.Forms(one.Abstract), ImportWords.Forms(one.Description));
        var cut = ImportNames.Cut(whole, Session.MaxAbstractLength, "abstract", remarks);
        if (!cut.HasForbiddenCharacters(allowLineBreaks: true))
        {
            return cut;
        }

        remarks.Add(new ImportRemark(ScheduleSeverity.Refused, ScheduleProblemCodes.ValueUnreadable, "", ["abstract", ""]));
        return LocalizedText.Empty;
    }

    private string Say(PlannedPlace? place) => place is null ? ""
        : place.RoomKey is { } room ? $"{_names.RoomName(room)} · {ImportTimes.Say(place.During, _zone)}"
        : ImportTimes.Say(place.During, _zone);
}
