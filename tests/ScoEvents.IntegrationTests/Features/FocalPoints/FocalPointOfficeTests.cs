using ScoEvents.Domain.Access;
using ScoEvents.Domain.Delegations;
using ScoEvents.IntegrationTests.Features.Delegations;
using ScoEvents.TestKit;
using ScoEvents.Web.Features.FocalPoints;
using Xunit;

namespace ScoEvents.IntegrationTests.Features.FocalPoints;

public sealed class FocalPointOfficeTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private readonly FocalPointDesk _desk = new(database);

    [Fact]
    public async Task The_first_focal_point_names_a_deputy_and_takes_the_office_back()
    {
        var side = await _desk.InvitedAsync();
        var (principal, _) = await _desk.NamedAsync(side.Organiser, side.InvitationId);
        var (deputy, _) = await _desk.NamedAsync(principal, side.InvitationId, FocalPointRank.Deputy);
        Assert.True(await _desk.SpeaksAsync(deputy, side));
        var own = (await _desk.Queries.OwnAsync(principal, side.InvitationId, default)).Value;
        var office = own.Side.Deputies.Single();

        Assert.Equal("forbidden", (await _desk.Service.EndAsync(deputy, side.InvitationId, own.Side.Principals.Single().Id, default)).Error!.Code);
        Assert.True((await _desk.Service.EndAsync(principal, side.InvitationId, office.Id, default)).IsSuccess);

        Assert.False(await _desk.SpeaksAsync(deputy, side));
        Assert.True(await _desk.SpeaksAsync(principal, side));
        Assert.Equal("not-found", (await _desk.Delegations.Invitations.AcceptAsync(deputy, side.InvitationId, default)).Error!.Code);
        Assert.Equal("not-found", (await _desk.Queries.OwnAsync(deputy, side.InvitationId, default)).Error!.Code);
    }

    [Fact]
    public async Task A_deputy_names_nobody()
    {
        var side = await _desk.InvitedAsync();
        var (principal, _) = await _desk.NamedAsync(side.Organiser, side.InvitationId);
        var (deputy, _) = await _desk.NamedAsync(principal, side.InvitationId, FocalPointRank.Deputy);

        Assert.Equal("forbidden", (await _desk.Service.InviteAsync(deputy, side.InvitationId, FocalPointDesk.Form("third@mfa.example"), default)).Error!.Code);
        Assert.False((await _desk.Queries.OwnAsync(deputy, side.InvitationId, default)).Value.CanName);
    }

    [Fact]
    public async Task A_handover_ends_the_predecessor_in_the_same_moment_and_leaves_the_deputy()
    {
        var side = await _desk.InvitedAsync();
        var (predecessor, _) = await _desk.NamedAsync(side.Organiser, side.InvitationId);
        var (deputy, _) = await _desk.NamedAsync(predecessor, side.InvitationId, FocalPointRank.Deputy);

        var (successor, _) = await _desk.NamedAsync(predecessor, side.InvitationId);

        Assert.False(await _desk.SpeaksAsync(predecessor, side));
        Assert.True(await _desk.SpeaksAsync(successor, side));
        Assert.True(await _desk.SpeaksAsync(deputy, side));
        Assert.True((await _desk.Queries.OwnAsync(successor, side.InvitationId, default)).Value.CanName);
        Assert.Equal(1L, await database.ScalarAsync($"SELECT count(*) FROM focal_points WHERE event_id = '{side.EventId}' AND rank = 'Principal' AND ended_at IS NULL"));
    }

    [Fact]
    public async Task A_deputy_who_takes_over_is_deputy_no_more()
    {
        var side = await _desk.InvitedAsync();
        var (principal, _) = await _desk.NamedAsync(side.Organiser, side.InvitationId);
        var (deputy, email) = await _desk.NamedAsync(principal, side.InvitationId, FocalPointRank.Deputy);

        Assert.True((await _desk.Links.AcceptAsync(deputy, await _desk.SendAsync(principal, side.InvitationId, email), default)).IsSuccess);

        var point = (await _desk.Queries.OwnAsync(deputy, side.InvitationId, default)).Value.Side.Points.Single();
        Assert.Equal(FocalPointRank.Principal, point.Rank);
        Assert.Equal(1L, await database.ScalarAsync($"SELECT count(*) FROM grants WHERE event_id = '{side.EventId}' AND revoked_at IS NULL"));
    }

    [Fact]
    public async Task Two_successors_at_the_same_moment_leave_one_first_focal_point()
    {
        var side = await _desk.InvitedAsync();
        var people = new List<(Actor Actor, string Key)>();
        for (var number = 0; number < 4; number++)
        {
            var (person, email) = await _desk.PersonAsync();
            people.Add((person, await _desk.SendAsync(side.Organiser, side.InvitationId, email)));
        }

        var outcomes = await Task.WhenAll(people.Select(person => Task.Run(() => _desk.Links.AcceptAsync(person.Actor, person.Key, default))));

        Assert.All(outcomes, outcome => Assert.True(outcome.IsSuccess, outcome.Error?.Code));
        Assert.Equal(1L, await database.ScalarAsync($"SELECT count(*) FROM focal_points WHERE event_id = '{side.EventId}' AND ended_at IS NULL"));
        Assert.Equal(1L, await database.ScalarAsync($"SELECT count(*) FROM grants WHERE event_id = '{side.EventId}' AND revoked_at IS NULL"));
    }

    [Fact]
    public async Task An_organiser_ends_any_office_of_the_event_and_none_that_is_for_all_events()
    {
        var side = await _desk.InvitedAsync("TM");
        var (principal, _) = await _desk.NamedAsync(side.Organiser, side.InvitationId);
        var standing = await database.FocalPointAsync("TM");
        await database.AppointAsync(standing, "TM", "Standing", "standing@mfa.example");
        var points = (await _desk.Queries.OfEventAsync(side.Organiser, side.EventId, DelegationsDesk.RussianOrder, default)).Value.Sides.Single().Points;

        Assert.Equal("focal-point.of-all-events", (await _desk.Service.EndAsync(side.Organiser, side.InvitationId, points.Single(point => point.IsForAllEvents).Id, default)).Error!.Code);
        Assert.True((await _desk.Service.EndAsync(side.Organiser, side.InvitationId, points.Single(point => !point.IsForAllEvents).Id, default)).IsSuccess);

        Assert.False(await _desk.SpeaksAsync(principal, side));
        Assert.True(await _desk.SpeaksAsync(standing, side));
    }

    [Fact]
    public async Task A_second_link_to_the_same_address_waits_for_the_first_to_be_taken_back()
    {
        var side = await _desk.InvitedAsync();
        var first = (await _desk.Service.InviteAsync(side.Organiser, side.InvitationId, FocalPointDesk.Form("same@mfa.example"), default)).Value;

        Assert.Equal("focal-point.already-invited", (await _desk.Service.InviteAsync(side.Organiser, side.InvitationId, FocalPointDesk.Form("SAME@mfa.example"), default)).Error!.Code);
        Assert.True((await _desk.Service.RevokeLinkAsync(side.Organiser, side.InvitationId, first, default)).IsSuccess);
        Assert.True((await _desk.Service.InviteAsync(side.Organiser, side.InvitationId, FocalPointDesk.Form("same@mfa.example"), default)).IsSuccess);
    }

    [Theory]
    [InlineData("", "a@mfa.example", "en", 14, "Name")]
    [InlineData("A\u202eB", "a@mfa.example", "en", 14, "Name")]
    [InlineData("Aida", "not an address", "en", 14, "Email")]
    [InlineData("Aida", "a@mfa.example\r\nBcc: b@c.example", "en", 14, "Email")]
    [InlineData("Aida", "a@mfa.example", "xx", 14, "Language")]
    [InlineData("Aida", "a@mfa.example", "en", 0, "Days")]
    [InlineData("Aida", "a@mfa.example", "en", 91, "Days")]
    public async Task What_a_form_cannot_hold_is_refused_beside_its_field(string name, string email, string language, int days, string field)
    {
        var side = await _desk.InvitedAsync();

        var refused = await _desk.Service.InviteAsync(side.Organiser, side.InvitationId, new FocalPointForm { Name = name, Email = email, Language = language, Days = days }, default);

        Assert.Equal(field, refused.Error!.Field);
        Assert.Equal(0L, await database.ScalarAsync($"SELECT count(*) FROM focal_point_links WHERE event_id = '{side.EventId}'"));
    }

    [Fact]
    public async Task The_overview_takes_the_same_number_of_commands_for_one_and_for_three_sides()
    {
        var organiser = await database.OrganiserAsync();
        var one = await _desk.Delegations.EventAsync();
        var three = await _desk.Delegations.EventAsync();
        var first = (await _desk.Delegations.InviteAsync(organiser, one, "KZ"))[0];
        var others = await _desk.Delegations.InviteAsync(organiser, three, "KZ", "UZ", "TJ");
        foreach (var invitation in others.Append(first))
        {
            await _desk.NamedAsync(organiser, invitation);
        }

        var few = await DelegationsDesk.CommandsOfAsync(async () => Assert.Single((await _desk.Queries.OfEventAsync(organiser, one, DelegationsDesk.RussianOrder, default)).Value.Sides));
        var many = await DelegationsDesk.CommandsOfAsync(async () => Assert.Equal(3, (await _desk.Queries.OfEventAsync(organiser, three, DelegationsDesk.RussianOrder, default)).Value.Sides.Count));

        Assert.Equal(few, many);
    }

    [Fact]
    public async Task The_overview_counts_the_sides_for_which_nobody_speaks()
    {
        var organiser = await database.OrganiserAsync();
        var eventId = await _desk.Delegations.EventAsync();
        var invitations = await _desk.Delegations.InviteAsync(organiser, eventId, "BY", "MN", "AZ");
        await _desk.NamedAsync(organiser, invitations[0]);

        Assert.Equal(2, (await _desk.Queries.OfEventAsync(organiser, eventId, DelegationsDesk.RussianOrder, default)).Value.Unspoken);
    }

    [Theory]
    [InlineData("letter.pdf", "%PDF-1.7\n1 0 obj", "document.damaged")]
    [InlineData("letter.txt", "A letter", "mandate.type")]
    [InlineData("letter.exe", "MZ", "document.unknown-type")]
    [InlineData("../letter.pdf", "%PDF-1.7", "document.bad-name")]
    [InlineData("letter.pdf", "", "document.empty")]
    public async Task A_letter_that_is_none_is_refused(string name, string content, string code)
    {
        var side = await _desk.InvitedAsync();

        var refused = await _desk.Mandates.FileAsync(side.Organiser, side.InvitationId, new MandateForm { FileName = name, File = System.Text.Encoding.UTF8.GetBytes(content) }, default);

        Assert.Equal(code, refused.Error!.Code);
    }

    [Fact]
    public async Task A_letter_on_file_is_read_by_its_side_and_by_staff_and_by_nobody_else()
    {
        var side = await _desk.InvitedAsync();
        var (principal, _) = await _desk.NamedAsync(side.Organiser, side.InvitationId);
        var letter = (await _desk.Mandates.FileAsync(principal, side.InvitationId, new MandateForm { FileName = "mandate.pdf", File = MinimalFiles.Pdf }, default)).Value;
        var elsewhere = await _desk.InvitedAsync("UZ");
        var (stranger, _) = await _desk.NamedAsync(elsewhere.Organiser, elsewhere.InvitationId);

        Assert.Equal(MinimalFiles.Pdf, (await _desk.Queries.MandateAsync(principal, side.InvitationId, letter, default)).Value.Bytes);
        Assert.Equal("application/pdf", (await _desk.Queries.MandateAsync(side.Organiser, side.InvitationId, letter, default)).Value.ContentType);
        Assert.Equal("not-found", (await _desk.Queries.MandateAsync(stranger, side.InvitationId, letter, default)).Error!.Code);
        // The letter's id under an invitation of one's own is not found either.
        Assert.Equal("not-found", (await _desk.Queries.MandateAsync(stranger, elsewhere.InvitationId, letter, default)).Error!.Code);
        Assert.True((await _desk.Mandates.RemoveAsync(principal, side.InvitationId, letter, default)).IsSuccess);
    }
}
