using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using ScoEvents.Data;
using ScoEvents.Data.Encryption;
using ScoEvents.Domain.Access;
using ScoEvents.Domain.Accreditation;
using ScoEvents.Domain.Delegations;
using ScoEvents.Domain.Events;
using ScoEvents.Domain.Shared;
using ScoEvents.Exports.DelegateImport;
using ScoEvents.TestKit;
using ScoEvents.Web.Features.DelegateImport;
using ScoEvents.Web.Features.Delegations;
using ScoEvents.Web.Features.Mail;
using ScoEvents.Web.Hosting;
using ScoEvents.Web.Localization;

namespace ScoEvents.Bench;

/// <summary>Measures how long spreadsheets of 500 persons take, from the bytes to the committed rows; a delegation has 200 places and as many in reserve at most, so that they are two delegations of 200 and 50.</summary>
/// <remarks>The baseline writes as many persons of the same content in one save, without reading, comparing, checking, encrypting or auditing.</remarks>
internal static class ImportTime
{
    private const int Rows = 250;
    private const int Places = ScoEvent.MaxDelegationQuota;
    private const int Rounds = 5;

    private static readonly string[] _families = ["Nurlanov", "Akhmetov", "Seitkali", "Bekmuratov", "Omarkhan", "Zhaksylyk", "Tulegen", "Iskakov", "Ospanov", "Karibzhan", "Mukash", "Abdrakhman", "Rysbek"];
    private static readonly string[] _given = ["Aisulu", "Marat", "Timur", "Dana", "Yerlan", "Gulnara", "Askar", "Zarina", "Bolat", "Madina", "Daniyar", "Asel", "Rustem", "Kamila", "Olzhas", "Saule", "Arman", "Zhanna", "Nurlan", "Aliya"];

    public static async Task<int> RunAsync()
    {
        var database = new TestDatabase();
        await database.InitializeAsync();
        try
        {
            var desk = new Desk(database);
            await desk.RoundAsync();
            await BaselineAsync(database, await desk.EventAsync());
            var (empty, again, plain) = (new List<double>(), new List<double>(), new List<double>());
            for (var round = 0; round < Rounds; round++)
            {
                var (first, second) = await desk.RoundAsync();
                empty.Add(first);
                again.Add(second);
                plain.Add(await BaselineAsync(database, await desk.EventAsync()));
            }

            Console.WriteLine($"{2 * Rows} rows, two delegations of {Places} and {Rows - Places} in reserve; median and slowest of {Rounds} in turn");
            Say("baseline: one save of as many persons", plain, plain);
            Say("into empty delegations: read, planned, written", empty, plain);
            Say("again with every function changed: read, compared with everybody, written", again, plain);
            return 0;
        }
        finally
        {
            await database.DisposeAsync();
        }
    }

    private static void Say(string what, List<double> times, List<double> plain)
    {
        var median = Median(times);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {median:0} ms, slowest {times.Max():0} ms, {median / Median(plain):0.0} times the baseline"));
    }

    private static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);

    private static async Task<double> BaselineAsync(TestDatabase database, Guid eventId)
    {
        await using var source = DataModule.DataSource(database.SuperuserConnectionString);
        var options = new DbContextOptionsBuilder<ScoEventsDbContext>();
        DataModule.Configure(options, source, database.Clock);
        await using var context = new ScoEventsDbContext(options.Options) { Auditing = false };
        var now = database.Clock.GetUtcNow();
        var sides = new[] { await database.SideAsync("KZ"), await database.SideAsync("UZ") };
        var watch = Stopwatch.GetTimestamp();
        foreach (var side in sides)
        {
            var invitation = Invitation.Issue(eventId, side, Capacity.Guest, Places, now);
            var delegation = invitation.Accept(Guid.NewGuid(), now).Value;
            context.AddRange(invitation, delegation);
            for (var row = 0; row < Rows; row++)
            {
                var person = delegation.Register(
                    new DelegateFacts(
                        DelegationRole.Member, Family(row), Given(row), null, LocalizedText.Of(en: "Counsellor"), LocalizedText.Of(en: "Ministry"), $"p{row}@mfa.example",
                        new ProtectedText("v1.bench.bench", "***"))
                    {
                        IsReserve = row >= Places,
                    },
                    now).Value;
                context.AddRange(person, AccreditationCase.Open(person, null, now));
            }
        }

        await context.SaveChangesAsync();
        return Stopwatch.GetElapsedTime(watch).TotalMilliseconds;
    }

    private static string Family(int row) => $"{_families[row % _families.Length]}{(char)('a' + (row / _families.Length % 26))}ev";

    private static string Given(int row) => _given[row * 7 % _given.Length];

    private static byte[] List(string function)
    {
        var text = new StringBuilder("Role,Family name,Given names,Name in own script,Function,Body,E-mail,Passport number,Nationality,In reserve\n");
        for (var row = 0; row < Rows; row++)
        {
            text.Append(CultureInfo.InvariantCulture, $"Member,{Family(row)},{Given(row)},,{function},Ministry,p{row}@mfa.example,N{row:0000000},Kazakhstan,{(row >= Places ? "yes" : "no")}\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private sealed class Desk
    {
        private readonly TestDatabase _database;
        private readonly InvitationService _invitations;
        private readonly DelegateImportService _import;

        public Desk(TestDatabase database)
        {
            _database = database;
            var speech = new ErrorSpeech(Texts<ErrorTexts>());
            var rules = new DelegateFormValidator(speech);
            var cipher = new FieldCipher("bench", new Dictionary<string, byte[]> { ["bench"] = RandomNumberGenerator.GetBytes(FieldCipher.KeyLength) });
            var links = new PublicLinks(Options.Create(new PortalOptions { PublicAddress = new Uri("https://events.example.org") }));
            var exchanges = new ExchangeMails(new ExchangeWriter(Texts<ExchangeTexts>(), Texts<DelegationsTexts>(), links));
            var queries = new DelegateImportQueries(
                database.Contexts, new DelegationQueries(database.Contexts, database.Clock), new DelegateImportWords(Texts<DelegationsTexts>(), Texts<DelegateImportTexts>()), cipher, rules);
            _invitations = new InvitationService(database.Contexts, database.Clock, new InviteFormValidator(speech), new QuotaFormValidator(speech));
            _import = new DelegateImportService(queries, new DelegationService(database.Contexts, database.Clock, cipher, rules, exchanges));
        }

        public async Task<Guid> EventAsync()
        {
            var day = new DateOnly(2026, 12, 7);
            var planned = ScoEvent.Plan(
                await _database.SecretariatAsync(), $"bench-{Guid.NewGuid():N}",
                new EventFacts(EventType.Forum, EventFormat.InPerson, LocalizedText.Of(en: "Forum"), day, day.AddDays(1), "Asia/Kolkata", LocalizedText.Of(en: "New Delhi"), null, Places),
                _database.Clock.GetUtcNow()).Value;
            await using var context = await _database.OpenAsync(Actor.Public);
            context.Events.Add(planned);
            await context.SaveChangesAsync();
            return planned.Id;
        }

        /// <summary>Milliseconds of both delegations together: into empty ones, and with a change to everybody.</summary>
        public async Task<(double Empty, double Again)> RoundAsync()
        {
            var eventId = await EventAsync();
            var sides = new[] { await InvitedAsync(eventId, "KZ"), await InvitedAsync(eventId, "UZ") };
            return (await TakeOverAsync(sides, "Counsellor"), await TakeOverAsync(sides, "Director"));
        }

        private async Task<double> TakeOverAsync((Actor FocalPoint, Guid InvitationId)[] sides, string function)
        {
            var bytes = List(function);
            var watch = Stopwatch.GetTimestamp();
            foreach (var (focalPoint, invitationId) in sides)
            {
                var table = await DelegateTableReader.ReadAsync(bytes);
                var done = await _import.ApplyAsync(focalPoint, invitationId, table, new DelegateImportForm { Columns = [.. DelegateHeadings.Guess(table.Headings)] }, default);
                if (done.Error is { } refused || done.Value.Added + done.Value.Changed != Rows)
                {
                    throw new InvalidOperationException($"The import was refused: {done.Error?.Code} {done.Error?.Field}");
                }
            }

            return Stopwatch.GetElapsedTime(watch).TotalMilliseconds;
        }

        private async Task<(Actor FocalPoint, Guid InvitationId)> InvitedAsync(Guid eventId, string code)
        {
            var organiser = await _database.OrganiserAsync();
            var side = await _database.SideAsync(code);
            await _invitations.InviteAsync(organiser, eventId, new InviteForm { FirstDay = new DateOnly(2026, 12, 7), GuestSideIds = [side] }, default);
            await using var context = await _database.OpenAsync(organiser);
            var invitationId = await context.Invitations.Where(invitation => invitation.EventId == eventId && invitation.SideId == side).Select(invitation => invitation.Id).SingleAsync();
            var focalPoint = await _database.FocalPointAsync(code);
            var accepted = await _invitations.AcceptAsync(focalPoint, invitationId, default);
            return accepted.IsSuccess ? (focalPoint, invitationId) : throw new InvalidOperationException(accepted.Error!.Code);
        }

        private static StringLocalizer<T> Texts<T>() => new(new ResourceManagerStringLocalizerFactory(Options.Create(new LocalizationOptions()), NullLoggerFactory.Instance));
    }
}
