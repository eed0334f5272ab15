using ScoEvents.Domain.Documents;
using ScoEvents.Domain.Programme;
using ScoEvents.Exports.Agenda;
using Xunit;

namespace ScoEvents.Exports.Tests.Agenda;

public class AgendaSelectionTests
{
    private static readonly AgendaOptions _everything = new() { Language = "en", WithCancelled = true };

    [Fact]
    public void Staff_who_ask_for_everything_get_everything()
    {
        var agenda = AgendaSamples.For("en");

        var chosen = AgendaSelection.Choose(agenda, _everything, AgendaRight.Staff);

        Assert.Equal(agenda.Days.SelectMany(day => day.Entries), chosen.Days.SelectMany(day => day.Entries));
        Assert.Equal(Classification.Green, chosen.Classification);
    }

    [Fact]
    public void The_public_learns_of_a_restricted_session_only_that_it_takes_place()
    {
        var chosen = AgendaSelection.Choose(AgendaSamples.For("en"), _everything, AgendaRight.Everybody);

        var hidden = chosen.Days[0].Entries[2];
        Assert.Equal(new AgendaEntry
        {
            SessionId = hidden.SessionId,
            Start = hidden.Start,
            End = hidden.End,
            TypeLabel = "Thematic session",
            Title = "Closed session",
            Access = SessionAccess.DelegationsOnly,
            AccessLabel = "Delegations only",
            IsHidden = true,
            Sequence = 0,
            LastModified = hidden.LastModified,
        }, hidden with { Speakers = hidden.Speakers, Points = hidden.Points, Interpretation = hidden.Interpretation });
        Assert.Empty(hidden.Speakers);
        Assert.Empty(hidden.Points);
        Assert.Empty(hidden.Interpretation);
        Assert.Equal(Classification.Clear, chosen.Classification);
    }

    [Theory]
    [InlineData(SessionAccess.Open, Classification.Clear, SessionAccess.Open, Classification.Clear, false)]
    [InlineData(SessionAccess.DelegationsOnly, Classification.Clear, SessionAccess.Open, Classification.Red, true)]
    [InlineData(SessionAccess.Open, Classification.Green, SessionAccess.NamedPersons, Classification.Clear, true)]
    [InlineData(SessionAccess.HeadsOnly, Classification.Amber, SessionAccess.HeadsOnly, Classification.Amber, false)]
    [InlineData(SessionAccess.HeadsOnly, Classification.AmberStrict, SessionAccess.HeadsOnly, Classification.Amber, true)]
    [InlineData(SessionAccess.NamedPersons, Classification.Amber, SessionAccess.HeadsOnly, Classification.Amber, true)]
    public void Nothing_above_the_right_or_above_the_asked_ceiling_is_told(
        SessionAccess access, Classification classification, SessionAccess highestAccess, Classification ceiling, bool isHidden)
    {
        var agenda = AgendaSamples.With("Asia/Kolkata", AgendaSamples.Entry("2026-12-07T10:00Z", "2026-12-07T11:00Z", "Secret") with
        {
            Access = access,
            Classification = classification,
        });

        var byRight = AgendaSelection.Choose(agenda, _everything, new AgendaRight(highestAccess, ceiling, MayReadDraft: false));
        var byWish = AgendaSelection.Choose(agenda, _everything with { Access = highestAccess, Ceiling = ceiling }, AgendaRight.Staff);

        Assert.Equal(isHidden ? "Closed session" : "Secret", byRight.Days[0].Entries[0].Title);
        Assert.Equal(isHidden ? "Closed session" : "Secret", byWish.Days[0].Entries[0].Title);
    }

    [Theory]
    [InlineData(SessionAccess.Open, Classification.Clear, false, Classification.Clear)]
    [InlineData(SessionAccess.Open, Classification.Clear, true, Classification.Green)]
    [InlineData(SessionAccess.HeadsOnly, Classification.Clear, false, Classification.Green)]
    [InlineData(SessionAccess.Open, Classification.Red, false, Classification.Red)]
    public void The_marking_is_the_highest_that_the_document_holds(SessionAccess access, Classification classification, bool isDraft, Classification expected)
    {
        var open = AgendaSamples.Entry("2026-12-07T08:00Z", "2026-12-07T09:00Z");
        var agenda = AgendaSamples.With("Asia/Kolkata", open, open with { Access = access, Classification = classification }) with { IsDraft = isDraft };

        Assert.Equal(expected, AgendaSelection.Choose(agenda, _everything, AgendaRight.Staff).Classification);
    }

    [Fact]
    public void A_filter_does_not_find_what_is_hidden()
    {
        var agenda = AgendaSamples.For("en");

        Assert.All<AgendaOptions>(
        [
            _everything with { Rooms = [AgendaSamples.RoomId] },
            _everything with { Tracks = [AgendaSamples.TrackId] },
            _everything with { Sides = [AgendaSamples.SideId] },
            _everything with { Speakers = [AgendaSamples.SpeakerId] },
        ], options =>
        {
            Assert.Equal(["S2"], AgendaSelection.Choose(agenda, options, AgendaRight.Staff).Days.SelectMany(day => day.Entries).Select(entry => entry.Code));
            Assert.Empty(AgendaSelection.Choose(agenda, options, AgendaRight.Everybody).Days);
        });
    }

    [Fact]
    public void A_person_is_found_where_the_level_of_detail_does_not_name_persons()
    {
        var options = _everything with { Speakers = [AgendaSamples.SpeakerId], Detail = AgendaDetail.Titles };

        var entry = AgendaSelection.Choose(AgendaSamples.For("en"), options, AgendaRight.Staff).Days.Single().Entries.Single();

        Assert.Equal("S2", entry.Code);
        Assert.Empty(entry.Speakers);
        Assert.Null(entry.Chair);
    }

    [Fact]
    public void Days_and_single_sessions_are_chosen_and_days_without_sessions_are_left_out()
    {
        var agenda = AgendaSamples.For("en");
        var reception = agenda.Days[1].Entries[1].SessionId;

        var byDay = AgendaSelection.Choose(agenda, _everything with { Days = [agenda.LastDay] }, AgendaRight.Staff);
        var bySession = AgendaSelection.Choose(agenda, _everything with { Sessions = [reception] }, AgendaRight.Staff);

        Assert.Equal([agenda.LastDay], byDay.Days.Select(day => day.Date));
        Assert.Equal([reception], bySession.Days.SelectMany(day => day.Entries).Select(entry => entry.SessionId));
    }

    [Fact]
    public void What_takes_all_rooms_is_in_the_agenda_of_each()
    {
        var agenda = AgendaSamples.With("Asia/Kolkata", AgendaSamples.Entry("2026-12-07T10:00Z", "2026-12-07T11:00Z") with { IsInAllRooms = true });

        Assert.Single(AgendaSelection.Choose(agenda, _everything with { Rooms = [AgendaSamples.RoomId] }, AgendaRight.Staff).Days);
    }

    [Fact]
    public void Withdrawn_sessions_are_kept_for_calendars_only()
    {
        var agenda = AgendaSamples.For("en");

        Assert.Equal(5, AgendaSelection.Choose(agenda, _everything, AgendaRight.Staff).Days.Sum(day => day.Entries.Count));
        Assert.Equal(4, AgendaSelection.Choose(agenda, _everything with { WithCancelled = false }, AgendaRight.Staff).Days.Sum(day => day.Entries.Count));
    }

    [Theory]
    [InlineData(AgendaDetail.Titles, false, false)]
    [InlineData(AgendaDetail.WithSpeakers, true, false)]
    [InlineData(AgendaDetail.WithAbstracts, true, true)]
    public void Each_level_of_detail_tells_more(AgendaDetail detail, bool hasPeople, bool hasAbstract)
    {
        var entry = AgendaSelection.Choose(AgendaSamples.For("en"), _everything with { Detail = detail }, AgendaRight.Staff).Days[0].Entries[2];

        Assert.Equal((hasPeople, hasPeople, hasPeople, hasAbstract), (entry.Chair is not null, entry.Speakers.Count > 0, entry.Points.Count > 0, entry.Abstract is not null));
    }

    [Fact]
    public void Both_languages_are_cut_down_alike()
    {
        var chosen = AgendaSelection.Choose(AgendaSamples.Both("en", "ur"), _everything with { Days = [new DateOnly(2026, 12, 7)] }, AgendaRight.Everybody);

        Assert.Equal(
            chosen.Days.SelectMany(day => day.Entries).Select(entry => (entry.SessionId, entry.IsHidden)),
            chosen.Beside!.Days.SelectMany(day => day.Entries).Select(entry => (entry.SessionId, entry.IsHidden)));
        Assert.Equal(AgendaSamples.Words("ur").Labels.Closed, chosen.Beside.Days[0].Entries[2].Title);
    }

    [Fact]
    public void A_draft_is_never_made_for_a_reader_without_the_right() =>
        Assert.Throws<ArgumentException>(() => AgendaSelection.Choose(AgendaSamples.For("en") with { IsDraft = true }, _everything, AgendaRight.Everybody));
}
