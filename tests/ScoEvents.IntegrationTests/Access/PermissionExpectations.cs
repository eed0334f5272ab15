using ScoEvents.Domain.Documents;
using ScoEvents.Domain.Programme;
using ScoEvents.Domain.Shared;
using ScoEvents.Exports.DelegateImport;
using ScoEvents.Web.Features.Delegations;
using ScoEvents.Web.Features.Exports;
using ScoEvents.Web.Features.Import;

namespace ScoEvents.IntegrationTests.Access;

/// <summary>Who gets past a gate, who is told "forbidden"; everybody else must hear "not found".</summary>
internal sealed record Expectation(IReadOnlyCollection<Asker> Admitted, IReadOnlyCollection<Asker> Forbidden)
{
    public string Of(Asker asker) => Admitted.Contains(asker) ? "admitted" : Forbidden.Contains(asker) ? "forbidden" : "not found";
}

/// <summary>The kinds of gates that rows of the matrix name, and forms that are refused for something else.</summary>
internal static class PermissionExpectations
{
    public static readonly SideOrder Order = new(ScoEvents.Domain.Delegations.ProtocolAlphabet.Russian, "en");
    public static readonly Guid Nobody = Guid.Parse("00000000-0000-7000-8000-000000000001");

    // Who gets past the gate, and who is told "forbidden"; everybody else must hear "not found".
    public static readonly Expectation Organisers = new([Asker.Organiser, Asker.EventOrganiser], [Asker.Registrar, Asker.Staff]);
    public static readonly Expectation Readers = new([Asker.Organiser, Asker.EventOrganiser, Asker.Registrar, Asker.Staff], []);
    public static readonly Expectation Registrars = new([Asker.Organiser, Asker.EventOrganiser, Asker.Registrar], [Asker.Staff]);
    // What exists for the one who made it only, and nobody has made any here.
    public static readonly Expectation NobodyYet = new([], []);
    // The same where others of the event's staff are told that it is not for them.
    public static readonly Expectation OrganisersOfNothing = new([], [Asker.Registrar, Asker.Staff]);

    public static readonly ExportForm NotAForm = new() { Language = "xx" };

    public static readonly Expectation OwnSide = new([Asker.FocalPoint], [Asker.Organiser, Asker.EventOrganiser, Asker.Registrar, Asker.Staff]);

    // A page of the side's own: to staff it is not there, they have theirs.
    public static readonly Expectation OwnSideHidden = new([Asker.FocalPoint], []);

    // The focal point of the matrix was appointed for no office, so it names nobody.
    public static readonly Expectation Namers = new([Asker.Organiser, Asker.EventOrganiser], [Asker.Registrar, Asker.Staff, Asker.FocalPoint]);

    public static readonly Expectation Filers = new([Asker.Organiser, Asker.EventOrganiser, Asker.Registrar, Asker.FocalPoint], [Asker.Staff]);
    public static readonly Expectation SideReaders = new([Asker.Organiser, Asker.EventOrganiser, Asker.Registrar, Asker.Staff, Asker.FocalPoint], []);
    public static readonly Expectation Passports = new([Asker.FocalPoint, Asker.Registrar], [Asker.Organiser, Asker.EventOrganiser, Asker.Staff]);

    public static readonly Expectation Photo = new([Asker.FocalPoint, Asker.Organiser, Asker.EventOrganiser, Asker.Registrar, Asker.Staff], []);

    public static readonly DelegateTable NoTable = new([], [], null, []);

    public static readonly Expectation AnyStaff = new(
        [Asker.Organiser, Asker.EventOrganiser, Asker.Registrar, Asker.Staff, Asker.OrganiserElsewhere],
        [Asker.NoRole, Asker.Administrator, Asker.Auditor, Asker.FocalPoint, Asker.OtherFocalPoint]);

    public static readonly Expectation AnyPlanner = new(
        [Asker.Organiser, Asker.OrganiserElsewhere], [Asker.EventOrganiser, Asker.Registrar, Asker.Staff]);

    // To make another event out of one takes the right to plan in its secretariat.
    public static readonly Expectation Planners = new([Asker.Organiser], [Asker.EventOrganiser, Asker.Registrar, Asker.Staff]);

    public static readonly Expectation AnyOrganiser = new(
        [Asker.Organiser, Asker.EventOrganiser, Asker.OrganiserElsewhere], [Asker.Registrar, Asker.Staff]);

    public static readonly Expectation Everybody = new([.. Enum.GetValues<Asker>()], []);

    // Who may and asks for what is not there hears so; who may not, that it is not for him or her.
    public static readonly Expectation NobodyButRefused = new([], [Asker.Registrar, Asker.Staff]);

    // What a user keeps for himself or herself, whatever the roles.
    public static readonly Expectation SignedIn = new([.. Enum.GetValues<Asker>().Where(asker => asker != Asker.Public)], []);

    public static readonly ImportSteps NoSteps = new(
        new ImportChoices(SessionAccess.Open, Classification.Clear, SessionType.Panel, null, LocalizedText.Empty, false, false, false), null, [], [], [], []);

    public static Result Only<T>(IEnumerable<T> rows, IReadOnlyCollection<Guid> expected, Func<T, Guid> id) =>
        rows.Select(id).Order().SequenceEqual(expected.Order()) ? Result.Success : Error.Forbidden();
}
