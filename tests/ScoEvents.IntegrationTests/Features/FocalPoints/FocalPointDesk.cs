using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ScoEvents.Data;
using ScoEvents.Data.Access;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Delegations;
using ScoEvents.IntegrationTests.Features.Delegations;
using ScoEvents.IntegrationTests.Features.Mail;
using ScoEvents.TestKit;
using ScoEvents.Web.Features.FocalPoints;
using ScoEvents.Web.Features.Mail;
using ScoEvents.Web.Hosting;
using ScoEvents.Web.Localization;
using Xunit;

namespace ScoEvents.IntegrationTests.Features.FocalPoints;

/// <summary>The services of focal points over a test's database, and what tests arrange with them.</summary>
internal sealed partial class FocalPointDesk
{
    private readonly TestDatabase _database;

    public FocalPointDesk(TestDatabase database)
    {
        _database = database;
        Delegations = new DelegationsDesk(database);
        var speech = new ErrorSpeech(DelegationsDesk.Texts<ErrorTexts>());
        var links = new PublicLinks(Options.Create(new PortalOptions { PublicAddress = new Uri("https://events.example.org") }));
        Service = new FocalPointService(
            database.Contexts, database.Clock, new FocalPointFormValidator(speech), new FocalPointLetterWriter(DelegationsDesk.Texts<FocalPointTexts>(), links, MailDesk.Cipher));
        Links = new FocalPointLinkService(database.Contexts, database.Clock);
        Queries = new FocalPointQueries(database.Contexts, database.Clock);
        Mandates = new MandateService(database.Contexts, database.Clock, new MandateFormValidator(speech));
    }

    public DelegationsDesk Delegations { get; }

    public FocalPointService Service { get; }

    public FocalPointLinkService Links { get; }

    public FocalPointQueries Queries { get; }

    public MandateService Mandates { get; }

    public static FocalPointForm Form(string email, FocalPointRank rank = FocalPointRank.Principal, string language = "en") => new()
    {
        Name = "Aida Bekova",
        Email = email,
        Rank = rank,
        Language = language,
    };

    /// <summary>An event to which one side is invited.</summary>
    public async Task<InvitedParty> InvitedAsync(string code = "KZ")
    {
        var organiser = await _database.OrganiserAsync();
        var eventId = await Delegations.EventAsync();
        var invitation = (await Delegations.InviteAsync(organiser, eventId, code))[0];
        return new InvitedParty(organiser, eventId, await _database.SideAsync(code), invitation);
    }

    /// <summary>Sends a link and hands out its secret, as only the mail server would see it.</summary>
    public async Task<string> SendAsync(Actor actor, Guid invitationId, string email, FocalPointRank rank = FocalPointRank.Principal)
    {
        var sent = await Service.InviteAsync(actor, invitationId, Form(email, rank), default);
        Assert.True(sent.IsSuccess, sent.Error?.Code);
        return await KeyAsync(sent.Value);
    }

    /// <summary>The secret of a link, out of its mail.</summary>
    public async Task<string> KeyAsync(Guid linkId)
    {
        var body = (string)(await _database.ScalarAsync($"SELECT body FROM outbox_mails WHERE key = 'focal-link:{linkId}'"))!;
        return Address().Match(SealedText.Open(MailDesk.Cipher, body)).Groups[1].Value;
    }

    /// <summary>Somebody with an account, and the address of it.</summary>
    public async Task<(Actor Actor, string Email)> PersonAsync()
    {
        var person = await _database.PersonAsync();
        return (person, (string)(await _database.ScalarAsync($"SELECT email FROM users WHERE id = '{person.UserId}'"))!);
    }

    /// <summary>Somebody who became focal point by a link.</summary>
    public async Task<(Actor Actor, string Email)> NamedAsync(Actor by, Guid invitationId, FocalPointRank rank = FocalPointRank.Principal)
    {
        var (person, email) = await PersonAsync();
        var accepted = await Links.AcceptAsync(person, await SendAsync(by, invitationId, email, rank), default);
        Assert.True(accepted.IsSuccess, accepted.Error?.Code);
        return (person, email);
    }

    public async Task<bool> SpeaksAsync(Actor actor, InvitedParty side)
    {
        await using var context = await _database.OpenAsync(actor);
        return (await context.ReachAsync(default)).SpeaksFor(side.EventId, side.SideId);
    }

    [GeneratedRegex("https://events\\.example\\.org/account/focal-point/[a-z]{2}/([A-Za-z0-9_-]{43})\\s")]
    private static partial Regex Address();
}

/// <summary>A side that was invited, by whom and to what.</summary>
internal sealed record InvitedParty(Actor Organiser, Guid EventId, Guid SideId, Guid InvitationId);
