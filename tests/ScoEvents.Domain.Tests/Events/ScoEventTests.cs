using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Documents;
using ScoEvents.Domain.Events;
using ScoEvents.Domain.Shared;
using static ScoEvents.Domain.Tests.Refusals;

namespace ScoEvents.Domain.Tests.Events;

public class ScoEventTests
{
    private static readonly Guid _secretariat = Guid.NewGuid();
    private static readonly Guid _country = Guid.NewGuid();
    private static readonly DateOnly _firstDay = new(2025, 3, 29);
    private static readonly DateOnly _lastDay = new(2025, 3, 31);

    [Fact]
    public void A_planned_event_is_a_draft_that_the_public_does_not_see()
    {
        var planned = Planned();

        Assert.Equal(EventStatus.Draft, planned.Status);
        Assert.False(planned.IsPublic);
        Assert.Null(planned.AnnouncedAt);
        Assert.False(planned.AcceptsDelegates);
        Assert.Null(planned.Record);
    }

    [Fact]
    public void A_planned_event_is_what_was_said_of_it()
    {
        var planned = Planned();

        Assert.Equal((_secretariat, "forum-2025"), (planned.SecretariatId, planned.Slug));
        Assert.Equal(Facts(), FactsOf(planned));
        Assert.Equal(new EventDates(_firstDay, _lastDay, DatePrecision.Day), planned.Dates);
        Assert.Equal(Clock.Now, planned.ModifiedAt);
    }

    [Fact]
    public void The_city_country_and_format_may_be_unknown()
    {
        var facts = Facts() with { City = LocalizedText.Empty, CountryId = null, Format = null };

        Assert.Equal(facts, FactsOf(ScoEvent.Plan(_secretariat, "x", facts, Clock.Now).Value));
    }

    public static TheoryData<string, EventFacts> Unacceptable() => new()
    {
        { "Title:event.title-missing", Facts() with { Title = LocalizedText.Empty } },
        { "Title:event.title-missing", Facts() with { Title = LocalizedText.Of(en: " \u00A0") } },
        { "Title:event.title-too-long", Facts() with { Title = LocalizedText.Of(en: "ok", hi: new string('क', ScoEvent.MaxTitleLength + 1)) } },
        { "EndsOn:event.end-before-start", Facts() with { EndsOn = _firstDay.AddDays(-1) } },
        { "EndsOn:event.too-long", Facts() with { EndsOn = _firstDay.AddDays(EventDates.MaxDays) } },
        { "TimeZone:event.zone-unknown", Facts() with { TimeZone = "Asia/Atlantis" } },
        { "TimeZone:event.zone-unknown", Facts() with { TimeZone = "" } },
        { "TimeZone:event.zone-unknown", Facts() with { TimeZone = "India Standard Time" } },
        { "DelegationQuota:event.quota-out-of-range", Facts() with { DelegationQuota = 0 } },
        { "DelegationQuota:event.quota-out-of-range", Facts() with { DelegationQuota = -5 } },
        { "DelegationQuota:event.quota-out-of-range", Facts() with { DelegationQuota = ScoEvent.MaxDelegationQuota + 1 } },
    };

    [Theory]
    [MemberData(nameof(Unacceptable), DisableDiscoveryEnumeration = true)]
    public void What_cannot_be_is_refused_beside_its_field(string refusal, EventFacts facts)
    {
        var planned = Planned();

        AssertRefused(ScoEvent.Plan(_secretariat, "x", facts, Clock.Now), refusal);
        AssertRefused(planned.Describe(facts, Clock.Later), refusal);

        Assert.Equal(Facts(), FactsOf(planned));
        Assert.Equal(Clock.Now, planned.ModifiedAt);
    }

    [Fact]
    public void Every_field_that_cannot_be_is_named_at_once() => AssertRefused(
        ScoEvent.Plan(_secretariat, "x", Facts() with { Title = LocalizedText.Empty, EndsOn = _firstDay.AddDays(-1), TimeZone = "x", DelegationQuota = 0 }, Clock.Now),
        "Title:event.title-missing", "EndsOn:event.end-before-start", "TimeZone:event.zone-unknown", "DelegationQuota:event.quota-out-of-range");

    [Fact]
    public void The_bounds_themselves_are_allowed()
    {
        var title = LocalizedText.Of(en: new string('a', ScoEvent.MaxTitleLength));

        AssertDone(ScoEvent.Plan(_secretariat, "x", Facts() with { Title = title, DelegationQuota = 1, EndsOn = _firstDay }, Clock.Now));
        AssertDone(ScoEvent.Plan(_secretariat, "x", Facts() with { DelegationQuota = ScoEvent.MaxDelegationQuota, EndsOn = _firstDay.AddDays(59) }, Clock.Now));
    }

    [Fact]
    public void A_description_replaces_the_former_but_never_the_address()
    {
        var planned = Planned();
        var facts = new EventFacts(
            EventType.Forum, EventFormat.Hybrid, LocalizedText.Of(zh: "论坛"), _firstDay.AddDays(1), _lastDay.AddDays(1), "Asia/Tashkent",
            LocalizedText.Of(en: "Tashkent"), null, 3);

        AssertDone(planned.Describe(facts, Clock.Later));

        Assert.Equal(facts, FactsOf(planned));
        Assert.Equal(("forum-2025", Clock.Later), (planned.Slug, planned.ModifiedAt));
    }

    [Fact]
    public void The_span_is_the_days_in_the_zone_of_the_place()
    {
        var span = Planned().Span!.Value;

        // Three days in Berlin, of which the second has 23 hours.
        Assert.Equal(new TimeInterval(new(2025, 3, 28, 23, 0, 0, TimeSpan.Zero), new(2025, 3, 31, 22, 0, 0, TimeSpan.Zero)), span);
        Assert.Equal(TimeSpan.FromHours(71), span.Duration);
    }

    [Fact]
    public void An_event_at_the_end_of_the_calendar_has_a_span()
    {
        var planned = ScoEvent.Plan(_secretariat, "x", Facts() with { StartsOn = DateOnly.MaxValue, EndsOn = DateOnly.MaxValue }, Clock.Now).Value;
        var early = ScoEvent.Plan(_secretariat, "x", Facts() with { StartsOn = DateOnly.MinValue, EndsOn = DateOnly.MinValue }, Clock.Now).Value;

        Assert.True(planned.Span!.Value.Duration > TimeSpan.Zero);
        Assert.True(early.Span!.Value.Duration > TimeSpan.Zero);
    }

    [Fact]
    public void An_announced_event_is_public_and_takes_delegates()
    {
        var planned = Planned();

        AssertDone(planned.Announce(Clock.Later));

        Assert.Equal((EventStatus.Announced, Clock.Later, Clock.Later), (planned.Status, planned.AnnouncedAt, planned.ModifiedAt));
        Assert.True(planned.IsPublic);
        Assert.True(planned.AcceptsDelegates);
    }

    [Fact]
    public void Announcing_again_changes_nothing()
    {
        var planned = Planned();
        AssertDone(planned.Announce(Clock.Later));

        AssertDone(planned.Announce(Clock.MuchLater));

        Assert.Equal((EventStatus.Announced, Clock.Later, Clock.Later), (planned.Status, planned.AnnouncedAt, planned.ModifiedAt));
    }

    [Fact]
    public void Invitations_may_go_out_before_the_event_is_public()
    {
        var planned = Planned();

        AssertDone(planned.MarkInvited(Clock.Later));
        Assert.Equal((EventStatus.Invited, false, Clock.Later), (planned.Status, planned.IsPublic, planned.ModifiedAt));
        Assert.True(planned.AcceptsDelegates);

        AssertDone(planned.Announce(Clock.MuchLater));
        Assert.Equal((EventStatus.Invited, true, Clock.MuchLater), (planned.Status, planned.IsPublic, planned.ModifiedAt));
    }

    [Fact]
    public void Invitations_of_an_announced_event_move_it_on_once()
    {
        var planned = Planned();
        AssertDone(planned.Announce(Clock.Now));

        AssertDone(planned.MarkInvited(Clock.Later));
        AssertDone(planned.MarkInvited(Clock.MuchLater));

        Assert.Equal((EventStatus.Invited, Clock.Later), (planned.Status, planned.ModifiedAt));
    }

    [Theory]
    [InlineData(EventStatus.Draft, EventStatus.Invited)]
    [InlineData(EventStatus.Announced, EventStatus.Invited)]
    [InlineData(EventStatus.Invited, EventStatus.Invited)]
    [InlineData(EventStatus.RegistrationOpen, EventStatus.RegistrationOpen)]
    [InlineData(EventStatus.Postponed, EventStatus.Postponed)]
    [InlineData(EventStatus.RegistrationClosed, null)]
    [InlineData(EventStatus.InProgress, null)]
    [InlineData(EventStatus.Concluded, null)]
    [InlineData(EventStatus.Archived, null)]
    [InlineData(EventStatus.Cancelled, null)]
    public void Invitations_move_an_event_on_unless_registration_is_over(EventStatus before, EventStatus? after)
    {
        var recorded = Recorded(before);

        var marked = recorded.MarkInvited(Clock.Later);

        Assert.Equal(after is not null, marked.IsSuccess);
        Assert.Equal(after ?? before, recorded.Status);
        if (after is null)
        {
            AssertRefused(marked, "event.closed");
        }
    }

    [Theory]
    [InlineData(EventStatus.Draft, true, EventStatus.Announced)]
    [InlineData(EventStatus.Announced, true, EventStatus.Announced)]
    [InlineData(EventStatus.Invited, true, EventStatus.Invited)]
    [InlineData(EventStatus.RegistrationOpen, true, EventStatus.RegistrationOpen)]
    [InlineData(EventStatus.RegistrationClosed, true, EventStatus.RegistrationClosed)]
    [InlineData(EventStatus.InProgress, true, EventStatus.InProgress)]
    [InlineData(EventStatus.Concluded, true, EventStatus.Concluded)]
    [InlineData(EventStatus.Postponed, true, EventStatus.Postponed)]
    [InlineData(EventStatus.Archived, false, EventStatus.Archived)]
    [InlineData(EventStatus.Cancelled, false, EventStatus.Cancelled)]
    public void Only_a_closed_event_cannot_be_announced(EventStatus before, bool allowed, EventStatus after)
    {
        var recorded = Recorded(before);

        var announced = recorded.Announce(Clock.Later);

        Assert.Equal(allowed, announced.IsSuccess);
        Assert.Equal(after, recorded.Status);
        if (!allowed)
        {
            AssertRefused(announced, "event.closed");
        }
    }

    [Theory]
    [InlineData(EventStatus.Draft, false)]
    [InlineData(EventStatus.Announced, true)]
    [InlineData(EventStatus.Invited, true)]
    [InlineData(EventStatus.RegistrationOpen, true)]
    [InlineData(EventStatus.RegistrationClosed, false)]
    [InlineData(EventStatus.InProgress, false)]
    [InlineData(EventStatus.Concluded, false)]
    [InlineData(EventStatus.Archived, false)]
    [InlineData(EventStatus.Postponed, false)]
    [InlineData(EventStatus.Cancelled, false)]
    public void Delegates_are_taken_from_the_announcement_until_registration_closes(EventStatus status, bool accepts) =>
        Assert.Equal(accepts, Recorded(status).AcceptsDelegates);

    [Fact]
    public void The_record_of_a_source_is_public_and_states_only_what_the_source_does()
    {
        var recorded = Recorded(EventStatus.Concluded);

        Assert.True(recorded.IsPublic);
        Assert.Null(recorded.SecretariatId);
        Assert.Null(recorded.Span);
        Assert.Null(recorded.Format);
        Assert.Null(recorded.CountryId);
        Assert.Equal(new EventDates(new DateOnly(2019, 1, 1), null, DatePrecision.Year), recorded.Dates);
        Assert.Equal("seed.txt", recorded.Record!.Document);
    }

    [Fact]
    public void The_record_of_a_source_cannot_be_described()
    {
        var recorded = Recorded(EventStatus.Announced);

        AssertRefused(recorded.Describe(Facts(), Clock.Later), "event.closed");

        Assert.Equal("Сообщение", recorded.Title.In("ru"));
    }

    [Fact]
    public void A_record_can_be_restated_under_its_address()
    {
        var recorded = Recorded(EventStatus.Announced);
        var (id, slug) = (recorded.Id, recorded.Slug);

        recorded.Restate(RecordedAs(EventStatus.Concluded) with { Title = LocalizedText.Of(en: "Again"), TimeZone = "Asia/Kolkata" }, Clock.Later);

        Assert.Equal((id, slug, EventStatus.Concluded, "Again", "Asia/Kolkata"), (recorded.Id, recorded.Slug, recorded.Status, recorded.Title.In("en"), recorded.TimeZone));
        Assert.Equal((Clock.Now, Clock.Later), (recorded.AnnouncedAt!.Value, recorded.ModifiedAt));
    }

    [Fact]
    public void Rooms_are_columns_in_the_order_in_which_they_were_added()
    {
        var planned = Planned();
        Guid[] rooms = [Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid()];

        Assert.All(rooms, room => AssertDone(planned.UseRoom(room, Clock.Later)));

        Assert.Equal([(rooms[0], 0), (rooms[1], 1), (rooms[2], 2)], planned.Rooms.Select(room => (room.RoomId, room.Position)));
        Assert.All(planned.Rooms, room => Assert.Equal(planned.Id, room.EventId));
        Assert.Equal(Clock.Later, planned.ModifiedAt);
    }

    [Fact]
    public void A_room_that_is_used_already_is_refused()
    {
        var planned = Planned();
        var room = Guid.NewGuid();
        AssertDone(planned.UseRoom(room, Clock.Later));

        AssertRefused(planned.UseRoom(room, Clock.MuchLater), "event.room-twice");

        Assert.Single(planned.Rooms);
        Assert.Equal(Clock.Later, planned.ModifiedAt);
    }

    [Fact]
    public void The_parties_of_a_role_are_exactly_those_given_in_that_order_each_once()
    {
        var planned = Planned();
        var (a, b, c) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        planned.SetParties(OrganisationRole.Host, [a]);

        planned.SetParties(OrganisationRole.CoOrganiser, [a, b, a]);
        planned.SetParties(OrganisationRole.CoOrganiser, [c, b]);

        Assert.Equal([(c, 0), (b, 1)], Parties(planned, OrganisationRole.CoOrganiser));
        Assert.Equal([(a, 0)], Parties(planned, OrganisationRole.Host));
        Assert.All(planned.Parties, party => Assert.Equal(planned.Id, party.EventId));
    }

    [Fact]
    public void The_same_parties_again_are_left_alone_and_none_takes_them_away()
    {
        var planned = Planned();
        var (a, b) = (Guid.NewGuid(), Guid.NewGuid());
        planned.SetParties(OrganisationRole.Auspices, [a, b]);
        var ids = planned.Parties.Select(party => party.Id).ToList();

        planned.SetParties(OrganisationRole.Auspices, [a, b]);
        Assert.Equal(ids, planned.Parties.Select(party => party.Id));

        planned.SetParties(OrganisationRole.Auspices, []);
        Assert.Empty(planned.Parties);
    }

    [Fact]
    public void What_is_known_of_a_presence_is_kept_once_a_side()
    {
        var recorded = Recorded(EventStatus.Concluded);
        var (a, b) = (Guid.NewGuid(), Guid.NewGuid());

        recorded.RecordAttendance(a, new AttendanceFacts(null, null, IsHost: true, "host"));
        recorded.RecordAttendance(b, new AttendanceFacts(Attendance.Absent, Capacity.Member, IsHost: false, null));
        recorded.RecordAttendance(a, new AttendanceFacts(Attendance.Present, Capacity.Observer, IsHost: false, null));

        Assert.Equal(
            [(a, Attendance.Present, Capacity.Observer, false, null), (b, Attendance.Absent, Capacity.Member, false, null)],
            recorded.Attendance.Select(known => (known.SideId, known.Attendance!.Value, known.Capacity!.Value, known.IsHost, known.Note)));
        Assert.All(recorded.Attendance, known => Assert.Equal(recorded.Id, known.EventId));
    }

    [Fact]
    public void A_touched_event_says_when()
    {
        var planned = Planned();

        planned.Touch(Clock.Later);

        Assert.Equal(Clock.Later, planned.ModifiedAt);
    }

    [Fact]
    public void A_relation_names_both_events_in_their_direction()
    {
        var (from, to) = (Guid.NewGuid(), Guid.NewGuid());

        var relation = new EventRelation(from, to);

        Assert.Equal((from, to), (relation.EventId, relation.RelatedId));
    }

    private static ScoEvent Planned() => ScoEvent.Plan(_secretariat, "forum-2025", Facts(), Clock.Now).Value;

    private static EventFacts Facts() => new(
        EventType.Seminar, EventFormat.InPerson, LocalizedText.Of(en: "Seminar", ru: "Семинар"), _firstDay, _lastDay, "Europe/Berlin",
        LocalizedText.Of(en: "Berlin"), _country, 12);

    private static EventFacts FactsOf(ScoEvent scoEvent) => new(
        scoEvent.Type, scoEvent.Format, scoEvent.Title, scoEvent.StartsOn!.Value, scoEvent.EndsOn!.Value, scoEvent.TimeZone!, scoEvent.City, scoEvent.CountryId,
        scoEvent.DelegationQuota);

    private static ScoEvent Recorded(EventStatus status) => ScoEvent.FromRecord("record", RecordedAs(status), Clock.Now);

    private static RecordedFacts RecordedAs(EventStatus status) => new(
        EventType.Summit, status, LocalizedText.Of(ru: "Сообщение"), new EventDates(new DateOnly(2019, 1, 1), null, DatePrecision.Year), null,
        LocalizedText.Empty, null, new SourceRecord { Document = "seed.txt", Relation = "mentioned", OriginalLanguage = "hi", Script = "Deva", Direction = "ltr" });

    private static IEnumerable<(Guid Side, int Position)> Parties(ScoEvent scoEvent, OrganisationRole role) =>
        scoEvent.Parties.Where(party => party.Role == role).Select(party => (party.SideId, party.Position));
}
