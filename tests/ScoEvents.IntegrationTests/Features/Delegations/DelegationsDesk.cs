using System.Diagnostics;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using ScoEvents.Data;
using ScoEvents.Data.Encryption;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Events;
using ScoEvents.Domain.Shared;
using ScoEvents.Domain.States;
using ScoEvents.TestKit;
using ScoEvents.Web.Features.Delegations;
using ScoEvents.Web.Features.Mail;
using ScoEvents.Web.Hosting;
using ScoEvents.Web.Localization;
using ScoEvents.Web.UiKit;
using Xunit;

namespace ScoEvents.IntegrationTests.Features.Delegations;

/// <summary>The services of invitations and delegations over a test's database, and what tests arrange with them.</summary>
internal sealed class DelegationsDesk
{
    public static readonly SideOrder RussianOrder = new(ProtocolAlphabet.Russian, Languages.English);

    private readonly TestDatabase _database;

    public DelegationsDesk(TestDatabase database, IDbContextFactory<ScoEventsDbContext>? contexts = null)
    {
        _database = database;
        contexts ??= database.Contexts;
        var speech = new ErrorSpeech(Texts<ErrorTexts>());
        Cipher = new FieldCipher("test", new Dictionary<string, byte[]> { ["test"] = RandomNumberGenerator.GetBytes(FieldCipher.KeyLength) });
        Invitations = new InvitationService(contexts, database.Clock, new InviteFormValidator(speech), new QuotaFormValidator(speech));
        InvitationQueries = new InvitationQueries(contexts);
        Delegations = new DelegationService(contexts, database.Clock, Cipher, new DelegateFormValidator(speech),
            new ExchangeMails(new ExchangeWriter(Texts<ExchangeTexts>(), Texts<DelegationsTexts>(), new PublicLinks(Options.Create(new PortalOptions { PublicAddress = new Uri("https://events.example.org") })))));
        DelegationQueries = new DelegationQueries(contexts, database.Clock);
    }

    public FieldCipher Cipher { get; }

    public InvitationService Invitations { get; }

    public InvitationQueries InvitationQueries { get; }

    public DelegationService Delegations { get; }

    public DelegationQueries DelegationQueries { get; }

    public static StringLocalizer<T> Texts<T>() => new(new ResourceManagerStringLocalizerFactory(Options.Create(new LocalizationOptions()), NullLoggerFactory.Instance));

    /// <summary>A two-day seminar in New Delhi.</summary>
    public async Task<Guid> EventAsync(DateOnly? firstDay = null, int quota = 12, string secretariat = "in-nscs", string? host = null)
    {
        var day = firstDay ?? new DateOnly(2026, 12, 7);
        var facts = new EventFacts(
            EventType.Seminar, EventFormat.InPerson, LocalizedText.Of(en: "Seminar on securing cyberspace", ru: "Семинар"), day, day.AddDays(1), "Asia/Kolkata",
            LocalizedText.Of(en: "New Delhi"), null, quota);
        var planned = ScoEvent.Plan(await _database.SecretariatAsync(secretariat), $"seminar-{Guid.NewGuid():N}", facts, _database.Clock.GetUtcNow()).Value;
        if (host is not null)
        {
            planned.SetParties(OrganisationRole.Host, [await _database.SideAsync(host)]);
        }

        await using var context = await _database.OpenAsync(Actor.Public);
        context.Events.Add(planned);
        await context.SaveChangesAsync();
        return planned.Id;
    }

    /// <summary>Invites single states or organisations and hands out the invitations in the same order.</summary>
    public async Task<Guid[]> InviteAsync(Actor organiser, Guid eventId, params string[] codesOrKeys)
    {
        var sides = new List<Guid>();
        foreach (var code in codesOrKeys)
        {
            sides.Add(await _database.SideAsync(code));
        }

        var invited = await Invitations.InviteAsync(organiser, eventId, await FormAsync(eventId, guests: sides), default);
        Assert.Equal(codesOrKeys.Length, invited.Value.Invited);
        await using var context = await _database.OpenAsync(organiser);
        var bySide = await context.Invitations.Where(invitation => invitation.EventId == eventId).ToDictionaryAsync(invitation => invitation.SideId, invitation => invitation.Id);
        return [.. sides.Select(side => bySide[side])];
    }

    public async Task<InviteForm> FormAsync(Guid eventId, IEnumerable<StateStatus>? statuses = null, IEnumerable<Guid>? except = null, IEnumerable<Guid>? guests = null)
    {
        await using var context = await _database.OpenAsync(Actor.Public);
        var day = await context.Events.Where(planned => planned.Id == eventId).Select(planned => planned.StartsOn).SingleAsync();
        return new InviteForm { FirstDay = day, Statuses = [.. statuses ?? []], ExceptSideIds = [.. except ?? []], GuestSideIds = [.. guests ?? []] };
    }

    /// <summary>A side that was invited and accepted: its focal point and its invitation.</summary>
    public async Task<(Actor FocalPoint, Guid InvitationId)> AcceptedAsync(Actor organiser, Guid eventId, string codeOrKey)
    {
        var focalPoint = await _database.FocalPointAsync(codeOrKey);
        var invitationId = (await InviteAsync(organiser, eventId, codeOrKey))[0];
        var accepted = await Invitations.AcceptAsync(focalPoint, invitationId, default);
        Assert.True(accepted.IsSuccess, accepted.Error?.Code);
        return (focalPoint, invitationId);
    }

    public static DelegateForm Person(string familyName = "Bekova", DelegationRole role = DelegationRole.Member, string passport = "N12345678") => new()
    {
        Role = role,
        FamilyName = familyName,
        GivenNames = "Aigerim",
        NativeName = "Бекова Айгерим",
        Function = new LocalizedTextInput { En = "Deputy Director" },
        Body = new LocalizedTextInput { En = "Ministry of Digital Development" },
        Email = "a.bekova@mfa.example",
        Passport = passport,
    };

    /// <summary>The form of a person as a focal point would open it.</summary>
    public async Task<DelegateForm> FormOfAsync(Actor actor, Guid invitationId, Guid person)
    {
        var known = (await DelegationQueries.OwnAsync(actor, invitationId, default)).Value.Persons.Single(found => found.Id == person);
        return new DelegateForm
        {
            Role = known.Role,
            FamilyName = known.FamilyName,
            GivenNames = known.GivenNames,
            NativeName = known.NativeName,
            Function = known.Function.ToInput(),
            Body = known.Body.ToInput(),
            Email = known.Email,
            Version = known.Version,
        };
    }

    /// <summary>The SQL commands that an operation of this test runs.</summary>
    public static async Task<int> CommandsOfAsync(Func<Task> operation)
    {
        using var counter = new CommandCounter();
        await operation();
        return counter.Count;
    }

    // Other tests run beside this one; only what descends from the same call is counted.
    private sealed class CommandCounter : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
    {
        private static readonly AsyncLocal<CommandCounter?> _current = new();
        private readonly List<IDisposable> _subscriptions = [];
        private int _count;

        public CommandCounter()
        {
            _current.Value = this;
            _subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
        }

        public int Count => _count;

        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == DbLoggerCategory.Name)
            {
                lock (_subscriptions)
                {
                    _subscriptions.Add(value.Subscribe(this));
                }
            }
        }

        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (value.Key == RelationalEventId.CommandExecuting.Name && _current.Value == this)
            {
                Interlocked.Increment(ref _count);
            }
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }

        public void Dispose()
        {
            _current.Value = null;
            lock (_subscriptions)
            {
                _subscriptions.ForEach(subscription => subscription.Dispose());
            }
        }
    }
}
