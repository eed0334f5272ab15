using System.Globalization;
using ScoEvents.Domain.Shared;

namespace ScoEvents.Exports.ScheduleFormat;

/// <summary>Brings a schedule into the one form in which it is written, so that equal content gives equal bytes.</summary>
internal static class ScheduleCanonical
{
    /// <summary>Clean texts, every room, track and day that sessions name, a number and a slug for each session, and one order.</summary>
    public static ScheduleDocument Of(ScheduleDocument document)
    {
        var acronym = ScheduleNames.Acronym(document.Conference.Acronym);
        var conference = document.Conference with { Acronym = acronym, Title = Title(document.Conference.Title) };
        var days = Days(document);
        var clean = WithRoomsAndTracks(document with
        {
            Version = ScheduleWords.CleanLine(document.Version),
            Conference = conference,
            Rooms = [.. document.Rooms.Select(Clean)],
            Tracks = [.. document.Tracks.Select(track => track with { Name = Line(track.Name), Color = ScheduleNames.Color(track.Color) })],
            Days = days,
            Events = [.. document.Events.Select(one => Clean(one, days))],
        });
        var rooms = clean.Rooms.Select((room, index) => (room.Name.Text, index)).ToDictionary(room => room.Text, room => room.index, StringComparer.Ordinal);
        var ordered = clean.Events
            .OrderBy(one => one.Day)
            .ThenBy(one => one.Room is null ? int.MaxValue : rooms[one.Room])
            .ThenBy(one => one.Start)
            .ThenBy(one => one.Guid.ToString(), StringComparer.Ordinal);
        return clean with { Events = Name(ordered, acronym) };
    }

    /// <summary>Adds the rooms and tracks that only sessions name, in the order in which they first do.</summary>
    public static ScheduleDocument WithRoomsAndTracks(ScheduleDocument document)
    {
        var rooms = document.Rooms.DistinctBy(room => room.Name.Text, StringComparer.Ordinal).Where(room => room.Name.Text.Length > 0).ToList();
        var tracks = document.Tracks.DistinctBy(track => track.Name.Text, StringComparer.Ordinal).Where(track => track.Name.Text.Length > 0).ToList();
        var roomNames = rooms.Select(room => room.Name.Text).ToHashSet(StringComparer.Ordinal);
        var trackNames = tracks.Select(track => track.Name.Text).ToHashSet(StringComparer.Ordinal);
        foreach (var one in document.Events)
        {
            if (one.Room is not null && roomNames.Add(one.Room))
            {
                var guid = ScheduleGuid.Derive(ScheduleNames.Acronym(document.Conference.Acronym), "room", one.Room);
                rooms.Add(new ScheduleRoom { Name = ScheduleText.Of(one.Room), Guid = guid });
            }

            if (one.Track is not null && trackNames.Add(one.Track))
            {
                tracks.Add(new ScheduleTrack { Name = ScheduleText.Of(one.Track) });
            }
        }

        return document with { Rooms = rooms, Tracks = tracks };
    }

    private static List<ScheduleDay> Days(ScheduleDocument document)
    {
        if (document.Days.Count > 0)
        {
            return [.. document.Days.OrderBy(day => day.Index).DistinctBy(day => day.Index)];
        }

        var first = new DateTimeOffset(document.Conference.Start.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
        return [new ScheduleDay(1, document.Conference.Start, first, first.AddDays(1))];
    }

    private static ScheduleEvent Clean(ScheduleEvent one, List<ScheduleDay> days) => one with
    {
        Day = days.Exists(day => day.Index == one.Day)
            ? one.Day
            : (days.FindLast(day => day.Start <= one.Start) ?? days[0]).Index,
        Room = OrNull(one.Room),
        Track = OrNull(one.Track),
        Code = OrNull(one.Code),
        Language = OrNull(one.Language),
        Type = ScheduleWords.CleanLine(one.Type),
        RecordingLicense = ScheduleWords.CleanLine(one.RecordingLicense),
        Title = Title(one.Title),
        Subtitle = Line(one.Subtitle),
        Abstract = Block(one.Abstract),
        Description = Block(one.Description),
        Duration = Bounded(one.Duration),
        Persons = [.. one.Persons.Select(Clean).Where(person => person.Name.Text.Length > 0)],
        Links = [.. one.Links.Select(Clean)],
        Attachments = [.. one.Attachments.Select(Clean)],
    };

    private static ScheduleRoom Clean(ScheduleRoom room) => room with { Name = Line(room.Name), Description = Block(room.Description) };

    private static SchedulePerson Clean(SchedulePerson person) => person with
    {
        Name = Line(person.Name),
        Code = OrNull(person.Code),
        Biography = Block(person.Biography),
    };

    private static ScheduleLink Clean(ScheduleLink link) => link with { Title = ScheduleWords.CleanLine(link.Title), Type = ScheduleNames.LinkType(link.Type) };

    private static TimeSpan Bounded(TimeSpan length)
    {
        var minutes = ScheduleDuration.RoundUp(length);
        return minutes < TimeSpan.FromMinutes(1) ? TimeSpan.FromMinutes(1) : minutes > ScheduleDuration.Longest ? ScheduleDuration.Longest : minutes;
    }

    private static List<ScheduleEvent> Name(IEnumerable<ScheduleEvent> events, string acronym)
    {
        var named = events.ToList();
        var ids = new HashSet<long>();
        for (var i = 0; i < named.Count; i++)
        {
            named[i] = named[i] with { Id = named[i].Id is > 0 and var id && ids.Add(id) ? id : null };
        }

        var slugs = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < named.Count; i++)
        {
            var id = named[i].Id ?? FreeId(named[i].Guid, ids);
            var slug = ScheduleNames.Slug(named[i].Slug, acronym, id, named[i].Title.Text);
            for (var count = 2; !slugs.Add(slug); count++)
            {
                slug = string.Create(CultureInfo.InvariantCulture, $"{ScheduleNames.Slug(named[i].Slug, acronym, id, named[i].Title.Text)}-{count}");
            }

            named[i] = named[i] with { Id = id, Slug = slug };
        }

        return named;
    }

    private static long FreeId(Guid guid, HashSet<long> taken)
    {
        // The last bytes: the first ones of a version-7 guid are a clock, and alike in one programme.
        var bytes = guid.ToByteArray(bigEndian: true);
        var id = ((long)(bytes[12] & 0x7F) << 24) | ((long)bytes[13] << 16) | ((long)bytes[14] << 8) | bytes[15];
        while (id == 0 || !taken.Add(id))
        {
            id++;
        }

        return id;
    }

    private static string? OrNull(string? text) => ScheduleWords.CleanLine(text) is { Length: > 0 } line ? line : null;

    private static ScheduleText Title(ScheduleText text) => Line(text) is { Text.Length: > 0 } title ? title : ScheduleText.Of("—");

    private static ScheduleText Line(ScheduleText text) => Each(text, ScheduleWords.CleanLine);

    private static ScheduleText Block(ScheduleText text) => Each(text, ScheduleWords.Clean);

    private static ScheduleText Each(ScheduleText text, Func<string?, string> clean)
    {
        var translations = LocalizedText.From(text.Translations.Select(form => KeyValuePair.Create(form.Key, (string?)clean(form.Value))));
        return clean(text.Text) is { Length: > 0 } plain ? new(plain, translations) : new(translations.In(null), translations);
    }
}
